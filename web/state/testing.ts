import type { Store } from './outbox.ts';

/** A browser's store that holds so many entries, for tests. */
export function memoryStore(limit = Number.POSITIVE_INFINITY): Store {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (at) => [...values.keys()][at] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (values.size >= limit) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
  };
}
