import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sheetData, xlsx } from '../../../test/office/parts.ts';
import { Problem } from '../../kernel/problem.ts';
import { readPlan } from '../../plan/read.ts';
import { matrixColumns } from '../../plan/views.ts';
import { matrixXlsx } from '../../publish/matrix-xlsx.ts';
import type { Document } from '../model.ts';
import { readDocument } from '../read.ts';
import { showNumber } from './number.ts';

const textsOf = ({ blocks }: Document) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text)));
const problemOf = (bytes: Uint8Array) =>
  readDocument(bytes, { name: 'a.xlsx' }).then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );
const header = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì'];
const sheet = (xml: string, more = {}) => xlsx([{ name: 'Trang 1', xml }], more);

describe('a task list in a workbook', () => {
  test('is a table under its titles, with the signature after it', async () => {
    const data = sheetData(
      ['UBND TỈNH MINH HÀ', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH MỤC NHIỆM VỤ NĂM 2026'],
      [],
      header,
      ['I', 'Cải cách thể chế'],
      ['1', 'Rà soát văn bản\n- Lần một', 'Sở Tư pháp'],
      [],
      ['2', 'Kiểm tra', 'Sở Nội vụ'],
      [],
      ['Nơi nhận:', null, 'TM. ỦY BAN NHÂN DÂN'],
    );
    expect(textsOf(await readDocument(sheet(data)))).toEqual([
      'UBND TỈNH MINH HÀ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'DANH MỤC NHIỆM VỤ NĂM 2026',
      [
        ...header,
        'I',
        'Cải cách thể chế',
        '',
        '1',
        'Rà soát văn bản\n- Lần một',
        'Sở Tư pháp',
        '2',
        'Kiểm tra',
        'Sở Nội vụ',
      ],
      'Nơi nhận:',
      'TM. ỦY BAN NHÂN DÂN',
    ]);
  });

  test('keeps merged cells, and no more of them than are shown', async () => {
    const data = sheetData(header, ['1', 'Một việc', 'Sở A'], [null, 'Việc hai', 'đè'], ['Nhóm']);
    const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/><mergeCell ref="A4:C4"/></mergeCells>';
    const { blocks } = await readDocument(sheet(data + merges));
    const cells = blocks[0]?.kind === 'table' ? blocks[0].cells : [];
    expect(
      cells.slice(3).map(({ text, row, column, rowSpan, colSpan }) => [text, row, column, rowSpan, colSpan]),
    ).toEqual([
      ['1', 1, 0, 2, 1],
      ['Một việc', 1, 1, 1, 1],
      ['Sở A', 1, 2, 2, 1],
      ['Việc hai', 2, 1, 1, 1],
      ['Nhóm', 3, 0, 1, 3],
    ]);
  });

  test('reads shared and rich text, cached results, ticks and old fonts', async () => {
    const strings =
      '<si><t>Nhiệm vụ</t></si><si><r><rPr><b/></rPr><t>Sở</t></r><r><t xml:space="preserve"> Nội vụ</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>KÕ ho¹ch</t></r></si><si><t>a_x000D_\nb</t></si>';
    const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
    const data = `<sheetData>${row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>2</v></c>', '<c r="D1" t="s"><v>3</v></c>')}${row(
      2,
      '<c r="A2"><f>1+1</f><v>2</v></c>',
      '<c r="B2" t="str"><f>A1</f><v>kết quả</v></c>',
      '<c r="C2" t="b"><v>1</v></c>',
      '<c r="D2" t="e"><v>#N/A</v></c>',
    )}</sheetData>`;
    const { blocks } = await readDocument(sheet(data, { strings }));
    expect(textsOf({ blocks } as Document)).toEqual([
      ['Nhiệm vụ', 'Sở Nội vụ', 'Kế hoạch', 'a\nb', '2', 'kết quả', 'x', ''],
    ]);
  });

  test('of several sheets names each, and says what is hidden', async () => {
    const data = sheetData(header, ['1', 'việc', 'Sở A']);
    const hiddenRow = data.replace('<row r="2">', '<row r="2" hidden="1">');
    const document = await readDocument(
      xlsx([
        { name: 'PAPI', xml: data },
        { name: 'PAR', xml: `<cols><col min="3" max="3" hidden="1"/></cols>${hiddenRow}` },
        { name: 'Nháp', xml: data, attributes: 'state="veryHidden"' },
      ]),
    );
    expect(textsOf(document)).toEqual(['PAPI', [...header, '1', 'việc', 'Sở A'], 'PAR', ['STT', 'Nhiệm vụ']]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['hidden-sheets-ignored', 'hidden-cells-ignored']);
  });

  test.each<[number, string, string]>([
    [46_006, 'dd/mm/yyyy', '15/12/2025'],
    [46_006, 'd/m', '15/12'],
    [46_006, 'mm/yyyy', '12/2025'],
    [46_006.5, 'dd/mm/yyyy hh:mm', '15/12/2025'],
    [1, '[$-42A]dd/mm/yyyy;@', '01/01/1900'],
    [0.885, '0.0%', '88,5%'],
    [0.9, '0%', '90%'],
    [1234.5, '#,##0.00', '1.234,50'],
    [7, '00', '07'],
    [2, '"Quý "0', 'Quý 2'],
    [0.1 + 0.2, '', '0.3'],
    [1.1, 'General', '1.1'],
    [-3, '0', '-3'],
  ])('shows %d in %s as %s', (value, format, shown) => {
    expect(showNumber(value, format, false)).toBe(shown);
  });

  test('that we wrote ourselves gives the same tasks', async () => {
    const root = join(import.meta.dirname, '..', '..', '..');
    const before = readPlan(await readDocument(readFileSync(join(root, 'samples/minh-ha-2026.docx'))));
    const { number, symbol, title, year } = before.document;
    const tasks = before.tasks.map((task) => ({
      ...task,
      planNumber: number,
      planSymbol: symbol,
      planTitle: title,
      year,
    }));
    const after = readPlan(await readDocument(await matrixXlsx(tasks, matrixColumns)));
    const said = ({ tasks: all }: typeof before) =>
      all.map(({ text, component, result, lead, implement, cooperate, monitor, time, schedule }) => ({
        text: text.replace(/\s+/g, ' '),
        component,
        result,
        time,
        schedule,
        agencies: { lead, implement, cooperate, monitor },
      }));
    expect(said(after)).toEqual(said(before));
  });
});

describe('a workbook made to do harm', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['a million empty rows', 'none', () => sheet(`<sheetData>${'<row/>'.repeat(500_000)}</sheetData>`)],
    [
      'too many cells',
      'document-too-complex',
      () => sheet(`<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(2_000)}</sheetData>`),
    ],
    [
      'one long text in many cells',
      'document-too-complex',
      () =>
        sheet(`<sheetData>${'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(2_000)}</sheetData>`, {
          strings: `<si><t>${'a'.repeat(30_000)}</t></si>`,
        }),
    ],
    [
      'merges beyond the sheet',
      'none',
      () =>
        sheet(
          `${sheetData(header, ['1', 'a', 'b'])}<mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
        ),
    ],
    [
      'cells beyond the sheet',
      'file-damaged',
      () => sheet('<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>'),
    ],
    [
      'far apart',
      'none',
      () =>
        sheet(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
    ],
  ])('%s', { timeout: 20_000 }, async (_, code, make) => {
    expect(await problemOf(make())).toBe(code);
  });

  test('encrypted, of an older kind or binary is told by name', async () => {
    expect(await problemOf(xlsx([], { workbook: '' }))).toBe('none');
  });
});
