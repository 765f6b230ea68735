import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Cell } from '../../state/store.ts';
import { toClipboard } from '../matrix/clipboard.ts';
import { type Grid, sayForSheet } from './grid.ts';
import { cellId, moveBy, type Place, type Range, rangeOf } from './place.ts';

/** Moving, choosing, opening and copying cells: arrows, Shift for more, Ctrl for the end, Enter opens. */
export function useGridKeys({
  grid,
  at,
  scrollTo,
  onOpen,
}: {
  grid: Grid;
  at: Cell<Place | null>;
  scrollTo: (place: Place) => void;
  onOpen: (place: Place) => void;
}) {
  const [chosen, setChosen] = useState<{ from: Place; to: Place } | null>(null);
  const focus = chosen?.to ?? null;
  const range = chosen && rangeOf(chosen.from, chosen.to);
  const choose = (to: Place, more: boolean) => {
    setChosen({ from: more && chosen ? chosen.from : to, to });
    at.set(to);
  };
  const size = { rows: grid.rows.length, columns: grid.columns.length };
  const onKeyDown = (event: KeyboardEvent) => {
    const far = event.ctrlKey || event.metaKey;
    if (far && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      return setChosen({ from: { row: -1, column: -1 }, to: { row: size.rows - 1, column: size.columns - 1 } });
    }
    if (event.key === 'Escape') return setChosen(null);
    if (event.key === 'Enter' && focus) return onOpen(focus);
    const next = moveBy(event.key, far, focus ?? { row: 0, column: -1 }, size);
    if (!next) return;
    event.preventDefault();
    const to = focus ? next : { row: 0, column: 0 };
    choose(to, event.shiftKey);
    scrollTo(to);
  };
  return {
    ...{ focus, range },
    handlers: {
      'aria-activedescendant': focus ? cellId(focus) : undefined,
      onKeyDown,
      onClick: (event: MouseEvent) => {
        const place = placeOf(event);
        if (!place) return;
        choose(place, event.shiftKey);
        if (!event.shiftKey) onOpen(place);
      },
      onMouseOver: (event: MouseEvent) => {
        const place = placeOf(event);
        if (place) at.set(place);
      },
      onMouseLeave: () => at.set(focus),
      onCopy: (event: ClipboardEvent) => {
        if (!range || !window.getSelection()?.isCollapsed) return;
        const { plain, html } = toClipboard(cut(grid, range));
        event.clipboardData.setData('text/plain', plain);
        event.clipboardData.setData('text/html', html);
        event.preventDefault();
      },
    },
  };
}

function placeOf({ target }: MouseEvent): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

/** The chosen cells under the names of their columns, beside the names of their units. */
function cut({ rows, columns, totals }: Grid, { top, bottom, left, right }: Range): string[][] {
  const names = columns.slice(Math.max(0, left), right + 1).map(({ title }) => title);
  const line = (name: string, cells: Grid['rows'][number]['cells']) => [
    name,
    ...cells.slice(Math.max(0, left), right + 1).map(sayForSheet),
  ];
  const first = top < 0 ? [line('Toàn bộ', totals)] : [];
  const rest = rows.slice(Math.max(0, top), bottom + 1).map(({ agency, cells }) => line(agency.name, cells));
  return [['Đơn vị', ...names], ...first, ...rest];
}
