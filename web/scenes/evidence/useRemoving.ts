import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EvidenceView } from '../../../src/report/evidence/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { evidenceApi } from './api.ts';

type Change = { run: () => Promise<EvidenceView>; told: string; onDone?: () => void; onError?: () => void };

/** Takes evidence away, gives it back, and puts it to other work. */
export function useRemoving() {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: (_, { told, onDone }) => {
      onDone?.();
      say(told);
    },
    onError: (error, { onError }) => {
      onError?.();
      say(toProblem(error).message, { tone: 'late' });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['work'] }),
  });
  const restore = (id: string, onDone: () => void) =>
    changing.mutate({ run: () => evidenceApi.restore(id), told: 'Đã khôi phục tài liệu.', onDone });
  const remove = (id: string, onDone: () => void) =>
    changing.mutate({ run: () => evidenceApi.remove(id), told: 'Đã bỏ tài liệu.', onDone });
  const use = (id: string, occurrenceId: string, used: boolean, onError: () => void) =>
    changing.mutate({
      run: () => evidenceApi.use(id, used ? { add: [occurrenceId], take: [] } : { add: [], take: [occurrenceId] }),
      told: used ? 'Đã dùng tài liệu cho việc này.' : 'Đã thôi dùng tài liệu cho việc này.',
      onError,
    });
  return { remove, restore, use, isPending: changing.isPending };
}
