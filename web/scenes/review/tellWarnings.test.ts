import { describe, expect, it } from 'vitest';
import type { Document, Paragraph } from '../../../src/document/model.ts';
import type { Reading, Source } from '../../../src/plan/model.ts';
import { indexPieces } from './link.ts';
import { groupWarnings, tellWarnings } from './tellWarnings.ts';

const at = (more: Partial<Source>): Source => ({ page: null, table: null, row: null, line: null, ...more });
const paragraph = (id: string, source: Source): Paragraph => ({
  ...{ kind: 'paragraph', id, text: id, clause: null, heading: null, bold: false, strongTo: 0, align: null, source },
});
const table = (number: number) => ({
  ...{ kind: 'table' as const, id: `t${number}`, rows: 1, columns: 1, headerRows: 0, grid: 'printed' as const },
  source: at({ table: number, page: 2 }),
  cells: [
    {
      ...{ id: `c${number}`, row: 0, column: 0, rowSpan: 1, colSpan: 1, paragraphs: [], text: '' },
      source: at({ table: number, row: 1, page: 2 }),
    },
  ],
});
const document: Document = {
  ...{ format: 'pdf', pages: 3 },
  layout: [1, 2, 3].map(() => ({ width: 595, height: 842, scanned: false })),
  warnings: [{ code: 'page-not-recognised', message: 'Không nhận dạng được trang 1.', source: at({ page: 1 }) }],
  blocks: [paragraph('p1', at({ page: 1 })), paragraph('p2', at({ page: 1, line: 4 })), table(1), table(2)],
};
const index = indexPieces(document);
const reading = (...warnings: Reading['warnings']) => ({ warnings }) as unknown as Reading;
const tell = (...warnings: Reading['warnings']) => groupWarnings(tellWarnings(reading(...warnings), document, index));
const form = (number: number) => ({
  code: 'form',
  message: 'Bảng là biểu mẫu.',
  source: at({ table: number, page: 2 }),
});

describe('what the reader tells of a document', () => {
  it('is one line for all tables of a kind, each of them a press away', () => {
    const [forms] = tell(form(1), form(2), form(2));
    expect(forms).toEqual({
      code: 'form',
      sayings: ['Bảng là biểu mẫu.'],
      places: [
        { name: 'Bảng 1, trang 2', pieces: ['c1'], page: 2 },
        { name: 'Bảng 2, trang 2', pieces: ['c2'], page: 2 },
      ],
    });
  });

  it('leads to a line, or to the beginning of a page where no more is known', () => {
    const [line, page] = tell({ code: 'odd', message: 'Lạ.', source: at({ line: 4, page: 1 }) });
    expect(line?.places).toEqual([{ name: 'Dòng 4, trang 1', pieces: ['p2'], page: 1 }]);
    expect(page?.places).toEqual([{ name: 'Trang 1', pieces: ['p1'], page: 1 }]);
  });

  it('leads to a page nothing was read from', () => {
    const [unread] = tell({ code: 'page-not-recognised', message: 'Trang 3 mờ.', source: at({ page: 3 }) });
    expect(unread?.places).toContainEqual({ name: 'Trang 3', pieces: [], page: 3 });
  });

  it('leads nowhere where it is about the whole document, or the place is not in it', () => {
    const whole = { code: 'no-tasks', message: 'Không có bảng.', source: null };
    const [first, second] = tell(whole, { ...form(9), source: at({ table: 9 }), code: 'elsewhere' });
    expect([first?.places, second?.places]).toEqual([[], []]);
  });

  it('keeps different wordings of one kind', () => {
    const column = (name: string) => ({ code: 'unknown-column', message: `Cột “${name}”.`, source: null });
    expect(tell(column('A'), column('B'))[0]?.sayings).toEqual(['Cột “A”.', 'Cột “B”.']);
  });
});
