import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../../../src/kernel/plain-date.ts';
import type { InspectionKind } from '../../../src/report/inspection/model.ts';
import type { InspectionView } from '../../../src/report/inspection/views.ts';
import { kindWords } from '../../../src/report/inspection/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { SearchPick } from '../../components/SearchPick.tsx';
import { currentSession } from '../../queries.ts';
import { useDraft } from '../../state/draft.ts';
import { holdsFor, overseers } from '../../state/reach.ts';
import { say } from '../../state/toasts.ts';
import { findsWords } from '../../words/find.ts';
import { treeOf } from '../agencies/api.ts';
import { everyInspection, inspectionApi } from './api.ts';
import { ContentFields, findMissing, noContent, type TypedContent, toContent } from './ContentFields.tsx';

type Typed = TypedContent & { kind: InspectionKind; day: string; units: readonly { id: string; agencyId: string }[] };

/** Plans inspections of several units at once, or of one again: `earlier` is the inspection whose open findings are taken over. */
export function PlanForm({ earlier, onDone }: { earlier?: InspectionView; onDone: () => void }) {
  const [typed, setTyped, forget] = useDraft<Typed>(`inspection.plan.${earlier?.id ?? ''}`, begin(earlier));
  const [tried, setTried] = useState(false);
  const set = (more: Partial<Typed>) => setTyped({ ...typed, ...more });
  const missing = missingOf(typed);
  const send = usePlanning(typed, earlier, () => {
    forget();
    onDone();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing === undefined) send.mutate();
  };
  const year = Number((typed.day || dayInVietnam(new Date())).slice(0, 4));
  return (
    <form className="panel-form record-form" onSubmit={submit} noValidate>
      {earlier ? (
        <p>
          Tồn tại chưa xong của lần kiểm tra trước được chuyển sang cuộc này khi bắt đầu, giữ nguyên đơn vị và hạn khắc
          phục.
        </p>
      ) : (
        <>
          <UnitsField units={typed.units} onChange={(units) => set({ units })} />
          <ChoiceField
            label="Hình thức"
            hint="Cuộc đột xuất: đơn vị chỉ thấy khi đoàn bắt đầu kiểm tra. Muốn tái kiểm tra thì mở cuộc kiểm tra trước."
            choices={(['planned', 'unannounced'] as const).map((value) => ({ value, label: kindWords[value] }))}
            value={typed.kind === 're-inspection' ? 'planned' : typed.kind}
            onChange={(kind) => set({ kind })}
          />
        </>
      )}
      <DayField label="Ngày dự kiến kiểm tra" required value={typed.day} onChange={(day) => set({ day })} />
      <ContentFields value={typed} year={year} onChange={set} />
      {tried && missing && (
        <p role="alert" className="form-error">
          {missing}
        </p>
      )}
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending
            ? 'Đang gửi…'
            : typed.units.length > 1
              ? `Lập ${typed.units.length} cuộc kiểm tra`
              : 'Lập cuộc kiểm tra'}
        </button>
      </div>
    </form>
  );
}

const begin = (earlier: InspectionView | undefined): Typed => ({
  ...noContent,
  ...(earlier && {
    subject: earlier.subject,
    components: earlier.components,
    lead: earlier.lead,
    places: earlier.places.join('\n'),
  }),
  ...{ kind: earlier ? 're-inspection' : 'planned', day: '' },
  units: earlier ? [{ id: newId(), agencyId: earlier.agencyId }] : [],
});

function missingOf(typed: Typed): string | undefined {
  if (typed.units.length === 0) return 'Hãy chọn ít nhất một đơn vị.';
  return typed.day === '' ? 'Hãy nhập ngày dự kiến kiểm tra.' : findMissing(typed);
}

function usePlanning(typed: Typed, earlier: InspectionView | undefined, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      inspectionApi.plan({
        units: typed.units,
        planned: {
          ...toContent(typed),
          ...{ kind: typed.kind, day: typed.day as PlainDate, earlierId: earlier?.id ?? null },
        },
      }),
    onSuccess: () => {
      const many = typed.units.length;
      onDone();
      void client.invalidateQueries(everyInspection);
      say(many > 1 ? `Đã lập ${many} cuộc kiểm tra.` : 'Đã lập cuộc kiểm tra.');
    },
  });
}

type UnitsProps = { units: Typed['units']; onChange: (units: Typed['units']) => void };

/** Units whoever is here may inspect; each gets an inspection of its own. */
function UnitsField({ units, onChange }: UnitsProps) {
  const { data: session } = useQuery(currentSession());
  const tree = useQuery(treeOf(undefined));
  const known = new Map(tree.data?.agencies.map((one) => [one.id, one.name]));
  // Every commune has the same divisions: each is told by the unit it is of.
  const all = (tree.data?.agencies ?? [])
    .filter(({ id, kind }) => kind !== 'village' && holdsFor(session, overseers, id))
    .map(({ id, kind, name, parentId }) => ({
      id,
      name: kind === 'division' && parentId !== null ? `${name}, ${known.get(parentId) ?? ''}` : name,
    }));
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const chosen = new Set(units.map(({ agencyId }) => agencyId));
  return (
    <>
      <SearchPick
        key={units.length}
        label="Đơn vị được kiểm tra"
        hint="Gõ vài chữ của tên đơn vị (không cần dấu), chọn lần lượt từng đơn vị"
        found="Đơn vị tìm thấy"
        none={(typed) => `Không có đơn vị nào trong phạm vi kiểm tra của bạn khớp “${typed}”.`}
        kept={`inspection-units-${all.length}-${units.length}`}
        find={async (typed) => all.filter(({ id, name }) => !chosen.has(id) && findsWords(typed)(name)).slice(0, 30)}
        say={({ name }) => name}
        picked={null}
        onPick={(one) => one && onChange([...units, { id: newId(), agencyId: one.id }])}
      />
      {units.length > 0 && (
        <ul className="chosen" aria-label="Đơn vị đã chọn">
          {units.map((one) => (
            <li key={one.id}>
              {names.get(one.agencyId) ?? '…'}{' '}
              <Button className="link" onPress={() => onChange(units.filter((other) => other !== one))}>
                Bỏ<span className="sr-only"> {names.get(one.agencyId)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
