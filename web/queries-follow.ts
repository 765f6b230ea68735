import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Role } from '../src/people/model.ts';
import type { Session } from '../src/people/views.ts';
import { type Days, type Desk, followApi, type Narrowing } from './api-follow.ts';

/** What the screens of following ask for. Keys begin with "work", so that whoever acts lets go of them too. */

export const heatMap = (asked: Days & Narrowing) =>
  queryOptions({
    queryKey: ['work', 'heat-map', asked],
    queryFn: ({ signal }) => followApi.heatMap(asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const oneDesk = (role: Desk, asked: Days & { agency?: string | undefined }) =>
  queryOptions({ queryKey: ['work', 'desk', role, asked], queryFn: () => followApi.desk(role, asked) });

export const headDesk = (days: Days) =>
  queryOptions({ queryKey: ['work', 'heads', days], queryFn: () => followApi.heads(days) });

export const unitWork = (id: string, days: Days) =>
  queryOptions({ queryKey: ['work', 'unit', id, days], queryFn: () => followApi.unit(id, days) });

export const pastReminders = (occurrence: string) =>
  queryOptions({
    queryKey: ['work', 'reminders', occurrence],
    queryFn: async () => (await followApi.reminders(occurrence)).reminders,
  });

/** What waits for an answer of whoever may extend; others have no such desk. */
export const askedExtensions = () =>
  queryOptions({ queryKey: ['work', 'extensions'], queryFn: followApi.extensions, refetchInterval: 300_000 });

export const maySteer = (session: Session | undefined): boolean =>
  session?.may.includes('Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc') ?? false;

const following: readonly Role[] = ['leader', 'monitor', 'inspector', 'supervisor'];

/** Whether somebody's day is made of the work of others alone: they neither review plans nor have a unit's work. */
export const followsOnly = (session: Session | undefined): boolean =>
  session !== undefined && session.roles.length > 0 && session.roles.every(({ role }) => following.includes(role));

/** Two hundred at a time. */
export const itemList = (asked: Days & Narrowing & { q?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['work', 'items', asked],
    queryFn: ({ pageParam }) => followApi.items({ ...asked, ...(pageParam > 0 && { after: String(pageParam) }) }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const got = pages.reduce((sum, { items }) => sum + items.length, 0);
      return got < last.total && last.items.length > 0 ? got : undefined;
    },
    placeholderData: keepPreviousData,
  });
