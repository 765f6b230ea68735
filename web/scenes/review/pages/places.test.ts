import { describe, expect, it } from 'vitest';
import type { Box, Cell, Document, Paragraph, Provenance } from '../../../../src/document/model.ts';
import { findBoxes, outlinesOf, pieceAt } from './places.ts';

const box = (x0: number, y0: number, x1: number, y1: number, page = 1): Box => ({ page, x0, y0, x1, y1 });
const source: Provenance = { page: 1, table: 1, row: 1, line: null };
const paragraph = (id: string, boxes?: Box[]): Paragraph => ({
  ...{ kind: 'paragraph', id, text: id, clause: null, heading: null, bold: false, strongTo: 0, align: null, source },
  ...(boxes ? { boxes } : {}),
});
const cell = (id: string, boxes: Box[], paragraphs: Paragraph[] = []): Cell => ({
  ...{ id, row: 0, column: 0, rowSpan: 1, colSpan: 1, text: id, source, boxes, paragraphs },
});
const document: Document = {
  ...{ format: 'pdf', pages: 2, warnings: [] },
  blocks: [
    paragraph('title', [box(50, 20, 500, 40)]),
    paragraph('nowhere'),
    {
      ...{ kind: 'table', id: 't', rows: 1, columns: 1, headerRows: 0, grid: 'printed', source },
      cells: [
        cell('wide', [box(50, 100, 300, 200), box(50, 30, 300, 80, 2)], [paragraph('inner', [box(60, 110, 200, 130)])]),
        cell('other', [box(300, 100, 500, 200)]),
      ],
    },
  ],
};
const boxes = findBoxes(document);

describe('the places of pieces on pages', () => {
  it('are known for cells, for what stands in them, and for paragraphs that have some', () => {
    expect([...boxes.keys()]).toEqual(['title', 'wide', 'inner', 'other']);
    expect(boxes.get('wide')).toHaveLength(2);
  });

  it('lead a press to the smallest piece under it that belongs to a task', () => {
    const all = new Map(['wide', 'inner', 'other'].map((id) => [id, 'a task']));
    expect(pieceAt(boxes, all, 1, { x: 70, y: 120 })).toBe('inner');
    expect(pieceAt(boxes, all, 1, { x: 250, y: 190 })).toBe('wide');
    expect(pieceAt(boxes, new Map([['wide', 't1']]), 1, { x: 70, y: 120 })).toBe('wide');
  });

  it('are told apart by page, and a press beside all of them leads nowhere', () => {
    const all = new Map(['wide', 'inner'].map((id) => [id, 'a task']));
    expect(pieceAt(boxes, all, 2, { x: 70, y: 50 })).toBe('wide');
    expect(pieceAt(boxes, all, 2, { x: 70, y: 120 })).toBeUndefined();
    expect(pieceAt(boxes, all, 1, { x: 100, y: 30 })).toBeUndefined();
    expect(pieceAt(boxes, new Map(), 1, { x: 70, y: 120 })).toBeUndefined();
  });
});

describe('the lines around what a task was read from', () => {
  const outlines = (...marks: Box[]) => outlinesOf(marks.map((one, at) => ({ id: `${at}`, box: one, low: false })));

  it('are one for the cells of a row, in whatever order they come', () => {
    expect(outlines(box(203, 101, 300, 150), box(50, 100, 120, 150), box(122, 100, 201, 151))).toEqual([
      box(50, 100, 300, 150),
    ]);
  });

  it('are two where a cell lies between that is not of the task', () => {
    expect(outlines(box(50, 100, 120, 150), box(220, 100, 300, 150))).toHaveLength(2);
  });

  it('are apart for a cell merged over more rows, for another row and for another page', () => {
    expect(outlines(box(50, 60, 120, 300), box(122, 100, 200, 150))).toHaveLength(2);
    expect(outlines(box(50, 100, 120, 150), box(50, 160, 120, 200))).toHaveLength(2);
    expect(outlines(box(50, 100, 120, 150, 1), box(122, 100, 200, 150, 2))).toHaveLength(2);
  });

  it('are none where nothing is marked', () => expect(outlines()).toEqual([]));
});
