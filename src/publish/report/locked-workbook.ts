import { strToU8, zipSync } from 'fflate';
import { inXml } from '../../kernel/text.ts';

/**
 * A workbook whose cells are locked but for those that are to be filled in, with lists to choose from. Written part by part: the
 * library that writes our other tables knows neither locks nor lists.
 */

export type LockedCell = {
  text: string | number | null;
  /** head, words that explain, locked text, a cell to fill in with text, or with a number */
  look: 'title' | 'head' | 'hint' | 'locked' | 'text' | 'number';
};
export type LockedSheet = {
  name: string;
  rows: readonly (readonly LockedCell[])[];
  /** in characters; 0 hides the column */
  widths: readonly number[];
  /** rows that stay in sight */
  frozen: number;
  hidden?: true;
  /** one of these in each cell of a column (A is 0), from a row on (1 is the first) */
  list?: { column: number; from: number; words: readonly string[] };
  numbers?: { columns: readonly number[]; from: number };
  /** single cells with a list of their own: the row (1 is the first), the column, and the cells that hold the words */
  choose?: readonly { row: number; column: number; range: string }[];
};

const looks: readonly LockedCell['look'][] = ['title', 'head', 'hint', 'locked', 'text', 'number'];

const xml = (text: string): string =>
  inXml(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of the workbook; the same input gives the same bytes. */
export function lockedWorkbook(sheets: readonly LockedSheet[]): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': workbookRels(sheets.length),
    'xl/styles.xml': styles,
  };
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return Uint8Array.from(zipSync(files, { mtime: '2000-01-01' }));
}

const numbered = (count: number, say: (n: number) => string): string =>
  Array.from({ length: count }, (_, at) => say(at + 1)).join('');

const contentTypes = (count: number): string =>
  `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered(
    count,
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )}</Types>`;

const workbookRels = (count: number): string =>
  `${head}<Relationships xmlns="${packaged}/relationships">${numbered(
    count,
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

const workbook = (sheets: readonly LockedSheet[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookProtection lockStructure="1"/><sheets>${sheets
    .map(
      ({ name, hidden }, at) =>
        `<sheet name="${xml(name)}" sheetId="${at + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;

/** Text to fill in is of the format "text": what begins with a dash or an equals sign stays text when the cell is edited. */
const xf = (font: number, fill: number, border: number, more = ''): string =>
  `<xf numFmtId="${more.includes('text') ? 49 : 0}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${more === '' ? 1 : 0}"/></xf>`;

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font><font><i/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7F0F2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF9AA5A8"/></left><right style="thin"><color rgb="FF9AA5A8"/></right><top style="thin"><color rgb="FF9AA5A8"/></top><bottom style="thin"><color rgb="FF9AA5A8"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${xf(0, 0, 0)}${xf(2, 0, 0)}${xf(1, 2, 1)}${xf(3, 0, 0)}${xf(0, 0, 1)}${xf(0, 3, 1, 'text')}${xf(0, 3, 1, 'number')}</cellXfs></styleSheet>`;

/** "A", "B" … "Z"; a report has no wider table. */
const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml({ text, look }: LockedCell, column: number, row: number): string {
  const at = `r="${letter(column)}${row}" s="${looks.indexOf(look) + 1}"`;
  if (text === null || text === '') return `<c ${at}/>`;
  if (typeof text === 'number') return `<c ${at}><v>${text}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

/** Not every program makes rows as high as their wrapped text when it opens a file: what needs more lines than one says so. */
function heightOf(row: readonly LockedCell[], widths: readonly number[]): string {
  const lines = Math.max(
    1,
    ...row.map(({ text, look }, at) => {
      const fits = (widths[at] ?? 10) * (look === 'title' ? 0.7 : 0.95);
      if (fits === 0 || typeof text !== 'string') return 1;
      const count = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0);
      return look === 'title' ? count * 1.3 : count;
    }),
  );
  return lines === 1 ? '' : ` ht="${Math.min(409, Math.ceil(15 * lines))}" customHeight="1"`;
}

function sheetXml({ rows, widths, frozen, list, numbers, choose, hidden }: LockedSheet): string {
  const columns = widths
    .map(
      (width, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width || 10}" customWidth="1"${width === 0 ? ' hidden="1"' : ''}/>`,
    )
    .join('');
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const data = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}"${heightOf(row, widths)}>${row.map((cell, i) => cellXml(cell, i, at + 1)).join('')}</row>`,
    )
    .join('');
  const view = `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews>`;
  // Rows and columns may be made wider: long texts are to be read.
  const lock = `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>`;
  const setup = hidden ? '' : '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view}<cols>${columns}</cols><sheetData>${data}</sheetData>${lock}${validations(rows.length, { list, numbers, choose })}${setup}</worksheet>`;
}

type Validated = { [key in 'list' | 'numbers' | 'choose']: LockedSheet[key] | undefined };

function validations(last: number, { list, numbers, choose = [] }: Validated): string {
  const span = (column: number, from: number) => `${letter(column)}${from}:${letter(column)}${Math.max(from, last)}`;
  const told = (title: string, text: string) =>
    `allowBlank="1" showErrorMessage="1" errorTitle="${xml(title)}" error="${xml(text)}"`;
  const all = [
    ...(list
      ? [
          `<dataValidation type="list" ${told('Tình trạng', 'Hãy chọn một dòng trong danh sách.')} sqref="${span(list.column, list.from)}"><formula1>"${xml(list.words.join(','))}"</formula1></dataValidation>`,
        ]
      : []),
    ...(numbers
      ? [
          `<dataValidation type="decimal" operator="greaterThan" ${told('Số liệu', 'Ô này chỉ nhận số, ví dụ 1250,5.')} sqref="${numbers.columns
            .map((column) => span(column, numbers.from))
            .join(' ')}"><formula1>-1000000000000000</formula1></dataValidation>`,
        ]
      : []),
    ...choose.map(
      ({ row, column, range }) =>
        `<dataValidation type="list" ${told('Lựa chọn', 'Hãy chọn một dòng trong danh sách.')} sqref="${letter(column)}${row}"><formula1>${xml(range)}</formula1></dataValidation>`,
    ),
  ];
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}
