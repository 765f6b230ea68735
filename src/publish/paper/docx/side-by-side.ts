import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { noLine } from './rule.ts';

const borders = {
  ...{ top: noLine, bottom: noLine, left: noLine, right: noLine },
  ...{ insideHorizontal: noLine, insideVertical: noLine },
};

/** Two texts side by side, kept on one page: the letterhead, recipients beside the signature. */
export function sideBySide(widths: [number, number], columns: [Paragraph[], Paragraph[]]): Table {
  const cells = columns.map(
    (children, at) => new TableCell({ children, width: { size: widths[at] ?? 0, type: WidthType.DXA } }),
  );
  return new Table({
    borders,
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 0, right: 0 },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}
