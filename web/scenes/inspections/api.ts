import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InspectionAct, Planned, UnitAct } from '../../../src/report/inspection/model.ts';
import type {
  ActedInspectionView,
  InspectionCountView,
  InspectionDetailView,
  InspectionsView,
} from '../../../src/report/inspection/views.ts';
import { queryString, request } from '../../api.ts';
import { daysOf, type PeriodName } from './search.ts';

/** The way to the server for inspections. Keys begin with "work", so that added evidence lets go of them too. */

export const inspectSentence = 'Người kiểm tra và người giám sát lập, ghi được cuộc kiểm tra trong phạm vi của mình';
export const seeSentence = 'Cán bộ xem được cuộc kiểm tra về đơn vị trong phạm vi của mình';

export type SentAct = { id: string; act: InspectionAct };

/** Inspections of several units planned at once, each under an id made here: sent again after a lost line it counts once. */
type SentInspections = { units: readonly { id: string; agencyId: string }[]; planned: Planned };

const one = (id: string): string => `/inspections/${encodeURIComponent(id)}`;

export const inspectionApi = {
  plan: (sent: SentInspections) => request<{ added: number }>('POST', '/inspections', sent),
  act: (id: string, acts: readonly SentAct[]) => request<ActedInspectionView>('POST', `${one(id)}/acts`, { acts }),
  remedy: (id: string, sent: { id: string; act: UnitAct }) =>
    request<ActedInspectionView>('POST', `${one(id)}/remedies`, sent),
};

const all = ['work', 'inspections'] as const;
export const everyInspection = { queryKey: all };

export const inspectionList = (year: number, period?: PeriodName) =>
  queryOptions({
    queryKey: [...all, 'list', year, period ?? null],
    placeholderData: keepPreviousData,
    queryFn: () =>
      request<InspectionsView>('GET', `/inspections${queryString({ year: `${year}`, ...daysOf(year, period) })}`),
  });

export const oneInspection = (id: string) =>
  queryOptions({
    queryKey: [...all, 'one', id],
    queryFn: () => request<InspectionDetailView>('GET', one(id)),
    // In the field the line comes and goes: what was seen last stays.
    gcTime: 24 * 3_600_000,
  });

export const inspectionCount = () =>
  queryOptions({
    queryKey: [...all, 'count'],
    queryFn: () => request<InspectionCountView>('GET', '/inspections/count'),
    refetchInterval: 300_000,
  });

export const paperUrl = (id: string): string => `/api${one(id)}/paper`;
