import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { currentSession } from '../../queries.ts';
import { EventDatesOf } from '../assignments/EventDates.tsx';
import { WorkLetters } from '../letters/LetterLinks.tsx';
import type { Grid } from './grid.ts';
import { OwedLines } from './OwedLines.tsx';
import type { Period } from './period.ts';
import { RemindForm } from './RemindForm.tsx';
import { noSum, saySum } from './sum.ts';
import { type Line, useCellWork } from './useCellWork.ts';
import { today } from './useFollow.ts';

type Props = { grid: Grid; period: Period; open: string | undefined; onClose: () => void };

/** What lies behind a cell, a unit or a column: each day owed, and urging those who are behind. */
export function CellSheet({ grid, period, open, onClose }: Props) {
  const last = useRef('');
  if (open !== undefined) last.current = open;
  const name = open ?? last.current;
  const cell = useMemo(() => findCell(grid, name), [grid, name]);
  return (
    <Sheet title={cell.title} kind="large" isOpen={open !== undefined} onClose={onClose}>
      {open !== undefined && <Behind key={open} cell={cell} period={period} />}
    </Sheet>
  );
}

type FoundCell = ReturnType<typeof findCell>;

function findCell({ rows, columns, totals }: Grid, name: string) {
  const [agencyId = '', key = ''] = name.split('~');
  const row = rows.find(({ agency }) => agency.id === agencyId);
  const at = columns.findIndex((column) => column.key === key);
  const column = columns[at];
  const sum = row ? (column ? row.cells[at] : row.total) : column && totals[at];
  return {
    ...{ agencyId, agencyName: row?.agency.name ?? '', sum: sum ?? noSum },
    itemIds: column ? column.itemIds : columns.flatMap(({ itemIds }) => itemIds),
    title: row?.agency.name ?? (column && column.short === column.title ? column.title : 'Nhiệm vụ'),
    about: row ? column?.title : column && column.short !== column.title ? column.title : undefined,
  };
}

function Behind({ cell, period }: { cell: FoundCell; period: Period }) {
  const { data: session } = useQuery(currentSession());
  const { agencyId, agencyName, itemIds } = cell;
  const work = useCellWork({ agencyId, agencyName, itemIds, days: period });
  const day = today();
  const behind = useMemo(
    () => new Set(work.lines.flatMap(({ owed }) => (isBehind(owed, day) ? [owed.id] : []))),
    [work.lines, day],
  );
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const chosen = picked ?? behind;
  const may = session?.may.includes(
    'Đơn vị chủ trì, theo dõi, người đứng đầu và cơ quan thường trực nhắc được người thực hiện',
  );
  return (
    <>
      {cell.about && <p className="prose pre">{cell.about}</p>}
      <p className="muted">
        {period.label}: {saySum(cell.sum)}.{' '}
        {agencyId && (
          <Link to="/don-vi/$id" params={{ id: agencyId }} search={{ ky: period.key }}>
            Mở trang của đơn vị
          </Link>
        )}
      </p>
      {work.failed && <ErrorState error={work.failed} onRetry={work.again} />}
      {work.pending && !work.failed && <Skeleton lines={5} label="Đang tải việc của ô này" />}
      {work.left > 0 && (
        <p className="muted">Còn {sayNumber(work.left)} nhiệm vụ chưa liệt kê; hãy chọn từng nhiệm vụ để xem.</p>
      )}
      {waitingItems(work.lines).map((id) => (
        <EventDatesOf key={id} itemId={id} />
      ))}
      {!work.pending && may && (
        <RemindForm chosen={[...chosen]} behind={behind.size} onDone={() => setPicked(new Set())} />
      )}
      {agencyId && behind.size > 0 && (
        <p className="row">
          <WorkLetters units={[agencyId]} />
        </p>
      )}
      {work.lines.length > 0 && (
        <OwedLines
          lines={work.lines}
          today={day}
          by={agencyId ? 'item' : 'agency'}
          chosen={may ? chosen : undefined}
          onChoose={setPicked}
        />
      )}
    </>
  );
}

/** Tasks of which somebody waits for the day of an event; of many the first few. */
const waitingItems = (lines: readonly Line[]): string[] =>
  [...new Set(lines.flatMap(({ owed, item }) => (owed.status === 'waiting' ? [item.id] : [])))].slice(0, 3);

/** Past its day and not done. */
const isBehind = ({ status, due }: { status: string; due: string | null }, day: string): boolean =>
  ['open', 'in-progress', 'returned'].includes(status) && due !== null && due < day;
