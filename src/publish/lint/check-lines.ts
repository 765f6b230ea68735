import { kebab } from './check-looks.ts';
import { decree, type PartName, within } from './decree.ts';
import { faultIf, finding } from './found.ts';
import type { DrawnLine } from './laid-out.ts';
import { isBlank, type Line } from './lines.ts';
import type { Finding } from './model.ts';

/** A part that wants a line below it. */
type Lined = { name: PartName; lines: readonly Line[] };

/**
 * The lines below motto, issuer and subject. One stands in the part's own paragraphs or in a blank one below; a shape may
 * hang on any paragraph of the head, so what is left over there counts for a part that has none of its own.
 */
export function checkLines(head: readonly Line[], parts: readonly Lined[]): Finding[] {
  const wanted = parts.filter(({ lines }) => lines.length > 0);
  const own = new Map(wanted.map((part) => [part, placesOf(head, part.lines)]));
  const taken = new Set([...own.values()].flat());
  const spare = head.filter((line) => !taken.has(line)).flatMap(({ lines }) => lines);
  const near = [...own.values()].flatMap((places) => places.flatMap(({ lines }) => lines).slice(1));
  const left = [...spare, ...near];
  return wanted.flatMap((part) => {
    const drawn = (own.get(part) ?? []).flatMap(({ lines }) => lines);
    if (drawn.length > 0) return drawn.some((line) => fits(part, line)) ? [] : sayLength(part, drawn);
    return left.pop() ? [] : checkUnderline(part, own.get(part) ?? []);
  });
}

/** The part's lines and the blank ones below, in its column. */
function placesOf(head: readonly Line[], lines: readonly Line[]): Line[] {
  const last = lines.at(-1) as Line;
  const below = head.slice(head.indexOf(last) + 1);
  const end = below.findIndex((line) => !isBlank(line) || line.cell?.column !== last.cell?.column);
  return [...lines, ...below.slice(0, end < 0 ? undefined : end)];
}

const says = {
  whole: 'dài bằng dòng chữ',
  part: 'dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối',
};

/** As long as it should be beside one of the part's lines, or of a length that cannot be told. */
function fits({ name, lines }: Lined, { length }: DrawnLine): boolean {
  const { line } = decree.parts[name];
  if (length === null || !line) return true;
  return lines.some((one) => within(length / estimateWidth(one), decree.lengths[line]));
}

function sayLength({ name, lines }: Lined, [drawn]: readonly DrawnLine[]): Finding[] {
  const rule = decree.parts[name];
  const share = Math.round((100 * (drawn?.length ?? 0)) / Math.max(...lines.map(estimateWidth)));
  const message = `Đường kẻ bên dưới dài khoảng ${share}% dòng chữ; kẻ lại cho ${says[rule.line ?? 'whole']}.`;
  return [finding('fault', `${kebab(name)}-line-length`, rule, message, lines)];
}

/** The share of letters underlined: as good as a line for the motto, and for a name where only its middle is. */
function checkUnderline({ name, lines }: Lined, places: readonly Line[]): Finding[] {
  const rule = decree.parts[name];
  const runs = lines.flatMap((line) => line.runs);
  const count = (some: typeof runs) => some.reduce((sum, { text }) => sum + text.length, 0);
  const share = count(runs.filter(({ underline }) => underline)) / Math.max(1, count(runs));
  if (within(share, decree.lengths[rule.line ?? 'whole'])) {
    const message = 'Đường kẻ đang là gạch chân của chữ; nên vẽ đường kẻ riêng (Insert → Shapes) để giữ khoảng cách.';
    return [finding('advice', `${kebab(name)}-line`, rule, message, lines)];
  }
  // Underscores print as one line, dashes do not.
  if (places.some(({ words }) => /^[_—─]{3,}$/.test(words))) {
    const message = 'Đường kẻ gõ bằng dấu gạch dưới; nên vẽ đường kẻ riêng (Insert → Shapes) để giữ đúng độ dài.';
    return [finding('advice', `${kebab(name)}-line`, rule, message, lines)];
  }
  const typed = places.some(({ words }) => /[-–—_=*]{3,}/.test(words));
  const now = typed ? 'Đường kẻ gõ bằng dấu gạch' : 'Chưa có đường kẻ bên dưới';
  const message = `${now}; vẽ đường kẻ ngang nét liền (Insert → Shapes), ${says[rule.line ?? 'whole']}.`;
  return faultIf(true, `${kebab(name)}-line`, rule, message, lines);
}

/** Points; by the mean widths of Times New Roman bold, near enough to tell a third from the whole. */
function estimateWidth(line: Line): number {
  const width = line.runs.reduce((sum, run) => sum + run.size * widthOf(run.text), 0);
  return Math.max(width, 1);
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFC').trim())
    width += /\p{Lu}/u.test(letter) ? 0.72 : /[\p{L}\d]/u.test(letter) ? 0.48 : 0.27;
  return width;
}
