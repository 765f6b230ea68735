import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { currentSession } from '../queries.ts';
import { openPending, type PendingIds, type Sending } from './pending.ts';

/** The ids of my acts that were sent from this tab and not answered. */
export function usePending(): PendingIds {
  const { data: session } = useQuery(currentSession());
  const officer = session?.officerId ?? '';
  return useMemo(() => openPending(sessionStorage, officer, Date.now), [officer]);
}

type AboutWork = { id: string; assignmentId: string; occurrenceId: string | null; act: object };

/** An act about an assignment, or one day of it, as it is told from others. */
export const sendingOf = ({ id, assignmentId, occurrenceId, act }: AboutWork): Sending => ({
  ...{ id, subject: `${assignmentId}.${occurrenceId ?? ''}`, content: JSON.stringify(act) },
});

/** The same acts, under the ids they went under before where that was not answered. */
export const underKeptIds = <A extends AboutWork>(pending: PendingIds, acts: readonly A[]): A[] =>
  acts.map((one) => ({ ...one, id: pending.idFor(sendingOf(one)) }));
