import { Button } from 'react-aria-components';
import { shareOf } from '../../../src/assignment/concrete/share.ts';
import type { Owed } from '../../api-work.ts';
import type { ChangeSearch } from './search.ts';
import { actOn, useActs } from './useActs.ts';
import type { ShownAct } from './useConcreteActs.ts';

type Props = { acts: readonly ShownAct[]; owed: Owed; change: ChangeSearch };

/** What the ticked acts say of the task: offers to complete it when all are done, else to report how far it is. */
export function ConcreteShare({ acts, owed, change }: Props) {
  const sending = useActs();
  const { done, of, percent } = shareOf(acts);
  const says = `Xong ${done} trên ${of} việc cụ thể`;
  if (percent === 0 || !['open', 'in-progress', 'returned'].includes(owed.status)) return null;
  if (done === of)
    return (
      <p className="work-note">
        {says}.{' '}
        <Button className="btn small" onPress={() => change({ lam: 'hoan-thanh' })}>
          Hoàn thành cả nhiệm vụ
        </Button>
      </p>
    );
  if (percent <= owed.percent) return null;
  const report = () =>
    sending.mutate({
      acts: [actOn(owed, { kind: 'progress', percent, note: `${says}.` })],
      told: `Đã ghi tiến độ ${percent}%.`,
    });
  return (
    <p className="work-note">
      {says}.{' '}
      <Button className="btn small" isDisabled={sending.isPending} onPress={report}>
        Ghi tiến độ {percent}%
      </Button>
    </p>
  );
}
