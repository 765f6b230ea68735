import { itemsOf } from '../assignment/items.ts';
import type { Directory } from '../place/model.ts';
import { agencyKey } from '../place/resolve/day.ts';
import { findIssuer } from '../place/resolve/issuer.ts';
import type { Context, Resolution } from '../place/resolve/model.ts';
import { resolve } from '../place/resolve/resolve.ts';
import type { Units } from '../place/units/model.ts';
import { roles } from '../plan/model.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { findNameAnswers } from './directory-answers.ts';
import { getConfirmedPlan } from './items.ts';
import { planDay } from './plan-day.ts';
import { listPlans, type PlanLine } from './plans.ts';

/** A printed name of an issuer that no answer and no rule could tell, with where it stands. */
export type Waiting = {
  printed: string;
  issuerId: string;
  times: number;
  plans: { id: string; title: string | null }[];
  found: Resolution;
};

/** The names in a tenant's confirmed plans that wait for a person, those that stand most often first. */
export async function listWaitingNames(
  db: Database,
  tenantId: string,
  units: Units,
): Promise<{ directory: Directory; waiting: Waiting[] }> {
  const directory = await loadDirectory(db, tenantId);
  const waiting = new Map<string, Waiting>();
  for (const plan of await listPlans(db, tenantId, { status: 'confirmed' })) {
    const context = await contextOf(db, tenantId, plan, directory);
    if (!context) continue;
    for (const printed of await printedIn(db, tenantId, plan)) note(waiting, plan, printed, { ...context, units });
  }
  return { directory, waiting: [...waiting.values()].sort((a, b) => b.times - a.times) };
}

function note(waiting: Map<string, Waiting>, { id, title }: PlanLine, printed: string, context: Context): void {
  const key = `${context.issuerId} ${agencyKey(printed)}`;
  const known = waiting.get(key);
  const found = known?.found ?? resolve(printed, context);
  if (found.to !== 'queue') return;
  const entry = known ?? { printed, issuerId: context.issuerId, times: 0, plans: [], found };
  entry.times += 1;
  if (!entry.plans.some((plan) => plan.id === id)) entry.plans.push({ id, title });
  waiting.set(key, entry);
}

async function contextOf(
  db: Database,
  tenantId: string,
  plan: PlanLine,
  directory: Directory,
): Promise<Context | undefined> {
  const on = await planDay(db, tenantId, plan);
  const issuerId = findIssuer(directory, plan.issuer ?? '', on);
  if (issuerId === undefined) return undefined;
  return { directory, on, issuerId, answers: await findNameAnswers(db, tenantId, issuerId) };
}

async function printedIn(db: Database, tenantId: string, { id, year }: PlanLine): Promise<string[]> {
  const plan = await getConfirmedPlan(db, tenantId, id);
  return itemsOf(plan, year ?? 0).flatMap(({ printed }) => roles.flatMap((role) => printed[role]));
}
