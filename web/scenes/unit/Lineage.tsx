import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AgencyPage } from '../../../src/place/views.ts';

type From = AgencyPage['predecessors'];

/** What the unit was called over time, from whom its work came, and to whom it went. */
export function Lineage({ page: { spans, predecessors, successors, aliases } }: { page: AgencyPage }) {
  return (
    <aside className="unit-side">
      <section className="card side-card">
        <h2>Tên qua các thời kỳ</h2>
        <ol className="history">
          {spans.toReversed().map(({ from, to, name, parent }) => (
            <li key={from}>
              <p>{name}</p>
              {parent && <p className="role">trực thuộc {parent}</p>}
              <p className="role">
                từ {sayDay(from)} {to ? `đến hết ${sayDay(to)}` : 'đến nay'}
              </p>
            </li>
          ))}
        </ol>
        {aliases.length > 0 && <p className="role">Còn gọi: {aliases.join(', ')}</p>}
      </section>
      <Related title="Nhận việc từ" links={predecessors} empty="Không nhận từ đơn vị nào trước đó." />
      <Related title="Giao lại cho" links={successors} empty="Đơn vị đang hoạt động, chưa giao lại cho đơn vị nào." />
    </aside>
  );
}

function Related({ title, links, empty }: { title: string; links: From; empty: string }) {
  return (
    <section className="card side-card">
      <h2>{title}</h2>
      {links.length === 0 && <p className="muted">{empty}</p>}
      <ul className="lines">
        {links.map(({ id, name, effective, function: part }) => (
          <li key={`${id}${effective}${part}`}>
            <Link to="/don-vi/$id" params={{ id }}>
              {name}
            </Link>{' '}
            <span className="role">
              từ {sayDay(effective)}
              {part ? `, phần: ${part}` : ', toàn bộ'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
