import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { PlanSummary } from '../../../src/plan/views.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { useMay } from '../../state/may.ts';
import { certainTasks, reviewState } from './order.ts';
import type { Commands } from './useCommands.ts';
import type { PlanActions } from './usePlanActions.ts';
import type { Review } from './useReview.ts';

type Props = {
  plan: PlanSummary;
  review: Review;
  commands: Commands;
  actions: PlanActions;
  onHelp: () => void;
  readOnly: boolean;
};

export function ReviewActions(props: Props) {
  const { plan, actions, readOnly } = props;
  const may = useMay();
  if (!readOnly) return <DraftActions {...props} />;
  if (plan.removedAt)
    return may('Cơ quan thường trực bỏ và khôi phục được kế hoạch') ? (
      <Button className="btn primary" isDisabled={actions.busy} onPress={actions.restore}>
        Khôi phục
      </Button>
    ) : null;
  // A draft looked at by who does not review: nothing to do but read.
  if (plan.status !== 'confirmed') return null;
  return (
    <>
      {may('Cơ quan thường trực và đơn vị chủ trì xác nhận, mở lại được kế hoạch') && (
        <Button className="btn" isDisabled={actions.busy} onPress={actions.reopen}>
          Mở lại rà soát
        </Button>
      )}
      <Link className="btn" to="/nhiem-vu" search={{ 'ke-hoach': plan.id }}>
        Xem trong ma trận
      </Link>
      {may('Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch') && (
        <Link className="btn primary" to="/ke-hoach/$id/giao" params={{ id: plan.id }}>
          Giao nhiệm vụ
        </Link>
      )}
    </>
  );
}

function DraftActions({ review, commands, actions, onHelp }: Props) {
  const [asking, setAsking] = useState(false);
  const { tasks } = review.draft;
  const certain = certainTasks(tasks).length;
  const doubtful = tasks.filter((task) => reviewState(task) === 'doubtful').length;
  const confirm = () => {
    setAsking(false);
    actions.confirm();
  };
  return (
    <>
      <Button className="icon" aria-label="Hoàn tác (Ctrl Z)" isDisabled={!review.undo} onPress={() => review.undo?.()}>
        ↶
      </Button>
      <Button
        className="icon"
        aria-label="Làm lại (Ctrl Shift Z)"
        isDisabled={!review.redo}
        onPress={() => review.redo?.()}
      >
        ↷
      </Button>
      <Button className="icon hide-phone" aria-label="Phím tắt (?)" onPress={onHelp}>
        ?
      </Button>
      <Button className="btn" isDisabled={certain === 0} onPress={commands.acceptCertain}>
        <span className="hide-phone">Nhận tất cả chỗ chắc chắn ({certain})</span>
        <span className="only-phone">Nhận chắc chắn ({certain})</span>
      </Button>
      <Button
        className="btn primary"
        aria-label={actions.busy ? 'Đang xác nhận…' : 'Xác nhận kế hoạch'}
        isDisabled={actions.busy || tasks.length === 0}
        onPress={() => (doubtful > 0 ? setAsking(true) : confirm())}
      >
        <span className="hide-phone">{actions.busy ? 'Đang xác nhận…' : 'Xác nhận kế hoạch'}</span>
        <span className="only-phone">{actions.busy ? 'Đang gửi…' : 'Xác nhận'}</span>
      </Button>
      <Sheet title={`Còn ${doubtful} chỗ cần xem`} role="alertdialog" isOpen={asking} onClose={() => setAsking(false)}>
        <p>
          Xác nhận bây giờ sẽ đưa cả {tasks.length} nhiệm vụ vào ma trận, kể cả những chỗ chưa chắc chắn. Vẫn có thể mở
          lại rà soát sau.
        </p>
        <div className="row">
          <Button
            className="btn primary"
            onPress={() => {
              setAsking(false);
              commands.nextDoubtful();
            }}
          >
            Xem chỗ còn lại
          </Button>
          <Button className="btn" onPress={confirm}>
            Vẫn xác nhận
          </Button>
        </div>
      </Sheet>
    </>
  );
}
