import { describe, expect, it } from 'vitest';
import type { Cell, Document, Paragraph } from '../document/model.ts';
import { passagesOf } from './passage.ts';

const at = (table: number | null, row: number | null, line: number | null) => ({ page: null, table, row, line });
const paragraph = (id: string, text: string, line: number): Paragraph => ({
  kind: 'paragraph',
  id,
  text,
  clause: null,
  heading: null,
  bold: false,
  strongTo: 0,
  align: null,
  source: at(null, null, line),
});
const cell = (id: string, row: number, text: string): Cell => ({
  id,
  row,
  column: 0,
  rowSpan: 1,
  colSpan: 1,
  paragraphs: [paragraph(`${id}p`, text, 0)],
  text,
  source: at(1, row + 1, null),
});
const document: Document = {
  format: 'html',
  pages: null,
  warnings: [],
  blocks: [
    paragraph('p1', 'a) Giao Sở Y tế: nâng cao chất lượng.', 3),
    {
      kind: 'table',
      id: 't1',
      rows: 2,
      columns: 1,
      headerRows: 0,
      grid: 'printed',
      source: at(1, null, null),
      cells: [cell('c1', 0, 'Việc'), cell('c2', 1, 'Việc hai'), cell('c3', 1, '  ')],
    },
  ],
};
const cites = (id: string) => ({ confidence: 1, source: { ...at(null, null, null), cell: id } });

const findPassage = passagesOf(document);

describe('the passage a task was read from', () => {
  it('is the cells its fields name, in the order of the document', () => {
    expect(findPassage(at(1, 2, null), { time: cites('c2'), text: cites('c1') })).toEqual(['Việc', 'Việc hai']);
  });

  it('is found by a paragraph inside a cell too', () => {
    expect(findPassage(at(1, 1, null), { text: cites('c1p') })).toEqual(['Việc']);
  });

  it('is the whole row where no cell is named, blank cells left out', () => {
    expect(findPassage(at(1, 2, null), {})).toEqual(['Việc hai']);
  });

  it('is the line of a text without tables', () => {
    expect(findPassage(at(null, null, 3), {})).toEqual(['a) Giao Sở Y tế: nâng cao chất lượng.']);
  });

  it('is empty for a task an officer added', () => {
    expect(findPassage(at(null, null, null), {})).toEqual([]);
  });
});
