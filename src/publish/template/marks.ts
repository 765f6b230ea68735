/**
 * Letters of the private area that stand in a filled template until its paragraphs are settled; no text of ours keeps them.
 */
export const marks = {
  /** a field that has nothing to say */
  empty: '\ue0f5',
  /** around the lines of a field, and between them */
  begin: '\ue0f6',
  next: '\ue0f7',
  end: '\ue0f8',
  /** the section before the first appendix, and around that of the last */
  section: '\ue0f3',
  last: '\ue0f4',
} as const;

export const withoutMarks = (text: string): string => text.replace(/[\ue0f0-\ue0f9]/gu, '');

/**
 * Settles the paragraphs of a filled part: one that holds nothing but empty fields is taken away, one with a field of several
 * lines is repeated for each of them.
 */
export function settleParagraphs(xml: string): string {
  const out: string[] = [];
  let from = 0;
  for (;;) {
    const at = findMark(xml, from);
    if (at < 0) break;
    const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length;
    if (start < from || end < at) {
      out.push(xml.slice(from, at));
      from = at + 1;
      continue;
    }
    out.push(xml.slice(from, start));
    const paragraphs = settle(xml.slice(start, end));
    // A cell has one paragraph at least.
    const alone = /(?:<w:tc>|<\/w:tcPr>)$/u.test(xml.slice(start - 9, start)) && xml.startsWith('</w:tc>', end);
    out.push(paragraphs === '' && alone ? withoutMarks(xml.slice(start, end)) : paragraphs);
    from = end;
  }
  return out.join('') + xml.slice(from);
}

function findMark(xml: string, from: number): number {
  const found = [marks.empty, marks.begin].map((mark) => xml.indexOf(mark, from)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function settle(paragraph: string): string {
  const begin = paragraph.indexOf(marks.begin);
  if (begin < 0) return isEmpty(paragraph) ? '' : withoutMarks(paragraph);
  const end = paragraph.indexOf(marks.end, begin);
  const [before, after] = [paragraph.slice(0, begin), paragraph.slice(end + 1)];
  return paragraph
    .slice(begin + 1, end)
    .split(marks.next)
    .map((line, at) => settle(`${at === 0 ? before : withoutIds(before)}${line}${after}`))
    .join('');
}

/** Word gives each paragraph an id of its own. */
const withoutIds = (xml: string): string => xml.replace(/ w14:(?:paraId|textId)="[^"]*"/gu, '');

/** Whether nothing is left of a paragraph but what its fields had nothing to say for. */
function isEmpty(paragraph: string): boolean {
  if (/<w:(?:drawing|pict|sectPr|br)\b/u.test(paragraph)) return false;
  const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, one]) => one).join('');
  return text.includes(marks.empty) && withoutMarks(text).trim() === '';
}
