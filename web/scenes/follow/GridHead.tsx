import { memo } from 'react';
import { Total } from './GridRow.tsx';
import type { Column, Grid } from './grid.ts';
import { Part } from './Part.tsx';
import { cellId, type Place } from './place.ts';
import { sayShare, saySum, shadeOf, shapes } from './sum.ts';

/** The names of the columns and the line "Toàn bộ": both stay in sight. */
export const GridHead = memo(function GridHead({
  grid: { columns, totals, total },
  narrow,
  width,
  focus,
}: {
  grid: Grid;
  narrow: boolean;
  width: number;
  focus: Place | null;
}) {
  const at = (column: number) => (focus?.row === -1 && focus.column === column) || undefined;
  return (
    <Part role="rowgroup" className="heat-head">
      {narrow && <Groups columns={columns} width={width} />}
      <Part role="row" aria-rowindex={1} className="heat-names">
        <Part role="columnheader" aria-colindex={1} className="heat-unit">
          <span>Đơn vị</span>
          <span className="heat-total" aria-hidden="true">
            <span />
            <span className="num">đã xong</span>
            <span className="num">quá hạn</span>
          </span>
        </Part>
        {columns.map(({ key, short, title }, column) => (
          <Part
            key={key}
            role="columnheader"
            aria-colindex={column + 2}
            className="heat-name"
            style={{ width }}
            title={title}
            data-row={-1}
            data-column={column}
          >
            {briefly(short)}
            {narrow && <span className="sr-only">. {title}</span>}
          </Part>
        ))}
      </Part>
      <Part role="row" aria-rowindex={2} className="heat-sums">
        <Part
          role="rowheader"
          aria-colindex={1}
          className="heat-unit"
          id={cellId({ row: -1, column: -1 })}
          data-focused={at(-1)}
        >
          <span>Toàn bộ</span>
          <Total sum={total} />
        </Part>
        {totals.map((sum, column) => (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            id={cellId({ row: -1, column })}
            className={`heat-cell ${shadeOf(sum)}`}
            style={{ width }}
            data-row={-1}
            data-column={column}
            data-focused={at(column)}
            data-shown={`${narrow ? '' : shapes[shadeOf(sum)]} ${sayShare(sum)}`}
          >
            {saySum(sum)}
          </Part>
        ))}
      </Part>
    </Part>
  );
});

/** Components over their tasks: the name where all of it has room, else the code; the line below the grid says it whole. */
function Groups({ columns, width }: { columns: readonly Column[]; width: number }) {
  const groups: { name: string; code: string; from: number; count: number }[] = [];
  for (const [at, { group, code }] of columns.entries()) {
    const last = groups.at(-1);
    if (last?.name === group) last.count += 1;
    else groups.push({ name: group, code, from: at, count: 1 });
  }
  return (
    <div className="heat-groups" aria-hidden="true">
      <span className="heat-unit" />
      {groups.map(({ name, code, from, count }) => (
        <span key={from} className="heat-group" style={{ width: count * width }}>
          <b>{[name, code].find((one) => fits(one, count * width))}</b>
        </span>
      ))}
    </div>
  );
}

/** A row of several components would make the head as high as half the grid: the first is named, all when pointed at. */
function briefly(name: string): string {
  const [first = '', ...more] = name.split('; ');
  return more.length > 0 ? `${first} và ${more.length} nội dung khác` : name;
}

/** Two lines of small type, a letter about 6.4 px wide. */
const fits = (name: string, width: number): boolean => name.length * 6.4 < (width - 16) * 1.8;
