import { Button } from 'react-aria-components';
import type { SentLink } from '../../../src/people/views.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';

/** Where a link went: by mail, or into the administrator's hands, who sees it this once. */
export function SentLinkNote({ sent }: { sent: SentLink }) {
  const { link, account, expiresAt } = sent;
  if (link === null)
    return (
      <p className="handed-link" role="status">
        Đã gửi thư tới {account.email}. Liên kết trong thư dùng được một lần, đến {sayMoment(expiresAt)}.
      </p>
    );
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => say('Đã chép liên kết.'),
      () => say('Chưa chép được. Hãy chọn dòng liên kết rồi bấm Ctrl C.', { tone: 'late' }),
    );
  return (
    <div className="handed-link" role="status">
      <p>
        Chưa gửi thư được, hãy tự chuyển liên kết này cho {account.name}, đúng người. Dùng được một lần, đến{' '}
        {sayMoment(expiresAt)}; đóng cửa sổ này là không xem lại được.
      </p>
      <input
        className="input"
        readOnly
        aria-label="Liên kết đặt mật khẩu"
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <div className="row">
        <Button className="btn small" onPress={() => void copy()}>
          Chép liên kết
        </Button>
      </div>
    </div>
  );
}
