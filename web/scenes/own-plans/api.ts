import { queryOptions } from '@tanstack/react-query';
import type { CascadeView, MothersView } from '../../../src/publish/cascade/views.ts';
import type { SentEdit, TaskLink } from '../../../src/publish/own-plan/model.ts';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { queryString, request, sendForm } from '../../api.ts';

/** The way to the server for units' own plans. Keys begin with "work": an issued one is work that is owed. */

export type Which = { plan: string; agency: string };
export type Issuing = {
  number: string;
  date: string;
  seq: number;
  file: { childId: string; links: TaskLink[] } | null;
};

const planPath = (plan: string): string => `/plans/${encodeURIComponent(plan)}`;
const own = ({ plan, agency }: Which): string => `${planPath(plan)}/own-plans/${encodeURIComponent(agency)}`;

export const ownPlanApi = {
  save: (which: Which, edits: readonly SentEdit[], days: number) =>
    request<OwnPlanView>('POST', `${own(which)}/edits`, { edits, days }),
  setDays: (which: Which, days: number) => request<OwnPlanView>('PUT', `${own(which)}/days`, { days }),
  issue: (which: Which, issuing: Issuing) => request<OwnPlanView>('POST', `${own(which)}/issue`, issuing),
  bringFile: (which: Which, file: File, sending: Parameters<typeof sendForm>[2]) => {
    const form = new FormData();
    form.append('file', file);
    return sendForm<OwnPlanView>(`${own(which)}/file`, form, sending);
  },
  dropFile: (which: Which) => request<OwnPlanView>('DELETE', `${own(which)}/file`),
  note: (which: Which, number: string, date: string) => request<void>('PUT', `${own(which)}/noted`, { number, date }),
  forget: (which: Which) => request<void>('DELETE', `${own(which)}/noted`),
  setDay: (plan: string, due: string, ground: string | null) =>
    request<void>('PUT', `${planPath(plan)}/own-plan-day`, { due, ground }),
};

const all = ['work', 'own-plans'] as const;
export const everyOwnPlan = { queryKey: all };

export const motherPlans = () =>
  queryOptions({
    queryKey: [...all, 'plans'],
    queryFn: async () => (await request<MothersView>('GET', '/own-plans')).plans,
  });

export const ownRegister = (plan: string) =>
  queryOptions({
    queryKey: [...all, plan],
    queryFn: () => request<CascadeView>('GET', `${planPath(plan)}/cascade`),
  });

export const oneOwnPlan = (which: Which, days: number | undefined) =>
  queryOptions({
    queryKey: [...all, which.plan, which.agency],
    queryFn: () => request<OwnPlanView>('GET', `${own(which)}${queryString({ days: days?.toString() })}`),
    // Two may write at once: what the other saved is seen soon.
    refetchInterval: 20_000,
  });

export const paperHref = ({ plan, agency }: Which, days: number): string =>
  `/api${planPath(plan)}/cascade/paper${queryString({ agency, days: String(days) })}`;
export const registerHref = (plan: string): string => `/api${planPath(plan)}/cascade/register`;
export const papersPath = (plan: string, days: number | undefined): string =>
  `${planPath(plan)}/cascade/papers${queryString({ days: days?.toString() })}`;
