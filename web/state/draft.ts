import { useCallback, useRef, useState } from 'react';

/**
 * What is being typed, kept on this machine until it is sent: a closed sheet, a reload or a lost line takes nothing away.
 * Returns the value, a setter, and what forgets it: the form is at its beginning again, for what was sent stands elsewhere.
 */
export function useDraft<T>(key: string, initial: T): [T, (next: T) => void, () => void] {
  const place = `thang.draft.${key}`;
  const [value, setValue] = useState<T>(() => readDraft<T>(place) ?? initial);
  const beginning = useRef(initial);
  beginning.current = initial;
  const set = useCallback(
    (next: T) => {
      setValue(next);
      keepDraft(place, next);
    },
    [place],
  );
  const forget = useCallback(() => {
    setValue(beginning.current);
    keepDraft(place, undefined);
  }, [place]);
  return [value, set, forget];
}

function readDraft<T>(place: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(place);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

function keepDraft(place: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // Full or forbidden: the form on the screen still holds it.
  }
}
