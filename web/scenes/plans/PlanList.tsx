import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { PlanSummary } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { Tag } from '../../components/Tag.tsx';
import { toProblem } from '../../problem.ts';
import { useMay } from '../../state/may.ts';
import { say } from '../../state/toasts.ts';
import { usePhone } from '../../state/use.ts';
import { sayPlanNumber } from '../../words/plan.ts';

type Props = { plans: PlanSummary[]; removed: boolean };

export function PlanList(props: Props) {
  return usePhone() ? <PlanCards {...props} /> : <PlanTable {...props} />;
}

function PlanTable({ plans, removed }: Props) {
  return (
    <table className="plans">
      <thead>
        <tr>
          <th scope="col">Số, ký hiệu</th>
          <th scope="col">Tên kế hoạch</th>
          <th scope="col">Cơ quan ban hành</th>
          <th scope="col">Năm</th>
          <th scope="col">Chỉ số</th>
          <th scope="col" className="right">
            Nhiệm vụ
          </th>
          <th scope="col">Trạng thái</th>
          <th scope="col">
            <span className="sr-only">Thao tác</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <td>
              <PlanNumber plan={plan} />
            </td>
            <th scope="row">
              <PlanLink plan={plan} removed={removed} />
            </th>
            <td>{plan.issuer ?? <Unstated />}</td>
            <td className="num">{plan.year ?? <Unstated />}</td>
            <td>{plan.indices.join(', ') || <Unstated />}</td>
            <td className="num right">{sayNumber(plan.tasks)}</td>
            <td>
              <PlanStatusTag plan={plan} />
            </td>
            <td className="right">
              <PlanAction plan={plan} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanCards({ plans, removed }: Props) {
  return (
    <ul className="plan-cards">
      {plans.map((plan) => (
        <li key={plan.id}>
          <PlanStatusTag plan={plan} />
          <h2>
            <PlanLink plan={plan} removed={removed} />
          </h2>
          <p className="muted">
            {[sayPlanNumber(plan), plan.issuer, plan.year, plan.indices.join(', '), `${plan.tasks} nhiệm vụ`]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <PlanAction plan={plan} />
        </li>
      ))}
    </ul>
  );
}

const Unstated = () => <span className="muted">không nêu</span>;

function PlanNumber({ plan }: { plan: PlanSummary }) {
  const number = sayPlanNumber(plan);
  if (!number) return <Unstated />;
  return (
    <>
      <span className="plan-number">{number}</span>
      {plan.date && <span className="role num">{sayDay(plan.date)}</span>}
    </>
  );
}

function PlanLink({ plan, removed }: { plan: PlanSummary; removed: boolean }) {
  const title = plan.title ?? plan.fileName;
  return (
    <>
      {removed ? (
        <span>{title}</span>
      ) : (
        <Link to="/ke-hoach/$id/ra-soat" params={{ id: plan.id }} className="plan-link">
          {title}
        </Link>
      )}
      {plan.title && <span className="role">{plan.fileName}</span>}
    </>
  );
}

function PlanStatusTag({ plan }: { plan: PlanSummary }) {
  if (plan.removedAt) return <Tag tone="idle">Đã bỏ</Tag>;
  if (plan.supersededBy)
    return (
      <>
        <Tag tone="idle">Đã được thay thế</Tag>
        <span className="role">
          bằng {sayPlanNumber(plan.supersededBy) || 'kế hoạch khác'} từ {sayDay(plan.supersededBy.day)}
        </span>
      </>
    );
  if (plan.status === 'confirmed') return <Tag tone="ok">Đã xác nhận</Tag>;
  if (plan.tasks === 0) return <Tag tone="late">Không có nhiệm vụ</Tag>;
  if (plan.doubtful > 0) return <Tag tone="due">{sayNumber(plan.doubtful)} chỗ cần xem</Tag>;
  return <Tag tone="idle">Chờ xác nhận</Tag>;
}

function PlanAction({ plan }: { plan: PlanSummary }) {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: ['plans'] }), client.invalidateQueries({ queryKey: ['tasks'] })]);
  const failed = (error: unknown) => say(toProblem(error).message, { tone: 'late' });
  const name = plan.title ?? plan.fileName;
  const restore = useMutation({
    mutationFn: () => api.restorePlan(plan.id),
    onSuccess: () => say(`Đã khôi phục “${name}”.`),
    onError: failed,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => api.removePlan(plan.id),
    onSuccess: () => say(`Đã bỏ “${name}”.`, { action: { label: 'Hoàn tác', run: () => restore.mutate() } }),
    onError: failed,
    onSettled: refresh,
  });
  const may = useMay();
  const act = plan.removedAt ? restore : remove;
  const label = plan.removedAt ? 'Khôi phục' : 'Bỏ';
  if (!may('Cơ quan thường trực bỏ và khôi phục được kế hoạch')) return null;
  return (
    <Button
      className="btn small"
      aria-label={`${label} kế hoạch ${name}`}
      isDisabled={act.isPending}
      onPress={() => act.mutate()}
    >
      {label}
    </Button>
  );
}
