import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';

/** A part of a long page: how much of it is done. `level` 1: a section of its own, 2: within one. */
export type Entry = { id: string; name: string; level: 1 | 2; left: number; total: number };

type Props = {
  entries: readonly Entry[];
  /** "đoạn", "nhiệm vụ" */
  what: string;
  /** shows a part that may be folded away */
  onOpen?: (id: string) => void;
  /** what the next thing to do is called; null where nothing is to be done here */
  next: string | null;
};

/** The contents of a long page, staying in view: each part with what is left in it, and the way to the next thing to do. */
export function Contents({ entries, what, onOpen, next }: Props) {
  const [wide] = useState(() => window.matchMedia('(min-width: 1100px)').matches);
  const total = entries.reduce((sum, one) => sum + one.total, 0);
  const left = entries.reduce((sum, one) => sum + one.left, 0);
  const jump = (id: string) => {
    onOpen?.(id);
    show(() => document.getElementById(id), 'start');
  };
  const goNext = useCallback(() => {
    const found = nextLeft();
    if (found === undefined) return;
    const { group } = found.dataset;
    if (group) onOpen?.(group);
    show(() => found, 'center');
  }, [onOpen]);
  useAltN(next !== null && left > 0 ? goNext : null);
  return (
    <nav className="contents" aria-label="Mục lục">
      <details open={wide}>
        <summary>
          Mục lục{total > 0 && ` · ${total - left}/${total} ${what}`}
          {total > 0 && (
            <progress max={total} value={total - left} aria-label={`Đã xong ${total - left}/${total} ${what}`} />
          )}
        </summary>
        <ol>
          {entries.map(({ id, name, level, left: open, total: all }) => (
            <li key={id} className={level === 2 ? 'within' : undefined}>
              <Button className="link" onPress={() => jump(id)}>
                {name}
              </Button>
              {all > 0 && (
                <small className={open > 0 ? 'role' : 'role done'}>
                  {open > 0 ? `${all - open}/${all}` : '● xong'}
                </small>
              )}
            </li>
          ))}
        </ol>
      </details>
      {next !== null && left > 0 && (
        <Button className="btn small" aria-keyshortcuts="Alt+N" onPress={goNext}>
          {next} ({left})<span className="hotkey"> · Alt+N</span>
        </Button>
      )}
    </nav>
  );
}

/** The next thing marked as left after where the hand is, else the first. */
function nextLeft(): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-left]')];
  const here = document.activeElement;
  const after = all.find(
    (one) =>
      here !== null &&
      one !== here &&
      (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !one.contains(here),
  );
  return after ?? all[0];
}

/** Once what was folded away is there: moves there, and the keyboard with it. */
function show(find: () => HTMLElement | null, block: ScrollLogicalPosition): void {
  requestAnimationFrame(() => {
    const element = find();
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block });
  });
}

function useAltN(run: (() => void) | null): void {
  useEffect(() => {
    if (run === null) return;
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [run]);
}
