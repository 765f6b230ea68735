import { compareTasks } from '../plan/compare.ts';
import type { DocumentHead } from '../plan/model.ts';
import { type Draft, foldReview } from '../plan/review.ts';
import type { ComparisonView } from '../plan/views.ts';
import { startOf } from './accept-version.ts';
import type { Database } from './db.ts';
import { getPlan } from './plans.ts';
import { foldPlan, listActions } from './reviews.ts';
import { getVersion } from './versions.ts';

type Side = ComparisonView['before'] & { draft: Draft };

/** A plan's draft as it stands beside another version of it (a number) or another plan's draft (an id). */
export async function comparePlan(
  db: Database,
  tenantId: string,
  id: string,
  other: number | string,
): Promise<ComparisonView> {
  const before = await currentSide(db, tenantId, id);
  const after =
    typeof other === 'string' ? await currentSide(db, tenantId, other) : await versionSide(db, before, tenantId, other);
  return {
    before: sideOf(before),
    after: sideOf(after),
    ...compareTasks(before.draft.tasks, after.draft.tasks),
    head: compareHeads(before.draft.head, after.draft.head),
  };
}

const sideOf = ({ planId, version, fileName }: Side) => ({ planId, version, fileName });

async function currentSide(db: Database, tenantId: string, id: string): Promise<Side> {
  const plan = await getPlan(db, tenantId, id);
  return { planId: id, version: plan.version, fileName: plan.file_name, draft: await foldPlan(db, plan) };
}

/** Another version as it would be after accepting it: what will be carried over is no difference. */
async function versionSide(db: Database, current: Side, tenantId: string, no: number): Promise<Side> {
  if (no === current.version) return current;
  const plan = await getPlan(db, tenantId, current.planId);
  const version = await getVersion(db, tenantId, current.planId, no);
  const start = startOf(plan, version, await listActions(db, tenantId, plan.id, plan.since));
  const acts = start.acts.map((act, i) => ({ id: `${i}`, act }));
  const draft = foldReview(start.reading, acts, start.ids);
  return { planId: plan.id, version: no, fileName: version.file_name, draft };
}

const fields = ['type', 'number', 'symbol', 'date', 'year', 'place', 'issuer', 'title', 'signer', 'indices'] as const;

function compareHeads(before: DocumentHead, after: DocumentHead): ComparisonView['head'] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
