import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Scene } from '../../components/Scene.tsx';
import { unreadCount } from './api.ts';
import { FeedPanel } from './FeedPanel.tsx';
import { MailPanel } from './MailPanel.tsx';
import { NoticeFeed } from './NoticeFeed.tsx';

const route = getRouteApi('/thong-bao');

/** Thông báo: what I was told, and how I want to be told. */
export function NotificationsScene() {
  const unread = route.useSearch().xem === 'chua-doc';
  const count = useQuery(unreadCount()).data?.unread;
  return (
    <Scene
      title="Thông báo"
      sub={
        count === undefined
          ? undefined
          : count === 0
            ? 'Đã đọc hết. Việc được nhắc ba lần trước hạn; quá hạn thì báo tiếp lên người đứng đầu. Số ngày đặt ở Lịch làm việc.'
            : `${sayNumber(count)} thông báo chưa đọc.`
      }
    >
      <div className="notices-page">
        <div>
          <nav className="filters" aria-label="Lọc thông báo">
            <Link
              to="/thong-bao"
              className={unread ? 'chip' : 'chip on'}
              activeOptions={{ exact: true }}
              aria-current={unread ? undefined : 'page'}
            >
              Tất cả
            </Link>
            <Link
              to="/thong-bao"
              search={{ xem: 'chua-doc' }}
              className={unread ? 'chip on' : 'chip'}
              aria-current={unread ? 'page' : undefined}
            >
              Chưa đọc
            </Link>
          </nav>
          <NoticeFeed unread={unread} />
        </div>
        <aside aria-label="Cách nhận thông báo">
          <MailPanel />
          <FeedPanel />
        </aside>
      </div>
    </Scene>
  );
}
