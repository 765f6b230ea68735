import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { headDesk } from '../../queries-follow.ts';
import { sayHeads } from '../../words/people.ts';
import { nameAgencies } from '../../words/work.ts';
import { Total } from './GridRow.tsx';
import type { Period } from './period.ts';
import { saySum } from './sum.ts';

/** The desk of whoever heads a unit: who has which part of its work, and how far they are. */
export function HeadTable({ period: { from, to } }: { period: Period }) {
  const desk = useQuery(headDesk({ from, to }));
  if (desk.isError)
    return (
      <div className="card">
        <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />
      </div>
    );
  if (!desk.data)
    return (
      <div className="card">
        <Skeleton lines={8} label="Đang tải việc theo người" />
      </div>
    );
  const { lines, agencies, officers, heads } = desk.data;
  const headed = Map.groupBy(heads, ({ agencyId }) => agencyId);
  const names = nameAgencies(agencies);
  const people = new Map(officers.map(({ id, name }) => [id, name]));
  const sorted = lines.toSorted((a, b) => b.late - a.late);
  if (lines.length === 0)
    return (
      <div className="card">
        <EmptyState title="Chưa có việc nào" text="Trong thời gian này đơn vị không có việc phải làm." />
      </div>
    );
  return (
    <div className="card head-table">
      <table>
        <caption className="sr-only">Việc của đơn vị theo bộ phận và người được giao</caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Bộ phận, người được giao</th>
            <th scope="col">Hoàn thành</th>
            <th scope="col">Tiến độ</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <tr key={`${line.agencyId}${line.divisionId}${line.officerId}`}>
              <th scope="row">
                <Link to="/don-vi/$id" params={{ id: line.agencyId }}>
                  {names.get(line.agencyId)}
                </Link>
                <small>{sayHeads(headed.get(line.agencyId) ?? []) || 'chưa ghi người đứng đầu'}</small>
              </th>
              <td>
                {[line.divisionId && names.get(line.divisionId), line.officerId && people.get(line.officerId)]
                  .filter(Boolean)
                  .join(', ') || <span className="muted">chưa giao cho ai</span>}
              </td>
              <td>
                <Total sum={line} />
              </td>
              <td>{saySum(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
