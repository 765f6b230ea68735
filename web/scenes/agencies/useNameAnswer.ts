import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NameAnswer } from '../../../src/place/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { agenciesApi, printedNames } from './api.ts';

export type Meaning = NameAnswer['meaning'];
type Name = Pick<NameAnswer, 'issuerId' | 'printed'>;

/** Answers what a printed name means, with a way back to what was said before (null: nothing). */
export function useNameAnswer({ issuerId, printed }: Name, before: Meaning) {
  const client = useQueryClient();
  const send = async (meaning: Meaning): Promise<void> => {
    await agenciesApi.answer({ issuerId, printed, meaning });
    await client.invalidateQueries({ queryKey: ['agencies', 'waiting'] });
  };
  // A group may have nobody in it on the plan's day: then the name goes on waiting, and the queue says why.
  const sayNext = (): string => {
    const { queryKey } = printedNames();
    const waits = client
      .getQueryData(queryKey)
      ?.waiting.find((one) => one.issuerId === issuerId && one.printed === printed);
    return waits
      ? `Tên này vẫn chờ: ${waits.reason} Hãy chọn cơ quan khác.`
      : 'Giao lại kế hoạch để việc đến đúng nơi.';
  };
  const fail = (error: unknown): void => say(toProblem(error).message, { tone: 'late' });
  return useMutation({
    mutationFn: send,
    onSuccess: (_, meaning) =>
      say(meaning ? `Đã ghi “${printed}”. ${sayNext()}` : `Đã bỏ câu trả lời cho “${printed}”.`, {
        action: { label: 'Hoàn tác', run: () => void send(before).catch(fail) },
      }),
    onError: fail,
  });
}
