import { describe, expect, test } from 'vitest';
import type { Document } from '../model.ts';
import { readDocument } from '../read.ts';

/** What comes as .doc and is none: pages in parts, Word 2003 XML, packages written out flat. */

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textsOf = ({ blocks }: Document) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text)));
const read = (text: string) => readDocument(bytesOf(text), { name: 'kế hoạch.doc' });

const quoted = (text: string): string =>
  [...bytesOf(text)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('');
const page = '<html><body><p>KẾ HOẠCH</p><table><tr><td>a</td><td>b</td></tr></table></body></html>';
const parts = (encoding: string, body: string) =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="----=_Part"\r\n\r\nThis is a web page.\r\n\r\n------=_Part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n------=_Part--\r\n`;

describe('a single file web page', () => {
  test.each<[string, string]>([
    ['quoted-printable', quoted(page).replace('KH', 'KH').replace('<table>', '=\r\n<table>')],
    ['base64', Buffer.from(page).toString('base64').replace(/.{40}/g, '$&\r\n')],
    ['8bit', page],
  ])('in %s is the page in it', async (encoding, body) => {
    const document = await read(parts(encoding, body));
    expect(document.format).toBe('html');
    expect(textsOf(document)).toEqual(['KẾ HOẠCH', ['a', 'b']]);
  });
});

describe('Word as one XML file', () => {
  const wordml = 'http://schemas.microsoft.com/office/word/2003/wordml';
  const hint = 'http://schemas.microsoft.com/office/word/2003/auxHint';
  const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  test('of 2003 keeps its numbers and merged cells', async () => {
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const body = `${p('Mục đích', '<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="I."/></w:listPr>')}<wx:sect><w:tbl>
<w:tr>${tc('1', '<w:vmerge w:val="restart"/>')}${tc('a')}</w:tr><w:tr>${tc('', '<w:vmerge/>')}${tc('b')}</w:tr></w:tbl></wx:sect>`;
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="${wordml}" xmlns:wx="${hint}"><w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"/></w:styles><w:body>${body}</w:body></w:wordDocument>`;
    const document = await read(xml);
    expect(textsOf(document)).toEqual(['I. Mục đích', ['1', 'a', 'b']]);
  });

  test('as a flat package is the DOCX it was', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const part = (name: string, type: string, xml: string) =>
      `<pkg:part pkg:name="${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;
    const text = `<w:document xmlns:w="${main}"><w:body>${p('Kế hoạch')}</w:body></w:document>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/_rels/.rels', 'application/vnd.openxmlformats-package.relationships+xml', links)}${part('/word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', text)}</pkg:package>`;
    const document = await read(xml);
    expect([document.format, ...textsOf(document)]).toEqual(['docx', 'Kế hoạch']);
  });
});
