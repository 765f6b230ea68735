import { expect, it } from 'vitest';
import type { ReviewAction } from '../../../src/plan/review.ts';
import type { LoggedAction } from '../../api.ts';
import { ApiProblem, unreachable } from '../../problem.ts';
import type { Outbox } from '../../state/outbox.ts';
import { allActions, openSync, type Sync, type SyncDoors } from './sync.ts';

/** A server, a browser's store and two tabs of it. */
function setting() {
  const log: LoggedAction[] = [];
  const kept = new Map<string, ReviewAction>();
  const line: { fails: Error | null } = { fails: null };
  const tabs: Sync[] = [];
  const timers: (() => void)[] = [];
  let ids = 0;
  const outbox: Outbox<ReviewAction> = {
    list: () => [...kept.values()],
    put: (action) => Boolean(kept.set(action.id, action)),
    drop: (dropped) => {
      for (const id of dropped) kept.delete(id);
    },
  };
  const after = (seq: number) => ({ seq: log.length, actions: log.filter((action) => action.seq > seq) });
  const answer = async (seq: number, sent: ReviewAction[]) => {
    if (line.fails) throw line.fails;
    for (const action of sent)
      if (!log.some(({ id }) => id === action.id)) log.push({ ...action, seq: log.length + 1, at: '', by: '' });
    return after(seq);
  };
  const open = (): Sync => {
    const doors: SyncDoors = {
      outbox,
      pull: (seq) => answer(seq, []),
      push: answer,
      tell: (what) => {
        for (const tab of tabs) if (tab !== sync) tab.hear(what);
      },
      newId: () => {
        ids += 1;
        return String(ids).padStart(4, '0');
      },
      clock: () => new Date(0),
      later: (run) => void timers.push(run),
    };
    const sync = openSync(doors);
    tabs.push(sync);
    return sync;
  };
  return { log, kept, line, open, timers };
}

const settle = () => new Promise((done) => setTimeout(done, 5));
const accept = (task: string) => ({ kind: 'accept' as const, tasks: [task] });
const ids = (sync: Sync) => allActions(sync.state.get()).map(({ id }) => id);

it('keeps an action until the server has it, then lets it go', async () => {
  const { log, kept, open } = setting();
  const tab = open();
  await tab.pull();
  tab.act(accept('t1'));
  expect(kept.size).toBe(1);
  await settle();
  expect(log).toHaveLength(1);
  expect(kept.size).toBe(0);
  expect(tab.state.get()).toMatchObject({ saving: 'idle', seq: 1, pending: [] });
});

it('keeps working without a line and sends everything once it is back', async () => {
  const { log, kept, line, open, timers } = setting();
  const tab = open();
  await tab.pull();
  line.fails = unreachable();
  tab.act(accept('t1'));
  tab.act(accept('t2'));
  await settle();
  expect(tab.state.get().saving).toBe('waiting');
  expect(ids(tab)).toHaveLength(2);
  expect(kept.size).toBe(2);
  line.fails = null;
  timers.at(-1)?.();
  await settle();
  expect(log).toHaveLength(2);
  expect(kept.size).toBe(0);
});

it('sends after a reload what the closed tab could not', async () => {
  const { log, line, open } = setting();
  line.fails = unreachable();
  open().act(accept('t1'));
  await settle();
  line.fails = null;
  const reloaded = open();
  expect(ids(reloaded)).toHaveLength(1);
  await reloaded.pull();
  await settle();
  expect(log).toHaveLength(1);
});

it('shows in one tab what was done in the other, once and in the same order', async () => {
  const { log, open } = setting();
  const [here, there] = [open(), open()];
  await Promise.all([here.pull(), there.pull()]);
  here.act(accept('t1'));
  there.act(accept('t2'));
  here.act(accept('t3'));
  await settle();
  expect(log).toHaveLength(3);
  expect(ids(here)).toEqual(log.map(({ id }) => id));
  expect(ids(there)).toEqual(ids(here));
});

it('keeps what the server refuses, and says why, until the officer lets it go', async () => {
  const { kept, line, open } = setting();
  const tab = open();
  await tab.pull();
  line.fails = new ApiProblem({ code: 'plan-confirmed', title: '', status: 409, detail: 'Kế hoạch đã được xác nhận' });
  tab.act(accept('t1'));
  await settle();
  expect(tab.state.get()).toMatchObject({ saving: 'refused', problem: { code: 'plan-confirmed' } });
  expect(kept.size).toBe(1);
  tab.discard();
  expect(kept.size).toBe(0);
});
