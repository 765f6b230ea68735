import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fodt, odt } from '../../../test/office/parts.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Document } from '../model.ts';
import { readDocument } from '../read.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const textsOf = ({ blocks }: Document) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text)));
const texts = async (body: string, styles = '') => textsOf(await readDocument(odt(body, styles)));
const p = (text: string) => `<text:p>${text}</text:p>`;
const problemOf = (bytes: Uint8Array) =>
  readDocument(bytes, { name: 'a.odt' }).then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );

const level = (number: number, format: string, more: string) =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${more}/>`;
const list = `<text:list-style style:name="L">${level(1, 'I', 'style:num-suffix="."')}${level(2, '1', 'style:num-suffix="." text:display-levels="2"')}<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>`;
const item = (inside: string, attributes = '') => `<text:list-item ${attributes}>${inside}</text:list-item>`;

describe('an OpenDocument text', () => {
  test.each(['minh-ha-2026', 'hon-suong-2026'])('%s says what its Word copy says', async (plan) => {
    const shown = async (path: string) =>
      JSON.parse(
        JSON.stringify((await readDocument(readFileSync(join(root, path)))).blocks, (key, value) =>
          key === 'align' ? undefined : value,
        ),
      );
    expect(await shown(`test/office/${plan}.odt`)).toEqual(await shown(`samples/${plan}.docx`));
  });

  test('numbers its lists as they are shown, and goes on where they do', async () => {
    const body =
      `<text:list xml:id="a" text:style-name="L">${item(`${p('một')}<text:list>${item(p('một một'))}${item(`${p('một hai') + p('tiếp')}<text:list>${item(p('gạch'))}</text:list>`)}</text:list>`)}</text:list>` +
      p('giữa') +
      `<text:list text:style-name="L" text:continue-numbering="true">${item(p('hai'))}${item(p('năm'), 'text:start-value="5"')}</text:list>` +
      `<text:list text:style-name="L">${item(p('lại một'))}<text:list-header>${p('không số')}</text:list-header></text:list>` +
      `<text:list text:style-name="L" text:continue-list="a">${item(p('sáu'))}</text:list>`;
    expect(await texts(body, list)).toEqual([
      'I. một',
      'I.1. một một',
      'I.2. một hai',
      'tiếp',
      '- gạch',
      'giữa',
      'II. hai',
      'V. năm',
      'I. lại một',
      'không số',
      'VI. sáu',
    ]);
  });

  test('lays out merged cells, repeated ones and headers', async () => {
    const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const body = `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>${cell('TT')}${cell('Việc', 'table:number-columns-spanned="2"')}${covered}</table:table-row></table:table-header-rows>
<table:table-row>${cell('1', 'table:number-rows-spanned="2"')}${cell('a')}${cell('b')}</table:table-row>
<table:table-row>${covered}${cell('c', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`;
    const { blocks } = await readDocument(odt(body));
    expect(blocks[0]).toMatchObject({ kind: 'table', rows: 3, columns: 3, headerRows: 1 });
    const cells = blocks[0]?.kind === 'table' ? blocks[0].cells : [];
    expect(cells.map(({ text, row, column, rowSpan, colSpan }) => [text, row, column, rowSpan, colSpan])).toEqual([
      ['TT', 0, 0, 1, 1],
      ['Việc', 0, 1, 1, 2],
      ['1', 1, 0, 2, 1],
      ['a', 1, 1, 1, 1],
      ['b', 1, 2, 1, 1],
      ['c', 2, 1, 1, 1],
      ['c', 2, 2, 1, 1],
    ]);
  });

  test('leaves out what was deleted, notes and comments; reads boxes where they stand', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>bỏ đi</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p></text:note-body></text:note>';
    const box = `<draw:frame><draw:text-box>${p('trong hộp')}</draw:text-box></draw:frame>`;
    const shown = `<text:change-start text:change-id="d"/>bị xóa <text:change-end text:change-id="d"/>`;
    const body = `${changes}${p(`giữ ${shown}lại${note}<text:s text:c="3"/>chữ<text:line-break/>dòng<office:annotation>${p('ý kiến')}</office:annotation>`)}${p(`trước${box}`)}`;
    expect(await texts(body)).toEqual(['giữ lại chữ\ndòng', 'trước', 'trong hộp']);
  });

  test('knows headings, bold, hidden text and old fonts by its styles', async () => {
    const styles =
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="V" style:family="text"><style:text-properties style:font-name=".VnTime"/></style:style>';
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const body = `<text:h text:outline-level="2">Mục</text:h>${p(`${span('B', 'Sở Nội vụ')} chủ trì${span('H', 'ẩn')}`)}${p(span('V', 'KÕ ho¹ch'))}`;
    const { blocks } = await readDocument(odt(body, styles));
    expect(blocks[0]).toMatchObject({ heading: 2 });
    expect(blocks[1]).toMatchObject({ text: 'Sở Nội vụ chủ trì', strongTo: 9, bold: false });
    expect(blocks[2]).toMatchObject({ text: 'Kế hoạch' });
  });

  test('as one flat file is the same', async () => {
    const { format, blocks } = await readDocument(new TextEncoder().encode(fodt(p('Kế hoạch'))));
    expect([format, blocks.length]).toEqual(['odt', 1]);
  });
});

describe('an OpenDocument file that is something else or made to do harm', () => {
  test.each<[what: string, code: string, more: Record<string, string>]>([
    ['a spreadsheet', 'file-is-spreadsheet', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['a presentation', 'file-is-presentation', { mimetype: 'application/vnd.oasis.opendocument.presentation' }],
    ['a formula', 'file-is-open-document', { mimetype: 'application/vnd.oasis.opendocument.formula' }],
    ['encrypted', 'file-encrypted', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }],
    ['not well formed', 'file-damaged', { 'content.xml': '<office:document-content>' }],
    ['with entities', 'file-declares-entities', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }],
  ])('%s', async (_, code, more) => {
    expect(await problemOf(odt(p('a'), '', more))).toBe(code);
  });

  test('with giant repeats takes no more places than it has cells, or is too complex', async () => {
    const wide = (text: string, repeat: number) =>
      `<table:table><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell table:number-columns-repeated="${repeat}">${text && p(text)}</table:table-cell></table:table-row></table:table>`;
    expect(await problemOf(odt(wide('', 1_000_000)))).toBe('none');
    expect(await problemOf(odt(wide('b', 1_000_000)))).toBe('document-too-complex');
    const tall = (text: string) =>
      `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell>${text && p(text)}</table:table-cell><table:table-cell/></table:table-row></table:table>`;
    expect(await problemOf(odt(tall('a')))).toBe('document-too-complex');
    expect(await problemOf(odt(tall('')))).toBe('none');
    expect(
      await problemOf(
        odt(
          `<table:table>${'<table:table-column table:number-columns-repeated="999999999"/>'.repeat(1000)}</table:table>`,
        ),
      ),
    ).toBe('none');
  });
});
