import type { ClipboardEvent, KeyboardEvent } from 'react';
import { noFigure } from '../../../src/report/content/model.ts';
import type { CellView } from '../../../src/report/indicator/views.ts';
import { typedOf } from './grid.ts';

type CellProps = {
  label: string;
  cell: CellView | undefined;
  /** what a longer period says of this one */
  said: string | undefined;
  typed: string | undefined;
  /** so many figures and signs are shown without cutting */
  wide: number;
  readOnly: boolean;
  wrong: boolean;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  onMove: (event: KeyboardEvent<HTMLInputElement>) => void;
  onStory: () => void;
};

/** One cell of the sheet: typed into, with where its figure comes from behind a dot. */
export function SheetCell({
  label,
  cell,
  said,
  typed,
  wide,
  readOnly,
  wrong,
  onType,
  onPaste,
  onMove,
  onStory,
}: CellProps) {
  const value = typed ?? typedOf(cell?.figure ?? noFigure);
  return (
    <>
      <input
        className="sheet-cell"
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={wrong ? 'Chưa phải là số, ví dụ 46/50 hoặc 92,3' : (said ?? cell?.said)}
        inputMode="text"
        autoComplete="off"
        size={wide}
        readOnly={readOnly}
        value={value}
        placeholder={said ? '↑' : ''}
        onChange={({ target }) => onType(target.value)}
        onPaste={readOnly ? undefined : onPaste}
        onKeyDown={onMove}
        onFocus={({ target }) => target.select()}
      />
      {cell !== undefined && cell.rev > 0 && (
        <button
          type="button"
          className="sheet-story"
          tabIndex={-1}
          aria-label={`Nguồn và lịch sử: ${label}`}
          onClick={onStory}
        >
          {cell.reason ? '↻' : '·'}
        </button>
      )}
    </>
  );
}

/** Arrows up and down and Enter go from row to row, left and right over the edges of what is typed from column to column; Alt+Enter opens the story. */
export function move(
  event: KeyboardEvent<HTMLInputElement>,
  table: HTMLTableElement | null,
  row: number,
  column: number,
): void {
  const { key, currentTarget: box, altKey } = event;
  if (key === 'Enter' && altKey) {
    box.parentElement?.querySelector<HTMLButtonElement>('.sheet-story')?.click();
    return;
  }
  const start = box.selectionStart === 0;
  const end = box.selectionEnd === box.value.length;
  const all = start && end;
  const [down, right] =
    key === 'ArrowDown' || (key === 'Enter' && !event.shiftKey)
      ? [1, 0]
      : key === 'ArrowUp' || key === 'Enter'
        ? [-1, 0]
        : key === 'ArrowRight' && (end || all)
          ? [0, 1]
          : key === 'ArrowLeft' && (start || all)
            ? [0, -1]
            : [0, 0];
  if (down === 0 && right === 0) return;
  const next = table?.tBodies[0]?.rows[row + down]?.cells[column + 1 + right]?.querySelector('input');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
