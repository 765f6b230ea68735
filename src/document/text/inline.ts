import { type DraftParagraph, draftParagraph, type Run } from '../draft.ts';
import { decodeEntities } from './entities.ts';

/**
 * The markup found inside lines and cells of text files: Markdown emphasis, links and escapes, and the few HTML tags
 * extraction tools leave. Anything else that looks like markup is text ("x < 5", "#sovb").
 */
export function readInline(text: string, more: Partial<DraftParagraph> = {}): DraftParagraph[] {
  const writer = newWriter(more);
  let last = 0;
  for (const match of text.matchAll(tag)) {
    writeMarkdown(text.slice(last, match.index), writer);
    last = match.index + match[0].length;
    readTag(match[2]?.toLowerCase() ?? '', match[1] === '/', match[3] ?? '', writer);
  }
  writeMarkdown(text.slice(last), writer);
  flush(writer);
  return writer.paragraphs;
}

const tag = /<(\/?)(p|div|ul|ol|li|br|b|i|u|em|strong|span|font|center|sup|sub|h[1-6])\b([^<>]*)>/gi;

type List = { ordered: boolean; next: number };
type Writer = {
  paragraphs: DraftParagraph[];
  runs: Run[];
  more: Partial<DraftParagraph>;
  label: string | null;
  lists: List[];
  depth: { bold: number; italic: number; underline: number };
};

const newWriter = (more: Partial<DraftParagraph>): Writer => ({
  paragraphs: [],
  runs: [],
  more,
  label: more.label ?? null,
  lists: [],
  depth: { bold: 0, italic: 0, underline: 0 },
});

const emphases: Record<string, keyof Writer['depth']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
};

function readTag(name: string, closes: boolean, attributes: string, writer: Writer): void {
  const emphasis = emphases[name];
  if (emphasis) writer.depth[emphasis] = Math.max(0, writer.depth[emphasis] + (closes ? -1 : 1));
  else if (name === 'br') write('\n', writer);
  else if (name !== 'span' && name !== 'font' && name !== 'sup' && name !== 'sub')
    readBlockTag(name, closes, attributes, writer);
}

function readBlockTag(name: string, closes: boolean, attributes: string, writer: Writer): void {
  flush(writer);
  if (name === 'ul' || name === 'ol') {
    if (closes) writer.lists.pop();
    else writer.lists.push({ ordered: name === 'ol', next: Number(/start="?(\d+)/.exec(attributes)?.[1] ?? 1) });
  } else if (name === 'li') {
    const list = writer.lists.at(-1);
    if (!closes) writer.label = list?.ordered ? `${list.next++}.` : '-';
    else writer.label = null;
  }
}

function flush(writer: Writer): void {
  if (writer.runs.some(({ text }) => /\S/.test(text))) {
    writer.paragraphs.push(draftParagraph(writer.runs, { ...writer.more, label: writer.label }));
    writer.label = null;
  }
  writer.runs = [];
}

function write(text: string, { runs, depth }: Writer, strong: { bold?: boolean; italic?: boolean } = {}): void {
  if (text === '') return;
  runs.push({
    text,
    bold: depth.bold > 0 || strong.bold === true,
    italic: depth.italic > 0 || strong.italic === true,
    underline: depth.underline > 0,
  });
}

/**
 * Emphasis opens before a letter and closes after one, so that "(*)" and "5 * 3" stay. Bold before italic. The number
 * of a footnote is no word of the line. Every stretch
 * ends somewhere: without a bound, a line of nothing but opening signs takes the square of its length.
 */
const markdown =
  /\\([\\`*_{}[\]()#+.!|~>-])|\[\^[^\]\s]{1,20}\]|!\[[^[\]]*\]\([^)]{0,2000}\)|\[([^[\]]*)\]\((?:https?:|mailto:|#)[^)\s]{0,2000}\)|(\*{1,3}|(?<![\p{L}\d_])_{1,3})(?=[^\s*_])([^\n]{0,2000}?[^\s*_\\])\3(?![\p{L}\d]*_)/u;

function writeMarkdown(text: string, writer: Writer, around: { bold?: boolean; italic?: boolean } = {}): void {
  let rest = text;
  for (let match = markdown.exec(rest); match; match = markdown.exec(rest)) {
    const [whole, escaped, link, stars, inside] = match;
    const before = rest.slice(0, match.index);
    write(decodeEntities(before), writer, around);
    rest = rest.slice(match.index + whole.length);
    if (stars === undefined) write(escaped ?? decodeEntities(link ?? ''), writer, around);
    else {
      if (runsTogether(before, inside ?? '')) write(' ', writer, around);
      writeMarkdown(inside ?? '', writer, {
        bold: around.bold || stars.length > 1,
        italic: around.italic || stars.length !== 2,
      });
    }
  }
  write(decodeEntities(rest), writer, around);
}

/** "PHỤ LỤC 2**Nhiệm vụ …**": a line break was lost where the bold words begin. */
const runsTogether = (before: string, inside: string): boolean =>
  /[\p{L}\d]$/u.test(before) && /^\p{Lu}.*\s/u.test(inside);
