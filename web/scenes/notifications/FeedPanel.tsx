import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { FeedView } from '../../../src/assignment/remind/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { noticesApi, ownFeed } from './api.ts';

/** Lịch trên điện thoại, máy tính: a secret address for a calendar program, shown once, renewed or withdrawn. */
export function FeedPanel() {
  const { data: feed } = useQuery(ownFeed());
  const [alarm, setAlarm] = useState<boolean | null>(null);
  const { renew, revoke, busy } = useFeedSteps();
  if (!feed) return null;
  const wanted = alarm ?? feed.alarm;
  return (
    <section className="card panel" aria-labelledby="notice-feed">
      <h2 id="notice-feed">Lịch trên điện thoại, máy tính</h2>
      <p>
        Mỗi ngày có việc đến hạn của đơn vị là một mục trong ứng dụng lịch (Google, Apple, Outlook…) và tự cập nhật khi
        hạn thay đổi. Ai có địa chỉ này đều xem được lịch, nên chỉ dùng cho riêng mình.
      </p>
      {feed.address ? <Address address={feed.address} /> : <p>{sayState(feed)}</p>}
      <label className="check">
        <input type="checkbox" checked={wanted} onChange={({ target }) => setAlarm(target.checked)} />
        <span>Ứng dụng lịch báo trước 1 ngày</span>
      </label>
      <div className="row">
        <Button className="btn" isDisabled={busy} onPress={() => renew.mutate(wanted)}>
          {feed.open ? 'Tạo địa chỉ mới, bỏ địa chỉ cũ' : 'Tạo địa chỉ lịch'}
        </Button>
        {feed.open && (
          <Button className="btn" isDisabled={busy} onPress={() => revoke.mutate()}>
            Thu hồi địa chỉ
          </Button>
        )}
      </div>
    </section>
  );
}

function sayState({ open, createdAt, fetchedAt }: FeedView): string {
  if (!open || createdAt === null) return 'Chưa có địa chỉ lịch nào đang dùng.';
  const used = fetchedAt === null ? 'chưa ứng dụng nào tải' : `được tải gần nhất lúc ${sayMoment(fetchedAt)}`;
  return `Đang dùng một địa chỉ tạo lúc ${sayMoment(createdAt)}, ${used}. Địa chỉ chỉ hiện một lần khi tạo.`;
}

function Address({ address }: { address: string }) {
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => say('Đã chép địa chỉ lịch.'),
      () => say('Chưa chép được. Hãy chọn địa chỉ rồi nhấn Ctrl C.', { tone: 'late' }),
    );
  return (
    <div className="handed-link" role="status">
      <p>Địa chỉ lịch, chỉ hiện lần này. Hãy dán vào mục “Thêm lịch bằng địa chỉ” của ứng dụng lịch.</p>
      <input
        className="input"
        readOnly
        aria-label="Địa chỉ lịch"
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <div className="row">
        <Button className="btn small" onPress={() => void copy()}>
          Chép địa chỉ
        </Button>
      </div>
    </div>
  );
}

function useFeedSteps() {
  const client = useQueryClient();
  const keep = (feed: FeedView) => client.setQueryData(ownFeed().queryKey, feed);
  const onError = (error: Error) => say(toProblem(error).message, { tone: 'late' });
  const renew = useMutation({ mutationFn: noticesApi.renewFeed, onSuccess: keep, onError });
  const revoke = useMutation({
    mutationFn: noticesApi.revokeFeed,
    onSuccess: (feed) => {
      keep(feed);
      say('Đã thu hồi: địa chỉ cũ không tải được lịch nữa.');
    },
    onError,
  });
  return { renew, revoke, busy: renew.isPending || revoke.isPending };
}
