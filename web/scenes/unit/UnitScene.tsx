import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { UnitWork } from '../../api-follow.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { unitWork } from '../../queries-follow.ts';
import { agencyPage } from '../agencies/api.ts';
import { WaitingHint } from '../agencies/WaitingHint.tsx';
import { type Period, readPeriod } from '../follow/period.ts';
import { datedOf, doneOf, sayShare } from '../follow/sum.ts';
import { today } from '../follow/useFollow.ts';
import { OversightPanel } from '../oversight/OversightPanel.tsx';
import { Heads } from './Heads.tsx';
import { Lineage } from './Lineage.tsx';
import { sumUp } from './layout.ts';
import type { ChangeUnit, UnitSearch } from './search.ts';
import { UnitTasks } from './UnitTasks.tsx';

const route = getRouteApi('/don-vi/$id');

/** Đơn vị: all one unit owes in a period, and where it comes from. */
export function UnitScene() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change: ChangeUnit = useCallback(
    (next) =>
      void navigate({
        replace: 'tim' in next,
        resetScroll: false,
        search: (now) => ({ ...now, ...next }) as UnitSearch,
      }),
    [navigate],
  );
  const period = readPeriod(search.ky, today());
  const work = useQuery(unitWork(id, { from: period.from, to: period.to }));
  const page = useQuery(agencyPage(id));
  const name = work.data?.agency.name ?? page.data?.spans.at(-1)?.name ?? 'Đơn vị';
  return (
    <Scene
      title={name}
      lead={
        <Link to="/theo-doi" search={{ ky: period.key }} className="back">
          ← Theo dõi
        </Link>
      }
      sub={work.data && <Sentence work={work.data} period={period} />}
    >
      <div className="unit-page">
        <div className="unit-main">
          <WaitingHint agencyId={id} />
          {work.isError && <Failed error={work.error} onRetry={() => void work.refetch()} />}
          {work.isPending && (
            <div className="card">
              <Skeleton lines={9} label="Đang tải việc của đơn vị" />
            </div>
          )}
          {work.data && <Heads heads={work.data.heads} />}
          {work.data && <UnitTasks work={work.data} period={period} search={search} change={change} />}
        </div>
        <div className="unit-side">
          {work.data && <OversightPanel about={{ agencyId: id }} />}
          {page.data && <Lineage page={page.data} />}
        </div>
      </div>
    </Scene>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { status } = toProblem(error);
  return (
    <div className="card">
      {status === 403 ? (
        <EmptyState
          title="Việc của đơn vị này ngoài phạm vi của bạn"
          text="Bạn xem được các nhiệm vụ mình chủ trì hoặc theo dõi ở màn hình Theo dõi."
        />
      ) : status === 404 ? (
        <EmptyState title="Không có đơn vị này" text="Hãy tìm đơn vị ở màn hình Theo dõi." />
      ) : (
        <ErrorState error={error} onRetry={onRetry} />
      )}
    </div>
  );
}

/** What a leader would read aloud about the unit. */
function Sentence({ work: { owed, items }, period }: { work: UnitWork; period: Period }) {
  const day = today();
  const sum = sumUp(owed, day);
  if (owed.length === 0) return `${period.label}: không có việc phải làm`;
  const next = owed.find(({ status, due }) => status !== 'done' && due !== null && due >= day)?.due;
  return [
    `${period.label}: ${sayNumber(items.length)} nhiệm vụ, đã xong ${sayNumber(doneOf(sum))} trong ${sayNumber(datedOf(sum))} việc (${sayShare(sum)})`,
    sum.doneLate > 0 && `${sayNumber(sum.doneLate)} việc xong trễ`,
    sum.late > 0 ? `${sayNumber(sum.late)} việc quá hạn` : 'không có việc quá hạn',
    next && `việc gần nhất phải xong ngày ${sayDay(next)}`,
  ]
    .filter(Boolean)
    .join('; ');
}
