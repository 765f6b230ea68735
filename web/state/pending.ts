import { toProblem } from '../problem.ts';
import type { Store } from './outbox.ts';

/** An act on its way: what it is about, what it says, and the id it goes under. */
export type Sending = { subject: string; content: string; id: string };

/**
 * The ids of acts that were sent and not answered, kept through a reload: whoever sends the same once more sends it under the same
 * id, and it counts once. Of what an act says only a mark is kept, no word of it.
 */
export type PendingIds = {
  /** the id to send under: that of the last sending about the subject, if it said the same and was not answered */
  idFor: (sending: Sending) => string;
  keep: (sending: Sending) => void;
  drop: (subject: string) => void;
};

const all = 'thang.pending.';

/** After so long nobody means the same act any more: milliseconds. */
const meant = 30 * 60_000;

/** `officer`: whose acts these are, so that another's on the same machine stay apart. */
export function openPending(store: Store, officer: string, now: () => number): PendingIds {
  const place = (subject: string): string => `${all}${officer}.${subject}`;
  return {
    idFor: ({ subject, content, id }) => {
      const kept = parse(store.getItem(place(subject)));
      return kept && kept.mark === markOf(content) && now() - kept.at < meant ? kept.id : id;
    },
    keep: ({ subject, content, id }) => {
      try {
        store.setItem(place(subject), JSON.stringify({ mark: markOf(content), id, at: now() }));
      } catch {
        // Full or forbidden: sent again in this page it still counts once.
      }
    },
    drop: (subject) => store.removeItem(place(subject)),
  };
}

/** Nothing of anybody stays on this machine. */
export function forgetPending(store: Store): void {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i));
  for (const key of keys) if (key?.startsWith(all)) store.removeItem(key);
}

/** Keeps the ids while their acts are on their way; an answer, also one that refuses, ends it. A failed server has not answered. */
export async function whileSent<T>(
  pending: PendingIds,
  sendings: readonly Sending[],
  send: () => Promise<T>,
): Promise<T> {
  for (const one of sendings) pending.keep(one);
  const answered = (): void => {
    for (const { subject } of sendings) pending.drop(subject);
  };
  try {
    const answer = await send();
    answered();
    return answer;
  } catch (error) {
    const { status } = toProblem(error);
    if (status >= 400 && status < 500) answered();
    throw error;
  }
}

/** Sends one act under the id it went under before, where that was not answered. */
export function sendOnce<T>(pending: PendingIds, sending: Sending, send: (id: string) => Promise<T>): Promise<T> {
  const id = pending.idFor(sending);
  return whileSent(pending, [{ ...sending, id }], () => send(id));
}

type Kept = { mark: string; id: string; at: number };

function parse(text: string | null): Kept | undefined {
  try {
    const value = JSON.parse(text ?? '') as Kept;
    return typeof value?.id === 'string' && typeof value.at === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Two 32-bit sums (FNV-1a and one turned around) with the length: enough to tell what one person types about one thing apart. */
function markOf(content: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < content.length; i += 1) {
    const code = content.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = (Math.imul(b, 31) + code * (i + 1)) >>> 0;
  }
  return `${content.length}.${a.toString(36)}.${b.toString(36)}`;
}
