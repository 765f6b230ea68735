import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  GatheringView,
  MyPartsView,
  SentGatheringAct,
  SentTextsView,
} from '../../../src/report/consolidated/views.ts';
import type { SentField } from '../../../src/report/content/model.ts';
import type { DutyAct, ReportAct } from '../../../src/report/model.ts';
import type { RegimeChoice } from '../../../src/report/regime/model.ts';
import type { RegimePreviewView, RegimeView } from '../../../src/report/regime/views.ts';
import type { RoundAct } from '../../../src/report/round/model.ts';
import type { TakenInView } from '../../../src/report/sheet/views.ts';
import type {
  ConsolidationView,
  ReportDetailView,
  ReportsView,
  RoundDetailView,
  RoundsView,
  SavedFieldsView,
  VersionsView,
} from '../../../src/report/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for reports. Keys begin with "work": what is sent settles work, and what settles work fills reports. */

const one = (id: string): string => `/reports/${encodeURIComponent(id)}`;

export type Which = { plan: string; round: string };
/** A consolidated report: without an agency, that of the office that gathers all. */
export type WhichText = Which & { scope?: 'lead'; agency?: string };
export type Sent<A> = { id: string; act: A };
export type UnitAct = Extract<ReportAct, { kind: 'submit' | 'recall' | 'send-back' | 'send' | 'correct' }>;
export type DutyAskedAct = Exclude<DutyAct, { kind: 'add' | 'unmove' }>;
export type DutyOfUnit = Sent<Exclude<DutyAct, { kind: 'add' }>> & { report: string };
export type AddedUnits = { agencyIds: readonly string[]; reason: string; due: string | null };
export type ReceiverAct = Extract<ReportAct, { kind: 'receive' | 'return' | 'grant' }>;

export const reportApi = {
  save: (id: string, fields: readonly SentField[]) =>
    request<SavedFieldsView>('PATCH', `${one(id)}/fields`, { fields }),
  act: (id: string, sent: Sent<UnitAct>) => request<ReportDetailView>('POST', `${one(id)}/acts`, sent),
  receiving: (id: string, sent: Sent<ReceiverAct>) => request<ReportDetailView>('POST', `${one(id)}/receiving`, sent),
  saveText: (which: WhichText, fields: readonly SentField[]) =>
    request<SavedFieldsView>('PATCH', '/consolidated-reports/fields', { which, fields }),
  actOnText: (which: WhichText, sent: SentGatheringAct) =>
    request<GatheringView>('POST', '/consolidated-reports/acts', { which, sent }),
  /** what a filled-in workbook would change; nothing is changed by it */
  readSheet: (id: string, file: File) => {
    const form = new FormData();
    form.append('file', file);
    return request<TakenInView>('POST', `${one(id)}/sheet`, form);
  },
  regime: (year: number, choice: RegimeChoice) => request<RegimeView>('PUT', '/report-regime', { year, choice }),
  duty: (id: string, sent: Sent<DutyAskedAct>) => request<ReportDetailView>('POST', `${one(id)}/duty`, sent),
  addUnits: ({ plan, round }: Which, added: AddedUnits) =>
    request<RoundDetailView>('POST', '/report-rounds/units', { planId: plan, round, ...added }),
  /** about several units at once */
  duties: ({ plan, round }: Which, acts: readonly DutyOfUnit[]) =>
    request<RoundDetailView>('POST', '/report-rounds/duties', { planId: plan, round, acts }),
  actOnRound: ({ plan, round }: Which, { id, act }: Sent<RoundAct>) =>
    request<RoundDetailView>('POST', '/report-rounds/acts', { id, planId: plan, round, act }),
};

const all = ['work', 'reports'] as const;
export const everyReport = { queryKey: all };

export const myReports = (year: number) =>
  queryOptions({
    queryKey: [...all, 'mine', year],
    queryFn: () => request<ReportsView>('GET', `/reports${queryString({ year: String(year) })}`),
    placeholderData: keepPreviousData,
  });

export const oneReport = (id: string) =>
  queryOptions({
    queryKey: [...all, 'one', id],
    queryFn: () => request<ReportDetailView>('GET', one(id)),
    // Two may write at once: what the other saved is seen soon.
    refetchInterval: 20_000,
  });

export const allRounds = (year: number) =>
  queryOptions({
    queryKey: [...all, 'rounds', year],
    queryFn: () => request<RoundsView>('GET', `/report-rounds${queryString({ year: String(year) })}`),
    placeholderData: keepPreviousData,
  });

export const oneRound = (which: Which) =>
  queryOptions({
    queryKey: [...all, 'round', which],
    queryFn: () => request<RoundDetailView>('GET', `/report-rounds/one${queryString(which)}`),
    // Who reports is followed live on the day it is due.
    refetchInterval: 30_000,
  });

/** `as`: "now", or an earlier version by its place in the log; without, what was approved where that stands. */
export const roundSums = (which: WhichText & { as?: string }) =>
  queryOptions({
    queryKey: [...all, 'sums', which],
    queryFn: () => request<ConsolidationView>('GET', `/report-rounds/consolidation${queryString(which)}`),
  });

export const sentTexts = (which: WhichText) =>
  queryOptions({
    queryKey: [...all, 'sent-texts', which],
    queryFn: () => request<SentTextsView>('GET', `/consolidated-reports/versions${queryString(which)}`),
  });

export const roundText = (which: WhichText) =>
  queryOptions({
    queryKey: [...all, 'text', which],
    queryFn: () => request<GatheringView>('GET', `/consolidated-reports/one${queryString(which)}`),
    // Reports come while the text is written, and two may write it: what is new is seen soon.
    refetchInterval: 30_000,
  });

export const myParts = (year: number) =>
  queryOptions({
    queryKey: [...all, 'parts', year],
    queryFn: () => request<MyPartsView>('GET', `/consolidated-reports${queryString({ year: String(year) })}`),
    placeholderData: keepPreviousData,
  });

export const versionsOf = (id: string) =>
  queryOptions({
    queryKey: [...all, 'versions', id],
    queryFn: () => request<VersionsView>('GET', `${one(id)}/versions`),
  });

export const regimeOf = (year: number) =>
  queryOptions({
    queryKey: [...all, 'regime', year],
    queryFn: () => request<RegimeView>('GET', `/report-regime${queryString({ year: String(year) })}`),
  });

export const regimePreview = (year: number, choice: RegimeChoice) =>
  queryOptions({
    queryKey: [...all, 'regime', year, choice],
    queryFn: () => request<RegimePreviewView>('POST', '/report-regime/preview', { year, choice }),
    placeholderData: keepPreviousData,
  });
