import { Link } from '@tanstack/react-router';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';

type Line = IssueView['inherited'][number];

/** Days of agencies that are no more today: they go to who took over, or wait for a person to say to whom. */
export function Inherited({ lines }: { lines: readonly Line[] }) {
  const waiting = lines.filter(({ to }) => to === null);
  const given = lines.filter(({ to }) => to !== null);
  return (
    <>
      {waiting.length > 0 && (
        <details>
          <summary>
            <Tag tone="late">{sayNumber(waiting.length)}</Tag> cơ quan đã kết thúc mà chưa rõ nơi nhận việc
          </summary>
          <ul className="issue-lines">
            <li className="role">
              Việc vẫn giao được và không mất. Sau khi giao, hãy{' '}
              <Link to="/don-vi" search={{ xem: 'cho-noi-nhan' }}>
                chọn nơi nhận
              </Link>{' '}
              để có người làm.
            </li>
            {waiting.map((line) => (
              <li key={line.agencyId}>
                {sayEnded(line)}
                <span className="role">
                  {line.choices.length > 0
                    ? `nhận từng phần: ${line.choices.join('; ')}`
                    : 'danh bạ không ghi cơ quan nào nhận việc'}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {given.length > 0 && (
        <details>
          <summary>
            <Tag tone="idle">{sayNumber(given.length)}</Tag> cơ quan đã kết thúc, việc chuyển cho cơ quan kế thừa
          </summary>
          <ul className="issue-lines">
            {given.map((line) => (
              <li key={line.agencyId}>
                {sayEnded(line)} <span className="role">chuyển cho {line.to}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const sayEnded = ({ name, endedOn, occurrences }: Line): string =>
  `${name} (kết thúc ngày ${sayDay(endedOn)}): ${sayNumber(occurrences)} kỳ`;
