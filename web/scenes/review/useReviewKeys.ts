import { isTyping, usePageKeys } from '../../state/use.ts';
import type { Commands } from './useCommands.ts';
import type { Review } from './useReview.ts';

/** Keys of the review. Single letters are left alone while somebody types or a sheet is open. */
export function useReviewKeys(commands: Commands, review: Review, showHelp: () => void, readOnly: boolean): void {
  usePageKeys((event) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')
    )
      return;
    const typing = isTyping(event.target);
    const run = findCommand(event, typing, commands, review, showHelp, readOnly);
    if (!run) return;
    event.preventDefault();
    run();
  });
}

type Run = (() => void) | undefined;

function findCommand(
  event: KeyboardEvent,
  typing: boolean,
  commands: Commands,
  review: Review,
  showHelp: () => void,
  readOnly: boolean,
): Run {
  const ctrl = event.ctrlKey || event.metaKey;
  if (typing) return ctrl && event.key === 'Enter' && !readOnly ? commands.split : undefined;
  if (ctrl) return readOnly ? undefined : findUndoKey(event, review);
  if (event.altKey) return readOnly ? undefined : { ArrowUp: commands.moveUp, ArrowDown: commands.moveDown }[event.key];
  // Enter and arrows belong to the control that has the focus, unless it is the list or nothing in particular.
  const target = event.target as HTMLElement;
  const free = !target.closest('button, a, [role=tab], select, summary') || target.matches('.task-item');
  if (free || !/^(Enter|Arrow|Delete)/.test(event.key)) {
    const walk = { ArrowDown: commands.next, ArrowUp: commands.previous, '?': showHelp }[event.key];
    const reads = { j: commands.next, k: commands.previous, n: commands.nextDoubtful }[event.key.toLowerCase()];
    // The pane of the document scrolls by its own arrows.
    if (walk && !(target.matches('.doc') && event.key.startsWith('Arrow'))) return walk;
    if (reads) return reads;
    return readOnly ? undefined : findEditKey(event, commands);
  }
  return undefined;
}

function findUndoKey(event: KeyboardEvent, { undo, redo }: Review): Run {
  const key = event.key.toLowerCase();
  if (key === 'z') return (event.shiftKey ? redo : undo) ?? (() => undefined);
  return key === 'y' ? (redo ?? (() => undefined)) : undefined;
}

function findEditKey(event: KeyboardEvent, commands: Commands): Run {
  if (event.shiftKey) return event.key.toLowerCase() === 'a' ? commands.acceptCertain : undefined;
  const keys: Record<string, () => void> = {
    Enter: commands.accept,
    Delete: commands.remove,
    e: commands.edit,
    m: commands.merge,
    t: commands.add,
  };
  return keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
