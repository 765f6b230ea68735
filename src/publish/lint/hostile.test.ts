import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { mutate, randomFrom } from '../../../test/fuzz/mutate.ts';
import { shareOf } from '../../../test/shared.ts';
import { Problem } from '../../kernel/problem.ts';
import { lint } from './lint.ts';
import type { LintReport } from './model.ts';
import { LintReport as Shape } from './model.ts';
import { writeSet } from './testing.ts';
import { official } from './testing-documents.ts';
import { connector, pieces, writeWord } from './testing-word.ts';

const shape = Compile(Shape);

/** A report as its schema says, or a Problem. */
function tryLint(bytes: Uint8Array): LintReport | Problem {
  try {
    const report = lint(bytes, { name: 'tệp.docx' });
    expect([...shape.Errors(report)]).toEqual([]);
    return report;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
const codeOf = (bytes: Uint8Array): string => {
  const found = tryLint(bytes);
  return found instanceof Problem ? found.code : 'report';
};

const text = (words: string): Uint8Array => strToU8(words);

describe('what is no Word file is refused by name', () => {
  it.each<[string, string, Uint8Array]>([
    ['an empty file', 'file-empty', new Uint8Array()],
    ['a PDF', 'file-not-docx', text('%PDF-1.7\n')],
    ['a page of HTML called .docx', 'file-not-docx', text('<html><body><p>Kế hoạch</p></body></html>')],
    ['plain text', 'file-not-docx', text('KẾ HOẠCH\n')],
    ['RTF', 'file-not-docx', text('{\\rtf1 Kế hoạch}')],
    ['a picture', 'file-is-picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['an archive', 'file-not-docx', zipSync({ 'a.txt': text('a') })],
    ['an OpenDocument text', 'file-not-docx', zipSync({ mimetype: text('application/vnd.oasis.opendocument.text') })],
    ['a DOCX without its main part', 'file-damaged', zipSync({ '[Content_Types].xml': text('<Types/>') })],
    ['half a file', 'file-damaged', writeWord(pieces()).slice(0, 900)],
  ])('%s: %s', (_what, code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

describe('a file made to exhaust the machine', () => {
  it('is refused for entities', () => {
    const body = '<!DOCTYPE w:document [<!ENTITY a "a">]>';
    expect(codeOf(writeWord({ ...pieces(), body }))).not.toBe('report');
  });

  it('is refused for more paragraphs, and for deeper ones, than any document has', () => {
    expect(codeOf(writeWord({ ...pieces(), body: '<w:p/>'.repeat(90_000) }))).toBe('document-too-complex');
    const deep = '<w:sdt><w:sdtContent>'.repeat(300) + '</w:sdtContent></w:sdt>'.repeat(300);
    expect(codeOf(writeWord({ ...pieces(), body: deep }))).toBe('document-too-complex');
  });

  it.each<[string, string]>([
    ['paragraphs that all begin as grounds do', `<w:p><w:r><w:t>Căn cứ Luật;</w:t></w:r></w:p>`.repeat(30_000)],
    ['sections', `<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`.repeat(8_000)],
    ['appendices', `<w:p><w:r><w:t>Phụ lục I</w:t></w:r></w:p>`.repeat(20_000)],
    [
      'recipients',
      `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p>${'<w:p><w:r><w:t>- A;</w:t></w:r></w:p>'.repeat(20_000)}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'lines broken by hand',
      `<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:br/></w:r><w:r><w:t>b</w:t><w:br/></w:r>'.repeat(20_000)}</w:p>`,
    ],
    ['drawn lines', `<w:p>${connector(10).repeat(5_000)}</w:p>`],
    [
      'fields never closed',
      `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(5_000)}<w:r><w:t>a</w:t></w:r></w:p>`,
    ],
    ['one endless motto', `<w:p><w:r><w:t>Độc lập ${'tự do '.repeat(200_000)}</w:t></w:r></w:p>`],
    ['one endless name in capitals', `<w:p><w:r><w:t>${'A'.repeat(500_000)}</w:t></w:r></w:p>`],
  ])('is still checked with ever so many %s', (_what, body) => {
    expect(codeOf(writeWord({ ...pieces(), body }))).toBe('report');
  });

  it('stops at a style that is based on itself', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>';
    expect(codeOf(writeWord({ ...pieces(), styles }))).toBe('report');
  });
});

describe('a broken document', () => {
  const { numRuns, seed } = shareOf(60, 3_000);
  it('is checked or refused, never a crash', { timeout: 20_000 + numRuns * 1_000 }, async () => {
    const whole = [await writeSet(official('Kế hoạch')), await writeSet(official('Công văn')), writeWord(pieces())];
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.integer({ min: 0 }), (at, seed) => {
        const one = whole[at] as Uint8Array;
        tryLint(mutate(one, whole[(at + 1) % 3] as Uint8Array, randomFrom(seed)));
      }),
      { numRuns, ...(seed === undefined ? {} : { seed }) },
    );
  });
});
