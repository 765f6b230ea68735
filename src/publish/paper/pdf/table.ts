import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { withCounting } from '../counting.ts';
import { points, sizes } from '../measures.ts';
import type { Cell, Column, Row, Table } from '../model.ts';
import { printable } from '../wording.ts';

/** Lines a hair wide, and room for letters between them. */
const thin = 0.5;
const sidePadding = 3;
const layout: CustomTableLayout = {
  hLineWidth: () => thin,
  vLineWidth: () => thin,
  paddingLeft: () => sidePadding,
  paddingRight: () => sidePadding,
  paddingTop: () => 1,
  paddingBottom: () => 2,
};

/** A table of `width` millimetres whose header repeats on each page. */
export function tableOf(table: Table, width: number): Content {
  const columns = withCounting(table);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const room = points(width) - columns.length * (2 * sidePadding + thin) - thin;
  return {
    layout,
    margin: [0, 0, 0, points(3)],
    fontSize: sizes.cell,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      widths: columns.map(({ share }) => (room * share) / shares),
      body: [
        columns.map(({ header }): TableCell => ({ text: printable(header), bold: true, alignment: 'center' })),
        ...rowsOf(table, columns),
      ],
    },
  };
}

function rowsOf({ rows, counted }: Table, columns: Column[]): TableCell[][] {
  let count = 0;
  return rows.map((row) => {
    if (row.kind === 'group') {
      if (counted === 'by-group') count = 0;
      return groupOf(row, columns.length, counted !== null);
    }
    count += 1;
    const own = row.cells.map((cell, at) =>
      cellOf(cell, columns[at + (counted === null ? 0 : 1)], below(rows, row, at)),
    );
    return counted === null ? own : [{ text: String(count), alignment: 'center' }, ...own];
  });
}

function groupOf({ label, name }: Row & { kind: 'group' }, columns: number, counted: boolean): TableCell[] {
  const text = printable(counted || label === null ? name : `${label}. ${name}`);
  const span = counted ? columns - 1 : columns;
  const own: TableCell[] = [
    { text, bold: true, colSpan: span },
    ...Array.from({ length: span - 1 }, () => ({}) as TableCell),
  ];
  return counted ? [{ text: printable(label ?? ''), bold: true, alignment: 'center' }, ...own] : own;
}

/** Whether the cell goes on in the row below. */
function below(rows: readonly Row[], row: Row, at: number): boolean {
  const next = rows[rows.indexOf(row) + 1];
  return next?.kind === 'row' && next.cells[at] === null;
}

/** A cell over several rows is one whose lines between them are not drawn, so that it may break with its page. */
function cellOf(cell: Cell | null, column: Column | undefined, goesOn: boolean): TableCell {
  const border: [boolean, boolean, boolean, boolean] = [true, cell !== null, true, !goesOn];
  const lines: Content[] = (cell?.lines ?? []).map((line) => ({ text: printable(line), bold: cell?.bold ?? false }));
  return { stack: lines, alignment: column?.align ?? 'left', border };
}
