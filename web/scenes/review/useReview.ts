import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { type Draft, foldReview, type ReviewAct, type ReviewAction } from '../../../src/plan/review.ts';
import type { PlanView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { openOutbox } from '../../state/outbox.ts';
import { useCell } from '../../state/use.ts';
import { allActions, openSync, type Sync, type SyncState } from './sync.ts';
import { findRedo, findUndo } from './undo.ts';

export type Review = {
  draft: Draft;
  state: SyncState;
  sync: Sync;
  act: (...acts: ReviewAct[]) => string[];
  /** undefined when there is nothing to take back */
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  /** tells the other tabs that the plan itself has changed: confirmed, reopened */
  announce: () => void;
};

/** The draft of a plan as it is now, in step with the server and with the other tabs of this browser. */
export function useReview({ plan: { id: plan }, reading, ids }: PlanView): Review {
  const { sync, announce } = useSync(plan);
  const state = useCell(sync.state);
  const actions = useMemo(() => allActions(state), [state]);
  const draft = useMemo(() => foldReview(reading, actions, ids), [reading, actions, ids]);
  const undoable = findUndo(actions);
  const redoable = findRedo(actions);
  return {
    ...{ draft, state, sync, announce, act: sync.act },
    undo: undoable && (() => sync.act({ kind: 'undo', of: undoable.id })),
    redo: redoable && (() => sync.act({ kind: 'undo', of: redoable.id })),
  };
}

const beat = 8000;

function useSync(plan: string): { sync: Sync; announce: () => void } {
  const client = useQueryClient();
  const { sync, channel } = useMemo(() => {
    const channel = new BroadcastChannel(`thang.review.${plan}`);
    const sync = openSync({
      outbox: openOutbox<ReviewAction>(localStorage, plan),
      pull: (after) => api.getReview(plan, after),
      push: (after, actions) => api.sendReview(plan, after, actions),
      tell: (what) => channel.postMessage(what),
      newId,
      clock: () => new Date(),
      later: (run, ms) => void setTimeout(run, ms),
    });
    return { sync, channel };
  }, [plan]);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const pull = () => void sync.pull().catch(() => undefined);
    const flush = () => void sync.flush();
    const hear = ({ data }: MessageEvent<'outbox' | 'sent' | 'plan'>) =>
      data === 'plan' ? void client.invalidateQueries({ queryKey: ['plans', plan] }) : sync.hear(data);
    channel.addEventListener('message', hear, { signal });
    window.addEventListener('online', flush, { signal });
    window.addEventListener('focus', pull, { signal });
    // Another computer may be on the same plan: ask now and then, while somebody looks.
    const timer = setInterval(() => document.visibilityState === 'visible' && pull(), beat);
    window.addEventListener('beforeunload', (event) => sync.state.get().kept || event.preventDefault(), { signal });
    pull();
    return () => {
      stop.abort();
      clearInterval(timer);
      // The list of plans shows figures of the draft that has just been changed here.
      void client.invalidateQueries({ queryKey: ['plans', 'list'] });
    };
  }, [sync, channel, client, plan]);
  return useMemo(() => ({ sync, announce: () => channel.postMessage('plan') }), [sync, channel]);
}
