import { findPlainDate, formatPlainDate, isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { fold, squish } from '../../kernel/text.ts';
import type { Agency, AgencyKind, AgencySpan, Directory, Level, Succession } from '../model.ts';
import { findDoubt } from './doubts.ts';

/**
 * A directory as rows of two sheets, for a workbook: one row for each span of an agency, one for each succession. The last column
 * tells what the template could not prove; it is not taken in again.
 */
export const agencyHeadings = [
  'Mã',
  'Tên',
  'Tên viết tắt',
  'Loại',
  'Cấp',
  'Trực thuộc (mã)',
  'Từ ngày',
  'Đến hết ngày',
  'Cách gọi khác',
  'Đơn vị hành chính',
  'Chưa kiểm chứng',
] as const;
export const successionHeadings = ['Từ cơ quan (mã)', 'Sang cơ quan (mã)', 'Từ ngày', 'Mảng việc'] as const;

const kindNames: Record<AgencyKind, string> = {
  committee: 'UBND',
  council: 'HĐND',
  department: 'Sở, ngành',
  division: 'Phòng',
  service: 'Đơn vị sự nghiệp',
  party: 'Cơ quan Đảng',
  front: 'Mặt trận',
  mass: 'Đoàn thể',
  central: 'Ngành dọc',
  village: 'Thôn, tổ dân phố',
  other: 'Khác',
};
const levelNames: Record<Level, string> = {
  central: 'Trung ương',
  province: 'Tỉnh',
  district: 'Huyện',
  commune: 'Xã',
  village: 'Thôn',
};

const sayDay = (day: PlainDate | null): string => (day ? formatPlainDate(day) : '');

/** The rows of both sheets, without headings. */
export function toRows({ agencies, successions }: Directory): { agencies: string[][]; successions: string[][] } {
  return {
    agencies: agencies.flatMap((agency) => {
      const { id, kind, level, unit, aliases, spans } = agency;
      const doubt = findDoubt(agency) ?? '';
      return spans.map(({ from, to, name, shortName, parentId }) => [
        ...[id, name, shortName ?? '', kindNames[kind], levelNames[level], parentId ?? '', sayDay(from), sayDay(to)],
        ...[aliases.join('; '), unit ? `${unit.code} từ ${formatPlainDate(unit.validFrom)}` : '', doubt],
      ]);
    }),
    successions: successions.map((one) => [one.fromId, one.toId, sayDay(one.effective), one.function ?? '']),
  };
}

/** A row that cannot be taken, counted from 1 with the heading, and why. */
export type WrongRow = { row: number; what: string };
export type SheetRead = { directory: Directory; wrong: WrongRow[] };

function readDay(text: string): PlainDate | undefined {
  if (isPlainDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year ? findPlainDate(Number(year), Number(month), Number(day)) : undefined;
}

const findKey = <K extends string>(names: Record<K, string>, text: string): K | undefined =>
  (Object.keys(names) as K[]).find((key) => fold(names[key]) === fold(text) || key === text);

type Line = { row: number; code: string; agency: Omit<Agency, 'id' | 'spans'>; span: AgencySpan };

function readLine(cells: readonly string[], row: number): Line | WrongRow {
  const [code = '', name = '', short = '', kindText = '', levelText = '', parent = '', fromText = '', toText = ''] =
    cells.map(squish);
  const [aliases = '', unitText = ''] = cells.slice(8).map(squish);
  const [kind, level] = [findKey(kindNames, kindText), findKey(levelNames, levelText)];
  const [from, to] = [readDay(fromText), toText === '' ? null : readDay(toText)];
  const [, unitCode, unitDay] = /^(\S+) từ (\S+)$/.exec(unitText.normalize('NFC')) ?? [];
  const since = unitDay ? readDay(unitDay) : undefined;
  if (name === '') return { row, what: 'thiếu tên' };
  if (!kind)
    return { row, what: `loại “${kindText}” không có trong danh sách: ${Object.values(kindNames).join(', ')}` };
  if (!level)
    return { row, what: `cấp “${levelText}” không có trong danh sách: ${Object.values(levelNames).join(', ')}` };
  if (!from) return { row, what: `“từ ngày” là “${fromText}”, cần ngày/tháng/năm` };
  if (to === undefined) return { row, what: `“đến hết ngày” là “${toText}”, cần ngày/tháng/năm` };
  if (to !== null && to < from) return { row, what: 'ngày kết thúc trước ngày bắt đầu' };
  return {
    row,
    code: code || `dòng ${row}`,
    agency: {
      ...{ kind, level, position: row, unit: unitCode && since ? { code: unitCode, validFrom: since } : null },
      aliases: aliases
        .split(';')
        .map(squish)
        .filter((alias) => alias !== ''),
    },
    span: { from, to, name, shortName: short || null, parentId: parent || null },
  };
}

/**
 * The directory that two sheets of rows say; `idOf` gives an agency its id by the code it has in the file. Whatever is wrong is
 * told by row, and nothing of it is taken.
 */
export function fromRows(
  rows: readonly (readonly string[])[],
  links: readonly (readonly string[])[],
  idOf: (code: string) => string,
): SheetRead {
  const filled = rows
    .map((cells, i) => ({ cells, row: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => squish(cell)));
  const read = filled.map(({ cells, row }) => readLine(cells, row));
  const wrong: WrongRow[] = read.filter((one): one is WrongRow => 'what' in one);
  const lines = read.filter((one): one is Line => 'span' in one);
  const codes = new Set(lines.map(({ code }) => code));
  for (const { row, span } of lines)
    if (span.parentId !== null && !codes.has(span.parentId))
      wrong.push({ row, what: `trực thuộc mã “${span.parentId}” không có trong tệp` });
  const agencies = [...Map.groupBy(lines, ({ code }) => code)].map(([code, own]): Agency => {
    const sorted = own.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1));
    for (const [i, { row, span }] of sorted.entries()) {
      const before = sorted[i - 1]?.span;
      if (before && (before.to === null || before.to >= span.from))
        wrong.push({ row, what: 'trùng ngày với dòng khác của cùng mã' });
    }
    const [first] = own as [Line, ...Line[]];
    const spans = sorted.map(({ span }) => ({ ...span, parentId: span.parentId && idOf(span.parentId) }));
    return { ...first.agency, id: idOf(code), spans };
  });
  const successions = links.flatMap((cells, i): Succession[] => {
    const [from = '', to = '', day = '', part = ''] = cells.map(squish);
    if (from === '' && to === '') return [];
    const effective = readDay(day);
    if (effective && codes.has(from) && codes.has(to))
      return [{ fromId: idOf(from), toId: idOf(to), effective, function: part || null }];
    wrong.push({ row: i + 2, what: 'trang “Kế thừa”: mã hoặc ngày không đúng' });
    return [];
  });
  return { directory: { agencies, successions }, wrong: wrong.sort((a, b) => a.row - b.row) };
}
