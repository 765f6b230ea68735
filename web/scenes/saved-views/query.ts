import type { Screen } from '../../../src/people/saved/views.ts';
import { kept, readAssignmentsSearch } from '../assignments/search.ts';
import { readFollowSearch } from '../follow/search.ts';
import { readMatrixSearch } from '../matrix/search.ts';

/** What of a screen's address a saved view holds, as the query it was and will be. */

type Search = Record<string, string | undefined>;

const pages: Record<Screen, { keys: readonly string[]; read: (raw: Record<string, unknown>) => Search }> = {
  matrix: {
    keys: ['ke-hoach', 'chi-so', 'co-quan', 'vai-tro', 'thoi-gian', 'tim', 'nhom', 'cot'],
    read: readMatrixSearch,
  },
  assignments: { keys: kept, read: readAssignmentsSearch },
  follow: {
    keys: ['ke-hoach', 'ky', 'chi-so', 'noi-dung', 'loai', 'tre', 'ban', 'co-quan', 'cot', 'xep', 'tim'],
    read: readFollowSearch,
  },
};

/** The filters of an address, not what happens to be open; in one order, so that equal filters are equal text. */
export function queryOf(screen: Screen, search: Search): string {
  const { keys } = pages[screen];
  return new URLSearchParams(keys.flatMap((key) => (search[key] ? [[key, search[key]]] : []))).toString();
}

/** What an address changes to: the filters of a view, and nothing of those in use before. What is no filter is left out. */
export function searchOf(screen: Screen, query: string): Search {
  const { keys, read } = pages[screen];
  const search = read(Object.fromEntries(new URLSearchParams(query)));
  return Object.fromEntries(keys.map((key) => [key, search[key] || undefined]));
}
