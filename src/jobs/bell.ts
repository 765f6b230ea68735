/** Wakes whoever waits for something to change. */
export type Bell = {
  ring: (id: string) => void;
  /**
   * Looks until what is seen is `enough`, the time is up or the signal comes: at each ring, and now and then besides, for
   * another process may have made the change.
   */
  until: <T>(
    id: string,
    patience: number,
    look: () => Promise<T>,
    enough: (seen: T) => boolean,
    signal?: AbortSignal,
  ) => Promise<T>;
  /** From now on everyone looks once and waits for nothing. */
  close: () => void;
};

/** Milliseconds between two looks that nobody has rung for. */
const rest = 1_000;

/** So many may wait at once, each looking every second; one more is answered with what there is. */
const most = 200;

export function openBell(): Bell {
  const waiting = new Map<string, Set<() => void>>();
  let inside = 0;
  let closed = false;
  /** Until the next ring, the end of the pause or the signal. */
  const pause = (id: string, most: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const those = waiting.get(id) ?? new Set();
      waiting.set(id, those);
      const go = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', go);
        those.delete(go);
        if (those.size === 0 && waiting.get(id) === those) waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(go, Math.min(most, rest));
      those.add(go);
      signal?.addEventListener('abort', go);
    });
  const until: Bell['until'] = async (id, patience, look, enough, signal) => {
    const end = performance.now() + patience;
    for (;;) {
      // Asked before looking: a ring in between is not missed.
      const left = end - performance.now();
      const next = left > 0 && !closed && !signal?.aborted ? pause(id, left, signal) : undefined;
      const seen = await look();
      if (enough(seen) || !next || closed || signal?.aborted) return seen;
      await next;
    }
  };
  return {
    ring: (id) => {
      for (const go of [...(waiting.get(id) ?? [])]) go();
    },
    until: async (id, patience, ...rest) => {
      inside += 1;
      try {
        return await until(id, inside > most ? 0 : patience, ...rest);
      } finally {
        inside -= 1;
      }
    },
    close: () => {
      closed = true;
      for (const go of [...waiting.values()].flatMap((those) => [...those])) go();
    },
  };
}
