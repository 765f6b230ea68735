import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { ItemList } from '../../api-follow.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { itemList } from '../../queries-follow.ts';
import { say } from '../../state/toasts.ts';
import { WaitingHint } from '../agencies/WaitingHint.tsx';
import { DuplicatesHint } from '../duplicates/DuplicatesHint.tsx';
import { type Period, readPeriodOrAll } from '../follow/period.ts';
import { addSums, datedOf, doneOf, noSum, type Sum, sayShare } from '../follow/sum.ts';
import { saveTable } from '../follow/tableFile.ts';
import type { Line } from '../follow/useCellWork.ts';
import { today } from '../follow/useFollow.ts';
import { OwnPlansHint } from '../own-plans/OwnPlansHint.tsx';
import { AssignmentFilters } from './AssignmentFilters.tsx';
import { BulkBar } from './BulkBar.tsx';
import { Extensions } from './Extensions.tsx';
import { HistorySheet } from './HistorySheet.tsx';
import { ItemCard } from './ItemCard.tsx';
import { toItemRows } from './rows.ts';
import type { AssignmentsSearch, ChangeAssignments } from './search.ts';

const route = getRouteApi('/giao-viec');

/** Việc đã giao: every task that was given out, to whom, and what can be done about many of them at once. */
export function AssignmentsScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change: ChangeAssignments = useCallback(
    (next) =>
      void navigate({
        replace: 'tim' in next,
        resetScroll: false,
        search: (now) => ({ ...now, ...next }) as AssignmentsSearch,
      }),
    [navigate],
  );
  const period = readPeriodOrAll(search.ky, today());
  const { plan, index, component } = {
    ...{ plan: search['ke-hoach'], index: search['chi-so'], component: search['noi-dung'] },
  };
  const asked = { from: period.from, to: period.to, plan, index, component, q: search.tim };
  const list = useInfiniteQuery(itemList(asked));
  const all = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const items = useMemo(() => all?.filter(({ progress }) => has(progress, search['tinh-trang'])), [all, search]);
  const loadAll = useWhole(list, search['tinh-trang'] !== undefined);
  const [picked, setPicked] = useState<ReadonlyMap<string, Line>>(new Map());
  return (
    <Scene
      title="Việc đã giao"
      sub={items && <Sentence items={items} total={list.data?.pages[0]?.total ?? 0} period={period} />}
      actions={items && items.length > 0 && <Exports {...{ period, loadAll, search }} />}
    >
      <AssignmentFilters {...{ period, search, change }} items={all ?? []} />
      <Extensions />
      <WaitingHint />
      <OwnPlansHint plan={search['ke-hoach']} />
      <DuplicatesHint plan={search['ke-hoach']} />
      {list.isPending && (
        <div className="card">
          <Skeleton lines={10} label="Đang tải việc đã giao" />
        </div>
      )}
      {list.isError && !items && (
        <div className="card">
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {items?.length === 0 && (
        <div className="card">
          <EmptyState
            title="Không có nhiệm vụ nào"
            text="Chưa có kế hoạch nào được giao trong thời gian này, hoặc bộ lọc quá hẹp."
          />
        </div>
      )}
      {items && items.length > 0 && (
        <ul className={picked.size > 0 ? 'item-cards choosing' : 'item-cards'} aria-label="Nhiệm vụ đã giao">
          {items.map((item) => (
            <ItemCard key={item.id} {...{ item, period, search, change, picked, setPicked }} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="btn" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {list.isFetchingNextPage ? 'Đang tải…' : 'Xem thêm nhiệm vụ'}
        </Button>
      )}
      {picked.size > 0 && <BulkBar lines={[...picked.values()]} onClear={() => setPicked(new Map())} />}
      <HistorySheet id={search.xem} onClose={() => change({ xem: undefined })} />
    </Scene>
  );
}

const figures = {
  'qua-han': 'late',
  'trong-han': 'open',
  cho: 'waiting',
  xong: 'done',
  'xong-tre': 'doneLate',
} as const;

const has = (sum: Sum, standing: AssignmentsSearch['tinh-trang']): boolean =>
  standing === undefined || sum[figures[standing]] > 0;

type Items = ItemList['items'];

/**
 * The list comes in pages. What is narrowed down by how far it is must look at all of them, and so must a file: a part that
 * looks like the whole misleads.
 */
function useWhole(list: UseInfiniteQueryResult<InfiniteData<ItemList>>, narrowed: boolean): () => Promise<Items> {
  const { hasNextPage, isFetching, isFetchNextPageError: failed, fetchNextPage } = list;
  useEffect(() => {
    if (narrowed && hasNextPage && !isFetching && !failed) void fetchNextPage();
  }, [narrowed, hasNextPage, isFetching, failed, fetchNextPage]);
  return async () => {
    let now: Pick<typeof list, 'hasNextPage' | 'data' | 'error'> = list;
    while (now.hasNextPage) {
      now = await fetchNextPage();
      if (now.error) throw now.error;
    }
    return now.data?.pages.flatMap(({ items }) => items) ?? [];
  };
}

type Exporting = { period: Period; search: AssignmentsSearch; loadAll: () => Promise<Items> };

function Exports({ period, search, loadAll }: Exporting) {
  const saving = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const items = (await loadAll()).filter(({ progress }) => has(progress, search['tinh-trang']));
      await saveTable(toItemRows(items), `viec-da-giao-${period.key}`, format);
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
  const save = (format: 'csv' | 'xlsx') => saving.mutate(format);
  return (
    <>
      <Button className="btn hide-phone" onPress={() => save('csv')}>
        Xuất CSV
      </Button>
      <Button className="btn" onPress={() => save('xlsx')}>
        Xuất Excel
      </Button>
    </>
  );
}

function Sentence({ items, total, period }: { items: ItemList['items']; total: number; period: Period }) {
  const sum = items.reduce<Sum>((sum, { progress }) => addSums(sum, progress), noSum);
  const count = items.length < total ? `${sayNumber(items.length)} trong ${sayNumber(total)}` : sayNumber(total);
  return [
    `${period.label}: ${count} nhiệm vụ, đã xong ${sayNumber(doneOf(sum))} trong ${sayNumber(datedOf(sum))} việc`,
    sayShare(sum) && ` (${sayShare(sum)})`,
    sum.late > 0 ? `; ${sayNumber(sum.late)} việc quá hạn` : '; không có việc quá hạn',
  ].join('');
}
