import { expect, it } from 'vitest';
import type { Cell, Document, Paragraph } from '../../../src/document/model.ts';
import type { DraftTask } from '../../../src/plan/review.ts';
import { findPlaces, indexPieces, linkPieces } from './link.ts';

const at = (table: number | null, row: number | null, line: number | null = null) => ({ page: null, table, row, line });
const paragraph = (id: string, line: number | null): Paragraph => ({
  ...{ kind: 'paragraph', id, text: id, clause: null, heading: null, bold: false, strongTo: 0, align: null },
  source: at(null, null, line),
});
const cell = (id: string, row: number, column: number): Cell => ({
  ...{ id, row: row - 1, column, rowSpan: 1, colSpan: 1, paragraphs: [], text: id },
  source: at(1, row),
});
const document: Document = {
  format: 'docx',
  pages: null,
  warnings: [],
  blocks: [
    paragraph('p1', 7),
    {
      ...{ kind: 'table', id: 't', rows: 2, columns: 2, headerRows: 0, grid: 'printed', source: at(1, null) },
      cells: [cell('c11', 1, 0), cell('c12', 1, 1), cell('c21', 2, 0), cell('c22', 2, 1)],
    },
  ],
};
const index = indexPieces(document);

function task(id: string, fields: DraftTask['fields'], more: Partial<DraftTask> = {}): DraftTask {
  return {
    ...{
      id,
      index: null,
      dimension: null,
      component: null,
      codes: [],
      text: '',
      result: null,
      lead: [],
      implement: [],
    },
    ...{ cooperate: [], monitor: [], time: null, schedule: null, targets: [], source: at(null, null), notes: [] },
    ...{ accepted: false, corrected: [], fields },
    ...more,
  };
}
const from = (confidence: number, cellId: string) => ({ confidence, source: { ...at(1, 1), cell: cellId } });

it('finds the pieces of a task, its text first, and those that wait', () => {
  const places = findPlaces(task('t1', { lead: from(0.5, 'c12'), text: from(1, 'c11') }), index);
  expect(places).toEqual({ all: ['c11', 'c12'], low: ['c12'] });
});

it('waits for nothing once the field is corrected or the task accepted', () => {
  expect(findPlaces(task('t1', { lead: from(0.5, 'c12') }, { corrected: ['lead'] }), index).low).toEqual([]);
  expect(findPlaces(task('t1', { lead: from(0.5, 'c12') }, { accepted: true }), index).low).toEqual([]);
});

it('falls back to the row, then to the line', () => {
  expect(findPlaces(task('t1', {}, { source: at(1, 2) }), index).all).toEqual(['c21', 'c22']);
  expect(findPlaces(task('t1', {}, { source: at(null, null, 7) }), index).all).toEqual(['p1']);
  expect(findPlaces(task('t1', {}), index).all).toEqual([]);
});

it('leads from a piece to the task whose text it is, before one that shares the cell', () => {
  const shares = task('t1', { text: from(1, 'c11'), component: from(1, 'c21') });
  const owns = task('t2', { text: from(1, 'c21') });
  const links = linkPieces([shares, owns], index);
  expect([links.get('c11'), links.get('c21'), links.get('c22')]).toEqual(['t1', 't2', undefined]);
});
