import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { PlanView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';

/** What can be done with the other file: take it as the plan's current one, or drop the proposal. */
export function CompareActions({ view, other }: { view: PlanView; other: string }) {
  const [asking, setAsking] = useState(false);
  const version = view.versions.find(({ no }) => String(no) === other);
  const steps = useVersionSteps(view, other);
  if (version?.state === 'current') return null;
  return (
    <>
      <Button className="btn hide-phone" onPress={() => print()}>
        In
      </Button>
      {version?.state === 'proposed' && (
        <Button className="btn" isDisabled={steps.busy} onPress={steps.drop}>
          Bỏ bản này
        </Button>
      )}
      <Button className="btn primary" isDisabled={steps.busy} onPress={() => setAsking(true)}>
        {version?.state === 'past' ? 'Quay lại bản này' : 'Dùng bản này'}
      </Button>
      <Sheet title="Dùng bản này cho kế hoạch" role="alertdialog" isOpen={asking} onClose={() => setAsking(false)}>
        <p>
          Nhiệm vụ của bản này thay cho bản đang dùng. Nhiệm vụ trùng khớp giữ nguyên mã và mọi sửa đổi đã làm; chỗ bản
          mới in khác với sửa đổi được đánh dấu để xem lại. Bản đang dùng vẫn được giữ, có thể quay lại bất cứ lúc nào.
          {view.plan.status === 'confirmed' && ' Kế hoạch đang ở ma trận sẽ chuyển về rà soát để xác nhận lại.'}
        </p>
        <div className="row">
          <Button
            className="btn primary"
            isDisabled={steps.busy}
            onPress={() => {
              setAsking(false);
              steps.accept();
            }}
          >
            Dùng bản này
          </Button>
          <Button className="btn" onPress={() => setAsking(false)}>
            Để sau
          </Button>
        </div>
      </Sheet>
    </>
  );
}

function useVersionSteps({ plan: { id }, seq, versions }: PlanView, other: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keep = (view: PlanView) => {
    client.setQueryData(['plans', id], view);
    for (const key of ['plans', 'tasks', 'comparisons']) void client.invalidateQueries({ queryKey: [key] });
    void navigate({ to: '/ke-hoach/$id/ra-soat', params: { id } });
  };
  const onError = (error: unknown) => {
    say(toProblem(error).message, { tone: 'late' });
    void client.invalidateQueries({ queryKey: ['plans', id] });
  };
  const accept = useMutation({
    mutationFn: async () => {
      if (versions.some(({ no }) => String(no) === other)) return await api.acceptVersion(id, Number(other), seq);
      // Another plan becomes a version of this one first.
      const joined = await api.joinVersion(id, other);
      const no = Math.max(...joined.versions.map((version) => version.no));
      return await api.acceptVersion(id, no, joined.seq);
    },
    onSuccess: (view) => {
      keep(view);
      say('Đã dùng bản này. Sửa đổi đã làm được mang sang nhiệm vụ trùng khớp.');
    },
    onError,
  });
  const drop = useMutation({
    mutationFn: () => api.dropVersion(id, Number(other)),
    onSuccess: (view) => {
      keep(view);
      say('Đã bỏ bản đề nghị; kế hoạch giữ nguyên.');
    },
    onError,
  });
  return { accept: () => accept.mutate(), drop: () => drop.mutate(), busy: accept.isPending || drop.isPending };
}
