import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { fold } from '../../../src/kernel/text.ts';

const columns = [
  ['lead', 'Chủ trì'],
  ['implement', 'Thực hiện'],
  ['cooperate', 'Phối hợp'],
  ['monitor', 'Theo dõi'],
  ['occurrences', 'Lần đến hạn'],
] as const;

const first = 15;

/** Who gets how much, by role: those with most to do first. */
export function AgencyTable({ preview: { agencies } }: { preview: IssueView }) {
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const sorted = agencies.toSorted((a, b) => b.occurrences - a.occurrences || a.name.localeCompare(b.name, 'vi'));
  const found = sorted.filter(({ name }) => fold(name).includes(fold(typed.trim())));
  const shown = all || typed ? found : found.slice(0, first);
  return (
    <section className="card issue-agencies" aria-labelledby="issue-agencies">
      <div className="issue-agencies-head">
        <h2 id="issue-agencies">
          Theo đơn vị <span className="muted num">({sayNumber(agencies.length)})</span>
        </h2>
        <input
          type="search"
          className="input filter-text"
          aria-label="Tìm đơn vị"
          placeholder="Tìm đơn vị (không cần dấu)"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {agencies.length === 0 ? (
        <p className="muted">Chưa nhận ra cơ quan nào trong danh bạ của đơn vị.</p>
      ) : (
        <div className="issue-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                {columns.map(([name, word]) => (
                  <th key={name} scope="col" className="num">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.agencyId}>
                  <th scope="row">{line.name}</th>
                  {columns.map(([name, word]) => (
                    <td key={name} className="num" data-word={word}>
                      {line[name] > 0 ? sayNumber(line[name]) : ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length === 0 && agencies.length > 0 && <p className="muted">Không có đơn vị nào khớp “{typed}”.</p>}
      {shown.length < found.length && (
        <Button className="btn" onPress={() => setAll(true)}>
          Hiện tất cả {sayNumber(found.length)} đơn vị
        </Button>
      )}
    </section>
  );
}
