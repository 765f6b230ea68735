import { type DraftBlock, draftParagraph, plainRun } from '../draft.ts';
import { finish } from '../finish.ts';
import type { Document, DocumentWarning } from '../model.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { child, childrenNamed, parseTree } from '../package/xml.ts';
import type { Zip } from '../package/zip.ts';
import { Refusal } from '../refuse.ts';
import { layOutSheet } from './lay-out.ts';
import { readLooks } from './looks.ts';
import { type Context, readSheet, type Sheet } from './sheet.ts';
import { readSharedStrings } from './strings.ts';

/**
 * Reads an Excel workbook as it shows: cached results of formulas, days and shares as written, merged cells as spans.
 * Hidden sheets, rows and columns are left out, and said to be.
 */
export function readXlsx(zip: Zip, { main, part, partById, warnings }: OfficePackage): Document {
  const workbook = parseTree(zip.read(main));
  if (workbook.name !== 's:workbook') throw new Refusal('file-damaged');
  const listed = childrenNamed(child(workbook, 's:sheets'), 's:sheet');
  const shown = listed.filter(({ attributes }) => !/hidden/i.test(attributes.state ?? ''));
  const [strings, looks] = [part('sharedStrings'), part('styles')];
  const context: Context = {
    strings: strings ? readSharedStrings(zip.read(strings)) : [],
    look: readLooks(looks ? parseTree(zip.read(looks)) : undefined),
    from1904: /^(?:1|true)$/.test(child(workbook, 's:workbookPr')?.attributes.date1904 ?? ''),
  };
  const sheets = shown.flatMap(({ attributes }): { name: string; sheet: Sheet }[] => {
    const name = partById(attributes['r:id'] ?? '');
    return name ? [{ name: attributes.name ?? '', sheet: readSheet(zip.read(name), context) }] : [];
  });
  const filled = sheets.filter(({ sheet }) => sheet.rows.length > 0);
  const blocks = filled.flatMap(({ name, sheet }): DraftBlock[] => [
    ...(filled.length > 1 ? [draftParagraph([plainRun(name)])] : []),
    ...layOutSheet(sheet),
  ]);
  return finish(blocks, 'xlsx', [...warnings, ...warnOfHidden(listed.length - shown.length, sheets)]);
}

function warnOfHidden(hiddenSheets: number, sheets: { sheet: Sheet }[]): DocumentWarning[] {
  const rows = sheets.reduce((sum, { sheet }) => sum + sheet.hidden.rows, 0);
  const cells = sheets.reduce((sum, { sheet }) => sum + sheet.hidden.columns, 0);
  const sheetsIgnored = `Tệp có ${hiddenSheets} trang tính bị ẩn nên không được đọc. Nếu có nhiệm vụ ở đó, hãy bỏ ẩn trang tính, lưu rồi tải lên lại.`;
  const parts = [...(rows > 0 ? [`${rows} dòng`] : []), ...(cells > 0 ? [`${cells} ô trong các cột`] : [])];
  const cellsIgnored = `Tệp có ${parts.join(' và ')} bị ẩn nên không được đọc. Nếu cần, hãy bỏ ẩn hoặc bỏ lọc, lưu rồi tải lên lại.`;
  return [
    ...(hiddenSheets > 0 ? [{ code: 'hidden-sheets-ignored', message: sheetsIgnored, source: null }] : []),
    ...(parts.length > 0 ? [{ code: 'hidden-cells-ignored', message: cellsIgnored, source: null }] : []),
  ];
}
