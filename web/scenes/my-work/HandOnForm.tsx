import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OfficerView } from '../../../src/people/views.ts';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { OfficerPick } from '../../components/OfficerPick.tsx';
import { useDraft } from '../../state/draft.ts';
import { treeOf } from '../agencies/api.ts';
import { actOn, type useActs } from './useActs.ts';

type Props = {
  about: readonly { id: string; assignmentId: string; agencyId: string }[];
  acts: ReturnType<typeof useActs>;
  onDone: () => void;
};

/** Hands work on to a division, a colleague or both; the unit stays the one that owes it. */
export function HandOnForm({ about, acts, onDone }: Props) {
  const [officer, setOfficer] = useState<OfficerView | null>(null);
  const [division, setDivision] = useState('');
  const divisions = useDivisions(about);
  const [note, setNote, forget] = useDraft('hand-on', '');
  const to = [officer?.name, divisions.find(({ id }) => id === division)?.name].filter(Boolean).join(', ');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (to === '') return;
    const act = {
      ...{ kind: 'hand-on' as const, divisionId: division || null, officerId: officer?.id ?? null },
      note: note.trim() || null,
    };
    acts.mutate({
      acts: about.map((one) => actOn(one, act)),
      told: `Đã chuyển cho ${to}.`,
      onDone: () => {
        forget();
        onDone();
      },
    });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {divisions.length > 0 && (
        <Field label="Bộ phận">
          {(props) => (
            <select className="input" {...props} value={division} onChange={({ target }) => setDivision(target.value)}>
              <option value="">không nêu</option>
              {divisions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <OfficerPick label="Người thực hiện" officer={officer} onPick={setOfficer} />
      <Field label="Dặn thêm" hint="Người nhận thấy trong lịch sử của việc">
        {(props) => (
          <textarea
            className="input"
            rows={2}
            {...props}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Refusal error={acts.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={acts.isPending || to === ''}>
          {to ? `Chuyển cho ${to}` : 'Chuyển'}
        </button>
      </div>
    </form>
  );
}

/** What stands under the unit today; work of several units has no division in common. */
function useDivisions(about: Props['about']) {
  const units = new Set(about.map(({ agencyId }) => agencyId));
  const tree = useQuery({ ...treeOf(undefined), enabled: units.size === 1 });
  return (
    tree.data?.agencies.filter(({ parentId, kind }) => parentId && units.has(parentId) && kind === 'division') ?? []
  );
}
