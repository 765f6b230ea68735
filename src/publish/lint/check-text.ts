import { decree, within } from './decree.ts';
import type { Parts } from './find-parts.ts';
import { faultAt, sayRange } from './found.ts';
import { isBlank, type Line } from './lines.ts';
import type { Finding } from './model.ts';

/** The text: its grounds' ends, indents, gaps and spacing. */
export function checkText({ bases, body, lines }: Parts): Finding[] {
  const rule = decree.paragraph;
  const set = [...bases, ...body];
  const before = new Map(lines.map((line, at) => [line, lines[at - 1]]));
  const indents = set.filter(({ indent }) => indent !== null && !within(indent, rule.indent, rule.indentTolerance));
  return [
    ...checkBases(bases),
    ...faultAt(
      'body-indent',
      rule,
      `Đầu dòng thụt không đúng; đặt thụt dòng đầu (First line) ${sayRange(rule.indent)} cm.`,
      indents,
    ),
    ...faultAt(
      'body-gap',
      rule,
      `Khoảng cách giữa các đoạn nhỏ hơn ${rule.gap}pt; đặt giãn đoạn (Before hoặc After) từ ${rule.gap}pt.`,
      set.filter((line) => isTight(line, before.get(line))),
    ),
    ...faultAt(
      'body-line',
      rule,
      `Giãn dòng ngoài khoảng cho phép; đặt từ dòng đơn đến 1,5 lines.`,
      set.filter((line) => !within(spacingOf(line), rule.line, rule.lineTolerance)),
    ),
  ];
}

function checkBases(bases: readonly Line[]): Finding[] {
  const wrong = bases.filter(({ words }, at) => !words.endsWith(at + 1 === bases.length ? '.' : ';'));
  const message = 'Mỗi căn cứ kết thúc bằng dấu chấm phẩy (;), căn cứ cuối bằng dấu chấm (.).';
  return faultAt('bases-punctuation', decree.parts.bases, message, wrong);
}

/** Word keeps the larger of what one paragraph asks below and the next above; a blank one is a gap of its own. */
function isTight(line: Line, before: Line | undefined): boolean {
  if (!before || isBlank(before) || before.cell !== null || before.number === line.number) return false;
  const joined = (one: Line): boolean => one.contextual && before.style === line.style;
  const gap = Math.max(joined(before) ? 0 : before.after, joined(line) ? 0 : line.before);
  return gap < decree.paragraph.gap;
}

/** A single line of Times New Roman is as high as this many times its letters. */
const single = 1.15;

/** In lines. */
function spacingOf({ line, runs }: Line): number {
  if ('lines' in line) return line.lines;
  const size = Math.max(1, ...runs.map((run) => run.size));
  const lines = line.points / (single * size);
  return line.least ? Math.max(1, lines) : lines;
}
