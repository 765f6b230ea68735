import type { PlainDate } from '../../kernel/plain-date.ts';
import { inXml } from '../../kernel/text.ts';
import { letterheadLeft, points, sizes, textWidth, widthOf } from './measures.ts';
import type { Paper } from './model.ts';

/** What is printed the same in every format. */
export const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const creed = 'Độc lập - Tự do - Hạnh phúc';

/** Word drops the end of a run of plain spaces at a margin; these stay, so that a pen finds its place. */
const blank = (width: number): string => '\u00a0'.repeat(width);

export const numberLine = ({ number, symbol }: Paper): string =>
  `Số: ${number ?? `${blank(6)}${symbol === null ? '' : `/${symbol}`}`}`;

/** Days under 10 and months 1 and 2 take a leading zero. */
export function sayDate(date: PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const sayDay = ({ date, year }: Paper): string =>
  date === null ? `ngày${blank(5)}tháng${blank(5)}năm ${year ?? blank(6)}` : sayDate(date);

export function dayLine(paper: Paper): string {
  const day = sayDay(paper);
  const line = `${paper.place ?? blank(12)}, ${day}`;
  // Too long for one line, it is broken behind the place, not inside the day.
  const fits = widthOf(line, sizes.day) < points(textWidth(false) - letterheadLeft);
  return fits ? line : line.replace(day, day.replaceAll(' ', '\u00a0'));
}

/** "(Kèm theo Kế hoạch số 21/KH-UBND ngày 02 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Minh Hà)" */
export function attachedLine(paper: Paper): string {
  const number = numberLine(paper).replace('Số: ', 'số ');
  return `(Kèm theo ${paper.type} ${number} ${sayDay(paper)} của ${paper.issuer})`;
}

/** "- … ;" each, the last with a full stop. */
export const listed = (items: readonly string[]): string[] =>
  items.map((item, at) => (/[.;]$/.test(item) ? item : `${item}${at + 1 < items.length ? ';' : '.'}`));

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** A Công văn says under its number what it is about. */
export const subjectLine = (title: string): string => (/^V\/v\s/i.test(title) ? title : `V/v ${title}`);

/** A text as every paper has it: composed letters, as the decree's Unicode standard wants them, and nothing no file can hold. */
export const printable = (text: string): string => inXml(text).normalize('NFC');
