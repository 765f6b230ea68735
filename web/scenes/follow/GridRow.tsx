import { memo } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { shortAgency } from '../../words/agency.ts';
import type { Row } from './grid.ts';
import { Part } from './Part.tsx';
import { cellId } from './place.ts';
import {
  datedOf,
  doneOf,
  type Shade,
  type Sum,
  sayCell,
  sayShare,
  saySum,
  shadeOf,
  shadeWords,
  shapes,
} from './sum.ts';

/** Which columns stand in the page, and how far in they begin. */
type Tracks = { from: number; to: number; before: number; width: number };

/** One unit: its name and total stay in sight, its cells as far as they are. */
export const GridRow = memo(function GridRow({
  row,
  index,
  start,
  size,
  tracks,
  focused,
  left,
  right,
}: {
  row: Row;
  index: number;
  start: number;
  size: number;
  tracks: Tracks;
  /** the focused column, −1 the unit itself */
  focused: number | undefined;
  /** the chosen columns */
  left: number | undefined;
  right: number | undefined;
}) {
  const { from, to, before, width } = tracks;
  const isChosen = (column: number) => left !== undefined && right !== undefined && column >= left && column <= right;
  return (
    <Part
      role="row"
      aria-rowindex={index + 3}
      className="heat-row"
      style={{ transform: `translateY(${start}px)`, height: size }}
    >
      <Part
        role="rowheader"
        aria-colindex={1}
        aria-selected={isChosen(-1)}
        id={cellId({ row: index, column: -1 })}
        className="heat-unit"
        data-row={index}
        data-column={-1}
        data-focused={focused === -1 || undefined}
      >
        <span title={row.agency.name}>
          {shortAgency(row.agency.name)}
          {row.agency.asked && <small className="muted"> (đề nghị)</small>}
        </span>
        <Total sum={row.total} />
      </Part>
      <span style={{ width: before }} className="heat-gap" aria-hidden="true" />
      {row.cells.slice(from, to).map((sum, i) => (
        <HeatCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
          key={from + i}
          {...{ sum, width, row: index }}
          column={from + i}
          isFocused={focused === from + i}
          isChosen={isChosen(from + i)}
        />
      ))}
    </Part>
  );
});

/**
 * A cell is a single element: its words are its text, of no size, and what is seen of them is drawn by the style. Words
 * hidden in an element of their own would be hundreds of layers to paint anew with every row that comes into sight.
 */
const HeatCell = memo(function HeatCell({
  sum,
  row,
  column,
  width,
  isFocused,
  isChosen,
}: {
  sum: Sum | undefined;
  row: number;
  column: number;
  width: number;
  isFocused: boolean;
  isChosen: boolean;
}) {
  const shade = sum ? shadeOf(sum) : 'none';
  return (
    <Part
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isChosen}
      id={cellId({ row, column })}
      className={`heat-cell ${shade}`}
      style={{ width }}
      data-row={row}
      data-column={column}
      data-focused={isFocused || undefined}
      data-shown={sum && `${shapes[shade]} ${sayCell(sum)}`}
      data-more={sum && width > 100 ? sayMore(sum, shade) : undefined}
    >
      {sum ? saySum(sum) : 'không có việc'}
    </Part>
  );
});

const sayMore = (sum: Sum, shade: Shade): string =>
  sum.late > 0 ? `${sayNumber(sum.late)} quá hạn` : shortWords[shade];

const shortWords = { ...shadeWords, none: '', open: 'trong hạn', late: '', worse: '', bad: '' };

/** How far all of it is: a bar, the share done, and what is late. */
export function Total({ sum }: { sum: Sum }) {
  const dated = datedOf(sum);
  return (
    <span className="heat-total">
      <span className="bar" aria-hidden="true">
        <i className="done" style={{ width: `${dated && (doneOf(sum) / dated) * 100}%` }} />
        <i className="late" style={{ width: `${dated && (sum.late / dated) * 100}%` }} />
      </span>
      <span className="num">{sayShare(sum)}</span>
      <span className={sum.late > 0 ? 'num late' : 'num muted'}>
        {sum.late > 0 ? `▲ ${sayNumber(sum.late)}` : dated > 0 ? '' : '○'}
        <span className="sr-only">{sum.late > 0 ? ' việc quá hạn' : 'không có việc quá hạn'}</span>
      </span>
    </span>
  );
}
