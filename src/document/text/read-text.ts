import type { DraftBlock } from '../draft.ts';
import { finish } from '../finish.ts';
import type { Document } from '../model.ts';
import { findDroppedTables, isBar } from './dropped-table.ts';
import { isBlank, type Line, splitLines } from './lines.ts';
import { findWrapping, readParagraphs } from './paragraphs.ts';
import { findPipeTable } from './pipe-table.ts';
import { findTabTables } from './tab-table.ts';

/**
 * Reads plain text and Markdown, which in practice come mixed: tables parted by tabs or pipes or with one cell a line,
 * with HTML in their cells; paragraphs a line each or wrapped.
 */
export function readText(text: string, format: 'text' | 'markdown'): Document {
  const lines = splitLines(text);
  return finish(readLines(format === 'markdown' ? withoutNotes(lines) : lines), format, []);
}

/** Without the footnotes of Markdown and the properties some tools write before it. */
function withoutNotes(lines: Line[]): Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const from = lines[first]?.text === '---' && /^\w+:/.test(lines[first + 1]?.text ?? '') ? first : -1;
  const end = from < 0 ? -1 : lines.findIndex(({ text }, at) => at > from && text === '---');
  return lines.slice(end + 1).filter(({ text }) => !/^\[\^[^\]\s]{1,20}\]:\s/.test(text));
}

function readLines(lines: Line[]): DraftBlock[] {
  const wrapping = findWrapping(lines);
  const findTables = tableFinder(lines, findDroppedTables(lines, wrapping));
  const blocks: DraftBlock[] = [];
  let open: Line[] = [];
  const flush = (): void => {
    for (const paragraph of readParagraphs(open, wrapping)) blocks.push(paragraph);
    open = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const found = findTables(at);
    if (found || isBlank(line) || isBar(line)) flush();
    else open.push(line);
    if (!found) continue;
    for (const block of found.blocks) blocks.push(block);
    at = found.next - 1;
  }
  flush();
  return blocks;
}

type Found = { blocks: DraftBlock[]; next: number };

/** Finds the tables that begin at a line. Lines once looked at in vain as rows are not looked at again. */
function tableFinder(lines: Line[], dropped: ReturnType<typeof findDroppedTables>): (at: number) => Found | undefined {
  let ruledOut = 0;
  return (at) => {
    const lost = dropped.get(at);
    if (lost) return { blocks: [lost.table], next: lost.next };
    if (at < ruledOut) return undefined;
    const { tables, next } = findTabTables(lines, at) ?? findPipeTable(lines, at) ?? { tables: [], next: at };
    if (tables.length > 0) return { blocks: tables, next };
    ruledOut = next;
    return undefined;
  };
}
