import { startsWithVerb } from './verbs.ts';

/** What is said of all items, and the items: "phối hợp với Sở Y tế: a) …; b) …". */
export type InlineItems = { lead: string; items: string[] };

const sequences = [
  ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'],
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'],
];

/**
 * Items set behind one another in one paragraph. Each must say what to do: what a sentence counts otherwise ("hỗ trợ (1) hộ
 * nghèo; (2) hộ cận nghèo") is part of it. undefined where there are none.
 */
export function splitInlineItems(text: string): InlineItems | undefined {
  for (const labels of sequences) {
    const marks = marksOf(text, labels);
    const [first] = marks;
    if (!first || marks.length < 2) continue;
    const lead = text.slice(0, first.at).trim();
    const items = marks.map(({ end }, index) => text.slice(end, marks[index + 1]?.at ?? text.length).trim());
    const counted = items.every((item) => startsWithVerb(item) && item.split(' ').length > 2);
    if ((lead === '' || /:$/u.test(lead)) && counted) return { lead, items };
  }
  return undefined;
}

/** The labels in their order, as far as they go. */
function marksOf(text: string, labels: string[]): { at: number; end: number }[] {
  const marks: { at: number; end: number }[] = [];
  for (const label of labels) {
    const from = marks.at(-1)?.end ?? 0;
    const found = new RegExp(`(?:^|(?<=[:;.,]\\s))\\(?${label}[.)]\\s+(?=\\p{L})`, 'u').exec(text.slice(from));
    if (!found) break;
    marks.push({ at: from + found.index, end: from + found.index + found[0].length });
  }
  return marks;
}
