import { type DraftBlock, type DraftTable, draftCell, draftParagraph, plainRun } from '../../document/draft.ts';
import { finish } from '../../document/finish.ts';
import type { Document } from '../../document/model.ts';
import type { DocumentHead, IndexName } from '../model.ts';

/** A cell for tests: its text, or its text with spans and looks. */
export type TestCell = string | { text: string; colSpan?: number; rowSpan?: number; bold?: boolean };

export const paragraph = (text: string): DraftBlock => draftParagraph([plainRun(text)]);

export function table(rows: TestCell[][], headerRows = 0): DraftTable {
  const cells = rows.map((row) => ({
    cells: row.map((cell) => {
      const { text, bold = false, ...spans } = typeof cell === 'string' ? { text: cell } : cell;
      const lines = text === '' ? [] : text.split('\n').map((line) => draftParagraph([{ ...plainRun(line), bold }]));
      return draftCell(lines, spans);
    }),
    line: null,
  }));
  return { kind: 'table', rows: cells, headerRows, grid: 'printed', line: null };
}

export const documentOf = (...blocks: DraftBlock[]): Document => finish(blocks, 'html', []);

/** A head that says only what the reading of tasks asks for. */
export function headOf(indices: IndexName[] = ['PAPI'], year = 2026): DocumentHead {
  return {
    type: 'Kế hoạch',
    number: null,
    symbol: 'KH-UBND',
    date: null,
    year,
    place: null,
    issuer: null,
    title: null,
    signer: null,
    indices,
    references: [],
    addressees: [],
    recipients: [],
    results: [],
    goals: [],
  };
}
