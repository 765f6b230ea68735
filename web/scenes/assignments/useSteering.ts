import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { followApi, type Steering, type Taken } from '../../api-follow.ts';
import { whileSent } from '../../state/pending.ts';
import { say } from '../../state/toasts.ts';
import { sendingOf, underKeptIds, usePending } from '../../state/usePending.ts';

type Asked = { acts: readonly (Steering | Undo)[]; told: string; onDone?: () => void };
type Undo = Omit<Steering, 'act'> & { act: { kind: 'undo'; of: string } };

/** Extends, returns, cancels many at once, tells what could not be done, and offers the way back. */
export function useSteering() {
  const client = useQueryClient();
  const pending = usePending();
  const send = useMutation({
    mutationFn: ({ acts }: Asked) =>
      whileSent(pending, acts.map(sendingOf), () => followApi.steer(acts as readonly Steering[])),
    onSuccess: (taken, asked) => {
      asked.onDone?.();
      say(sayTaken(taken, asked), wayBack(taken, asked));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  const wayBack = ({ refused }: Taken, { acts }: Asked) => {
    const left = new Set(refused.map(({ id }) => id));
    const undos = acts.flatMap(({ id, assignmentId, act }): Undo[] =>
      left.has(id) || act.kind === 'undo'
        ? []
        : [{ id: newId(), assignmentId, occurrenceId: null, act: { kind: 'undo', of: id } }],
    );
    if (undos.length === 0) return {};
    return { action: { label: 'Hoàn tác', run: () => send.mutate({ acts: undos, told: 'Đã hoàn tác.' }) } };
  };
  return {
    ...send,
    mutate: (asked: Asked) => send.mutate({ ...asked, acts: underKeptIds(pending, asked.acts) }),
  };
}

function sayTaken({ refused }: Taken, { acts, told }: Asked): string {
  const [first] = refused;
  if (!first) return told;
  const done = acts.length - refused.length;
  return `Đã ghi ${sayNumber(done)} việc; ${sayNumber(refused.length)} việc chưa ghi được: ${first.detail}`;
}
