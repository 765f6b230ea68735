import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AgencyPage } from '../../../src/place/views.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { agencyPage } from './api.ts';
import { WaitingHint } from './WaitingHint.tsx';
import { kindWords, levelWords } from './words.ts';

const route = getRouteApi('/don-vi');

/** One agency over time. */
export function AgencyPanel({ id }: { id: string }) {
  const found = useQuery(agencyPage(id));
  if (!found.data)
    return (
      <section className="card panel">
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton lines={4} />
        )}
      </section>
    );
  const { kind, level, unit, spans, aliases, doubt, predecessors, successors } = found.data;
  const last = spans.at(-1);
  return (
    <section className="card panel" aria-labelledby="agency-name">
      <h2 id="agency-name">{last?.name}</h2>
      <p className="muted">
        {kindWords[kind]} · {levelWords[level]}
        {unit && ` · mã đơn vị hành chính ${unit.code}`}
        {last?.to && ` · kết thúc ngày ${sayDay(last.to)}`}
      </p>
      <WaitingHint agencyId={id} />
      {doubt !== null && (
        <p className="muted">Mẫu chưa kiểm chứng: {doubt} Đối chiếu với quyết định ở nơi mình rồi sửa nếu khác.</p>
      )}
      <h3>Tên và trực thuộc</h3>
      <ol>
        {spans.map(({ from, to, name, parent }) => (
          <li key={from} className="panel-row">
            <div>
              {name}
              <small>
                {sayDay(from)} – {to ? sayDay(to) : 'nay'}
                {parent && ` · thuộc ${parent}`}
              </small>
            </div>
          </li>
        ))}
      </ol>
      {aliases.length > 0 && (
        <>
          <h3>Cách gọi khác</h3>
          <p>{aliases.join('; ')}</p>
        </>
      )}
      <Links title="Nhận việc từ" links={predecessors} />
      <Links title="Giao việc lại cho" links={successors} />
    </section>
  );
}

function Links({ title, links }: { title: string; links: AgencyPage['successors'] }) {
  const search = route.useSearch();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {links.map(({ id, name, effective, function: part }) => (
          <li key={`${id} ${effective} ${part}`} className="panel-row">
            <div>
              <Link to="/don-vi" search={{ ...search, coquan: id }}>
                {name}
              </Link>
              <small>
                từ {sayDay(effective)}
                {part ? ` · ${part}` : ' · toàn bộ'}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
