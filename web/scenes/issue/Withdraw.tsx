import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { WithdrawalView } from '../../../src/assignment/withdrawal/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { workApi } from '../../api-work.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { issueWithdrawal } from '../../queries-work.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { sayBegun } from './withdrawal.ts';

/** For what was given out by mistake: takes all of it back while nobody has begun, and says what stands in the way. */
export function Withdraw({ plan }: { plan: string }) {
  const { data } = useQuery(issueWithdrawal(plan));
  const [asking, setAsking] = useState(false);
  if (!data || (data.items === 0 && data.withdrawals.length === 0)) return null;
  return (
    <section className="card panel issue-withdraw" aria-labelledby="issue-withdraw">
      <h2 id="issue-withdraw">Giao nhầm?</h2>
      <Past view={data} />
      {data.items > 0 && data.begun > 0 && <InTheWay view={data} plan={plan} />}
      {data.items > 0 && data.begun === 0 && (
        <>
          <p>
            Chưa đơn vị nào bắt đầu thực hiện. Có thể thu hồi toàn bộ {sayNumber(data.items)} nhiệm vụ đã giao cho{' '}
            {sayNumber(data.agencies)} đơn vị; lịch sử và lý do được giữ, sau đó giao lại được.
          </p>
          {asking ? (
            <Confirm plan={plan} view={data} onClose={() => setAsking(false)} />
          ) : (
            <Button className="btn" onPress={() => setAsking(true)}>
              Thu hồi việc giao
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Past({ view: { withdrawals } }: { view: WithdrawalView }) {
  if (withdrawals.length === 0) return null;
  return (
    <ul>
      {withdrawals.map(({ no, at, by, reason }) => (
        <li key={no} className="role">
          Lần giao {no} đã được {by} thu hồi, {sayMoment(at)}: {reason}
        </li>
      ))}
    </ul>
  );
}

function InTheWay({ view, plan }: { view: WithdrawalView; plan: string }) {
  return (
    <>
      <p>
        Đã có {sayNumber(view.begun)} việc được bắt đầu nên không thu hồi được nữa. Hãy sửa kế hoạch rồi giao lại (chỉ
        phần khác thay đổi), hoặc giao một kế hoạch thay thế.
      </p>
      <ul>
        {view.begunFirst.map((one) => (
          <li key={`${one.agency} ${one.text}`} className="role">
            {sayBegun(one)}
          </li>
        ))}
      </ul>
      <div className="row">
        <Link className="btn" to="/ke-hoach/$id/ra-soat" params={{ id: plan }}>
          Mở rà soát để sửa kế hoạch
        </Link>
        <Link className="btn" to="/giao-viec" search={{ 'ke-hoach': plan }}>
          Xem việc đã giao
        </Link>
      </div>
    </>
  );
}

function Confirm({ plan, view, onClose }: { plan: string; view: WithdrawalView; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => workApi.withdraw(plan, reason.trim()),
    onSuccess: (now) => {
      client.setQueryData(issueWithdrawal(plan).queryKey, now);
      say(`Đã thu hồi ${sayNumber(view.items)} nhiệm vụ.`);
      onClose();
      focusHeading();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    withdraw.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <TextField
        label="Lý do thu hồi"
        hint="Ví dụ: chọn nhầm kế hoạch, thiếu đơn vị"
        required
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <Refusal error={withdraw.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={reason.trim() === '' || withdraw.isPending}>
          {withdraw.isPending ? 'Đang thu hồi…' : `Thu hồi ${sayNumber(view.items)} nhiệm vụ`}
        </button>
        <Button className="btn" onPress={onClose}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
