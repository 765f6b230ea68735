import { useCallback, useState } from 'react';
import { nameOf } from './drafting.ts';
import { keepMet, type Met, readMet, withMet } from './met.ts';

/** What two wrote at once in a report, until it was looked at. */
export function useMet(id: string) {
  const [met, setMet] = useState<readonly Met[]>(() => readMet(localStorage, id));
  const change = useCallback(
    (of: (now: readonly Met[]) => readonly Met[]) =>
      setMet((now) => {
        const next = of(now);
        keepMet(localStorage, id, next);
        return next;
      }),
    [id],
  );
  const addMet = useCallback(
    (more: readonly Met[]) => {
      if (more.length > 0) change((now) => withMet(now, more));
    },
    [change],
  );
  const look = useCallback(
    (name: string) => change((now) => now.filter(({ place }) => nameOf(place) !== name)),
    [change],
  );
  return { met, addMet, look };
}
