import { newId } from '../../../src/kernel/ids.ts';
import { longestViewName, type SavedView } from '../../../src/people/saved/views.ts';
import { savedViewsApi } from './api.ts';
import { queryOf } from './query.ts';

/** Views of “Việc đã giao” were kept in the browser before they were kept on the server. */

const placeOf = (officerId: string): string => `thang.views.giao-viec.${officerId}`;

/** What a browser kept, as far as it is what was kept; nothing where it is not. */
export function readKept(text: string | null): Omit<SavedView, 'id'>[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.flatMap((one: unknown) => {
      const { name, search } = (one ?? {}) as { name?: unknown; search?: unknown };
      if (typeof name !== 'string' || name.trim() === '' || typeof search !== 'object' || search === null) return [];
      const query = queryOf('assignments', search as Record<string, string>);
      return [{ screen: 'assignments' as const, name: name.trim().slice(0, longestViewName), query }];
    });
  } catch {
    return [];
  }
}

/** Hands what this browser kept to the server, once; names that are there already are. True where anything was handed over. */
export async function takeOver(officerId: string, known: readonly SavedView[]): Promise<boolean> {
  const place = placeOf(officerId);
  const text = read(place);
  if (text === null) return false;
  const names = new Set(known.flatMap(({ screen, name }) => (screen === 'assignments' ? [name] : [])));
  for (const view of readKept(text).filter(({ name }) => !names.has(name))) {
    names.add(view.name);
    await savedViewsApi.save({ ...view, id: newId() });
  }
  // Only now: what did not reach the server stays, and is handed over another time.
  localStorage.removeItem(place);
  return true;
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
