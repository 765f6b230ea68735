/** A value outside React that components can follow with `useSyncExternalStore`. */
export type Cell<T> = {
  get: () => T;
  set: (next: T | ((now: T) => T)) => void;
  follow: (listen: () => void) => () => void;
};

export function makeCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = typeof next === 'function' ? (next as (now: T) => T)(value) : next;
      for (const listen of listeners) listen();
    },
    follow: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
