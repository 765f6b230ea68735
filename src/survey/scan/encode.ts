import type { DomainValue } from '../model.ts';

export type Values = ArrayLike<DomainValue> | Float64Array;

/** Rows numbered by what they hold: `ids[row]` from 0 in order of appearance, `first[id]` a row that holds it. */
export type Encoded = { ids: Int32Array; first: number[] };

/** Numbers the distinct combinations of columns. NaN stands for null in arrays of doubles and equals itself. */
export function encode(rows: number, columns: readonly Values[]): Encoded {
  const [head, ...rest] = columns;
  if (head === undefined) return { ids: new Int32Array(rows), first: rows === 0 ? [] : [0] };
  return rest.reduce<Encoded>((left, column) => cross(left, encodeOne(rows, column)), encodeOne(rows, head));
}

function encodeOne(rows: number, column: Values): Encoded {
  const known = new Map<DomainValue, number>();
  const ids = new Int32Array(rows);
  const first: number[] = [];
  for (let row = 0; row < rows; row++) {
    const value = column[row] as DomainValue;
    let id = known.get(value);
    if (id === undefined) {
      id = first.push(row) - 1;
      known.set(value, id);
    }
    ids[row] = id;
  }
  return { ids, first };
}

/** Numbers pairs of numbers. */
export function cross(left: Encoded, right: Encoded): Encoded {
  if (left.first.length === 1) return right;
  if (right.first.length === 1) return left;
  const width = right.first.length;
  const pairs = new Float64Array(left.ids.length);
  for (let row = 0; row < pairs.length; row++) pairs[row] = (left.ids[row] ?? 0) * width + (right.ids[row] ?? 0);
  return encodeOne(pairs.length, pairs);
}
