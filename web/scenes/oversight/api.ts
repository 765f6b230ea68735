import { queryOptions } from '@tanstack/react-query';
import type { OversightAct, OversightForm, OversightSubject, Stance } from '../../../src/assignment/oversight/model.ts';
import type {
  OversightCountView,
  OversightDetailView,
  OversightListView,
  OversightSubjectsView,
  OversightView,
  ReferenceView,
} from '../../../src/assignment/oversight/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for oversight. Keys begin with "work", so that whoever acts lets go of them too. */

export type Entry = OversightView;
export type EntryList = OversightListView;
export type EntryDetail = OversightDetailView;
export type Reference = ReferenceView;

/** An entry under an id made here: sent again after a lost line it counts once. */
export type Recorded = {
  id: string;
  agencyId: string;
  about: OversightSubject;
  itemId: string | null;
  index: string | null;
  dimension: string | null;
  component: string | null;
  day: string;
  form: OversightForm;
  participants: string | null;
  seen: string;
  recommendation: string | null;
  wishedBy: string | null;
  references: readonly Reference[];
};
export type Answered = { kind: 'answer'; stance: Stance; text: string; references: readonly Reference[] };
export type FollowUp = Extract<OversightAct, { kind: 'judge' | 'withdraw' }>;

export const maySentence = 'Người giám sát và người kiểm tra ghi nhận được giám sát trong phạm vi của mình';
export const answerSentence = 'Đơn vị được giám sát tiếp thu, giải trình được về đơn vị mình';

const one = (id: string): string => `/oversight/${encodeURIComponent(id)}`;

export const oversightApi = {
  record: (recorded: Recorded) => request<EntryDetail>('POST', '/oversight', recorded),
  answer: (id: string, sent: { id: string; act: Answered }) => request<EntryDetail>('POST', `${one(id)}/answers`, sent),
  followUp: (id: string, sent: { id: string; act: FollowUp }) =>
    request<EntryDetail>('POST', `${one(id)}/follow-up`, sent),
};

const all = ['work', 'oversight'] as const;

export const entryList = (about: { agency?: string; item?: string } = {}) =>
  queryOptions({
    queryKey: [...all, 'list', about],
    queryFn: () => request<EntryList>('GET', `/oversight${queryString(about)}`),
  });

export const oneEntry = (id: string) =>
  queryOptions({ queryKey: [...all, 'one', id], queryFn: () => request<EntryDetail>('GET', one(id)) });

export const entryCount = () =>
  queryOptions({
    queryKey: [...all, 'count'],
    queryFn: () => request<OversightCountView>('GET', '/oversight/count'),
    refetchInterval: 300_000,
  });

/** What of a unit may be overseen beside the unit as a whole. */
export const subjectsOf = (agency: string) =>
  queryOptions({
    queryKey: [...all, 'subjects', agency],
    queryFn: async () =>
      (await request<OversightSubjectsView>('GET', `/oversight/subjects${queryString({ agency })}`)).items,
  });
export type Subject = OversightSubjectsView['items'][number];

export const everyEntry = { queryKey: all };
