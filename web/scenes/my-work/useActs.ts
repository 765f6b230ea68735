import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Act } from '../../../src/assignment/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { type SentAct, type Taken, workApi } from '../../api-work.ts';
import { toProblem } from '../../problem.ts';
import { whileSent } from '../../state/pending.ts';
import { say } from '../../state/toasts.ts';
import { sendingOf, underKeptIds, usePending } from '../../state/usePending.ts';

type About = { id: string; assignmentId: string };
/** Acts that never concern one day of an assignment. */
const whole: readonly Act['kind'][] = ['accept', 'hand-on'];

/** An act about what is owed on a day, or about all of its assignment; `under` an id that was made before. */
export const actOn = ({ id, assignmentId }: About, act: Act, under: string = newId()): SentAct => ({
  id: under,
  assignmentId,
  occurrenceId: whole.includes(act.kind) ? null : id,
  act,
});

export type Acting = {
  acts: readonly SentAct[];
  /** what is said when it is done, with the way back beside it */
  told: string;
  onDone?: () => void;
};

/**
 * Sends acts and offers the way back. What did not reach the server is sent again under the same ids, so that nothing
 * counts twice, also after a reload; of several, those that are no longer possible are left out and told of. A form (`inForm`) says in its own
 * place what went wrong.
 */
export function useActs({ inForm = false } = {}) {
  const client = useQueryClient();
  const pending = usePending();
  const send = useMutation({
    mutationFn: ({ acts }: Acting) => whileSent(pending, acts.map(sendingOf), () => workApi.act(acts, acts.length > 1)),
    onSuccess: (taken, acting) => {
      void client.invalidateQueries({ queryKey: ['work'] });
      acting.onDone?.();
      say(sayTaken(taken, acting), undoOf(taken, acting));
    },
    onError: (error, acting) => {
      void client.invalidateQueries({ queryKey: ['work'] });
      if (inForm) return;
      const problem = toProblem(error);
      const again = { label: 'Gửi lại', run: () => send.mutate(acting) };
      say(problem.message, { tone: 'late', ...(problem.status === 0 && { action: again }) });
    },
  });
  const undoOf = ({ refused }: Taken, { acts }: Acting) => {
    const left = new Set(refused.map(({ id }) => id));
    const taken = acts.filter(({ id, act }) => !left.has(id) && act.kind !== 'undo');
    if (taken.length === 0) return {};
    const undos = taken.map(({ id, assignmentId }) => ({
      ...{ id: newId(), assignmentId, occurrenceId: null, act: { kind: 'undo' as const, of: id } },
    }));
    return { action: { label: 'Hoàn tác', run: () => send.mutate({ acts: undos, told: 'Đã hoàn tác.' }) } };
  };
  return {
    ...send,
    mutate: (acting: Acting) => send.mutate({ ...acting, acts: underKeptIds(pending, acting.acts) }),
  };
}

function sayTaken({ refused }: Taken, { acts, told }: Acting): string {
  const [first] = refused;
  if (!first) return told;
  const done = acts.length - refused.length;
  return `Đã ghi ${sayNumber(done)} việc; ${sayNumber(refused.length)} việc chưa ghi được: ${first.detail}`;
}
