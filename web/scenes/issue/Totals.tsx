import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { roles } from '../../../src/plan/model.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { kindWords } from '../../words/work.ts';
import { changesOf, sayFigures } from './say.ts';

const kinds = ['task', 'duty', 'reporting', 'directive'] as const;

/** How much would be given out: kinds, roles, days. */
export function Totals({ preview }: { preview: IssueView }) {
  const { assignments, occurrences, kinds: byKind, roles: byRole } = preview;
  const given = roles.flatMap((role) =>
    byRole[role] ? `${roleWords[role].toLocaleLowerCase('vi')} ${sayNumber(byRole[role])}` : [],
  );
  return (
    <section className="card issue-totals" aria-labelledby="issue-totals">
      <h2 id="issue-totals">Sẽ giao</h2>
      <dl>
        {kinds.map((kind) =>
          byKind[kind] ? (
            <Figure key={kind} value={byKind[kind]} word={kindWords[kind].toLocaleLowerCase('vi')} />
          ) : null,
        )}
        <Figure value={assignments.create} word="việc được giao" />
        <Figure value={occurrences.create} word="lần đến hạn" />
      </dl>
      <p className="role">
        {given.length > 0 && `Theo vai trò: ${given.join(', ')}. `}
        Chưa có gì được tạo cho tới khi bấm nút giao.
      </p>
    </section>
  );
}

function Figure({ value, word }: { value: number; word: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd className="num">{sayNumber(value)}</dd>
    </div>
  );
}

const rows = [
  ['items', 'Nhiệm vụ, trách nhiệm'],
  ['assignments', 'Việc được giao'],
  ['occurrences', 'Lần đến hạn'],
] as const;

/** What giving it out again would make, keep, change and take back. */
export function Changes({ preview }: { preview: IssueView }) {
  const times = `Kế hoạch đã giao ${sayNumber(preview.issues.length)} lần.`;
  if (changesOf(preview) === 0)
    return (
      <section className="card issue-totals" aria-label="Giao lại">
        <p>
          {times} Giao lại bây giờ không thay đổi gì: {sayFigures(preview)} giữ nguyên.
        </p>
      </section>
    );
  return (
    <section className="card issue-totals" aria-labelledby="issue-changes">
      <h2 id="issue-changes">Giao lại sẽ thay đổi</h2>
      <p className="role">{times}</p>
      <table className="issue-changes">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Loại</span>
            </th>
            <th scope="col">Tạo thêm</th>
            <th scope="col">Thay đổi</th>
            <th scope="col">Thu hồi</th>
            <th scope="col">Giữ nguyên</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, word]) => {
            const { create, change, withdraw, keep } = preview[name];
            return (
              <tr key={name}>
                <th scope="row">{word}</th>
                <td className="num">{sayNumber(create)}</td>
                <td className="num">{sayNumber(change)}</td>
                <td className="num">{sayNumber(withdraw)}</td>
                <td className="num">{sayNumber(keep)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
