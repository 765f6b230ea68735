import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NameAnswer } from '../../../src/place/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { agenciesApi } from './api.ts';

export type Meaning = NameAnswer['meaning'];
type Name = Pick<NameAnswer, 'issuerId' | 'printed'>;

/** Answers what a printed name means, with a way back to what was said before (null: nothing). */
export function useNameAnswer({ issuerId, printed }: Name, before: Meaning) {
  const client = useQueryClient();
  const send = async (meaning: Meaning): Promise<void> => {
    await agenciesApi.answer({ issuerId, printed, meaning });
    await client.invalidateQueries({ queryKey: ['agencies', 'waiting'] });
  };
  const fail = (error: unknown): void => say(toProblem(error).message, { tone: 'late' });
  return useMutation({
    mutationFn: send,
    onSuccess: (_, meaning) =>
      say(
        meaning
          ? `Đã ghi “${printed}”. Giao lại kế hoạch để việc đến đúng nơi.`
          : `Đã bỏ câu trả lời cho “${printed}”.`,
        { action: { label: 'Hoàn tác', run: () => void send(before).catch(fail) } },
      ),
    onError: fail,
  });
}
