import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PlanView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { ApiProblem, toProblem } from '../../problem.ts';
import { useMay } from '../../state/may.ts';
import { say } from '../../state/toasts.ts';
import type { Review } from './useReview.ts';

export type PlanActions = {
  confirm: () => void;
  reopen: () => void;
  restore: () => void;
  reload: () => void;
  /** takes over the plan as another action has left it */
  keep: (view: PlanView) => void;
  busy: boolean;
};

/** What happens to the plan as a whole. */
export function usePlanActions(id: string, review: Review): PlanActions {
  const client = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const keep = (view: PlanView) => {
    client.setQueryData(['plans', id], view);
    review.announce();
    void client.invalidateQueries({ queryKey: ['plans', 'list'] });
    void client.invalidateQueries({ queryKey: ['tasks'] });
  };
  const reload = () => void client.invalidateQueries({ queryKey: ['plans', id] });
  const failed = (error: unknown) => say(toProblem(error).message, { tone: 'late' });
  const confirm = useMutation({
    mutationFn: () => confirmPlan(id, review),
    onSuccess: (view) => {
      keep(view);
      const give = { label: 'Giao nhiệm vụ', run: () => void navigate({ to: '/ke-hoach/$id/giao', params: { id } }) };
      const next = may('Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch') && { action: give };
      say(`Đã xác nhận kế hoạch: ${view.plan.tasks} nhiệm vụ vào ma trận. Bước tiếp theo là giao.`, next || {});
      void navigate({ to: '/nhiem-vu', search: { 'ke-hoach': id } });
    },
    onError: (error) => {
      failed(error);
      reload();
      void review.sync.pull().catch(() => undefined);
    },
  });
  const reopen = useMutation({
    mutationFn: () => api.reopenPlan(id),
    onSuccess: (view) => {
      keep(view);
      say('Đã mở lại rà soát. Nhiệm vụ của kế hoạch tạm rời ma trận cho tới khi xác nhận lại.');
    },
    onError: failed,
  });
  const restore = useMutation({ mutationFn: () => api.restorePlan(id), onSuccess: keep, onError: failed });
  return {
    confirm: () => confirm.mutate(),
    reopen: () => reopen.mutate(),
    restore: () => restore.mutate(),
    reload,
    keep,
    busy: confirm.isPending || reopen.isPending || restore.isPending,
  };
}

/** Sends what is still here first: a confirmed plan must be the draft the officer sees. */
async function confirmPlan(id: string, { sync }: Review): Promise<PlanView> {
  // A box still being typed in hands over its text when it loses the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await sync.flush();
  const { pending, seq, problem } = sync.state.get();
  if (pending.length > 0)
    throw (
      problem ??
      new ApiProblem({
        code: 'unreachable',
        title: 'Chưa gửi hết sửa đổi',
        status: 0,
        detail: 'Một số sửa đổi chưa tới máy chủ, vẫn giữ trên máy này. Hãy kiểm tra mạng rồi xác nhận lại.',
      })
    );
  return await api.confirmPlan(id, seq);
}
