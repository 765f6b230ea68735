import { useTable } from '@tanstack/react-table';
import { useMemo, useRef, useState } from 'react';
import { type ColumnName, columns, features, type Line } from './columns.tsx';
import { MatrixRows } from './MatrixRows.tsx';
import type { Entry } from './matrix.ts';
import { useCellKeys } from './useCellKeys.ts';

const keyOf = (line: Line): string => line.key;

/** The matrix as a table. Cells are chosen by pointing or by arrows, with Shift for more, and copied as cells. */
export function MatrixTable({
  entries,
  shown,
  onToggle,
}: {
  entries: readonly Entry[];
  shown: readonly ColumnName[];
  onToggle: (group: string) => void;
}) {
  const data = useMemo(() => entries.flatMap((entry): Line[] => (entry.kind === 'task' ? [entry] : [])), [entries]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id ?? '', shown.includes(id as ColumnName)])),
    [shown],
  );
  const table = useTable({ features, columns, data, getRowId: keyOf, state: { columnVisibility } });
  // A state, not a ref: the rows must know when the pane stands, and they are drawn before it does.
  const [pane, setPane] = useState<HTMLDivElement | null>(null);
  const scrollTo = useRef<(entry: number) => void>(() => {});
  const keys = useCellKeys(table, entries, (at) => scrollTo.current(at), shown);
  return (
    <div className="card matrix-pane" ref={setPane}>
      <table
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are chosen and copied, which is what a grid is
        role="grid"
        aria-label="Ma trận nhiệm vụ"
        aria-rowcount={entries.length + 1}
        aria-multiselectable
        tabIndex={0}
        {...keys}
      >
        <colgroup>
          {shown.map((name) => (
            <col key={name} className={`col-${name}`} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <MatrixRows
          {...{ table, entries, pane, scrollTo, onToggle }}
          span={shown.length}
          chosen={table.state.cellSelection}
        />
      </table>
    </div>
  );
}
