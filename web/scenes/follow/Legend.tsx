import type { Cell } from '../../state/store.ts';
import { useCell } from '../../state/use.ts';
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';
import { saySum, shadeWords, shapes } from './sum.ts';

const shades = ['ok', 'open', 'late', 'worse', 'bad', 'idle'] as const;

/** What the cell pointed at says in words, or what the shapes mean. */
export function Legend({ grid, at }: { grid: Grid; at: Cell<Place | null> }) {
  const place = useCell(at);
  const words = place && sayPlace(grid, place);
  return (
    <div className="heat-legend">
      {words ? (
        <p>{words}</p>
      ) : (
        <ul aria-label="Ký hiệu">
          {shades.map((shade) => (
            <li key={shade}>
              <span className={`heat-key ${shade}`} aria-hidden="true">
                {shapes[shade]}
              </span>
              {shadeWords[shade]}
            </li>
          ))}
          <li className="muted">2/4: đã xong 2 trong 4 việc có hạn</li>
        </ul>
      )}
    </div>
  );
}

/** "UBND xã Tân Lập, 2.1. Tiếp cận thông tin: đã xong 2 trong 4 việc, 1 quá hạn" */
export function sayPlace({ rows, columns, totals, total }: Grid, { row, column }: Place): string {
  const unit = row < 0 ? 'Mọi đơn vị' : rows[row]?.agency.name;
  const of = column < 0 ? undefined : columns[column];
  const sum =
    row < 0 ? (column < 0 ? total : totals[column]) : column < 0 ? rows[row]?.total : rows[row]?.cells[column];
  const what = of && (of.short === of.title ? of.title : `${of.group}, ${of.short}. ${of.title}`);
  return `${[unit, what].filter(Boolean).join(' · ')}: ${sum ? saySum(sum) : 'không có việc'}`;
}
