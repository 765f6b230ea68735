import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { PlanSummary } from '../../../src/plan/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { sayPlan } from '../../words/plan.ts';
import { type Replacing, sayReplaced } from './replacing.ts';

/** Whether the plan takes the place of one that was given out: how much of that ends, and from which day. */
export function Replaces({ replacing }: { replacing: Replacing }) {
  const { plans, chosen, day, choose, setDay, wrong } = replacing;
  const name = useId();
  if (plans.length === 0) return null;
  return (
    <section className="card issue-from issue-replaces" aria-labelledby={`${name}-title`}>
      <fieldset>
        <legend>
          <h2 id={`${name}-title`}>Thay thế kế hoạch đã giao</h2>
        </legend>
        <label className="check">
          <input type="radio" name={name} checked={chosen === undefined} onChange={() => choose(undefined)} />
          <b>Không thay thế kế hoạch nào</b>
        </label>
        {plans.map((plan) => (
          <label key={plan.id} className="check">
            <input type="radio" name={name} checked={chosen?.id === plan.id} onChange={() => choose(plan.id)} />
            <span>
              <b>Thay thế {sayPlan(plan)}</b> <span className="role">{plan.title}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen && (
        <>
          <p className="prose" aria-live="polite">
            {sayReplaced(chosen)} Nhiệm vụ lặp lại được nối với nhiệm vụ mới. Kế hoạch bị thay thế không giao lại được
            nữa; muốn quay lại thì thu hồi việc giao của kế hoạch này khi chưa có đơn vị nào bắt đầu.
          </p>
          <DayField label="Có hiệu lực từ ngày" required value={day} onChange={setDay} />
          {wrong && <p className="form-error">{wrong}</p>}
        </>
      )}
    </section>
  );
}

/** What is said instead of giving out a plan that another took the place of. */
export function Superseded({ by }: { by: NonNullable<PlanSummary['supersededBy']> }) {
  return (
    <div className="card">
      <EmptyState
        title="Kế hoạch đã được thay thế"
        text={`Việc của kế hoạch này đã kết thúc vì được thay bằng ${sayPlan(by)}; việc đã làm và lịch sử vẫn còn. Hãy giao kế hoạch thay thế.`}
      >
        <Link className="btn primary" to="/ke-hoach/$id/giao" params={{ id: by.id }}>
          Mở kế hoạch thay thế
        </Link>
      </EmptyState>
    </div>
  );
}
