import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MyWorkView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { currentSession } from '../../queries.ts';
import { myWork } from '../../queries-work.ts';
import { ExplanationLink } from '../letters/LetterLinks.tsx';
import { layOutWork } from './layout.ts';
import type { ChangeSearch, MyWorkSearch } from './search.ts';
import { useConcreteSender } from './useConcreteActs.ts';
import { WorkFilters } from './WorkFilters.tsx';
import { WorkList } from './WorkList.tsx';
import { WorkSheet } from './WorkSheet.tsx';

const route = getRouteApi('/viec-cua-toi');

/** Việc của tôi: what my unit owes, the most urgent first. */
export function MyWorkScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useQuery(currentSession());
  const work = useQuery(myWork(search['don-vi']));
  // What a dropped line has left on this machine goes as soon as the list is open, not only with its own task.
  useConcreteSender();
  const change: ChangeSearch = (next) =>
    void navigate({
      replace: 'tim' in next,
      resetScroll: false,
      search: (now) => ({ ...now, ...next }) as MyWorkSearch,
    });
  const who = session ? `${session.unit} · ${session.officer}` : '';
  return (
    <Scene
      title="Việc của tôi"
      sub={<Figures who={who} work={work.data} />}
      actions={(work.data?.counts.overdue ?? 0) > 0 && <ExplanationLink />}
    >
      {work.isPending && (
        <div className="card">
          <Skeleton lines={9} label="Đang tải việc của đơn vị" />
        </div>
      )}
      {work.isError && !work.data && (
        <div className="card">
          <ErrorState error={work.error} onRetry={() => void work.refetch()} />
        </div>
      )}
      {work.data && <Work work={work.data} search={search} change={change} />}
      <WorkSheet work={work.data} search={search} change={change} />
    </Scene>
  );
}

function Figures({ who, work }: { who: string; work: MyWorkView | undefined }) {
  if (!work) return who;
  const { returned, overdue, today, week, later, waiting } = work.counts;
  const parts = [
    returned > 0 && `${sayNumber(returned)} việc bị trả lại`,
    overdue > 0 && `${sayNumber(overdue)} việc quá hạn`,
    today > 0 && `${sayNumber(today)} việc đến hạn hôm nay`,
    week > 0 && `${sayNumber(week)} việc đến hạn trong tuần`,
    later + waiting > 0 && `${sayNumber(later + waiting)} việc về sau`,
  ].filter(Boolean);
  return [who, parts.length > 0 ? parts.join(', ') : 'không còn việc nào phải làm'].filter(Boolean).join(': ');
}

function Work({ work, search, change }: { work: MyWorkView; search: MyWorkSearch; change: ChangeSearch }) {
  const sections = useMemo(() => layOutWork(work.owed, work.items, search, work.concrete), [work, search]);
  const total = Object.values(work.counts).reduce((sum, count) => sum + count, 0);
  if (total === 0 && !search['don-vi'])
    return (
      <div className="card">
        <EmptyState
          title="Không còn việc nào phải làm"
          text="Khi một kế hoạch được giao cho đơn vị, việc phải làm và ngày phải xong hiện ở đây. Tiến độ của các đơn vị ở mục Theo dõi."
        >
          <Link className="btn" to="/theo-doi">
            Mở Theo dõi
          </Link>
        </EmptyState>
      </div>
    );
  return (
    <>
      <WorkFilters work={work} search={search} change={change} />
      {work.owed.length < total && (
        <p className="work-note work-most">
          Đang hiện {sayNumber(work.owed.length)} việc gấp nhất trong {sayNumber(total)} việc. Chọn một đơn vị để xem
          hết.
        </p>
      )}
      {sections.length === 0 ? (
        <div className="card">
          <EmptyState title="Không có việc nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />
        </div>
      ) : (
        <WorkList work={work} sections={sections} search={search} change={change} />
      )}
    </>
  );
}
