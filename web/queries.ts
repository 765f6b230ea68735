import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, getSession } from './api.ts';

/** What the screens ask for, each with the key it is remembered under. */

export const currentSession = () => queryOptions({ queryKey: ['session'], queryFn: getSession, staleTime: Infinity });

export const planList = (filters: { q?: string; status?: string; removed?: boolean }) =>
  queryOptions({
    queryKey: ['plans', 'list', filters],
    queryFn: ({ signal }) => api.listPlans(filters, signal),
    placeholderData: keepPreviousData,
  });

export const onePlan = (id: string) => queryOptions({ queryKey: ['plans', id], queryFn: () => api.getPlan(id) });

/** A version's document never changes: it is the file as it came. Waits until the version is known. */
export const planDocument = (id: string, version: number | undefined) =>
  queryOptions({
    queryKey: ['documents', id, version],
    queryFn: () => api.getDocument(id, version),
    enabled: version !== undefined,
    staleTime: Infinity,
  });

/** All confirmed tasks at once: five thousand are a few megabytes, and filtering them here never waits. */
export const allTasks = () =>
  queryOptions({ queryKey: ['tasks', 'all'], queryFn: ({ signal }) => api.listTasks({}, signal) });

export const foundTasks = (q: string) =>
  queryOptions({
    queryKey: ['tasks', 'found', q],
    queryFn: ({ signal }) => api.listTasks({ q }, signal),
    placeholderData: keepPreviousData,
  });

export const oneTask = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: () => api.getTask(id) });

/** This plan's draft beside another file of it. The draft may have changed since: asked for anew each time. */
export const planComparison = (id: string, other: string) =>
  queryOptions({
    queryKey: ['comparisons', id, other],
    queryFn: () => api.compare(id, other),
    enabled: other !== '',
    staleTime: 0,
  });

/** What confirmed corrections have taught; `removed` for those taken away. */
export const lessonList = (removed: boolean) =>
  queryOptions({ queryKey: ['lessons', removed], queryFn: () => api.listLessons(removed) });

export const frameworks = () =>
  queryOptions({ queryKey: ['frameworks'], queryFn: api.listFrameworks, staleTime: Infinity });
