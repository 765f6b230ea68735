import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import type { Form } from '../report/form/model.ts';
import { writeXlsForm } from '../report/form/xlsform/write.ts';
import { harmlessCell } from './cell.ts';

/** Formulas of a form are read by machines: they stay as they are. What is no formula of ours cannot stand there. */
const formulas: readonly string[] = ['relevant', 'constraint', 'calculation'];

/** A form as an XLSForm workbook, for the common tools; the heads stay in sight. */
export async function xlsFormWorkbook(form: Form, version: string): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = writeXlsForm(form, version).map(({ sheet, rows }) => {
    const [head = []] = rows;
    const data = rows.map((row, at) =>
      row.map((text, column) => {
        if (text === '') return null;
        const value = inXml(formulas.includes(head[column] ?? '') ? text : harmlessCell(text));
        return at === 0
          ? { value, type: String, fontWeight: 'bold' as const, backgroundColor: '#e7f0f2' }
          : { value, type: String, wrap: true, alignVertical: 'top' as const };
      }),
    );
    const columns = head.map((name) => ({ width: name === 'label' || formulas.includes(name) ? 44 : 20 }));
    return { data: data as SheetData, sheet, columns, stickyRowsCount: 1 };
  });
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
