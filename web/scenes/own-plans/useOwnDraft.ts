import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { foldOwnDraft, lastEdit } from '../../../src/publish/own-plan/fold.ts';
import type { OwnDraft, OwnEdit, SentEdit } from '../../../src/publish/own-plan/model.ts';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { type ApiProblem, toProblem } from '../../problem.ts';
import { openOutbox } from '../../state/outbox.ts';
import { oneOwnPlan, ownPlanApi, type Which } from './api.ts';

export type Saving = 'idle' | 'sending' | 'waiting' | 'refused';
export type Desk = {
  draft: OwnDraft;
  write: (act: OwnEdit) => void;
  /** undefined where nothing is left to undo */
  undo: (() => void) | undefined;
  saving: Saving;
  pending: number;
  problem: ApiProblem | null;
  retry: () => void;
  discard: () => void;
};

const rest = 400;
const again = 5_000;

/** A draft being edited: what is changed shows at once, is kept on this machine, and sent when the hand rests. */
export function useOwnDraft(view: OwnPlanView): Desk {
  const which = useMemo(() => ({ plan: view.plan.id, agency: view.unit.id }), [view.plan.id, view.unit.id]);
  const outbox = useMemo(() => openOutbox<SentEdit>(localStorage, `own-plan.${which.plan}.${which.agency}`), [which]);
  const [pending, setPending] = useState(() => outbox.list());
  const { saving, problem, retry, settle } = useSending(which, view.days, pending, (ids) => {
    outbox.drop(ids);
    setPending((now) => now.filter(({ id }) => !ids.includes(id)));
  });
  const edits = useMemo(() => {
    const known = new Set(view.edits.map(({ id }) => id));
    return [...view.edits, ...pending.filter(({ id }) => !known.has(id))];
  }, [view.edits, pending]);
  const write = useCallback(
    (act: OwnEdit) => {
      const edit = { id: newId(), act };
      outbox.put(edit);
      setPending((now) => [...now, edit]);
      settle();
    },
    [outbox, settle],
  );
  const last = lastEdit(edits);
  const discard = useCallback(() => {
    outbox.drop(outbox.list().map(({ id }) => id));
    setPending([]);
    settle();
  }, [outbox, settle]);
  return {
    draft: useMemo(() => foldOwnDraft(view.base, edits), [view.base, edits]),
    write,
    undo: last === undefined ? undefined : () => write({ kind: 'undo', of: last }),
    ...{ saving, pending: pending.length, problem, retry, discard },
  };
}

type Standing = { saving: Saving; problem: ApiProblem | null };

/** One request at a time; what was taken leaves the outbox, what did not arrive is sent again. */
function useSending(which: Which, days: number, pending: readonly SentEdit[], taken: (ids: string[]) => void) {
  const client = useQueryClient();
  const [{ saving, problem }, setStanding] = useState<Standing>({ saving: 'idle', problem: null });
  const latest = useRef({ taken, days });
  latest.current = { taken, days };
  const busy = useRef(false);
  const send = useCallback(
    async (edits: readonly SentEdit[]): Promise<void> => {
      if (busy.current || edits.length === 0) return;
      busy.current = true;
      setStanding({ saving: 'sending', problem: null });
      const portion = edits.slice(0, 200);
      try {
        const view = await ownPlanApi.save(which, portion, latest.current.days);
        client.setQueryData(oneOwnPlan(which, undefined).queryKey, view);
        latest.current.taken(portion.map(({ id }) => id));
        setStanding({ saving: 'idle', problem: null });
      } catch (error) {
        const told = toProblem(error);
        const refused = told.status >= 400 && told.status < 500 && told.status !== 401;
        setStanding({ saving: refused ? 'refused' : 'waiting', problem: told });
      } finally {
        busy.current = false;
      }
    },
    [which, client],
  );
  useEffect(() => {
    if (pending.length === 0 || saving === 'refused' || saving === 'sending') return;
    const timer = setTimeout(() => void send(pending), saving === 'waiting' ? again : rest);
    return () => clearTimeout(timer);
  }, [pending, saving, send]);
  const settle = useCallback(
    () => setStanding((now) => (now.saving === 'refused' ? { saving: 'idle', problem: null } : now)),
    [],
  );
  return { saving, problem, retry: () => void send(pending), settle };
}
