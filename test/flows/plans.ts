import { show, type TestPage, writePdf } from '../../src/platform/pdf/testing.ts';

/** A plan of the fictional province with one row for each task: component, task, agency, time. */
export type PlanRow = [component: string, text: string, lead: string, time: string];
type Plan = { number: number; rows: PlanRow[]; lead?: string };

const header = (lead: string) => ['STT', 'Nội dung thành phần', 'Nhiệm vụ', lead, 'Thời gian thực hiện'];
const head = (number: number) => [
  'ỦY BAN NHÂN DÂN TỈNH MINH HÀ',
  `Số: ${number}/KH-UBND`,
  'Minh Hà, ngày 15 tháng 01 năm 2026',
  'KẾ HOẠCH',
  'Nâng cao Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) năm 2026',
];

const linesOf = ({ rows, lead = 'Cơ quan chủ trì' }: Plan): string[][] => [
  header(lead),
  ...rows.map((row, at) => [String(at + 1), ...row]),
];

/** The plan as a web page; `lead` is what the header of the agencies' column says. */
export function planAsHtml(plan: Plan): Buffer {
  const rows = linesOf(plan).map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const lines = head(plan.number).map((line) => `<p>${line}</p>`);
  return Buffer.from(`<meta charset="utf-8">${lines.join('')}<table>${rows.join('')}</table>`);
}

/** Left edges of the columns, and the right edge of the last. */
const edges = [50, 80, 190, 370, 460, 550];
const rowHeight = 40;

/** The plan as a PDF: the heading on its first page, on each page after it one table with at most eight tasks. */
export function planAsPdf(plan: Plan): Uint8Array {
  const first = head(plan.number).map((line, at) => show(line, 60, 780 - 20 * at));
  const [names = [], ...tasks] = linesOf(plan);
  const pages: TestPage[] = [{ content: first.join('') }];
  for (let at = 0; at < tasks.length; at += 8) pages.push({ content: tableOf([names, ...tasks.slice(at, at + 8)]) });
  return writePdf(pages);
}

function tableOf(rows: string[][]): string {
  const top = 790;
  const bottom = top - rows.length * rowHeight;
  const across = rows.map((_, at) => top - at * rowHeight).concat(bottom);
  const rules = [
    ...across.map((y) => `50 ${y} m 550 ${y} l S\n`),
    ...edges.map((x) => `${x} ${top} m ${x} ${bottom} l S\n`),
  ];
  const words = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      wrap(cell, ((edges[column + 1] ?? 0) - (edges[column] ?? 0) - 8) / 4).map((line, at) =>
        show(line, (edges[column] ?? 0) + 4, top - row * rowHeight - 11 - at * 9, 8),
      ),
    ),
  );
  return [...rules, ...words].join('');
}

/** Lines of at most `letters` letters: each is half as wide as high. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
