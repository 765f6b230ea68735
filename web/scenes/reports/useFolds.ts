import { useCallback, useState } from 'react';

/** Which parts of a long page are folded away, by their ids. */
export type Folds = {
  closed: ReadonlySet<string>;
  fold: (id: string) => void;
  open: (id: string) => void;
  /** closes these and no others; none: opens all */
  close: (ids: readonly string[]) => void;
};

/** The folds of a page, as it opens with them. */
export function useFolds(first: () => ReadonlySet<string>): Folds {
  const [closed, setClosed] = useState(first);
  const fold = (id: string) => setClosed((now) => without(now, id) ?? new Set([...now, id]));
  const open = useCallback((id: string) => setClosed((now) => without(now, id) ?? now), []);
  const close = (ids: readonly string[]) => setClosed(new Set(ids));
  return { closed, fold, open, close };
}

/** The set without one of it; undefined where it was not in it. */
function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> | undefined {
  const next = new Set(set);
  return next.delete(id) ? next : undefined;
}

/** What is closed at first of a long page: all parts but the first that has something left to do. */
export function closedAtFirst(parts: readonly { id: string; left: number }[], long: boolean): ReadonlySet<string> {
  if (!long) return new Set();
  const first = parts.find(({ left }) => left > 0);
  return new Set(parts.filter((one) => one !== first).map(({ id }) => id));
}
