import { type DuckDBDataChunk, type DuckDBResult, DuckDBTypeId, type DuckDBVector } from '@duckdb/node-api';
import type { DomainValue, ScanAnswer } from '../../survey/model.ts';

/**
 * Answers of the column store, taken over by columns: a scan answers with hundreds of columns, or with a million rows, and an
 * object for each row took longer than the scan.
 */
export async function readAnswer(result: DuckDBResult): Promise<ScanAnswer> {
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const names = result.columnNames();
  const columns = new Map(names.map((name, at) => [name, readColumn(chunks, at, result.columnTypeId(at), rows)]));
  return {
    rows,
    column: (name) => {
      const column = columns.get(name);
      if (column === undefined) throw new Error(`the answer has no column ${name}: ${names.join(', ')}`);
      return column;
    },
  };
}

const numbers: ReadonlySet<DuckDBTypeId> = new Set([
  ...[DuckDBTypeId.TINYINT, DuckDBTypeId.SMALLINT, DuckDBTypeId.INTEGER, DuckDBTypeId.BIGINT, DuckDBTypeId.HUGEINT],
  ...[DuckDBTypeId.UTINYINT, DuckDBTypeId.USMALLINT, DuckDBTypeId.UINTEGER, DuckDBTypeId.UBIGINT],
  ...[DuckDBTypeId.UHUGEINT, DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL],
]);

function readColumn(chunks: readonly DuckDBDataChunk[], at: number, type: DuckDBTypeId, rows: number) {
  return (numbers.has(type) ? readNumbers(chunks, at, rows) : undefined) ?? readValues(chunks, at);
}

/** Whole numbers beyond this are as doubles the same as their neighbours. */
const exact = 2 ** 53;

/**
 * A column as doubles; undefined where it holds whole numbers that doubles could not tell apart: only names of things (a
 * household's, a person's) are so long, and two that became one would make one cluster of two without a word.
 */
function readNumbers(chunks: readonly DuckDBDataChunk[], at: number, rows: number): Float64Array | undefined {
  const column = new Float64Array(rows);
  let from = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(at);
    if (!fill(column, from, vector)) return undefined;
    from += vector.itemCount;
  }
  return column;
}

/** What a vector of numbers is made of: its values one after the other, and a bit for each that is there. */
type Numbers = { items?: unknown; validity?: { data: BigUint64Array | null; offset: number } };

function fill(column: Float64Array, from: number, vector: DuckDBVector): boolean {
  const { items, validity } = vector as unknown as Numbers;
  if (!isPlain(items)) return fillByItem(column, from, vector);
  if (items instanceof BigInt64Array) setIntegers(column, from, items);
  else column.set(items, from);
  dropMissing(column, from, vector.itemCount, validity);
  return !(items instanceof BigInt64Array) || areExact(column, from, items);
}

function dropMissing(column: Float64Array, from: number, count: number, validity: Numbers['validity']): void {
  const there = validity?.data;
  if (!there) return;
  const bits = new Uint32Array(there.buffer, there.byteOffset, there.length * 2);
  for (let i = 0; i < count; i++) {
    const bit = i + (validity?.offset ?? 0);
    if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) column[from + i] = Number.NaN;
  }
}

type Plain = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | BigInt64Array;

const isPlain = (items: unknown): items is Plain =>
  [Float64Array, Float32Array, Int32Array, Int16Array, Int8Array, BigInt64Array].some((kind) => items instanceof kind);

/** Counts and sums of integers: as two halves, for a million big integers take half a second. */
function setIntegers(column: Float64Array, from: number, items: BigInt64Array): void {
  const high = new Int32Array(items.buffer, items.byteOffset, items.length * 2);
  const low = new Uint32Array(items.buffer, items.byteOffset, items.length * 2);
  for (let i = 0; i < items.length; i++) column[from + i] = (high[2 * i + 1] ?? 0) * 4_294_967_296 + (low[2 * i] ?? 0);
}

/** Only those that seem too large are looked at as what they are. What is not there is NaN, and not too large. */
function areExact(column: Float64Array, from: number, items: BigInt64Array): boolean {
  for (let i = 0; i < items.length; i++)
    if (Math.abs(column[from + i] ?? 0) >= exact && BigInt(column[from + i] ?? 0) !== items[i]) return false;
  return true;
}

type Decimal = { value: bigint; scale: number; toDouble: () => number };

function fillByItem(column: Float64Array, from: number, vector: DuckDBVector): boolean {
  for (let i = 0; i < vector.itemCount; i++) {
    const item = vector.getItem(i) as number | bigint | Decimal | null;
    const number = item === null ? Number.NaN : typeof item === 'object' ? item.toDouble() : Number(item);
    column[from + i] = number;
    const whole = typeof item === 'object' && item?.scale === 0 ? item.value : item;
    if (typeof whole === 'bigint' && Math.abs(number) >= exact && BigInt(number) !== whole) return false;
  }
  return true;
}

function readValues(chunks: readonly DuckDBDataChunk[], at: number): DomainValue[] {
  const values: DomainValue[] = [];
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(at);
    for (let i = 0; i < vector.itemCount; i++) {
      const item = vector.getItem(i);
      values.push(item === null || typeof item === 'boolean' || typeof item === 'string' ? item : String(item));
    }
  }
  return values;
}
