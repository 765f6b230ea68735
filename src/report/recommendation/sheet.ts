import { findPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { fold, squish } from '../../kernel/text.ts';
import { type SheetField, type Source, type SourcePaper, sources } from './model.ts';
import { sheetHeadings, sourceWords } from './words.ts';

/** A register kept in a table, as conclusions of inspections and audits carry one: its columns known by their headings, row by row. */

/** What a heading says, folded; the first that fits is what a column is, so the narrower stand first. */
const known: readonly [SheetField, RegExp][] = [
  ['percent', /%|muc do|ty le|phan tram/],
  ['result', /ket qua|tinh hinh|da thuc hien|tien do/],
  ['due', /thoi han|thoi gian (?:hoan thanh|thuc hien)|^han\b|hoan thanh truoc/],
  ['date', /^ngay\b/],
  ['issuer', /co quan (?:ban hanh|kiem toan|thanh tra|kien nghi)|noi ban hanh|don vi ban hanh/],
  ['unit', /don vi|co quan|trach nhiem|noi thuc hien|dia phuong/],
  ['source', /^nguon\b|loai kien nghi/],
  ['number', /^so(?:\b(?! tien)(?! tt)).*|ky hieu|so hieu/],
  ['text', /kien nghi|noi dung|yeu cau|ton tai|viec phai/],
  ['what', /van ban|ket luan|can cu|bao cao/],
];

const running = /^(?:stt|tt|so tt|so thu tu|ghi chu)$/;

/** What a heading names; undefined: a column that is not read. */
export function fieldOf(heading: string): SheetField | undefined {
  const said = fold(squish(heading));
  if (said === '' || running.test(said)) return undefined;
  return known.find(([, words]) => words.test(said))?.[0];
}

type Rows = readonly (readonly string[])[];
type Columns = ReadonlyMap<SheetField, number>;

/** The row of headings: the first of those that name the most, a recommendation and a unit among them. */
function findHeader(rows: Rows): { at: number; columns: Columns } | undefined {
  let best: { at: number; columns: Columns } | undefined;
  for (const [at, row] of rows.slice(0, 40).entries()) {
    const columns = new Map<SheetField, number>();
    for (const [column, cell] of row.entries()) {
      // A sentence is no heading.
      const field = cell.length > 80 ? undefined : fieldOf(cell);
      if (field && !columns.has(field)) columns.set(field, column);
    }
    if (columns.has('text') && columns.has('unit') && columns.size > (best?.columns.size ?? 0)) best = { at, columns };
  }
  return best;
}

/** What stands for every row that says nothing of it: tables hang on one paper. */
export type SheetDefaults = { source: Source; paper: SourcePaper };

export type SheetRow = {
  row: number;
  source: Source;
  paper: SourcePaper;
  text: string;
  unit: string;
  agencyId: string;
  due: PlainDate | null;
  percent: number | null;
  result: string | null;
};
export type LeftRow = { row: number; text: string; why: string };
/** `columns`: each heading with what it is taken for. */
export type ReadSheet = {
  columns: { heading: string; field: SheetField | null }[];
  taken: SheetRow[];
  left: LeftRow[];
};

type Asking = {
  defaults: SheetDefaults;
  /** whom a printed name means; undefined where the directory does not tell */
  unitOf: (printed: string) => string | undefined;
  /** why a row that can be read is not taken: out of reach, or there already */
  refuse: (row: SheetRow) => string | undefined;
};

/** Reads a table row by row. Undefined where it has no headings that name a recommendation and a unit. */
export function readSheet(rows: Rows, asking: Asking): ReadSheet | undefined {
  const header = findHeader(rows);
  if (!header) return undefined;
  const fields = new Map([...header.columns].map(([field, column]) => [column, field]));
  const columns = (rows[header.at] ?? []).map((heading, i) => ({
    ...{ heading: squish(heading), field: fields.get(i) ?? null },
  }));
  const found: ReadSheet = { columns, taken: [], left: [] };
  for (const [at, cells] of rows.entries()) {
    if (at <= header.at) continue;
    const say = (field: SheetField): string => squish(cells[header.columns.get(field) ?? -1] ?? '');
    // "(1) (2) (3)" between the headings and the rows, and empty rows.
    if (cells.every((cell) => /^[([]?\d{0,2}[)\]]?$/.test(squish(cell)))) continue;
    readRow({ row: at + 1, say }, asking, found);
  }
  return found;
}

type Line = { row: number; say: (field: SheetField) => string };

function readRow({ row, say }: Line, asking: Asking, { taken, left }: ReadSheet): void {
  const text = say('text');
  const leave = (why: string) => left.push({ row, text: text || say('unit'), why });
  if (text === '') return void leave('chưa ghi kiến nghị');
  // "I. Về quản lý đất đai": a heading within the table.
  if (say('unit') === '') return void leave('chưa ghi đơn vị thực hiện');
  const wrong = findWrong(say);
  if (wrong !== undefined) return void leave(wrong);
  const { source, paper } = asking.defaults;
  const what = say('what') || paper.what;
  if (what === '') return void leave('chưa ghi văn bản nêu kiến nghị; có thể ghi chung cho cả tệp ở trên');
  const common = {
    ...{ row, text, source: readSource(say('source')) ?? source, due: readDay(say('due')) ?? null },
    paper: {
      ...{ what, number: say('number') || paper.number, issuer: say('issuer') || paper.issuer },
      date: readDay(say('date')) ?? paper.date,
    },
    ...{ percent: readPercent(say('percent')) ?? null, result: say('result') || null },
  };
  for (const unit of unitsOf(say('unit'), asking.unitOf)) {
    const agencyId = asking.unitOf(unit);
    if (agencyId === undefined) {
      leave(`danh bạ chưa có đơn vị “${unit}”; hãy ghi đúng tên như ở mục Đơn vị`);
      continue;
    }
    const one: SheetRow = { ...common, unit, agencyId };
    const why = asking.refuse(one);
    if (why === undefined) taken.push(one);
    else leave(why);
  }
}

/** What is written but cannot be read; nothing of a row is taken then, so that no day or figure is lost silently. */
function findWrong(say: Line['say']): string | undefined {
  for (const field of ['date', 'due'] as const)
    if (say(field) !== '' && readDay(say(field)) === undefined)
      return `${sheetHeadings[field].toLowerCase()} “${say(field)}” không phải là ngày; hãy ghi dạng 15/12/2026`;
  if (say('percent') !== '' && readPercent(say('percent')) === undefined)
    return `mức độ hoàn thành “${say('percent')}” không phải là số từ 0 đến 100`;
  if (say('source') !== '' && readSource(say('source')) === undefined)
    return `nguồn “${say('source')}” chưa rõ; hãy ghi một trong: ${sources.map((one) => sourceWords[one]).join(', ')}`;
  return undefined;
}

/** A name whole, else each of several: "UBND xã A; UBND xã B". */
function unitsOf(cell: string, unitOf: Asking['unitOf']): string[] {
  if (unitOf(cell) !== undefined) return [cell];
  const parts = cell.split(/\s*[;,]\s*|\s+và\s+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.some((part) => unitOf(part) !== undefined) ? [...new Set(parts)] : [cell];
}

function readDay(text: string): PlainDate | undefined {
  const [, d, m, y] = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text) ?? [];
  if (y) return findPlainDate(Number(y), Number(m), Number(d));
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year ? findPlainDate(Number(year), Number(month), Number(date)) : undefined;
}

function readPercent(text: string): number | undefined {
  const value = Number(/^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
  return value >= 0 && value <= 100 ? Math.floor(value) : undefined;
}

const sourceSaid: readonly [RegExp, Source][] = [
  [/thanh tra/, 'state-inspection'],
  [/kiem toan/, 'audit'],
  [/kiem tra/, 'check'],
  [/giam sat/, 'oversight'],
  [/doi thoai/, 'dialogue'],
  [/cu tri/, 'voters'],
  [/chi dao|chu tich/, 'directive'],
];
const readSource = (text: string): Source | undefined => sourceSaid.find(([words]) => words.test(fold(text)))?.[1];
