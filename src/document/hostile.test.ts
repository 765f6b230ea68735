import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compound } from '../../test/office/container.ts';
import { par, row, table, word } from '../../test/torture/word.ts';
import { Problem } from '../kernel/problem.ts';
import { limits } from './limits.ts';
import { readDocument } from './read.ts';

/** Files that are broken, locked, something else, or made to do harm: each is told apart, none takes the process down. */

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readDocument(bytes, { name: 'kế hoạch.docx' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.message).toContain('“kế hoạch.docx”');
    return error.code;
  }
  return 'none';
};
const warningsOf = async (bytes: Uint8Array) => (await readDocument(bytes)).warnings.map(({ code }) => code);
const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const plan = word(par('KẾ HOẠCH'));
const withParts = (parts: Record<string, string>, bytes = plan) =>
  zipSync({
    ...unzipSync(bytes),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
const wordXml = (inside: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

const old = (stream: string) => compound({ [stream]: new Uint8Array(600) });

describe('a file that is something else', () => {
  test.each<[what: string, code: string, bytes: Uint8Array]>([
    ['nothing at all', 'file-empty', new Uint8Array()],
    ['only blank lines', 'file-empty', ascii('\r\n \r\n')],
    ['an old Word file', 'file-is-old-word', old('WordDocument')],
    ['an encrypted Word file', 'file-encrypted', old('EncryptedPackage')],
    ['an old spreadsheet', 'file-is-spreadsheet', old('Workbook')],
    ['a compound file of another kind', 'file-unknown', old('Khac')],
    ['a PDF', 'file-is-pdf', ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['a PNG picture', 'file-is-picture', ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a JPEG picture', 'file-is-picture', ascii('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['RTF', 'file-is-rich-text', ascii('{\\rtf1\\ansi}')],
    ['an archive', 'file-is-archive', zipSync({ 'a.txt': strToU8('a') })],
    [
      'an OpenDocument drawing',
      'file-is-open-document',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.graphics') }),
    ],
    [
      'an OpenDocument text without its text',
      'file-damaged',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    ],
    ['a compound file cut after its sign', 'file-damaged', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    [
      'a page in parts without any page',
      'file-damaged',
      ascii('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n\na\n--x--'),
    ],
    ['a program', 'file-unknown', ascii(`MZ\x90\0\x03\0\0\0${'\0\x01\x02\xfe'.repeat(50)}`)],
    [
      'text in no encoding we know',
      'text-not-unicode',
      ascii('p\xfe\xfdk\xdfq w\xfe\xffz\xf8t x\xe7\xf0 v\xfe\xffj\xfe'),
    ],
  ])('%s', async (_, code, bytes) => {
    expect(await problemOf(bytes)).toBe(code);
  });

  test('a spreadsheet in a Word file’s clothes', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
    expect(await problemOf(withParts({ '[Content_Types].xml': types }))).toBe('file-damaged');
  });

  test('text called DOCX on standard input', async () => {
    await expect(readDocument(ascii('Ke hoach'), { as: 'docx' })).rejects.toMatchObject({ code: 'file-damaged' });
  });

  test('a Word file whose name lies is read as what it is', async () => {
    expect((await readDocument(plan, { name: 'anh.png', as: 'text' })).format).toBe('docx');
  });
});

describe('a broken file', () => {
  test('cut anywhere is damaged, never half read', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await problemOf(plan.slice(0, Math.floor(plan.length * share)))).toBe('file-damaged');
    }
  });

  test('with a byte changed in its text is damaged', async () => {
    const stored = zipSync(unzipSync(word(par('x'.repeat(5000)))), { level: 0 });
    const at = new TextDecoder('latin1').decode(stored).indexOf('xxxx');
    stored[at + 2] = 0x79;
    expect(await problemOf(stored)).toBe('file-damaged');
  });

  test('without its main part, or with XML that is not well formed, is damaged', async () => {
    const { 'word/document.xml': _, ...rest } = unzipSync(plan);
    expect(await problemOf(zipSync(rest))).toBe('file-damaged');
    expect(await problemOf(withParts({ 'word/document.xml': '<w:document><w:body>' }))).toBe('file-damaged');
  });

  test('with encrypted entries is encrypted', async () => {
    const locked = plan.slice();
    const view = new DataView(locked.buffer);
    for (let at = 0; at < locked.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) locked[at + 8] = 1;
    }
    expect(await problemOf(locked)).toBe('file-encrypted');
  });
});

describe('a file made to do harm', () => {
  test('of 60 MB is refused before it is looked at', async () => {
    expect(await problemOf(new Uint8Array(60 * 1_048_576))).toBe('file-too-large');
    expect(limits.fileBytes).toBe(50 * 1_048_576);
  });

  test('that swells a thousandfold is stopped', { timeout: 30_000 }, async () => {
    const bomb = withParts({ 'word/document.xml': wordXml(par('')) + ' '.repeat(30_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await problemOf(bomb)).toBe('file-expands-too-much');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
  });

  test('that lies about its size is stopped where the lie ends', async () => {
    const bomb = withParts({ 'word/document.xml': wordXml(' '.repeat(2_000_000)) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1000, true);
    }
    expect(await problemOf(bomb)).toBe('file-expands-too-much');
  });

  test('whose entries share their bytes is stopped', async () => {
    const bomb = withParts({ a: 'a'.repeat(1000), b: 'b'.repeat(1000) });
    const view = new DataView(bomb.buffer);
    const entries = Array.from({ length: bomb.length - 4 }, (_, at) => at).filter(
      (at) => view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32((entries[1] as number) + 42, view.getUint32((entries[0] as number) + 42, true), true);
    expect(await problemOf(bomb)).toBe('file-expands-too-much');
  });

  test('with entities that expand is refused at its DOCTYPE', async () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await problemOf(withParts({ 'word/document.xml': wordXml(par('&b;'), laughs) }))).toBe(
      'file-declares-entities',
    );
  });

  test('nested beyond reason is too complex', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5000)}${par('a')}${'</w:sdtContent></w:sdt>'.repeat(5000)}`;
    expect(await problemOf(withParts({ 'word/document.xml': wordXml(deep) }))).toBe('document-too-complex');
    expect(await problemOf(ascii(`<html>${'<div>'.repeat(100_000)}a`))).toBe('document-too-complex');
  });

  test('with spans of a billion columns takes no more places than it has cells', async () => {
    const spans = '<table><tr><td colspan="999999999" rowspan="999999999">a</td></tr><tr><td>b</td></tr></table>';
    const { blocks } = await readDocument(ascii(`<html>${spans}`));
    expect(blocks[0]).toMatchObject({ kind: 'table', rows: 2, columns: 2 });
  });

  test('with millions of cells is too complex', async () => {
    const wide = (columns: number) => row(Array<string>(columns).fill('a'));
    const many = table(1000, wide(1000), ...Array<string>(3000).fill(wide(1)));
    expect(await problemOf(word(many))).toBe('document-too-complex');
    const empty = '<w:p/>'.repeat(limits.paragraphs + 1);
    expect(await problemOf(withParts({ 'word/document.xml': wordXml(empty) }))).toMatch(/too-complex|too-much/);
  });

  test.each<[string, string]>([
    ['a page', `<html><p>${'a'.repeat(limits.characters + 1)}`],
    ['one row of cells', `${'|'.repeat(1_000_000)}\n|--|`],
    ['a wide row among many', `${'a\t'.repeat(10_000)}a\n${'b\tc\n'.repeat(1_000)}`],
  ])('with more text or cells than any plan is too complex: %s', async (_, text) => {
    expect(await problemOf(ascii(text))).toBe('document-too-complex');
  });

  test('of nothing but zeros or broken characters is told without filling memory', async () => {
    const before = process.memoryUsage().rss;
    expect(await problemOf(new Uint8Array(20_000_000))).toBe('file-unknown');
    expect(await problemOf(new Uint8Array(20_000_000).fill(0xff))).toMatch(/text-not-unicode|file-unknown/);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1_048_576);
  });

  test('with macros or links outwards is read, and says what was left alone', async () => {
    const template =
      '<Relationship Id="t" Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/>';
    expect(await warningsOf(word(par('a'), { links: template }))).toEqual(['external-links-ignored']);
    expect(await warningsOf(withParts({ 'word/vbaProject.bin': 'Sub AutoOpen' }))).toEqual(['macros-ignored']);
  });

  test('with entries named to climb out of the folder touches nothing', async () => {
    expect(await problemOf(withParts({ '../../../../tmp/thang-escaped': 'x', '/etc/thang': 'y' }))).toBe('none');
  });

  test.each<[string, string]>([
    ['rows without cells', `<w:tbl>${'<w:tr/>'.repeat(200_000)}</w:tbl>`],
    ['properties', `<w:p><w:pPr>${'<w:a/>'.repeat(200_000)}</w:pPr></w:p>`],
    ['grid columns', `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(200_000)}</w:tblGrid></w:tbl>`],
  ])('with %s beyond number is too complex', async (_, inside) => {
    expect(await problemOf(withParts({ 'word/document.xml': wordXml(inside) }))).toBe('document-too-complex');
  });

  test('of opening signs that are never closed is read in time', { timeout: 20_000 }, async () => {
    for (const sign of ['[', '![', '![](', '[](#']) await readDocument(ascii(`KE HOACH ${sign.repeat(100_000)}`));
  });

  test('with lines made to slow the text reader is read in time', { timeout: 20_000 }, async () => {
    await readDocument(ascii(`${'*a '.repeat(50_000)}\n${'1.\tb\n'.repeat(20_000)}${'<b>'.repeat(20_000)}`));
  });
});

describe('a file with its bytes changed at random', () => {
  const page = ascii('<html><table><tr><td rowspan=2>1<td>a<tr><td>b</table><ul><li>c<p>d</ul>');
  const text = ascii('I. A\n1\tb\tc\n2\td\te\n\n| a | b |\n|--|--|\n| **c** | <p>d</p> |\nTT\n|\nA\n|\nB\n|\n1\n|\n');
  const stored = zipSync(unzipSync(word(par('a') + table(2, row(['b', 'c']), row(['d', 'e'])))), { level: 0 });
  const change = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255));

  test.each<[string, Uint8Array]>([
    ['a Word file', plan],
    ['a Word file without compression', stored],
    ['a page', page],
    ['a text', text],
  ])('%s is read or refused, never fails', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const changed = bytes.slice();
        for (const [share, value] of changes) changed[Math.floor(share * changed.length)] = value;
        await problemOf(changed);
      }),
      { seed: 20260101, numRuns: 150 },
    );
  });
});
