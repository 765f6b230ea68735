/**
 * The types of administrative documents, Nghị định 30/2020/NĐ-CP, Điều 7, with the code each takes in a symbol; the Party has
 * its conclusions besides (Quy định 66-QĐ/TW).
 */
const types: [name: string, codes: string[]][] = [
  ['Nghị quyết', ['NQ']],
  ['Quyết định', ['QĐ']],
  ['Chỉ thị', ['CT']],
  ['Quy chế', ['QC']],
  ['Quy định', ['QYĐ', 'QyĐ']],
  ['Thông cáo', ['TC']],
  ['Thông báo', ['TB']],
  ['Hướng dẫn', ['HD']],
  ['Chương trình', ['CTR', 'CTr']],
  ['Kế hoạch', ['KH']],
  ['Phương án', ['PA']],
  ['Đề án', ['ĐA']],
  ['Dự án', ['DA']],
  ['Báo cáo', ['BC']],
  ['Biên bản', ['BB']],
  ['Tờ trình', ['TTR', 'TTr']],
  ['Hợp đồng', ['HĐ']],
  ['Công điện', ['CĐ']],
  ['Bản ghi nhớ', ['BGN']],
  ['Bản thỏa thuận', ['BTT']],
  ['Giấy ủy quyền', ['GUQ']],
  ['Giấy mời', ['GM']],
  ['Giấy giới thiệu', ['GGT']],
  ['Giấy nghỉ phép', ['GNP']],
  ['Phiếu gửi', ['PG']],
  ['Phiếu chuyển', ['PC']],
  ['Phiếu báo', ['PB']],
  ['Thư công', []],
  ['Kết luận', ['KL']],
];

/** A Công văn has no type line; its symbol begins with the issuing body ("UBND-NV"). */
export const dispatch = 'Công văn';

/** For patterns: the types as alternatives, the longest first so that none hides another. */
export const typeAlternatives = [...types.map(([name]) => name), dispatch]
  .sort((a, b) => b.length - a.length)
  .join('|');

const typeLine = new RegExp(`^(${typeAlternatives})(?=\\s|$|:)`, 'iu');

/**
 * The type a line announces and what follows it on the line. It is announced by capitals or by standing alone: a
 * sentence may begin "Kế hoạch được triển khai …".
 */
export function findTypeLine(text: string): { type: string; rest: string } | undefined {
  const match = typeLine.exec(text);
  const printed = match?.[1];
  if (!printed) return undefined;
  const rest = text
    .slice(printed.length)
    .replace(/^\s*:\s*/u, '')
    .trim();
  if (rest !== '' && printed !== printed.toUpperCase()) return undefined;
  const name = types.find(([type]) => type.toLowerCase() === printed.toLowerCase())?.[0] ?? dispatch;
  return { type: name, rest };
}

/** The type a symbol states: "KH-UBND" a Kế hoạch, "UBND-NV" a Công văn. */
export function typeOfSymbol(symbol: string): string {
  const code = symbol.split(/[-/]/u)[0] ?? '';
  return types.find(([, codes]) => codes.includes(code))?.[0] ?? dispatch;
}
