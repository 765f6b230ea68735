import { observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import type { Cell } from '../../state/store.ts';
import { shortAgency } from '../../words/agency.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import type { Grid } from './grid.ts';
import { Part } from './Part.tsx';
import type { Place } from './place.ts';
import { useGridKeys } from './useGridKeys.ts';

/** Widths in px; the first column is the unit with its own total. */
const unitWidth = 350;
const columnWidth = { 'nhiem-vu': 60, 'noi-dung': 128 } as const;

/** A line of a name takes about twenty letters. */
const rowHeight = (name: string): number => Math.max(38, Math.ceil(shortAgency(name).length / 20) * 19 + 8);

type Size = { width: number; height: number };

/** The unit's column covers what lies under it: columns have the rest of the width. */
const besideUnits = (of: Virtualizer<HTMLDivElement, Element>, tell: (size: Size) => void) =>
  observeElementRect(of, ({ width, height }) => tell({ width: Math.max(0, width - unitWidth), height }));

/**
 * Units × columns. Only what is in sight stands in the page, in both directions, so that 150 × 120 scrolls without a
 * stutter. `at` is the place pointed at or moved to, told to whoever reads it aloud beside the grid.
 */
export function HeatGrid({
  grid,
  narrow,
  at,
  onOpen,
}: {
  grid: Grid;
  /** columns of single tasks */
  narrow: boolean;
  at: Cell<Place | null>;
  onOpen: (place: Place) => void;
}) {
  const [pane, setPane] = useState<HTMLDivElement | null>(null);
  const width = columnWidth[narrow ? 'nhiem-vu' : 'noi-dung'];
  const rows = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => pane,
    estimateSize: (row) => rowHeight(grid.rows[row]?.agency.name ?? ''),
    overscan: 4,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: grid.columns.length,
    getScrollElement: () => pane,
    estimateSize: () => width,
    overscan: 1,
    observeElementRect: besideUnits,
  });
  const shown = columns.getVirtualItems();
  // In fours: what stands changes with every fourth column and not with each.
  const from = Math.floor((shown[0]?.index ?? 0) / 4) * 4;
  const to = Math.min(Math.ceil(((shown.at(-1)?.index ?? -1) + 1) / 4) * 4, grid.columns.length);
  const scrollTo = ({ row, column }: Place) => {
    if (row >= 0) rows.scrollToIndex(row);
    else pane?.scrollTo({ top: 0 });
    if (column >= 0) columns.scrollToIndex(column);
  };
  const { focus, range, handlers } = useGridKeys({ grid, at, scrollTo, onOpen });
  const full = unitWidth + grid.columns.length * width;
  const tracks = useMemo(() => ({ from, to, before: from * width, width }), [from, to, width]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows and cells stand at computed places, which a table cannot
    <div
      className="card heat-pane"
      ref={setPane}
      role="grid"
      aria-label="Tiến độ theo đơn vị và nhiệm vụ"
      aria-rowcount={grid.rows.length + 2}
      aria-colcount={grid.columns.length + 1}
      aria-multiselectable
      tabIndex={0}
      {...handlers}
    >
      <div style={{ width: full }} className="heat-table">
        <GridHead grid={grid} narrow={narrow} width={width} focus={focus} />
        <Part role="rowgroup" className="heat-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const row = grid.rows[index];
            if (!row) return null;
            const chosen = range && index >= range.top && index <= range.bottom ? range : undefined;
            return (
              <GridRow
                key={row.agency.id}
                {...{ row, index, start, size, tracks }}
                focused={focus?.row === index ? focus.column : undefined}
                left={chosen?.left}
                right={chosen?.right}
              />
            );
          })}
        </Part>
      </div>
    </div>
  );
}
