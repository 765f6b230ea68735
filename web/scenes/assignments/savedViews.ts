import { useCallback, useState } from 'react';
import { type AssignmentsSearch, kept, readAssignmentsSearch } from './search.ts';

/** Filters under a name an officer gave them. */
export type SavedView = { name: string; search: AssignmentsSearch };

export const viewOf = (search: AssignmentsSearch): AssignmentsSearch =>
  Object.fromEntries(kept.flatMap((key) => (search[key] ? [[key, search[key]]] : [])));

/** What was kept, as far as it is what we keep; nothing where it is not. */
export function parseViews(text: string | null): SavedView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.flatMap((one: unknown) => {
      const { name, search } = (one ?? {}) as { name?: unknown; search?: unknown };
      if (typeof name !== 'string' || typeof search !== 'object' || search === null) return [];
      return [{ name, search: viewOf(readAssignmentsSearch(search as Record<string, unknown>)) }];
    });
  } catch {
    return [];
  }
}

/** The views an officer keeps on this machine. A view of a name that is there takes its place. */
export function useSavedViews(officerId: string) {
  const place = `thang.views.giao-viec.${officerId}`;
  const [views, setViews] = useState(() => parseViews(read(place)));
  const keep = useCallback(
    (next: SavedView[]) => {
      setViews(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Full or forbidden: the views hold until the page is closed.
      }
    },
    [place],
  );
  const save = (name: string, search: AssignmentsSearch) =>
    keep([...views.filter((view) => view.name !== name), { name, search: viewOf(search) }]);
  const remove = (name: string) => keep(views.filter((view) => view.name !== name));
  return { views, save, remove };
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
