import { sayNumber } from '../../../src/kernel/number.ts';
import { isPlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { LetterRow, LetterView } from '../../../src/publish/letters/views.ts';
import { Field } from '../../components/Field.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import type { LetterDraft } from './useLetterDraft.ts';

const titles = {
  reminder: 'Đơn vị chậm, sẽ in thành phụ lục',
  'late-list': 'Đơn vị chậm, sẽ in thành phụ lục',
  explanation: 'Việc phải giải trình, sẽ in thành phụ lục',
  'mid-year': 'Các kỳ báo cáo',
  'year-end': 'Các kỳ báo cáo',
} as const;

/** What the paper is about: late units, tasks with the reasons a unit types for each, or the periods of a review. */
export function Rows({ view, draft }: { view: LetterView; draft: LetterDraft }) {
  return (
    <section className="card letter-rows" aria-label={titles[view.kind]}>
      <h2>
        {titles[view.kind]} <span className="muted num">({sayNumber(view.rows.length)})</span>
      </h2>
      {view.rows.length === 0 ? (
        <EmptyState
          title={view.kind === 'explanation' ? 'Không có việc nào chậm' : 'Không có đơn vị nào chậm'}
          text={view.kind === 'reminder' ? 'Không phải đôn đốc đơn vị nào.' : 'Văn bản vẫn tải được và nói rõ điều đó.'}
        />
      ) : (
        <ul>
          {view.rows.map((row, at) => (
            <Row key={row.key ?? `${row.unit} ${row.what} ${at}`} row={row} draft={draft} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row: { key, unit, what, due, state, days }, draft }: { row: LetterRow; draft: LetterDraft }) {
  const told = [
    due !== null && `hạn ${isPlainDate(due) ? sayDay(due) : due}`,
    state,
    days !== null && `chậm ${sayNumber(days)} ngày làm việc`,
  ].filter(Boolean);
  return (
    <li>
      <p>
        {unit !== null && <b>{unit}: </b>}
        {what}
      </p>
      <p className="muted">{told.join(' · ')}</p>
      {key !== null && <Reasons id={key} draft={draft} />}
    </li>
  );
}

function Reasons({ id, draft: { content, write } }: { id: string; draft: LetterDraft }) {
  const own = content.rows[id] ?? { reason: '', remedy: '' };
  const set = (change: Partial<typeof own>) => write({ rows: { ...content.rows, [id]: { ...own, ...change } } });
  return (
    <div className="letter-reasons">
      <Field label="Nguyên nhân">
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={2}
            maxLength={2_000}
            value={own.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        )}
      </Field>
      <Field label="Biện pháp, ngày hoàn thành">
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={2}
            maxLength={2_000}
            value={own.remedy}
            onChange={({ target }) => set({ remedy: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
