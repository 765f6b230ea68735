import { type Cell, type ReactTable, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef } from 'react';
import { type ColumnName, columns, features, type Line } from './columns.tsx';
import type { Entry } from './matrix.ts';
import { useCellKeys } from './useCellKeys.ts';
import { usePrinting } from './usePrinting.ts';

type Table = ReactTable<typeof features, Line>;

/**
 * The matrix as a table. Only the rows in sight are drawn, all of them for printing. Cells are chosen by pointing or by
 * arrows, with Shift for more, and copied as cells.
 */
export function MatrixTable({
  entries,
  shown,
  onToggle,
}: {
  entries: readonly Entry[];
  shown: readonly ColumnName[];
  onToggle: (group: string) => void;
}) {
  const data = useMemo(() => entries.flatMap((entry): Line[] => (entry.kind === 'task' ? [entry] : [])), [entries]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id ?? '', shown.includes(id as ColumnName)])),
    [shown],
  );
  const table = useTable({ features, columns, data, getRowId: (line) => line.key, state: { columnVisibility } });
  const pane = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => pane.current,
    estimateSize: (at) => (entries[at]?.kind === 'group' ? 38 : 84),
    getItemKey: (at) => entries[at]?.key ?? at,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table itself stays; its rows change with the data
  const rows = useMemo(() => new Map(table.getRowModel().rows.map((row) => [row.id, row])), [table, data]);
  const keys = useCellKeys(table, entries, (at) => virtual.scrollToIndex(at, { align: 'auto' }), shown);
  const items = virtual.getVirtualItems();
  const above = printing ? 0 : (items[0]?.start ?? 0);
  const below = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const drawn = printing ? entries.map((_, index) => ({ index })) : items;
  return (
    <div className="card matrix-pane" ref={pane}>
      <table
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are chosen and copied, which is what a grid is
        role="grid"
        aria-label="Ma trận nhiệm vụ"
        aria-rowcount={entries.length + 1}
        aria-multiselectable
        tabIndex={0}
        {...keys}
      >
        <colgroup>
          {shown.map((name) => (
            <col key={name} className={`col-${name}`} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} span={shown.length} />}
          {drawn.map(({ index }) => {
            const entry = entries[index];
            if (!entry) return null;
            const place = { 'data-index': index, ref: virtual.measureElement, 'aria-rowindex': index + 2 };
            return entry.kind === 'group' ? (
              <GroupRow key={entry.key} entry={entry} span={shown.length} onToggle={onToggle} place={place} />
            ) : (
              <tr key={entry.key} {...place}>
                {rows
                  .get(entry.key)
                  ?.getVisibleCells()
                  .map((cell) => (
                    <TaskCellView key={cell.id} table={table} cell={cell} {...stateOf(cell)} />
                  ))}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} span={shown.length} />}
        </tbody>
      </table>
    </div>
  );
}

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
          {entry.title} <span className="muted num">({entry.count})</span>
        </button>
      </th>
    </tr>
  );
}

type CellOf = Cell<typeof features, Line, unknown>;
type CellState = { selected: boolean; focused: boolean };

const stateOf = (cell: CellOf): CellState => ({ selected: cell.getIsSelected(), focused: cell.getIsFocused() });

export const cellId = (row: string, column: string): string => `o-${row}-${column}`;

/** Drawn anew only when its own choice changes, so that a drag over many cells stays light. */
const TaskCellView = memo(
  ({ table, cell, selected, focused }: { table: Table; cell: CellOf } & CellState) => (
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
