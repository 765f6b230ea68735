import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { noticeList, noticesApi } from './api.ts';
import { Notice } from './Notice.tsx';

/** The list itself, in the bell's sheet and on the page. */
export function NoticeFeed({ unread, onGo }: { unread: boolean; onGo?: () => void }) {
  const found = useInfiniteQuery(noticeList(unread));
  const markAll = useMarkAll();
  if (found.isPending) return <Skeleton lines={5} label="Đang tải thông báo" />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const [first] = found.data.pages;
  const notices = found.data.pages.flatMap((page) => page.notices);
  if (!first || notices.length === 0)
    return (
      <EmptyState
        title={unread ? 'Không có thông báo chưa đọc' : 'Chưa có thông báo'}
        text="Việc sắp đến hạn được nhắc ba lần, số ngày đặt ở Lịch làm việc; mỗi ngày làm việc gộp thành một thông báo."
      />
    );
  const [latest] = notices;
  return (
    <div className="notices">
      {first.unread > 0 && latest && (
        <div className="row">
          <Button className="btn small" isDisabled={markAll.isPending} onPress={() => markAll.mutate(latest.at)}>
            Đánh dấu tất cả là đã đọc
          </Button>
        </div>
      )}
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} today={first.today} {...(onGo && { onGo })} />
      ))}
      {found.hasNextPage && (
        <Button className="btn" isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          Xem thông báo cũ hơn
        </Button>
      )}
      <p className="role">Thông báo về việc đã xong được giữ 12 tháng rồi xóa.</p>
    </div>
  );
}

function useMarkAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string) => noticesApi.markAll(until),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}
