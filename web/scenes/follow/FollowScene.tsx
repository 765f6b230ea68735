import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { planList } from '../../queries.ts';
import { makeCell } from '../../state/store.ts';
import { usePhone } from '../../state/use.ts';
import { sayPlan } from '../../words/plan.ts';
import { WaitingHint } from '../agencies/WaitingHint.tsx';
import { WorkLetters } from '../letters/LetterLinks.tsx';
import { usePrinting } from '../matrix/usePrinting.ts';
import { CellSheet } from './CellSheet.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { FollowFilters } from './FollowFilters.tsx';
import { type Grid, toRows } from './grid.ts';
import { HeadTable } from './HeadTable.tsx';
import { HeatGrid } from './HeatGrid.tsx';
import { Legend } from './Legend.tsx';
import { PrintTable } from './PrintTable.tsx';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { ChangeFollow, FollowSearch } from './search.ts';
import { datedOf, doneOf, sayShare } from './sum.ts';
import { UnitBars } from './UnitBars.tsx';
import { useFollow } from './useFollow.ts';

const route = getRouteApi('/theo-doi');

/** Theo dõi: how far every unit is with every task, and what lies behind each cell. */
export function FollowScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change: ChangeFollow = useCallback(
    (next) =>
      void navigate({
        replace: 'tim' in next,
        resetScroll: false,
        search: (now) => ({ ...now, ...next }) as FollowSearch,
      }),
    [navigate],
  );
  const { period, map, grid, failed, again } = useFollow(search);
  const heads = search.ban === 'thu-truong';
  return (
    <Scene
      wide
      title="Theo dõi"
      sub={<Sentence period={period} grid={grid} plan={search['ke-hoach']} heads={heads} />}
      actions={
        grid &&
        grid.rows.length > 0 && (
          <>
            <WorkLetters units={map.data && grid.rows.length < map.data.agencies.length ? idsOf(grid) : []} />
            <ExportButtons table={() => toRows(grid)} name={`theo-doi-${period.key}`} />
          </>
        )
      }
    >
      <FollowFilters map={map.data} period={period} search={search} change={change} />
      <WaitingHint />
      {heads && <HeadTable period={period} />}
      {!heads && failed && (
        <div className="card">
          <ErrorState error={failed} onRetry={again} />
        </div>
      )}
      {!heads && !failed && !grid && (
        <div className="card">
          <Skeleton lines={12} label="Đang tải tiến độ" />
        </div>
      )}
      {grid && <Shown grid={grid} search={search} change={change} any={(map.data?.cells.length ?? 0) > 0} />}
      {grid && <CellSheet grid={grid} period={period} open={search.o} onClose={() => change({ o: undefined })} />}
    </Scene>
  );
}

/** The units the filters have left. */
const idsOf = ({ rows }: Grid): string[] => rows.map(({ agency }) => agency.id);

type ShownProps = { grid: Grid; search: FollowSearch; change: ChangeFollow; any: boolean };

function Shown({ grid, search, change, any }: ShownProps) {
  const phone = usePhone();
  const printing = usePrinting();
  const [at] = useState(() => makeCell<Place | null>(null));
  const open = useCallback(
    ({ row, column }: Place) => {
      const unit = row < 0 ? '' : grid.rows[row]?.agency.id;
      const key = column < 0 ? '' : grid.columns[column]?.key;
      if (unit || key) change({ o: `${unit ?? ''}~${key ?? ''}` });
    },
    [grid, change],
  );
  if (grid.rows.length === 0) return <Empty any={any} />;
  if (printing) return <PrintTable grid={grid} />;
  if (phone) return <UnitBars grid={grid} onOpen={(row) => open({ row, column: -1 })} />;
  return (
    <>
      <HeatGrid
        key={`${search.cot ?? ''}${grid.columns.length}`}
        grid={grid}
        narrow={search.cot !== undefined}
        at={at}
        onOpen={open}
      />
      <Legend grid={grid} at={at} />
    </>
  );
}

function Empty({ any }: { any: boolean }) {
  return (
    <div className="card">
      {any ? (
        <EmptyState title="Không có ô nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc chọn thời gian khác." />
      ) : (
        <EmptyState
          title="Chưa có việc nào để theo dõi trong thời gian này"
          text="Khi một kế hoạch được giao, tiến độ của từng đơn vị hiện ở đây."
        >
          <Link to="/ke-hoach" className="btn">
            Mở danh sách kế hoạch
          </Link>
        </EmptyState>
      )}
    </div>
  );
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** What a leader would read aloud. */
function Sentence({
  period,
  grid,
  plan,
  heads,
}: {
  period: Period;
  grid: Grid | undefined;
  plan: string | undefined;
  heads: boolean;
}) {
  const plans = useQuery(planList({}));
  const one = plan && plans.data?.find(({ id }) => id === plan);
  const of = one ? `${sayPlan(one)}, ${lower(period.label)}` : period.label;
  if (heads) return `${of}: việc của đơn vị theo bộ phận và người được giao`;
  if (!grid) return of;
  const { total, rows, columns } = grid;
  if (rows.length === 0) return `${of}: không có việc`;
  const tasks = new Set(columns.flatMap(({ itemIds }) => itemIds)).size;
  const late = rows.filter((row) => row.total.late > 0).length;
  return [
    `${of}: ${sayNumber(rows.length)} đơn vị, ${sayNumber(tasks)} nhiệm vụ`,
    `đã xong ${sayNumber(doneOf(total))} trong ${sayNumber(datedOf(total))} việc (${sayShare(total)})`,
    total.late > 0 ? `${sayNumber(total.late)} việc quá hạn ở ${sayNumber(late)} đơn vị` : 'không có việc quá hạn',
  ].join('; ');
}
