import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '../../../src/people/views.ts';
import { say } from '../../state/toasts.ts';

/** A step on one's own account: the answer is the account as it is then. */
export function useOwnStep<V>(step: (value: V) => Promise<OwnAccount>, told: string, done: () => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (own) => {
      client.setQueryData(['own-account'], own);
      say(told);
      done();
    },
  });
}
