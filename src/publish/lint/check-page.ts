import { type Clause, decree, type Side, within } from './decree.ts';
import { faultIf, finding, sayNumber, sayRange } from './found.ts';
import type { LaidOut, LaidParagraph, Section } from './laid-out.ts';
import type { Finding } from './model.ts';

/** The paper and its margins, for each part of a document that is laid out alike. `appendix`: the first of the appendices. */
export function checkPages({ sections, paragraphs }: LaidOut, appendix: number): Finding[] {
  const firsts = new Map<number, LaidParagraph>();
  for (const one of paragraphs) if (!firsts.has(one.section) && /\S/.test(one.text)) firsts.set(one.section, one);
  const found = sections.flatMap((section, at) => {
    const where = [firsts.get(at)].filter((one) => one !== undefined);
    const all = [
      ...checkPaper(section, where),
      ...checkOrientation(section, at < appendix, where),
      ...checkMargins(section, where),
    ];
    return all.map((one) => ({ one, at }));
  });
  return [...Map.groupBy(found, ({ one }) => one.message)].flatMap(([message, alike]) => {
    const numbers = alike.map(({ at }) => at + 1).join(', ');
    const place = alike.length === sections.length ? '' : `Phần trang (section) thứ ${numbers}: `;
    return alike.slice(0, 1).map(({ one }) => ({ ...one, message: `${place}${message}` }));
  });
}

function checkPaper({ width, height }: Section, where: LaidParagraph[]): Finding[] {
  const { width: short, height: long, tolerance } = decree.paper;
  const [least, most] = [Math.min(width, height), Math.max(width, height)];
  const fits = Math.abs(least - short) <= tolerance && Math.abs(most - long) <= tolerance;
  const message = `Khổ giấy ${Math.round(width)} × ${Math.round(height)} mm; đặt khổ A4 (210 × 297 mm).`;
  return faultIf(!fits, 'paper', decree.paper, message, where);
}

/** Tables that are no appendix may lie across, so it is only said. */
function checkOrientation({ width, height }: Section, main: boolean, where: LaidParagraph[]): Finding[] {
  if (!main || width <= height) return [];
  const message = 'Trang ngang trong phần chính; chỉ đặt ngang khi có bảng biểu không làm thành phụ lục.';
  return [finding('advice', 'orientation', decree.orientation, message, where)];
}

const around: readonly Side[] = ['top', 'right', 'bottom', 'left'];
const names: Record<Side, string> = { top: 'trên', right: 'phải', bottom: 'dưới', left: 'trái' };

/** A page that lies across keeps its margins or turns with them, whichever way it was turned. */
function checkMargins({ margins, width, height }: Section, where: LaidParagraph[]): Finding[] {
  const turns = width > height ? [0, 1, 3] : [0];
  const wrong = turns.map((turn) => around.filter((side, at) => !fits(margins[side], around[(at + turn) % 4] as Side)));
  const fewest = wrong.reduce((best, one) => (one.length < best.length ? one : best));
  if (fewest.length === 0) return [];
  const says = fewest.map(
    (side) =>
      `lề ${names[side]} ${sayNumber(Math.round(margins[side] * 10) / 10)} mm (đặt ${sayRange(decree.margins[side])})`,
  );
  return [finding('fault', 'margins', decree.margins, `${capital(says.join(', '))}.`, where)];
}

const fits = (value: number, side: Side): boolean => within(value, decree.margins[side], decree.margins.tolerance);
const capital = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`;

/** Pages are numbered from 1 in the middle of the top margin, not on the first page; appendices each anew. */
export function checkPageNumbers({ sections, paragraphs }: LaidOut, appendices: readonly LaidParagraph[]): Finding[] {
  const rule = decree.pageNumber;
  const lengths = linesOf(paragraphs);
  const missing = sections.flatMap((section, at) => checkPresence(section, at, lengths.get(at) ?? 0));
  const numbers = [...new Set(sections.flatMap(({ others }) => others))].filter(({ page }) => page !== null);
  const shows = (one: LaidParagraph): boolean => one.page !== null && !one.page.later;
  const [first] = sections;
  const sizes = numbers.filter(({ page }) => page && !within(page.size, rule.size));
  return [
    ...[...missing.filter(({ severity }) => severity === 'fault'), ...missing].slice(0, 1),
    ...faultIf(
      first?.first.some(shows) ?? false,
      'page-number-first',
      rule,
      'Trang thứ nhất hiện số trang; chọn “Different First Page” và để trống đầu trang thứ nhất.',
      [],
    ),
    ...faultIf(
      numbers.some(({ align, text }) => align !== 'center' && !/^\t\S*\t?$/.test(text)),
      'page-number-align',
      rule,
      'Số trang chưa canh giữa; canh giữa trong lề trên.',
      [],
    ),
    ...faultIf(
      sizes.length > 0,
      'page-number-size',
      rule,
      `Số trang cỡ ${sayNumber(sizes[0]?.page?.size ?? 0)}; đặt cỡ ${sayRange(rule.size)}.`,
      [],
    ),
    ...faultIf(
      numbers.some(({ page }) => page?.italic),
      'page-number-italic',
      rule,
      'Số trang nghiêng; đặt chữ đứng.',
      [],
    ),
    ...faultIf(
      sections.some(({ format }) => format !== 'decimal'),
      'page-number-format',
      rule,
      'Số trang không phải chữ số Ả Rập; chọn dạng 1, 2, 3.',
      [],
    ),
    ...faultIf(
      (first?.start ?? 1) !== 1,
      'page-number-start',
      rule,
      `Trang thứ nhất đánh số ${first?.start}; đánh từ số 1.`,
      [],
    ),
    ...checkRestart(sections, appendices),
  ];
}

function checkPresence(section: Section, at: number, length: number): Finding[] {
  if (section.others.some(({ page }) => page !== null)) return [];
  const clause: Clause = decree.pageNumber;
  const place = at > 0 ? ` ở phần trang thứ ${at + 1}` : '';
  if (section.footers.some(({ page }) => page !== null))
    return [
      finding('fault', 'page-number-place', clause, `Số trang${place} đặt ở chân trang; chuyển lên giữa lề trên.`, []),
    ];
  if (length < onePage) return [];
  if (length > pageLines)
    return [
      finding(
        'fault',
        'page-number',
        clause,
        `Chưa có số trang${place}; chèn số trang vào giữa lề trên (Insert → Page Number).`,
        [],
      ),
    ];
  return [
    finding('advice', 'page-number', clause, `Chưa có số trang${place}; cần chèn khi văn bản dài hơn một trang.`, []),
  ];
}

/** Lines of text. A page has some forty, a first page with its head and foot half of them: less than that is surely one. */
const [onePage, pageLines] = [20, 45];
const lineLetters = 80;

/** Of each part that is laid out alike. */
function linesOf(paragraphs: readonly LaidParagraph[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { text, cell, section } of paragraphs) {
    const lines = Math.max(1, text.length) / lineLetters;
    found.set(section, (found.get(section) ?? 0) + (cell ? lines : Math.ceil(lines)));
  }
  return found;
}

function checkRestart(sections: readonly Section[], appendices: readonly LaidParagraph[]): Finding[] {
  const wrong = appendices.filter(({ section }, at) => {
    const before = appendices[at - 1]?.section ?? 0;
    return section === before || sections[section]?.start !== 1;
  });
  const message =
    'Trang của phụ lục đánh số tiếp; tách phụ lục thành phần trang (section) riêng và đánh số trang lại từ 1.';
  return wrong.length === 0 ? [] : [finding('fault', 'appendix-pages', decree.appendixPages, message, wrong)];
}
