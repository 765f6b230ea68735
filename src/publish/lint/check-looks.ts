import { decree, type PartName, type PartRule, within } from './decree.ts';
import { faultAt, sayNumber, sayRange } from './found.ts';
import { isCapital, type Line } from './lines.ts';
import type { Finding } from './model.ts';

/** Each part in the letters the decree gives it: size, bold, italic, capitals, and how it is aligned. */
export function checkLooks(name: PartName, lines: readonly Line[]): Finding[] {
  const rule = decree.parts[name];
  const code = kebab(name);
  return [
    ...checkSize(code, rule, lines),
    ...checkStyle(code, rule, lines, 'bold'),
    ...checkStyle(code, rule, lines, 'italic'),
    ...checkCapitals(code, rule, lines),
    ...checkAlign(code, rule, lines),
  ];
}

export const kebab = (name: PartName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Marks and blanks have no look that anybody sees. */
const seen = /[\p{L}\d]/u;
const lettered = (line: Line) => line.runs.filter(({ text }) => seen.test(text));
const runsOff = (line: Line, { size }: PartRule) => lettered(line).filter((run) => !within(run.size, size));

function checkSize(code: string, rule: PartRule, lines: readonly Line[]): Finding[] {
  const wrong = lines.filter((line) => runsOff(line, rule).length > 0);
  const sizes = [...new Set(wrong.flatMap((line) => runsOff(line, rule).map(({ size }) => size)))].sort(
    (a, b) => a - b,
  );
  const message = `Cỡ chữ ${sizes.slice(0, 4).map(sayNumber).join('; ')}; đặt lại cỡ ${sayRange(rule.size)}.`;
  return faultAt(`${code}-size`, rule, message, wrong);
}

const wishes = {
  bold: { on: 'Chữ chưa đậm; đặt chữ đậm.', off: 'Chữ đậm; bỏ đậm.' },
  italic: { on: 'Chữ chưa nghiêng; đặt chữ nghiêng.', off: 'Chữ nghiêng; đặt chữ đứng.' },
};

/** A few letters apart are a slip that shows; in running text a phrase may be set apart. */
const [few, most] = [0.05, 0.9];

function checkStyle(code: string, rule: PartRule, lines: readonly Line[], style: 'bold' | 'italic'): Finding[] {
  const wanted = rule[style];
  if (wanted === undefined) return [];
  const allowed = code === 'body' ? most : few;
  const wrong = lines.filter((line) => {
    const share = shareOf(line, style);
    return share !== null && (wanted ? share < 1 - few : share > allowed);
  });
  return faultAt(`${code}-${style}`, rule, wishes[style][wanted ? 'on' : 'off'], wrong);
}

function shareOf(line: Line, style: 'bold' | 'italic'): number | null {
  const count = (runs: readonly { text: string }[]) =>
    runs.reduce((sum, { text }) => sum + (text.match(/[\p{L}\d]/gu)?.length ?? 0), 0);
  const all = count(line.runs);
  return all === 0 ? null : count(line.runs.filter((run) => run[style])) / all;
}

/** Of several lines of one name the whole counts: one of them may be an abbreviation. Paragraphs of text each count. */
function checkCapitals(code: string, rule: PartRule, lines: readonly Line[]): Finding[] {
  if (rule.capitals === undefined || lines.length === 0) return [];
  if (rule.capitals) {
    const message = 'Chưa viết in hoa toàn bộ; gõ lại bằng chữ in hoa.';
    return faultAt(
      `${code}-capitals`,
      rule,
      message,
      lines.filter((line) => !isCapital(line)),
    );
  }
  const apart = code === 'body' || code === 'bases';
  const wrong = apart ? lines.filter(isCapital) : lines.every(isCapital) ? lines : [];
  return faultAt(`${code}-capitals`, rule, 'Viết in hoa toàn bộ; gõ lại bằng chữ in thường.', wrong);
}

const aligns = { center: 'Chưa canh giữa; canh giữa trang.', justify: 'Chưa canh đều hai lề; canh đều (Justify).' };

function checkAlign(code: string, rule: PartRule, lines: readonly Line[]): Finding[] {
  if (!rule.align) return [];
  return faultAt(
    `${code}-align`,
    rule,
    aligns[rule.align],
    lines.filter(({ align }) => align !== rule.align),
  );
}
