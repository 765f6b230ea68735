import { Total } from './GridRow.tsx';
import type { Grid, Row } from './grid.ts';
import { sayCell, shadeOf, shapes } from './sum.ts';

/** On paper every row stands; more columns than a sheet is wide are left to the file for Excel. */
export function PrintTable({ grid: { rows, columns, totals, total } }: { grid: Grid }) {
  const shown = columns.slice(0, widest);
  return (
    <div className="heat-print">
      <table>
        <thead>
          <tr>
            <th>Đơn vị</th>
            <th>Hoàn thành</th>
            {shown.map(({ key, short }) => (
              <th key={key}>{short}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>Toàn bộ</th>
            <td>
              <Total sum={total} />
            </td>
            <Cells cells={totals.slice(0, widest)} />
          </tr>
          {rows.map(({ agency, cells, total }) => (
            <tr key={agency.id}>
              <th>{agency.name}</th>
              <td>
                <Total sum={total} />
              </td>
              <Cells cells={cells.slice(0, widest)} />
            </tr>
          ))}
        </tbody>
      </table>
      <Numbers columns={shown} />
      {columns.length > widest && (
        <p>
          In {widest} trong {columns.length} cột; tệp Excel có đủ mọi cột.
        </p>
      )}
    </div>
  );
}

const widest = 12;

/** What the numbers above stand for. */
function Numbers({ columns }: Pick<Grid, 'columns'>) {
  const numbered = columns.filter(({ short, title }) => short !== title);
  if (numbered.length === 0) return null;
  return (
    <ul className="heat-numbers">
      {numbered.map(({ key, short, code, title }) => (
        <li key={key}>
          {short}. {code && `(${code}) `}
          {title}
        </li>
      ))}
    </ul>
  );
}

const Cells = ({ cells }: Pick<Row, 'cells'>) =>
  cells.map((sum, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
    <td key={at}>{sum && `${shapes[shadeOf(sum)]} ${sayCell(sum)}`}</td>
  ));
