import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { type Role, roles } from '../../../src/plan/model.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import type { ItemList } from '../../api-follow.ts';
import type { ItemDetail } from '../../api-work.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { oneItem } from '../../queries-work.ts';
import { kindWords, sayComponent } from '../../words/work.ts';
import { Total } from '../follow/GridRow.tsx';
import { OwedLines } from '../follow/OwedLines.tsx';
import type { Period } from '../follow/period.ts';
import { saySum } from '../follow/sum.ts';
import { type Line, linesOfItem } from '../follow/useCellWork.ts';
import { today } from '../follow/useFollow.ts';
import { standingOf } from '../unit/layout.ts';
import { EventDates } from './EventDates.tsx';
import type { AssignmentsSearch, ChangeAssignments } from './search.ts';

type Picked = ReadonlyMap<string, Line>;
type Props = {
  item: ItemList['items'][number];
  period: Period;
  search: AssignmentsSearch;
  change: ChangeAssignments;
  picked: Picked;
  setPicked: (next: Picked) => void;
};

/** One task that was given out; opened, everybody who has a part in it. */
export function ItemCard({ item, period, search, change, picked, setPicked }: Props) {
  const open = search.mo === item.id;
  return (
    <li className="card item-card">
      <button
        type="button"
        className="group-line"
        aria-expanded={open}
        onClick={() => change({ mo: open ? undefined : item.id })}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        <span className="item-card-text">
          <span className="role">
            {[kindWords[item.kind], item.index, sayComponent(item)].filter(Boolean).join(' · ')}
          </span>
          {item.text}
        </span>
        <Total sum={item.progress} />
      </button>
      {open && (
        <>
          <p className="muted">
            {period.label}: {saySum(item.progress)}.{' '}
            <Link
              to="/theo-doi"
              search={{ 'ke-hoach': item.planId, 'noi-dung': sayComponent(item), cot: 'nhiem-vu', ky: period.key }}
            >
              Xem trên bảng theo dõi
            </Link>
          </p>
          <ItemAssignments id={item.id} {...{ period, search, picked, setPicked }} />
        </>
      )}
    </li>
  );
}

type Shown = { id: string; period: Period } & Pick<Props, 'search' | 'picked' | 'setPicked'>;

function ItemAssignments({ id, period, search, picked, setPicked }: Shown) {
  const detail = useQuery(oneItem(id));
  const day = today();
  const standing = search['tinh-trang'];
  const lines = useMemo(
    () =>
      (detail.data ? linesOfItem(detail.data, period) : []).filter(
        ({ owed }) => !standing || standingOf(owed, day) === standing,
      ),
    [detail.data, period, standing, day],
  );
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={4} label="Đang tải việc được giao" />;
  const ids = new Set(lines.map(({ owed }) => owed.id));
  const others = [...picked].filter(([one]) => !ids.has(one));
  const pick = (chosen: ReadonlySet<string>) =>
    setPicked(
      new Map([...others, ...lines.flatMap((one) => (chosen.has(one.owed.id) ? [[one.owed.id, one] as const] : []))]),
    );
  const all = lines.length > 0 && lines.every(({ owed }) => picked.has(owed.id));
  return (
    <>
      <Parts detail={detail.data} />
      <EventDates detail={detail.data} />
      {lines.length > 0 && (
        <Button className="link" onPress={() => pick(all ? new Set() : ids)}>
          {all ? 'Bỏ chọn các việc này' : `Chọn cả ${sayNumber(lines.length)} việc`}
        </Button>
      )}
      {lines.length === 0 && <p className="muted">Không có việc phải làm trong thời gian và tình trạng đã chọn.</p>}
      <OwedLines
        lines={lines}
        today={day}
        by="agency"
        chosen={new Set([...picked.keys()].filter((one) => ids.has(one)))}
        onChoose={pick}
        canChoose={() => true}
      />
    </>
  );
}

/** Who leads, cooperates and monitors; many of one role are counted. */
export function Parts({ detail: { assignments, agencies } }: { detail: ItemDetail }) {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const named = (role: Role): string => {
    const all = assignments.filter((one) => one.role === role && one.closed === null);
    const shown = all.slice(0, 5).map(({ agencyId }) => names.get(agencyId));
    const more = all.length - shown.length;
    return shown.join('; ') + (more > 0 ? ` và ${sayNumber(more)} đơn vị khác` : '');
  };
  return (
    <dl className="facts work-facts given-facts">
      {roles.map((role) => {
        const said = named(role);
        return (
          said && (
            <div key={role}>
              <dt>{roleWords[role]}</dt>
              <dd>{said}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
