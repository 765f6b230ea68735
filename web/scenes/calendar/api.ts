import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CalendarEntry, CalendarPreview, CalendarView } from '../../../src/calendar/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for the working calendar. */

const ofYear = (year: number): string => queryString({ year: String(year) });

export const calendarApi = {
  preview: (year: number, entry: CalendarEntry) =>
    request<CalendarPreview>('POST', `/calendar/preview${ofYear(year)}`, entry),
  change: (year: number, seq: number, entry: CalendarEntry) =>
    request<{ moved: number; calendar: CalendarView }>('POST', `/calendar${ofYear(year)}`, { seq, entry }),
  settle: (seq: number, what: 'retry' | 'give-up') =>
    request<CalendarView>('POST', '/calendar/moving', { seq, do: what }),
};

/** Without a year the server answers with this one. */
export const calendarOf = (year: number | undefined) =>
  queryOptions({
    queryKey: ['calendar', year ?? 'now'],
    queryFn: () => request<CalendarView>('GET', `/calendar${queryString({ year: year?.toString() })}`),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.moving ? (data.moving.failed ? 5_000 : 700) : false),
  });
