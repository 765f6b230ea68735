import type { Cell, CellSelectionState, ReactTable, Row } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { features, Line } from './columns.tsx';
import type { Entry } from './matrix.ts';
import { usePrinting } from './usePrinting.ts';

type Table = ReactTable<typeof features, Line>;

type Props = {
  table: Table;
  entries: readonly Entry[];
  /** what scrolls */
  pane: HTMLDivElement | null;
  /** filled in with the way to bring an entry into sight */
  scrollTo: RefObject<(entry: number) => void>;
  onToggle: (group: string) => void;
  span: number;
  /** the chosen cells: when they change, rows are drawn anew */
  chosen: CellSelectionState;
};

/** The rows in sight, all of them for printing. Apart from the table, so that scrolling draws nothing else. */
export const MatrixRows = memo(({ table, entries, pane, scrollTo, onToggle, span }: Props) => {
  const printing = usePrinting();
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => pane,
    estimateSize: useCallback((at: number) => (entries[at]?.kind === 'group' ? 38 : 84), [entries]),
    getItemKey: useCallback((at: number) => entries[at]?.key ?? at, [entries]),
    overscan: 8,
  });
  scrollTo.current = (at) => virtual.scrollToIndex(at, { align: 'auto' });
  const items = virtual.getVirtualItems();
  const above = printing ? 0 : (items[0]?.start ?? 0);
  const below = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const drawn = printing ? [...entries.keys()] : items.map(({ index }) => index);
  const rows = table.getRowModel().rowsById;
  return (
    <tbody>
      {above > 0 && <Gap height={above} span={span} />}
      {drawn.map((index) => {
        const entry = entries[index];
        if (!entry) return null;
        const place = { 'data-index': index, ref: virtual.measureElement, 'aria-rowindex': index + 2 };
        return entry.kind === 'group' ? (
          <GroupRow key={entry.key} entry={entry} span={span} onToggle={onToggle} place={place} />
        ) : (
          <TaskRow key={entry.key} table={table} row={rows[entry.key]} place={place} />
        );
      })}
      {below > 0 && <Gap height={below} span={span} />}
    </tbody>
  );
});

const Gap = ({ height, span }: { height: number; span: number }) => (
  <tr className="gap">
    <td colSpan={span} style={{ height }} />
  </tr>
);

type Place = { 'data-index': number; ref: (element: HTMLElement | null) => void; 'aria-rowindex': number };

function GroupRow({
  entry,
  span,
  onToggle,
  place,
}: {
  entry: Extract<Entry, { kind: 'group' }>;
  span: number;
  onToggle: (group: string) => void;
  place: Place;
}) {
  return (
    <tr className={`group level-${entry.level}`} {...place}>
      <th colSpan={span} scope="rowgroup">
        <button type="button" aria-expanded={entry.open} onClick={() => onToggle(entry.key)}>
          <span className="fold" aria-hidden="true">
            {entry.open ? '▾' : '▸'}
          </span>
          {entry.title} <span className="muted num">({sayNumber(entry.count)})</span>
        </button>
      </th>
    </tr>
  );
}

function TaskRow({ table, row, place }: { table: Table; row: Row<typeof features, Line> | undefined; place: Place }) {
  return (
    <tr {...place}>
      {row?.getVisibleCells().map((cell) => (
        <TaskCell
          key={cell.id}
          table={table}
          cell={cell}
          selected={cell.getIsSelected()}
          focused={cell.getIsFocused()}
        />
      ))}
    </tr>
  );
}

export const cellId = (row: string, column: string): string => `o-${row}-${column}`;

type CellProps = { table: Table; cell: Cell<typeof features, Line, unknown>; selected: boolean; focused: boolean };

/** Drawn anew only when its own choice changes, so that a drag over many cells stays light. */
const TaskCell = memo(
  ({ table, cell, selected, focused }: CellProps) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
    <td
      id={cellId(cell.row.id, cell.column.id)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      aria-selected={selected}
      data-focused={focused || undefined}
      onMouseDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('a')) return;
        cell.getSelectionStartHandler(document)(event);
      }}
      onMouseEnter={cell.getSelectionExtendHandler()}
    >
      <table.FlexRender cell={cell} />
    </td>
  ),
  (before, after) =>
    before.cell === after.cell && before.selected === after.selected && before.focused === after.focused,
);
