import { type Measure, openMeasure, signs } from './measure.ts';
import { attribute, children, type Element } from './parse.ts';

/**
 * Whether a table only places things on the page: it says so, or one of its few cells holds most of the text with a
 * table or the signs of a whole document in it. A letterhead of two cells is none: neither holds a document.
 */
export function isLayoutTable(table: Element, cells: Element[]): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return true;
  if (cells.length > 24) return false;
  const measure = openMeasure();
  const all = measure(table).letters;
  return cells.some((cell) => holdsDocument(cell, measure(cell), all));
}

/** Longer than any cell of a list of tasks that has a table in it. */
const pageful = 1500;

function holdsDocument(cell: Element, { letters, tables, signs: found }: Measure, all: number): boolean {
  if (letters * 2 < all) return false;
  const begins = found & (signs.motto | signs.type);
  const goesOn = found & (signs.recipients | signs.tasks | signs.appendix);
  if (begins && goesOn && letters > pageful) return true;
  return tables > 0 && letters * 10 >= all * 7 && widest(cell) > 2;
}

/** The most cells in one row of any table inside. */
function widest(element: Element): number {
  let most = 0;
  const open = [element];
  for (let at = open.pop(); at; at = open.pop()) {
    const inside = children(at);
    if (at.tagName === 'tr') most = Math.max(most, inside.filter(({ tagName }) => /^t[dh]$/.test(tagName)).length);
    open.push(...inside);
  }
  return most;
}
