import type { Grid } from './grid.ts';
import { datedOf, doneOf, sayShare, saySum, shadeOf, shapes } from './sum.ts';

/** On a phone: one line a unit, how far it is as a bar and in words. */
export function UnitBars({ grid: { rows }, onOpen }: { grid: Grid; onOpen: (row: number) => void }) {
  return (
    <ul className="unit-bars" aria-label="Đơn vị">
      {rows.map(({ agency, total }, at) => (
        <li key={agency.id}>
          <button type="button" className="card unit-bar" onClick={() => onOpen(at)}>
            <span className="unit-bar-name">{agency.name}</span>
            <b className="num">{sayShare(total) || '○'}</b>
            <span className="bar" aria-hidden="true">
              <i className="done" style={{ width: `${(doneOf(total) / (datedOf(total) || 1)) * 100}%` }} />
              <i className="late" style={{ width: `${(total.late / (datedOf(total) || 1)) * 100}%` }} />
            </span>
            <span className="unit-bar-sum">
              <span aria-hidden="true" className={total.late > 0 ? 'late' : undefined}>
                {shapes[shadeOf(total)]}
              </span>{' '}
              {saySum(total)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
