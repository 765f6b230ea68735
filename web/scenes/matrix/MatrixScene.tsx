import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { roles } from '../../../src/plan/model.ts';
import type { TaskView } from '../../../src/plan/views.ts';
import { exportUrl } from '../../api.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { allTasks, currentSession, frameworks } from '../../queries.ts';
import { usePhone } from '../../state/use.ts';
import { type ColumnName, columnNames, exportColumns } from './columns.tsx';
import { MatrixCards } from './MatrixCards.tsx';
import { type Change, ColumnChoice, MatrixFilters, sayPlanName } from './MatrixFilters.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { filterTasks, indexTasks, layOut } from './matrix.ts';
import { type MatrixSearch, toFilters } from './search.ts';

const route = getRouteApi('/nhiem-vu');
const none: TaskView[] = [];

/** Ma trận nhiệm vụ: every confirmed task by index, dimension and sub-dimension. */
export function MatrixScene() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const query = useQuery(allTasks());
  const all = query.data?.tasks ?? none;
  const { tasks, entries, toggle, closed, closeAll } = useMatrix(all, search);
  const plan = search['ke-hoach'];
  const shown = useMemo(
    () => chooseColumns(search.cot, plan ? all.filter(({ planId }) => planId === plan) : all),
    [search.cot, plan, all],
  );
  const phone = usePhone();
  const change = useCallback(
    (next: Partial<Record<keyof MatrixSearch, string | undefined>>) =>
      void navigate({
        // A choice is a step one can go back from; each typed letter is not.
        replace: 'tim' in next,
        resetScroll: false,
        search: (now: MatrixSearch) => ({ ...now, ...next }) as MatrixSearch,
      }),
    [navigate],
  );
  return (
    <Scene
      wide
      title="Ma trận nhiệm vụ"
      sub={
        query.data ? <Figures tasks={tasks} all={all} search={search} /> : query.isError ? 'Chưa tải được' : 'Đang tải…'
      }
      actions={all.length > 0 && <Actions {...{ search, change, shown, closed, closeAll }} />}
    >
      {all.length > 0 && <MatrixFilters tasks={all} search={search} change={change} />}
      {query.isPending && (
        <div className="card">
          <Skeleton lines={12} label="Đang tải ma trận" />
        </div>
      )}
      {query.isError && (
        <div className="card">
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isSuccess && tasks.length === 0 && <Empty any={all.length > 0} />}
      {tasks.length > 0 &&
        (phone ? (
          <MatrixCards entries={entries} onToggle={toggle} />
        ) : (
          <MatrixTable entries={entries} shown={shown} onToggle={toggle} />
        ))}
    </Scene>
  );
}

function useMatrix(all: readonly TaskView[], search: MatrixSearch) {
  const { data } = useQuery(frameworks());
  const indexed = useMemo(() => indexTasks(all), [all]);
  // Letters appear at once; the table follows when it has time.
  const settled = useDeferredValue(search);
  const tasks = useMemo(() => filterTasks(indexed, toFilters(settled)), [indexed, settled]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const by = settled.nhom ? ('agency' as const) : ('content' as const);
  const entries = useMemo(() => layOut(tasks, by, data ?? [], closed), [tasks, by, data, closed]);
  const toggle = useCallback(
    (key: string) =>
      setClosed((now) => (now.has(key) ? new Set([...now].filter((k) => k !== key)) : new Set([...now, key]))),
    [],
  );
  const closeAll = useCallback(
    () =>
      setClosed((now) => {
        if (now.size > 0) return new Set();
        const lines = layOut(tasks, by, data ?? [], new Set());
        const deepest = by === 'agency' ? 1 : 2;
        return new Set(lines.flatMap((line) => (line.kind === 'group' && line.level === deepest ? [line.key] : [])));
      }),
    [tasks, by, data],
  );
  return { tasks, entries, toggle, closed, closeAll };
}

/** Columns named in the address; else those that any task has something in. */
function chooseColumns(named: string | undefined, tasks: readonly TaskView[]): ColumnName[] {
  if (named !== undefined) {
    const names = named.split(',');
    return columnNames.filter((name) => name === 'text' || names.includes(name));
  }
  const empty = roles.filter((role) => tasks.every((task) => task[role].length === 0));
  return columnNames.filter((name) => !(empty as string[]).includes(name) && name !== 'targets' && name !== 'plan');
}

function Figures({
  tasks,
  all,
  search,
}: {
  tasks: readonly TaskView[];
  all: readonly TaskView[];
  search: MatrixSearch;
}) {
  const plans = new Set(tasks.map(({ planId }) => planId)).size;
  const agencies = new Set(tasks.flatMap((task) => roles.flatMap((role) => task[role]))).size;
  const one = search['ke-hoach'] ? all.find(({ planId }) => planId === search['ke-hoach']) : undefined;
  return [
    one && `Kế hoạch ${sayPlanName(one)}`,
    tasks.length === all.length
      ? `${sayNumber(tasks.length)} nhiệm vụ`
      : `${sayNumber(tasks.length)} trong ${sayNumber(all.length)} nhiệm vụ`,
    !one && `${sayNumber(plans)} kế hoạch`,
    `${sayNumber(agencies)} cơ quan`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Actions({
  search,
  change,
  shown,
  closed,
  closeAll,
}: {
  search: MatrixSearch;
  change: Change;
  shown: readonly ColumnName[];
  closed: ReadonlySet<string>;
  closeAll: () => void;
}) {
  const filters = toFilters(search);
  const columns = exportColumns(shown);
  return (
    <>
      <ToggleButton
        className={search.nhom ? 'btn on' : 'btn'}
        isSelected={search.nhom === 'co-quan'}
        onChange={(on) => change({ nhom: on ? 'co-quan' : undefined })}
      >
        Nhóm theo cơ quan
      </ToggleButton>
      <Button className="btn" onPress={closeAll}>
        {closed.size > 0 ? 'Mở tất cả nhóm' : 'Thu gọn nhóm'}
      </Button>
      <ColumnChoice shown={shown} onChange={(names) => change({ cot: names.join(',') })} />
      <Button className="btn hide-phone" onPress={() => window.print()}>
        In
      </Button>
      <a className="btn hide-phone" href={exportUrl('csv', filters, columns)} download>
        Xuất CSV
      </a>
      <a className="btn" href={exportUrl('xlsx', filters, columns)} download>
        Xuất Excel
      </a>
      {search['ke-hoach'] && <GiveLink plan={search['ke-hoach']} />}
    </>
  );
}

/** From the tasks of one plan to giving them out, for whoever may. */
function GiveLink({ plan }: { plan: string }) {
  const { data: session } = useQuery(currentSession());
  if (!session?.may.includes('Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch')) return null;
  return (
    <Link className="btn primary" to="/ke-hoach/$id/giao" params={{ id: plan }}>
      Giao nhiệm vụ
    </Link>
  );
}

function Empty({ any }: { any: boolean }) {
  return (
    <div className="card">
      {any ? (
        <EmptyState title="Không có nhiệm vụ phù hợp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />
      ) : (
        <EmptyState
          title="Chưa có nhiệm vụ nào"
          text="Nhiệm vụ vào ma trận khi kế hoạch được xác nhận. Hãy tải một kế hoạch lên, rà soát rồi xác nhận."
        >
          <Link to="/ke-hoach" className="btn primary">
            Mở danh sách kế hoạch
          </Link>
        </EmptyState>
      )}
    </div>
  );
}
