/** What an outbox keeps: an act under an id of its making. */
type Kept = { id: string; act: { kind: string } };

/**
 * Actions that the server has not acknowledged, kept where a reload, a crash or a lost connection cannot reach them.
 * One key per action: two tabs never overwrite each other, and either may send what the other left behind, because an
 * action sent twice counts once.
 */
export type Outbox<A extends Kept> = {
  /** oldest first: ids are UUIDv7, which sort by the time of making */
  list: () => A[];
  /** false where the browser refused to keep it (a full or forbidden store) */
  put: (action: A) => boolean;
  drop: (ids: Iterable<string>) => void;
};

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `name`: whose actions these are, so that others' on the same machine stay apart. */
export function openOutbox<A extends Kept>(store: Store, name: string): Outbox<A> {
  const prefix = `thang.outbox.${name}.`;
  return {
    list: () =>
      keysOf(store)
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((key) => parse<A>(store.getItem(key))),
    put: (action) => {
      try {
        store.setItem(prefix + action.id, JSON.stringify(action));
        return true;
      } catch {
        return false;
      }
    },
    drop: (ids) => {
      for (const id of ids) store.removeItem(prefix + id);
    },
  };
}

const keysOf = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, i) => store.key(i)).filter((key) => key !== null);

/** A torn entry is left out rather than stopping all others. */
function parse<A extends Kept>(text: string | null): A[] {
  try {
    const value = JSON.parse(text ?? '') as A;
    return typeof value?.id === 'string' && typeof value.act?.kind === 'string' ? [value] : [];
  } catch {
    return [];
  }
}
