import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/read.ts';
import { readPlan } from './read.ts';

/** One piece over and over, sixty thousand letters of it: what it costs grows with its length, not with its square. */
const pieces = [
  ' ',
  '- ',
  '; ',
  '(1) ',
  '<a ',
  '| a ',
  'IV. ',
  'Sở Nội vụ, ',
  'SỞ NỘI VỤ ',
  'giao ',
  'Giao Sở Tài chính ',
  'phối hợp với ',
  'Cơ quan chủ trì: ',
  'Thời gian thực hiện: ',
  'từ 5% đến ',
  '1 - 2 ',
];
const full = (piece: string): string => piece.repeat(Math.ceil(60_000 / piece.length));

const papers: [what: string, name: string, write: (text: string) => string][] = [
  ['a text', 'a.txt', (text) => text],
  [
    'a sentence that orders',
    'b.txt',
    (text) => `KẾ HOẠCH\n\n1. Sở Nội vụ chủ trì ${text} đến hết năm\nGiao Sở Tài chính ${text}\n`,
  ],
  [
    'a table of a text',
    'c.md',
    (text) => `| STT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | ${text} | ${text} | ${text} |\n`,
  ],
  [
    'a table of a page',
    'd.html',
    (text) =>
      `<table><tr><td>STT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr><tr><td>1</td><td>${text}</td><td>${text}</td></tr></table>`,
  ],
];

describe('a paper made to be slow', () => {
  it.each(papers)('is read or refused at once: %s', { timeout: 120_000 }, async (_, name, write) => {
    for (const piece of pieces) {
      const begun = process.cpuUsage();
      const code = await readDocument(Buffer.from(write(full(piece))), { name })
        .then((document) => void readPlan(document))
        .catch((error: { code?: string }) => error.code);
      expect([undefined, 'file-empty', 'document-too-complex'], piece).toContain(code);
      // Of the processor, not of the clock: others may be at work beside this test.
      expect(process.cpuUsage(begun).user / 1_000, piece).toBeLessThan(3_000);
    }
  });
});
