import type { ReviewAct, ReviewAction } from '../../../src/plan/review.ts';
import type { LoggedAction, ReviewLog } from '../../api.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import type { Outbox } from '../../state/outbox.ts';
import { type Cell, makeCell } from '../../state/store.ts';

/**
 * Carries review actions between this tab, the outbox, the other tabs and the server. An action counts here at once, is
 * kept in the outbox before anything else happens, and leaves it only when it came back in the server's log.
 */
export type SyncState = {
  logged: LoggedAction[];
  seq: number;
  pending: ReviewAction[];
  /** "waiting": the line or the server is away, trying again · "refused": the server has said no */
  saving: 'loading' | 'idle' | 'sending' | 'waiting' | 'refused';
  problem: ApiProblem | null;
  savedAt: Date | null;
  /** false once the browser could not keep an action: closing the tab might lose it */
  kept: boolean;
};

export type SyncDoors = {
  outbox: Outbox<ReviewAction>;
  pull: (after: number) => Promise<ReviewLog>;
  push: (after: number, actions: ReviewAction[]) => Promise<ReviewLog>;
  /** tells the other tabs of this browser */
  tell: (what: 'outbox' | 'sent') => void;
  newId: () => string;
  clock: () => Date;
  later: (run: () => void, ms: number) => void;
};

export type Sync = {
  state: Cell<SyncState>;
  /** gives back the ids of the actions made */
  act: (...acts: ReviewAct[]) => string[];
  pull: () => Promise<void>;
  flush: () => Promise<void>;
  hear: (what: 'outbox' | 'sent') => void;
  discard: () => void;
};

export function openSync(doors: SyncDoors): Sync {
  const state = makeCell<SyncState>({
    ...{
      logged: [],
      seq: 0,
      pending: doors.outbox.list(),
      saving: 'loading',
      problem: null,
      savedAt: null,
      kept: true,
    },
  });
  const merge = makeMerge(state, doors.outbox);
  const flush = makeFlush(state, doors, merge);
  const pull = async () => {
    merge(await doors.pull(state.get().seq));
    state.set((now) => (now.saving === 'loading' ? { ...now, saving: 'idle' } : now));
    if (state.get().pending.length > 0) void flush();
  };
  return {
    state,
    pull,
    flush,
    act: (...acts) => {
      const actions = acts.map((act) => ({ id: doors.newId(), act }));
      const kept = actions.map(doors.outbox.put).every(Boolean);
      state.set((now) => ({ ...now, pending: [...now.pending, ...actions], kept: now.kept && kept }));
      doors.tell('outbox');
      void flush();
      return actions.map(({ id }) => id);
    },
    hear: (what) => {
      if (what === 'sent') void pull().catch(() => undefined);
      else state.set((now) => ({ ...now, pending: unite(now, doors.outbox.list()) }));
    },
    discard: () => {
      doors.outbox.drop(state.get().pending.map(({ id }) => id));
      state.set((now) => ({ ...now, pending: [], saving: 'idle', problem: null }));
    },
  };
}

/** All actions in the order they count: the server's, then those still on their way. */
export const allActions = ({ logged, pending }: SyncState): ReviewAction[] => [...logged, ...pending];

function unite({ logged, pending }: SyncState, found: ReviewAction[]): ReviewAction[] {
  const known = new Set([...logged, ...pending].map(({ id }) => id));
  return [...pending, ...found.filter(({ id }) => !known.has(id))];
}

const makeMerge = (state: Cell<SyncState>, outbox: Outbox<ReviewAction>) => (log: ReviewLog) => {
  const { logged, pending, seq } = state.get();
  // Most answers to the regular question say nothing new: then nothing is folded or drawn anew.
  if (log.seq === seq && log.actions.length === 0) return;
  const known = new Set(logged.map(({ id }) => id));
  const all = [...logged, ...log.actions.filter(({ id }) => !known.has(id))].sort((a, b) => a.seq - b.seq);
  const arrived = new Set(all.map(({ id }) => id));
  const acknowledged = pending.filter(({ id }) => arrived.has(id));
  outbox.drop(acknowledged.map(({ id }) => id));
  state.set((now) => ({
    ...now,
    logged: all,
    seq: Math.max(seq, log.seq),
    pending: now.pending.filter(({ id }) => !arrived.has(id)),
  }));
};

function makeFlush(state: Cell<SyncState>, doors: SyncDoors, merge: (log: ReviewLog) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let failures = 0;
  const once = async (): Promise<void> => {
    while (state.get().pending.length > 0) {
      const { seq, pending } = state.get();
      state.set((now) => ({ ...now, saving: 'sending' }));
      try {
        merge(await doors.push(seq, pending));
      } catch (error) {
        const problem = toProblem(error);
        const away = problem.status === 0 || problem.status >= 500;
        state.set((now) => ({ ...now, saving: away ? 'waiting' : 'refused', problem }));
        failures += 1;
        if (away) doors.later(() => void flush(), Math.min(30_000, 1000 * 2 ** (failures - 1)));
        return;
      }
      failures = 0;
      state.set((now) => ({ ...now, saving: 'idle', problem: null, savedAt: doors.clock() }));
      doors.tell('sent');
    }
  };
  const flush = (): Promise<void> => {
    running ??= once().finally(() => {
      running = undefined;
    });
    return running;
  };
  return flush;
}
