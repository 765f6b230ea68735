import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/model.ts';
import { readDocument } from '../../src/document/read.ts';
import { squish } from '../../src/kernel/text.ts';
import { openPdf } from '../../src/platform/pdf/open-pdf.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';

/** The real plans as PDF against the same as Word files: every paragraph and every cell, in its place of the grid. */

const plans = ['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'];
const read = (plan: string, format: string) =>
  readDocument(readFileSync(sharedPath('plans', `${plan}.${format}`)), { name: plan, tools: { openPdf } });
const piecesOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [squish(block.text)]
      : block.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.colSpan} ${squish(cell.text)}`),
  );

describe.skipIf(!sharedAvailable)('a real plan as a PDF', () => {
  test.each(plans)('%s holds the paragraphs and cells of the Word file', { timeout: 30_000 }, async (plan) => {
    const [word, pdf] = [await read(plan, 'docx'), await read(plan, 'pdf')];
    expect(piecesOf(pdf)).toEqual(piecesOf(word));
    expect(pdf.blocks.every(({ source }) => source.page !== null)).toBe(true);
  });
});
