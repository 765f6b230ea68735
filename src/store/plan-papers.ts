import { isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { findBody } from '../place/resolve/issuer.ts';
import type { Reading } from '../plan/model.ts';
import { letterheadOf } from '../publish/report/letterhead.ts';
import type { Database } from './db.ts';
import { loadDirectory } from './directory.ts';
import { getPlan } from './plans.ts';
import { getIssuer } from './report-papers.ts';
import { foldPlan } from './reviews.ts';

export type PlanToPrint = {
  /** as the review leaves it: what was confirmed, or the draft as it is now */
  reading: Reading;
  /** whom its issuer stands under, where the directory knows; committees and councils print none */
  superior: string | null;
  /** a unit's own plan */
  own: boolean;
};

/** A plan as it is printed anew, or the Problem that there is none. */
export async function getPlanToPrint(
  db: Database,
  tenantId: string,
  planId: string,
  today: PlainDate,
): Promise<PlanToPrint> {
  const plan = await getPlan(db, tenantId, planId);
  if (plan.kind !== 'plan') throw new Problem('not-found', { what: 'văn bản của kế hoạch này' });
  const { head, tasks } = await foldPlan(db, plan);
  const reading = { ...plan.reading, document: head, tasks };
  const on = head.date !== null && isPlainDate(head.date) ? head.date : today;
  return { reading, superior: await findSuperior(db, tenantId, head.issuer, on), own: plan.mother_id !== null };
}

async function findSuperior(db: Database, tenantId: string, issuer: string | null, on: PlainDate) {
  const id = issuer === null ? undefined : findBody(await loadDirectory(db, tenantId), issuer, on);
  return id === undefined ? null : letterheadOf(await getIssuer(db, tenantId, id, on), 'KH').superior;
}
