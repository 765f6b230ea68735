import { Button } from 'react-aria-components';
import { sayClock } from '../../words/time.ts';
import type { Field } from './useInspection.ts';

/** Whether what was recorded has reached the server, in words that say nothing is lost. */
export function Sent({ field: { saving, waiting, flush, forget } }: { field: Field }) {
  if (saving.state === 'failed' && saving.why.status !== 0)
    return (
      <div className="notice late" role="alert">
        <p>
          <b>{saving.why.title}.</b> {saving.why.message}
        </p>
        <div className="row">
          <Button className="btn" onPress={flush}>
            Gửi lại
          </Button>
          <Button className="btn" onPress={forget}>
            Bỏ {waiting} việc chưa gửi
          </Button>
        </div>
      </div>
    );
  return (
    <p className="save-state" role="status">
      {saving.state === 'failed' && `▲ Đang chờ mạng, chưa mất gì (${waiting} việc giữ trên máy này)`}
      {saving.state === 'sending' && '◐ Đang gửi…'}
      {saving.state === 'saved' && `● Đã gửi lúc ${sayClock(saving.at)}`}
      {saving.state === 'quiet' && '● Ghi được cả khi mất mạng; có mạng thì tự gửi'}
    </p>
  );
}
