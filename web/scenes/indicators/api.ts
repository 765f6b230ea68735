import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Definition } from '../../../src/report/indicator/model.ts';
import type {
  HistoryView,
  ImportPreviewView,
  ImportsView,
  IndicatorDetailView,
  IndicatorsView,
  ProposalsView,
  SavedCellsView,
  SentCells,
  SentImport,
  UnitSheetView,
} from '../../../src/report/indicator/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for indicators. Keys begin with "work", "indicators": reports read the same figures. */

export const enterSentence =
  'Cán bộ, thủ trưởng, đơn vị chủ trì và cơ quan thường trực nhập được số liệu chỉ tiêu trong phạm vi của mình';

const one = (id: string): string => `/indicators/${encodeURIComponent(id)}`;
type Chosen = { id: string; itemId: string; targetNo: number; definition: Definition };

export const indicatorApi = {
  state: (sent: SentCells) => request<SavedCellsView>('PATCH', '/indicators/values', sent),
  make: (id: string, definition: Definition, itemId: string | null) =>
    request<IndicatorDetailView>('POST', '/indicators', { id, itemId, definition }),
  /** without a task it stays tied as it is */
  change: (id: string, rev: number, definition: Definition, itemId?: string | null) =>
    request<IndicatorDetailView>('PUT', one(id), { rev, definition, ...(itemId !== undefined && { itemId }) }),
  end: (id: string, verb: 'retire' | 'restore') => request<IndicatorDetailView>('POST', `${one(id)}/${verb}`, {}),
  fromPlan: (planId: string, chosen: Chosen[]) =>
    request<{ made: number }>('POST', '/indicators/from-plan', { planId, chosen }),
  read: (file: File, sent: SentImport, taking: boolean) => {
    const form = new FormData();
    form.append('import', JSON.stringify(sent));
    form.append('file', file);
    return request<ImportPreviewView>('POST', `/indicator-imports${taking ? '' : '/preview'}`, form);
  },
  undoImport: (id: string) =>
    request<{ figures: number }>('POST', `/indicator-imports/${encodeURIComponent(id)}/undo`, {}),
};

export const registerUrl = (month: string, plan: string | undefined): string =>
  `/api/indicators/register.xlsx${queryString({ year: month.slice(0, 4), plan })}`;

const all = ['work', 'indicators'] as const;
export const everyIndicator = { queryKey: ['work'] };

export const indicatorList = (filters: { month?: string | undefined; plan?: string | undefined; retired?: boolean }) =>
  queryOptions({
    queryKey: [...all, 'list', filters],
    queryFn: () => request<IndicatorsView>('GET', `/indicators${queryString(filters)}`),
    placeholderData: keepPreviousData,
  });

export const oneIndicator = (id: string, year: number | undefined) =>
  queryOptions({
    queryKey: [...all, 'one', id, year],
    queryFn: () => request<IndicatorDetailView>('GET', `${one(id)}${queryString({ year: year?.toString() })}`),
    placeholderData: keepPreviousData,
  });

export const cellHistory = (id: string, agency: string, period: string) =>
  queryOptions({
    queryKey: [...all, 'history', id, agency, period],
    queryFn: () => request<HistoryView>('GET', `${one(id)}/history${queryString({ agency, period })}`),
  });

export const unitSheet = (agency: string, month: string) =>
  queryOptions({
    queryKey: [...all, 'sheet', agency, month],
    queryFn: () => request<UnitSheetView>('GET', `/indicators/sheet${queryString({ agency, month })}`),
  });

export const proposals = (plan: string) =>
  queryOptions({
    queryKey: [...all, 'proposals', plan],
    queryFn: () => request<ProposalsView>('GET', `/indicators/proposals${queryString({ plan })}`),
  });

export const pastImports = () =>
  queryOptions({
    queryKey: [...all, 'imports'],
    queryFn: () => request<ImportsView>('GET', '/indicator-imports'),
  });
