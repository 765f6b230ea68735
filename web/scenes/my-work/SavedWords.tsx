import { useCell } from '../../state/use.ts';
import { sayClock } from '../../words/time.ts';
import type { ConcreteSender } from './concreteSender.ts';

/** Whether what was changed is with the server, and what can be done where it is not. */
export function SavedWords({ sender }: { sender: ConcreteSender }) {
  const saving = useCell(sender.saving);
  return (
    <span className={saving.state === 'failed' ? 'form-error' : 'muted'} role="status">
      {saving.state === 'sending' && 'Đang lưu…'}
      {saving.state === 'saved' && `Đã lưu lúc ${sayClock(saving.at)}`}
      {saving.state === 'failed' && (
        <>
          ▲ Chưa lưu được, vẫn giữ trên máy này.{' '}
          {saving.why.status === 0 ? 'Khi có mạng sẽ tự gửi.' : saving.why.message}{' '}
          <button type="button" className="link" onClick={() => void sender.flush()}>
            Lưu lại
          </button>
          {saving.why.status !== 0 && (
            <button type="button" className="link" onClick={sender.forget}>
              Bỏ thay đổi chưa lưu
            </button>
          )}
        </>
      )}
    </span>
  );
}
