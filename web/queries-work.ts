import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Role } from '../src/people/model.ts';
import type { Session } from '../src/people/views.ts';
import { api } from './api.ts';
import { workApi } from './api-work.ts';

/** What the screens of issued plans ask for. All keys begin with "work": whoever acts lets go of all of them at once. */

export const issuePreview = (planId: string, owedFrom?: string) =>
  queryOptions({
    queryKey: ['work', 'issue', planId, owedFrom ?? null],
    queryFn: () => workApi.preview(planId, owedFrom),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Whether what was issued of a plan can be taken back, and what has been. */
export const issueWithdrawal = (planId: string) =>
  queryOptions({ queryKey: ['work', 'withdrawal', planId], queryFn: () => workApi.withdrawal(planId) });

export const myWork = (agency?: string) =>
  queryOptions({
    queryKey: ['work', 'mine', agency ?? null],
    queryFn: () => workApi.mine(agency),
    placeholderData: keepPreviousData,
    refetchInterval: 300_000,
  });

export const myRoles = () => queryOptions({ queryKey: ['work', 'roles'], queryFn: workApi.roles });

export const oneAssignment = (id: string) =>
  queryOptions({ queryKey: ['work', 'assignment', id], queryFn: () => workApi.assignment(id) });

export const servableBy = (occurrence: string) =>
  queryOptions({ queryKey: ['work', 'servable', occurrence], queryFn: () => workApi.servable(occurrence) });

export const oneItem = (id: string) =>
  queryOptions({ queryKey: ['work', 'item', id], queryFn: () => workApi.item(id) });

export const difficultyList = () =>
  queryOptions({ queryKey: ['work', 'difficulties'], queryFn: () => workApi.difficulties() });

export const oneDifficulty = (id: string) =>
  queryOptions({ queryKey: ['work', 'difficulty', id], queryFn: () => workApi.difficulty(id) });

/** Who can answer a unit's difficulty with a task, the likeliest first. */
export const receiversOf = (item: string, agency: string) =>
  queryOptions({
    queryKey: ['work', 'receivers', item, agency],
    queryFn: () => workApi.receivers(item, agency),
    staleTime: 300_000,
  });

/** The tasks of a plan as printed: they tell who leads. */
export const planTasks = (plan: string) =>
  queryOptions({
    queryKey: ['tasks', 'plan', plan],
    queryFn: async () => (await api.listTasks({ plan })).tasks,
    staleTime: 300_000,
  });

const ofAUnit: readonly Role[] = ['officer', 'head', 'lead'];

/**
 * Whether somebody's day is made of a unit's own work: they begin there, and its number stands in the navigation. Who leads for
 * a department also owes what it leads.
 */
export const hasOwnWork = (session: Pick<Session, 'roles'> | undefined): boolean =>
  session?.roles.some(({ role, agencies }) => ofAUnit.includes(role) && agencies !== 'all') ?? false;
