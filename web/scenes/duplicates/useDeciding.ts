import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { type Decision, decidePair, type Pair } from './api.ts';

type Said = { pair: Pair; decision: Decision | null; back?: boolean };

const told: Record<Decision, string> = {
  same: 'Đã ghi: là một việc. Khi hoàn thành một nhiệm vụ, nhiệm vụ kia được chọn sẵn để tính chung.',
  different: 'Đã ghi: không trùng. Hai nhiệm vụ làm và báo cáo riêng.',
};

/** Says of a pair whether it is one task, and takes the last word back. */
export function useDeciding() {
  const client = useQueryClient();
  const last = useRef<Said | null>(null);
  const send = useMutation({
    mutationFn: ({ pair: { item, other }, decision }: Said) => decidePair(item.item.id, other.item.id, decision),
    onSuccess: (_, said) => {
      last.current = said.back ? null : said;
      if (said.back) say('Đã hoàn tác.');
      else if (said.decision) say(told[said.decision], { action: { label: 'Hoàn tác', run: undo } });
      else say('Đã bỏ quyết định; cặp này chờ xem lại.', { action: { label: 'Hoàn tác', run: undo } });
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  const undo = () => {
    if (last.current) send.mutate({ pair: last.current.pair, decision: last.current.pair.decision, back: true });
  };
  const decide = (pair: Pair, decision: Decision | null) => send.mutate({ pair, decision });
  return { decide, undo, isPending: send.isPending };
}
