import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TaskView } from '../../../src/plan/views.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { itemList } from '../../queries-follow.ts';
import { oneItem } from '../../queries-work.ts';
import { DuplicatesHint } from '../duplicates/DuplicatesHint.tsx';
import { OwedLines } from '../follow/OwedLines.tsx';
import { periodsOf } from '../follow/period.ts';
import { saySum } from '../follow/sum.ts';
import { linesOfItem } from '../follow/useCellWork.ts';
import { today } from '../follow/useFollow.ts';
import { OversightPanel } from '../oversight/OversightPanel.tsx';
import { EventDates } from './EventDates.tsx';
import { Parts } from './ItemCard.tsx';

/** To whom a task of the matrix was given, and how far each of them is. */
export function TaskAssignments({ task }: { task: TaskView }) {
  const day = today();
  const [period] = periodsOf(task.year ?? Number(day.slice(0, 4)), day);
  const { from = day, to = day } = period ?? {};
  const list = useInfiniteQuery(itemList({ from, to, plan: task.planId }));
  const item = useMemo(() => findItem(list.data?.pages.flatMap(({ items }) => items) ?? [], task), [list.data, task]);
  const detail = useQuery({ ...oneItem(item?.id ?? ''), enabled: item !== undefined });
  const lines = useMemo(() => (detail.data ? linesOfItem(detail.data, { from, to }) : []), [detail.data, from, to]);
  const failed = list.error ?? detail.error;
  return (
    <>
      {item && detail.data && <OversightPanel about={{ item, units: detail.data.agencies }} />}
      <section className="card task-given">
        <h2>Việc được giao</h2>
        {failed && <ErrorState error={failed} onRetry={() => void list.refetch()} />}
        {!failed && (list.isPending || (item && !detail.data)) && (
          <Skeleton lines={4} label="Đang tải việc được giao" />
        )}
        {list.data && !item && (
          <p className="muted">
            Nhiệm vụ này chưa được giao. Khi kế hoạch được giao, đơn vị nhận việc và hạn hiện ở đây.
          </p>
        )}
        {item && detail.data && (
          <>
            <p className="muted">
              {period?.label}: {saySum(item.progress)}.{' '}
              <Link to="/giao-viec" search={{ 'ke-hoach': task.planId, mo: item.id }}>
                Mở trong việc đã giao
              </Link>
            </p>
            <DuplicatesHint item={item.id} />
            <Parts detail={detail.data} />
            <EventDates detail={detail.data} />
            <OwedLines lines={lines} today={day} by="agency" chosen={undefined} onChoose={() => undefined} />
          </>
        )}
      </section>
    </>
  );
}

type Listed = { kind: string; text: string; position: number };

/** A task and what was issued from it share their words and, unless rows moved since, their place. */
function findItem<T extends Listed>(items: readonly T[], { text, order }: TaskView): T | undefined {
  const same = items.filter((item) => item.kind === 'task' && item.text === text);
  return same.find(({ position }) => position === order) ?? same[0];
}
