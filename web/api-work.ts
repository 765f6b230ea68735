import type { Static } from 'typebox';
import type { ReceiversView } from '../src/assignment/difficulty/views.ts';
import type { Act, DifficultyAct } from '../src/assignment/model.ts';
import type {
  AssignmentDetailView,
  DifficultyDetailView,
  DifficultyListView,
  IssueView,
  ItemDetailView,
  MyWorkView,
  RolesView,
  ServableView,
  TakenView,
} from '../src/assignment/views.ts';
import type { WithdrawalView } from '../src/assignment/withdrawal/views.ts';
import { queryString, request } from './api.ts';
import { inPortions } from './api-portions.ts';

/** The way to the server for issuing plans, my work and difficulties. */

export type Owed = MyWorkView['owed'][number];
export type Item = MyWorkView['items'][number];
export type AssignmentDetail = Static<typeof AssignmentDetailView>;
export type HistoryEntry = AssignmentDetail['history'][number];

export type Taken = Static<typeof TakenView>;
export type Servable = Static<typeof ServableView>;
export type DifficultyList = Static<typeof DifficultyListView>;
export type DifficultyDetail = Static<typeof DifficultyDetailView>;
export type ItemDetail = Static<typeof ItemDetailView>;

/** An act under an id made here: sent again after a lost line it counts once. */
export type SentAct = { id: string; assignmentId: string; occurrenceId: string | null; act: Act };
export type Raised = {
  id: string;
  itemId: string;
  assignmentId: string | null;
  agencyId: string;
  text: string;
  toAgencyId: string | null;
  answerBy: string | null;
};

const plan = (id: string): string => `/plans/${encodeURIComponent(id)}/issue`;
const assignment = (id: string): string => `/assignments/${encodeURIComponent(id)}`;
const difficulty = (id: string): string => `/difficulties/${encodeURIComponent(id)}`;

export const workApi = {
  /** `owedFrom`: a day, 'all' for the whole year, nothing for what is usual */
  preview: (planId: string, owedFrom?: string) =>
    request<IssueView>('GET', `${plan(planId)}${queryString({ owedFrom })}`),
  /** `replaced`: the issued plan it takes the place of, and from which day */
  issue: (planId: string, owedFrom: string, replaced?: { supersedes: string; day: string }) =>
    request<IssueView>('POST', plan(planId), { owedFrom, ...replaced }),
  withdrawal: (planId: string) => request<WithdrawalView>('GET', `${plan(planId)}/withdrawal`),
  withdraw: (planId: string, reason: string) =>
    request<WithdrawalView>('POST', `${plan(planId)}/withdrawal`, { reason }),
  mine: (agency?: string) => request<MyWorkView>('GET', `/my-work${queryString({ agency })}`),
  roles: () => request<RolesView>('GET', '/my-work/roles'),
  /** `skipRefused`: what cannot be done is left out and told of, instead of stopping all */
  act: (acts: readonly SentAct[], skipRefused: boolean) =>
    inPortions(acts, (portion) => request<Taken>('POST', '/assignments/acts', { acts: portion, skipRefused })),
  assignment: (id: string) => request<AssignmentDetail>('GET', assignment(id)),
  servable: (occurrence: string) => request<Servable>('GET', `/occurrences/${encodeURIComponent(occurrence)}/servable`),
  item: (id: string) => request<ItemDetail>('GET', `/work-items/${encodeURIComponent(id)}`),
  receivers: (item: string, agency: string) =>
    request<ReceiversView>('GET', `/work-items/${encodeURIComponent(item)}/receivers${queryString({ agency })}`),
  difficulties: (status?: string) => request<DifficultyList>('GET', `/difficulties${queryString({ status })}`),
  difficulty: (id: string) => request<DifficultyDetail>('GET', difficulty(id)),
  raise: (raised: Raised) => request<DifficultyDetail>('POST', '/difficulties', raised),
  actOnDifficulty: (id: string, act: { id: string; act: DifficultyAct }) =>
    request<DifficultyDetail>('POST', `${difficulty(id)}/acts`, act),
};
