import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { foldConcrete } from '../../../src/assignment/concrete/fold.ts';
import type { ConcreteAct, ConcreteChange } from '../../../src/assignment/concrete/model.ts';
import type { Act, Action } from '../../../src/assignment/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { type HistoryEntry, type SentAct, workApi } from '../../api-work.ts';
import { currentSession } from '../../queries.ts';
import { openOutbox } from '../../state/outbox.ts';
import { say } from '../../state/toasts.ts';
import { useCell } from '../../state/use.ts';
import { type ConcreteSender, makeConcreteSender } from './concreteSender.ts';

/** An entry of the log as the list shows it; what is not sent yet has no time. */
type Entry = Pick<Action, 'id' | 'act'> & { by: string; at: string | null };
export type ShownAct = ConcreteAct<Entry>;

const senders = new Map<string, ConcreteSender>();
/** Before it is known who asks nothing waits. */
const nobody = makeConcreteSender({
  box: { list: () => [], put: () => false, drop: () => undefined },
  send: (acts) => workApi.act(acts, true),
  onSent: async () => undefined,
  now: () => new Date(),
});

/** One for each person who uses this machine: what one has left unsent is never sent by another. */
function senderOf(officer: string, client: QueryClient): ConcreteSender {
  const known = senders.get(officer);
  if (known) return known;
  const made = makeConcreteSender({
    box: openOutbox<SentAct>(localStorage, `concrete.${officer}`),
    send: (acts) => workApi.act(acts, true),
    onSent: async (acts, { refused }) => {
      const [first] = refused;
      if (first) say(`Có thay đổi của việc cụ thể chưa ghi được: ${first.detail}`, { tone: 'late' });
      const touched = [...new Set(acts.map(({ assignmentId }) => assignmentId))];
      await Promise.all(touched.map((id) => client.invalidateQueries({ queryKey: ['work', 'assignment', id] })));
      void client.invalidateQueries({ queryKey: ['work', 'mine'] });
    },
    now: () => new Date(),
  });
  senders.set(officer, made);
  return made;
}

const again = 5_000;

/** What carries my changes; what was left unsent goes when a screen with it opens, and when the line is back. */
export function useConcreteSender(): ConcreteSender {
  const client = useQueryClient();
  const { data: session } = useQuery(currentSession());
  const sender = session ? senderOf(session.officerId, client) : nobody;
  const saving = useCell(sender.saving);
  useEffect(() => {
    const flush = () => void sender.flush();
    flush();
    window.addEventListener('online', flush);
    return () => window.removeEventListener('online', flush);
  }, [sender]);
  useEffect(() => {
    if (saving.state !== 'failed' || saving.why.status !== 0) return;
    const timer = setTimeout(() => void sender.flush(), again);
    return () => clearTimeout(timer);
  }, [saving, sender]);
  return sender;
}

/** The concrete acts of an assignment: what the server has, and behind it what is on its way. */
export function useConcreteActs(assignmentId: string, history: readonly HistoryEntry[]) {
  const sender = useConcreteSender();
  const { data: session } = useQuery(currentSession());
  const waiting = useCell(sender.waiting);
  const taken = useCell(sender.taken);
  const me = session?.officer ?? '';
  const acts = useMemo((): ShownAct[] => {
    const mine = [...taken, ...waiting].filter((one) => one.assignmentId === assignmentId);
    const there = history.map(({ id, act, by, at }): Entry => ({ id, act: act as Act, by, at }));
    return foldConcrete([...there, ...mine.map(({ id, act }): Entry => ({ id, act, by: me, at: null }))]);
  }, [taken, waiting, history, assignmentId, me]);
  const send = (act: Act): string => {
    const id = newId();
    sender.record({ id, assignmentId, occurrenceId: null, act });
    return id;
  };
  return {
    acts,
    sender,
    change: (concreteId: string, change: ConcreteChange) => send({ kind: 'concrete', concreteId, change }),
    undo: (of: string) => void send({ kind: 'undo', of }),
  };
}
