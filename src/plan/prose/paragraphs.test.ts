import { expect, test } from 'vitest';
import { readText } from '../../document/text/read-text.ts';
import { readParagraphs } from './paragraphs.ts';

const texts = (...lines: string[]) => readParagraphs(readText(lines.join('\n\n'), 'text')).map(({ text }) => text);

test('page numbers, strokes of a pen and file paths are no paragraphs', () => {
  expect(
    texts('a) Một việc.', '2', 'b', 'E:\\Dropbox\\KE HOACH 2023.docx', 'Trang 2/7', '-----', 'b) Hai việc.'),
  ).toEqual(['a) Một việc.', 'b) Hai việc.']);
});

test('a sentence torn by a page is whole again, whatever the page left between its halves', () => {
  expect(texts('- Nâng cao chất lượng của chính', 'b', 'quyền địa phương.', '- Việc khác.')).toEqual([
    '- Nâng cao chất lượng của chính quyền địa phương.',
    '- Việc khác.',
  ]);
  expect(texts('So với năm', '2023.')).toEqual(['So với năm 2023.']);
});

test('a clause after a line without a stop begins a paragraph of its own', () => {
  expect(texts('1. Sở Nội vụ', 'a) Chủ trì.', 'đ) Theo dõi')).toEqual(['1. Sở Nội vụ', 'a) Chủ trì.', 'đ) Theo dõi']);
});

test('of two labels on one line the inner one counts', () => {
  const [paragraph] = readParagraphs(readText('- a) Tham mưu.', 'text'));
  expect(paragraph).toMatchObject({ label: { kind: 'letter', value: 'a' }, body: 'Tham mưu.' });
});
