import { findPlainDate, isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { fold, squish } from '../../kernel/text.ts';
import type { Agency, AgencySpan, Succession } from '../model.ts';
import { agencyHeadings, kindNames, levelNames, successionHeadings } from './sheet.ts';
import { type Cells, readColumns } from './sheet-columns.ts';

/** A row that cannot be taken, counted from 1 with the heading, whom it names, and why. */
export type WrongRow = { row: number; name: string; what: string };

/** An agency as a file says it, with the row of each of its spans. */
export type SheetAgency = { agency: Agency; rows: readonly number[] };

export type SheetRead = {
  agencies: readonly SheetAgency[];
  successions: readonly Succession[];
  wrong: readonly WrongRow[];
  /** the file has no column of short names: those that are known stay */
  keepsShortNames: boolean;
};

/** One sheet of a workbook: its name and its rows of text, the heading first. */
export type Sheet = { sheet: string; rows: readonly (readonly string[])[] };

/** Whose code it is: the id it stands for, and whether the directory has it. */
export type Codes = { idOf: (code: string) => string; isKnown: (code: string) => boolean };

type Heading = (typeof agencyHeadings)[number];
const neededHeadings = ['Mã', 'Tên', 'Loại', 'Cấp', 'Trực thuộc (mã)', 'Từ ngày', 'Đến hết ngày'] as const;

// As the API takes them.
const longest = 500;
// Control characters cannot be printed; PostgreSQL takes no NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u001f]/;

const sheetOf = (sheets: readonly Sheet[], name: string): Sheet | undefined =>
  sheets.find(({ sheet }) => fold(squish(sheet)) === fold(name));

/**
 * The agencies and successions that a workbook says. The sheets are known by their names, else by their order, the columns by their
 * headings. Whatever is wrong is told by row. A parent may be in the file or in the directory.
 */
export function fromSheets(sheets: readonly Sheet[], codes: Codes): SheetRead {
  const main = sheetOf(sheets, 'Cơ quan') ?? sheets[0] ?? { sheet: 'Cơ quan', rows: [] };
  const links = sheetOf(sheets, 'Kế thừa') ?? sheets.find((one) => one !== main);
  const rows = readColumns({ name: main.sheet, rows: main.rows }, agencyHeadings, neededHeadings);
  const read = rows.map(readLine);
  const wrong: WrongRow[] = read.filter((one): one is WrongRow => 'what' in one);
  const lines = read.filter((one): one is Line => 'span' in one);
  const inFile = new Set(lines.map(({ code }) => code));
  const there = (code: string): boolean => inFile.has(code) || codes.isKnown(code);
  const kept = lines.filter(({ row, code, span: { name, parentId } }) => {
    const what =
      parentId === code
        ? 'trực thuộc chính nó'
        : parentId !== null && !there(parentId)
          ? `trực thuộc mã “${parentId}” không có trong tệp và trong danh bạ`
          : null;
    if (what) wrong.push({ row, name, what });
    return what === null;
  });
  const agencies = [...Map.groupBy(kept, ({ code }) => code)].map(([code, own]) => gather(code, own, codes, wrong));
  const successions = readLinks(links, { codes, there, wrong });
  const keepsShortNames = !rows.some(({ cells }) => cells['Tên viết tắt'] !== undefined);
  return { agencies, successions, wrong: wrong.sort((a, b) => a.row - b.row), keepsShortNames };
}

function readDay(text: string): PlainDate | undefined {
  if (isPlainDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year ? findPlainDate(Number(year), Number(month), Number(day)) : undefined;
}

const findKey = <K extends string>(names: Record<K, string>, text: string): K | undefined =>
  (Object.keys(names) as K[]).find((key) => fold(names[key]) === fold(text) || key === text);

type Line = { row: number; code: string; agency: Omit<Agency, 'id' | 'spans'>; span: AgencySpan };

function readLine({ row, cells }: Cells<Heading>): Line | WrongRow {
  const cell = (heading: Heading): string => cells[heading] ?? '';
  const [name, short, aliases] = [cell('Tên'), cell('Tên viết tắt'), cell('Cách gọi khác').split(';').map(squish)];
  const [kind, level] = [findKey(kindNames, cell('Loại')), findKey(levelNames, cell('Cấp'))];
  const [from, to] = [readDay(cell('Từ ngày')), cell('Đến hết ngày') === '' ? null : readDay(cell('Đến hết ngày'))];
  const [, unitCode, unitDay] = /^(\S+) từ (\S+)$/.exec(cell('Đơn vị hành chính').normalize('NFC')) ?? [];
  const since = unitDay ? readDay(unitDay) : undefined;
  const overlong = [name, short, ...aliases].find((text) => text.length > longest);
  if (name === '') return { row, name, what: 'thiếu tên' };
  if (overlong) return { row, name, what: `tên dài ${overlong.length} ký tự, nhiều nhất ${longest}` };
  if (unprintable.test(`${name}${short}${aliases.join('')}`)) return { row, name, what: 'tên có ký tự không in được' };
  if (!kind)
    return {
      row,
      name,
      what: `loại “${cell('Loại')}” không có trong danh sách: ${Object.values(kindNames).join(', ')}`,
    };
  if (!level)
    return {
      row,
      name,
      what: `cấp “${cell('Cấp')}” không có trong danh sách: ${Object.values(levelNames).join(', ')}`,
    };
  if (!from) return { row, name, what: `“từ ngày” là “${cell('Từ ngày')}”, cần ngày/tháng/năm` };
  if (to === undefined) return { row, name, what: `“đến hết ngày” là “${cell('Đến hết ngày')}”, cần ngày/tháng/năm` };
  if (to !== null && to < from) return { row, name, what: 'ngày kết thúc trước ngày bắt đầu' };
  const unit = unitCode && since ? { code: unitCode, validFrom: since } : null;
  const parentId = cell('Trực thuộc (mã)') || null;
  return {
    row,
    code: cell('Mã') || `dòng ${row}`,
    agency: { kind, level, position: row, unit, aliases: aliases.filter((alias) => alias !== '') },
    span: { from, to, name, shortName: short || null, parentId },
  };
}

/** The rows of one code as one agency, its spans in order. */
function gather(code: string, own: readonly Line[], { idOf }: Codes, wrong: WrongRow[]): SheetAgency {
  const sorted = own.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1));
  for (const [i, { row, span }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && (before.span.to === null || before.span.to >= span.from))
      wrong.push({ row, name: span.name, what: `trùng ngày với dòng ${before.row} của cùng mã` });
  }
  const [first] = own as [Line, ...Line[]];
  const spans = sorted.map(({ span }) => ({ ...span, parentId: span.parentId && idOf(span.parentId) }));
  return { agency: { ...first.agency, id: idOf(code), spans }, rows: sorted.map(({ row }) => row) };
}

type Linking = { codes: Codes; there: (code: string) => boolean; wrong: WrongRow[] };

function readLinks(sheet: Sheet | undefined, { codes, there, wrong }: Linking): Succession[] {
  if (!sheet || sheet.rows.length < 2) return [];
  const needed = successionHeadings.slice(0, 3);
  return readColumns({ name: sheet.sheet, rows: sheet.rows }, successionHeadings, needed).flatMap(({ row, cells }) => {
    const [from, to] = [cells['Từ cơ quan (mã)'] ?? '', cells['Sang cơ quan (mã)'] ?? ''];
    const effective = readDay(cells['Từ ngày'] ?? '');
    if (effective && there(from) && there(to) && from !== to)
      return [{ fromId: codes.idOf(from), toId: codes.idOf(to), effective, function: cells['Mảng việc'] || null }];
    wrong.push({ row, name: '', what: 'trang “Kế thừa”: mã hoặc ngày không đúng' });
    return [];
  });
}
