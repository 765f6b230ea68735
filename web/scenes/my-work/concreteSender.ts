import type { SentAct, Taken } from '../../api-work.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import type { Outbox } from '../../state/outbox.ts';
import { type Cell, makeCell } from '../../state/store.ts';

/** Nothing to say · sending · saved at a time · not saved, and why. */
export type Saving =
  | { state: 'quiet' }
  | { state: 'sending' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; why: ApiProblem };

/** What carries changes of concrete acts to the server. */
export type Sender<A> = {
  /** what the server is not known to have, in the order it was made */
  waiting: Cell<readonly A[]>;
  /** what the server took of this tab's: a screen may draw before it has heard of it, and shows what is in both once */
  taken: Cell<readonly A[]>;
  saving: Cell<Saving>;
  record: (sent: A) => void;
  /** sends what waits; where it is being sent already nothing happens */
  flush: () => Promise<void>;
  /** gives up what the server does not take */
  forget: () => void;
};

export type ConcreteSender = Sender<SentAct>;

/** An act under an id, and what the server answers to several: what it left out is told of. */
type Sendable = { id: string; act: { kind: string } };
type Answered = { refused: readonly { id: string }[] };

type Doors<A extends Sendable, T extends Answered> = {
  box: Outbox<A>;
  /** sends acts; what cannot be done is left out and told of */
  send: (acts: readonly A[]) => Promise<T>;
  /** the server has these: what screens show of them is asked for anew */
  onSent: (acts: readonly A[], taken: T) => Promise<void>;
  now: () => Date;
};

/** As many as go well within one request. */
const portion = 100;

/**
 * Each change is kept on this machine before anything else happens and leaves it only when the server has it. They go one
 * request after another, in the order they were made; one whose answer was lost goes again under the same id and counts once.
 */
export function makeSender<A extends Sendable, T extends Answered>({ box, send, onSent, now }: Doors<A, T>): Sender<A> {
  const waiting = makeCell<readonly A[]>(box.list());
  const taken = makeCell<readonly A[]>([]);
  const saving = makeCell<Saving>({ state: 'quiet' });
  let busy = false;
  const drop = (acts: readonly A[]): void => {
    const gone = new Set(acts.map(({ id }) => id));
    box.drop(gone);
    waiting.set((all) => all.filter(({ id }) => !gone.has(id)));
  };
  const sendAll = async (): Promise<void> => {
    while (waiting.get().length > 0) {
      const acts = waiting.get().slice(0, portion);
      const answer = await send(acts);
      const left = new Set(answer.refused.map(({ id }) => id));
      taken.set((all) => [...all, ...acts.filter(({ id }) => !left.has(id))]);
      drop(acts);
      await onSent(acts, answer);
    }
  };
  const flush = async (): Promise<void> => {
    if (busy || waiting.get().length === 0) return;
    busy = true;
    saving.set({ state: 'sending' });
    try {
      await sendAll();
      saving.set({ state: 'saved', at: now() });
    } catch (error) {
      saving.set({ state: 'failed', why: toProblem(error) });
    } finally {
      busy = false;
    }
  };
  return {
    waiting,
    taken,
    saving,
    record: (sent) => {
      box.put(sent);
      waiting.set((all) => [...all, sent]);
      void flush();
    },
    flush,
    forget: () => {
      drop(waiting.get());
      saving.set({ state: 'quiet' });
    },
  };
}

/** The same for concrete acts. */
export const makeConcreteSender = (doors: Doors<SentAct, Taken>): ConcreteSender => makeSender(doors);
