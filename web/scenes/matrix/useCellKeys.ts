import { useNavigate } from '@tanstack/react-router';
import type { ReactTable } from '@tanstack/react-table';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { toClipboard } from './clipboard.ts';
import type { ColumnName, features, Line } from './columns.tsx';
import { cellId } from './MatrixRows.tsx';
import type { Entry } from './matrix.ts';

const directions = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;

/** Moving, choosing and copying cells by keyboard. Enter opens the task. */
export function useCellKeys(
  table: ReactTable<typeof features, Line>,
  entries: readonly Entry[],
  scrollTo: (entry: number) => void,
  shown: readonly ColumnName[],
) {
  const navigate = useNavigate();
  const focused = table.getFocusedCell();
  const range = table.state.cellSelection.at(-1);
  const show = () => {
    const row = table.atoms.cellSelection.get().at(-1)?.focusRowId;
    const at = entries.findIndex(({ key }) => key === row);
    if (at >= 0) scrollTo(at);
  };
  const start = () => {
    const first = entries.find(({ kind }) => kind === 'task');
    if (!focused && first) table.setFocusedCell(first.key, shown[0] ?? 'text');
  };
  return {
    'aria-activedescendant': range ? cellId(range.focusRowId, range.focusColumnId) : undefined,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget) return;
      const direction = directions[event.key as keyof typeof directions];
      if (direction) {
        event.preventDefault();
        if (!focused) start();
        else if (event.shiftKey) table.extendCellSelection(direction);
        else table.moveCellSelection(direction);
        show();
      } else if (event.key === 'Enter' && focused) {
        void navigate({ to: '/nhiem-vu/$id', params: { id: focused.row.original.task.id } });
      } else if (event.key === 'Escape') {
        table.resetCellSelection(true);
      } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
        event.preventDefault();
        table.selectAllCells();
      }
    },
    onCopy: (event: ClipboardEvent) => {
      const regions = table.getSelectedCellRangesData();
      if (regions.length === 0 || !window.getSelection()?.isCollapsed) return;
      const { plain, html } = toClipboard(regions.flat());
      event.clipboardData.setData('text/plain', plain);
      event.clipboardData.setData('text/html', html);
      event.preventDefault();
    },
  };
}
