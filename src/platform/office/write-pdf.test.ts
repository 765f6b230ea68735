import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { squish } from '../../kernel/text.ts';
import { day, draft, paper } from '../../publish/paper/testing.ts';
import { readingTools } from '../reader/tools.ts';
import { findOffice } from './find-office.ts';
import { drawPdf, writePdf } from './write-pdf.ts';

const office = findOffice();
if (!office) console.warn('Skipped: LibreOffice is not installed, so no PDF is made of a Word file.');
const poppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!poppler) console.warn('Skipped: pdftotext is not installed, so PDF is not read by another program.');

const printed = [
  ...['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 21/KH-UBND'],
  ...['Minh Hà, ngày 05 tháng 02 năm 2026', 'KẾ HOẠCH', 'Nâng cao Chỉ số PAPI năm 2026', 'II. TỔ CHỨC THỰC HIỆN'],
  ...[
    '1. Sở Nội vụ:',
    '2. Sở Tài chính:',
    '+ Họp dân.',
    'KT. CHỦ TỊCH',
    'Lê Quốc Bảo',
    '- Lưu: VT, NC.',
    'NHIỆM VỤ NĂM 2026',
  ],
];

const ways = [
  ['drawn by ourselves', drawPdf, false],
  ['of the Word file by LibreOffice', writePdf, !office],
] as const;

describe.each(ways)('a paper as PDF, %s', (_, write, skipped) => {
  it.skipIf(skipped)('says in text what is printed, letter by letter', { timeout: 120_000 }, async () => {
    const { blocks, pages, layout } = await readDocument(await write(paper, day), { tools: readingTools });
    const text = squish(
      blocks
        .map((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text).join(' ') : block.text))
        .join(' '),
    );
    for (const line of printed) expect(text).toContain(line);
    expect(pages).toBe(3);
    expect(layout?.map(({ width, height }) => width > height)).toEqual([false, true, false]);
  });

  it.skipIf(skipped || !poppler)('is read so by another program, too', { timeout: 120_000 }, async () => {
    const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: await write(draft, day) });
    const text = squish(String(stdout));
    for (const line of printed.filter((one) => !/21|05|Lê/.test(one))) expect(text).toContain(line);
    expect(text).toContain('ngày tháng năm 2026');
  });
});
