import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeSettingView } from '../../../src/assignment/remind/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { noticeSetting, noticesApi } from './api.ts';

/** Thư nhắc việc: my own switch, and what is in the way of letters. */
export function MailPanel() {
  const { data } = useQuery(noticeSetting());
  const set = useSetMail();
  return (
    <section className="card panel" aria-labelledby="notice-mail">
      <h2 id="notice-mail">Thư nhắc việc</h2>
      {data && (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={data.mail}
              disabled={set.isPending}
              onChange={({ target }) => set.mutate(target.checked)}
            />
            <span>Gửi cho tôi mỗi ngày làm việc nhiều nhất một thư gộp các việc cần chú ý</span>
          </label>
          <p>{sayObstacle(data)}</p>
        </>
      )}
    </section>
  );
}

function sayObstacle({ mail, email, server }: NoticeSettingView): string {
  if (!mail) return 'Đang tắt. Thông báo trong Thang vẫn đến như thường.';
  if (!server) return 'Hệ thống chưa cấu hình máy chủ gửi thư, nên hiện chỉ báo trong Thang.';
  return email === null
    ? 'Tài khoản của anh chị chưa có địa chỉ thư, nên hiện chỉ báo trong Thang. Hãy nhờ người quản trị thêm địa chỉ.'
    : `Thư gửi tới ${email} vào đầu buổi sáng, gồm cả việc bị trả lại, gia hạn, vướng mắc từ hôm trước. Người theo dõi nhắc riêng thì thư đi ngay.`;
}

function useSetMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: noticesApi.setMail,
    onSuccess: (setting) => {
      client.setQueryData(noticeSetting().queryKey, setting);
      say(setting.mail ? 'Đã bật thư nhắc việc.' : 'Đã tắt thư nhắc việc.');
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}
