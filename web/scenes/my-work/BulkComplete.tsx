import { type FormEvent, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { useDraft } from '../../state/draft.ts';
import type { Line } from './layout.ts';
import { actOn, type useActs } from './useActs.ts';

type Props = { lines: readonly Line[]; today: string; acts: ReturnType<typeof useActs>; onDone: () => void };

/** Several completed together: each by itself, or one act that serves them all. */
export function BulkComplete({ lines, today, acts, onDone }: Props) {
  const [on, setOn] = useState<string>(today);
  const [note, setNote, forget] = useDraft('bulk-note', '');
  const [once, setOnce] = useState(false);
  const oneUnit = new Set(lines.map(({ owed }) => owed.agencyId)).size === 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [first, ...rest] = lines;
    if (!first || on === '') return;
    const complete = (serves: readonly string[]) => ({
      ...{ kind: 'complete' as const, on: on as PlainDate, note: note.trim() || null, serves, servedBy: null },
    });
    const sent = once
      ? [actOn(first.owed, complete(rest.map(({ owed }) => owed.id)))]
      : lines.map(({ owed }) => actOn(owed, complete([])));
    acts.mutate({
      acts: sent,
      told: `Đã hoàn thành ${sayNumber(lines.length)} việc.`,
      onDone: () => {
        forget();
        onDone();
      },
    });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its frame is scrolled by keyboard too */}
      <ul className="lines bulk-lines" tabIndex={0} aria-label="Việc đã chọn">
        {lines.map(({ owed, item }) => (
          <li key={owed.id}>
            {item.text} {owed.period && <span className="role">{owed.period}</span>}
          </li>
        ))}
      </ul>
      <DayField label="Ngày hoàn thành" required value={on} onChange={setOn} />
      <Field label="Ghi chú" hint="Kết quả, số văn bản, nơi lưu tài liệu">
        {(props) => (
          <textarea
            className="input"
            rows={3}
            {...props}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      {oneUnit && lines.length > 1 && (
        <label className="check">
          <input type="checkbox" checked={once} onChange={({ target }) => setOnce(target.checked)} />
          Đây là một lần thực hiện, tính chung cho cả {sayNumber(lines.length)} việc
        </label>
      )}
      <Refusal error={acts.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={acts.isPending}>
          {acts.isPending ? 'Đang ghi…' : `Hoàn thành ${sayNumber(lines.length)} việc`}
        </button>
      </div>
    </form>
  );
}
