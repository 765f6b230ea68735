import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from '../../../src/assignment/model.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Servable } from '../../api-work.ts';
import { DayField } from '../../components/DayField.tsx';
import { servableBy } from '../../queries-work.ts';
import { useDraft } from '../../state/draft.ts';
import { ActForm, type FormProps, NoteField, useOneAct } from './forms.tsx';

const none: readonly string[] = [];

/** Done on a day; the same act may fulfil other tasks of the unit too, of this plan or another. */
export function CompleteForm(props: FormProps) {
  const { owed, today, acts } = props;
  const [on, setOn] = useState(today);
  const [note, setNote, forget] = useDraft(`complete.${owed.id}`, '');
  const servable = useQuery(servableBy(owed.id));
  // What a person has said to be the same work is counted with it unless it is taken out.
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const serves = picked ?? servable.data?.owed.filter(({ same }) => same).map(({ id }) => id) ?? none;
  const act: Act = { kind: 'complete', on: on as PlainDate, note: note.trim() || null, serves, servedBy: null };
  const send = useOneAct(props, act, sayDone(serves.length), forget);
  return (
    <ActForm acts={acts} label="Hoàn thành" disabled={on === ''} onSubmit={send}>
      <DayField label="Ngày hoàn thành" required value={on} onChange={setOn} />
      <NoteField label="Kết quả" hint="Số liệu, sản phẩm, số văn bản" value={note} onChange={setNote} />
      {servable.data && servable.data.owed.length > 0 && (
        <Others servable={servable.data} serves={serves} onChange={setPicked} />
      )}
    </ActForm>
  );
}

const sayDone = (others: number): string =>
  others > 0 ? `Đã hoàn thành, tính chung cho ${others} việc khác.` : 'Đã hoàn thành.';

type OthersProps = { servable: Servable; serves: readonly string[]; onChange: (ids: readonly string[]) => void };

function Others({ servable: { owed, items }, serves, onChange }: OthersProps) {
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  return (
    <fieldset className="work-others">
      <legend>Một lần thực hiện tính chung cho việc khác</legend>
      {owed.map(({ id, itemId, due, period, same }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={serves.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...serves, id] : serves.filter((served) => served !== id))
            }
          />
          <span>
            {texts.get(itemId)}
            <span className="role">
              {[same && 'cùng một việc', period, due && `hạn ${sayDay(due)}`].filter(Boolean).join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
