import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import { foldInspection } from '../../../src/report/inspection/fold.ts';
import type { InspectionState, TeamAct } from '../../../src/report/inspection/model.ts';
import type { ActedInspectionView, InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { toProblem } from '../../problem.ts';
import { currentSession } from '../../queries.ts';
import { openOutbox } from '../../state/outbox.ts';
import { say } from '../../state/toasts.ts';
import { useCell } from '../../state/use.ts';
import { makeSender, type Saving, type Sender } from '../my-work/concreteSender.ts';
import { everyInspection, inspectionApi, oneInspection, type SentAct } from './api.ts';

/** What the team does in the field: shown at once, kept on this machine, sent in its order when the line is there. */

const senders = new Map<string, Sender<SentAct>>();

/** One for each inspection and person: what one has left unsent on a shared phone is never sent by another. */
function senderOf(officer: string, id: string, client: QueryClient): Sender<SentAct> {
  const name = `inspection.${officer}.${id}`;
  const known = senders.get(name);
  if (known) return known;
  const made = makeSender<SentAct, Pick<ActedInspectionView, 'refused'> & { detail?: InspectionDetailView }>({
    box: openOutbox<SentAct>(localStorage, name),
    send: (acts) => send(id, acts),
    onSent: async (_, { detail, refused }) => {
      const [first] = refused;
      if (first) say(`Có việc chưa ghi được: ${first.detail}`, { tone: 'late' });
      if (detail) client.setQueryData(oneInspection(id).queryKey, detail);
      void client.invalidateQueries(everyInspection);
    },
    now: () => new Date(),
  });
  senders.set(name, made);
  return made;
}

/** One act alone is refused outright: it is told of and let go of, as those that are refused among others. */
async function send(id: string, acts: readonly SentAct[]) {
  try {
    return await inspectionApi.act(id, acts);
  } catch (error) {
    const { status, message } = toProblem(error);
    const [only] = acts;
    if (status !== 409 || only === undefined || acts.length > 1) throw error;
    return { refused: [{ id: only.id, detail: message }] };
  }
}

const again = 5_000;

export type Field = {
  state: InspectionState;
  act: (act: TeamAct) => void;
  saving: Saving;
  /** acts the server is not known to have */
  waiting: number;
  flush: () => void;
  forget: () => void;
};

/** An inspection as it stands with what has not been sent yet. */
export function useInspection({ inspection: { id }, planned, actions, today }: InspectionDetailView): Field {
  const client = useQueryClient();
  const { data: session } = useQuery(currentSession());
  const sender = senderOf(session?.officerId ?? '', id, client);
  const waiting = useCell(sender.waiting);
  const taken = useCell(sender.taken);
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
  const state = useMemo(
    () => foldInspection(planned, [...actions, ...[...taken, ...waiting].map((one) => ({ ...one, day: today }))]),
    [planned, actions, taken, waiting, today],
  );
  return {
    ...{ state, saving, waiting: waiting.length },
    act: (act) => sender.record({ id: newId(), act }),
    flush: () => void sender.flush(),
    forget: sender.forget,
  };
}
