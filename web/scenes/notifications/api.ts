import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { FeedView, NoticeList, NoticeSettingView } from '../../../src/assignment/remind/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for what I am told and my calendar. All keys begin with "notices". */

export const noticesApi = {
  list: (filters: { unread?: boolean; before?: string }) =>
    request<NoticeList>('GET', `/notifications${queryString(filters)}`),
  mark: (id: string, read: boolean) => request<void>('PATCH', `/notifications/${encodeURIComponent(id)}`, { read }),
  markAll: (until: string) => request<void>('POST', '/notifications/read', { until }),
  setMail: (mail: boolean) => request<NoticeSettingView>('PATCH', '/notifications/setting', { mail }),
  renewFeed: (alarm: boolean) => request<FeedView>('POST', '/feed', { alarm }),
  revokeFeed: () => request<FeedView>('DELETE', '/feed'),
};

/** A minute is soon enough for the bell. */
export const unreadCount = () =>
  queryOptions({
    queryKey: ['notices', 'count'],
    queryFn: () => request<{ unread: number }>('GET', '/notifications/count'),
    refetchInterval: 60_000,
  });

/** Page by page, the older ones asked for when they are wanted. */
export const noticeList = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unread],
    queryFn: ({ pageParam }) => noticesApi.list({ unread, ...(pageParam && { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.notices.at(-1)?.at : undefined),
  });

export const noticeSetting = () =>
  queryOptions({
    queryKey: ['notices', 'setting'],
    queryFn: () => request<NoticeSettingView>('GET', '/notifications/setting'),
  });

export const ownFeed = () =>
  queryOptions({ queryKey: ['notices', 'feed'], queryFn: () => request<FeedView>('GET', '/feed') });
