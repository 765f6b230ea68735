import { sql } from 'kysely';
import { compareIssue, type ItemChange } from '../assignment/compare.ts';
import { type FanOutBy, fanOut } from '../assignment/fan-out.ts';
import { findInherited, type Inherited } from '../assignment/inherited.ts';
import { chooseOwedFrom, type OwedFrom } from '../assignment/owed-from.ts';
import { type IssuePreview, previewIssue } from '../assignment/preview.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { loadDirectory } from './directory.ts';
import { inheritWork } from './directory-inherit.ts';
import { supersedePlan } from './issues-supersede.ts';
import { isWithdrawn } from './issues-withdrawn.ts';
import { writeIssue } from './issues-write.ts';
import { getConfirmedPlan, listIssued } from './items.ts';
import { getPlanLine, lockPlan } from './plans.ts';

export type IssueOptions = {
  by: FanOutBy;
  at: Date;
  today: PlainDate;
  /** from which day it holds; without one the plan's own day the first time, and today when it is issued again */
  day?: PlainDate | undefined;
  /** from which day what it comes to is owed; without one as last time, the first time from today where some is past */
  owedFrom?: PlainDate | 'all' | undefined;
  /** the plan whose open work this one takes the place of */
  supersedes?: string | undefined;
};

export type Issue = { no: number; at: Date; day: PlainDate; owedFrom: OwedFrom };

/** What issuing would do, or has done, with what goes to who took over from agencies that are no more. */
export type Issued = IssuePreview & { issues: Issue[]; inherited: Inherited[] };

type Asking = Pick<IssueOptions, 'by' | 'today' | 'owedFrom'>;

/** What issuing the plan now would do; a plan whose review is open says nothing yet. */
export async function previewPlan(db: Database, tenantId: string, planId: string, asking: Asking): Promise<Issued> {
  const { preview, issues, inherited } = await compare(db, tenantId, planId, asking);
  return { ...preview, issues, inherited };
}

/**
 * Issues a confirmed plan: what is new is made, what differs is changed, what is the same is left with its history. Issuing
 * again what has not changed leaves no trace.
 */
export async function issuePlan(
  trx: Transaction,
  actor: Actor,
  planId: string,
  options: IssueOptions,
): Promise<Issued> {
  const { tenantId } = actor;
  const plan = await lockPlan(trx, tenantId, planId);
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (await isSuperseded(trx, tenantId, planId)) throw new Problem('plan-superseded', {});
  const { preview, issues, changes, year, inherited } = await compare(trx, tenantId, planId, options);
  const { owedFrom } = preview;
  const isSame = isNothing(changes) && issues.at(-1)?.owedFrom === owedFrom;
  if (issues.length > 0 && !options.supersedes && isSame) return { ...preview, issues, inherited };
  const firstDay = plan.date ?? `${year}-01-01`;
  const day = options.day ?? (issues.length === 0 ? (firstDay as PlainDate) : options.today);
  await writeIssue(trx, actor, planId, changes, { at: options.at, day });
  const superseded = options.supersedes
    ? await supersedePlan(trx, actor, options.supersedes, planId, { at: options.at, day })
    : 0;
  await inheritWork(trx, actor, options);
  const issue = { no: issues.length + 1, at: options.at, day, owedFrom };
  await record(trx, actor, planId, issue, { ...countsOf(preview), superseded }, options.supersedes);
  return { ...preview, issues: [...issues, issue], inherited };
}

type Compared = Pick<Issued, 'issues' | 'inherited'> & { preview: IssuePreview; changes: ItemChange[]; year: number };

async function compare(db: Database, tenantId: string, planId: string, asking: Asking): Promise<Compared> {
  const plan = await getPlanLine(db, tenantId, planId);
  if (plan.status !== 'confirmed') throw new Problem('plan-not-confirmed', {});
  const year = plan.year ?? (plan.date ? Number(plan.date.slice(0, 4)) : null);
  if (year === null) throw new Problem('plan-without-year', {});
  const wanted = fanOut(await getConfirmedPlan(db, tenantId, planId), year, asking.by);
  const issues = await listIssues(db, tenantId, planId);
  const { today } = asking;
  const owedFrom = chooseOwedFrom(wanted, { asked: asking.owedFrom, last: issues.at(-1), today });
  const changes = compareIssue(
    await listIssued(db, tenantId, planId),
    wanted,
    owedFrom,
    await isWithdrawn(db, tenantId, planId),
  );
  const assignments = changes.flatMap((change) => change.assignments);
  const inherited = findInherited(assignments, await loadDirectory(db, tenantId), today);
  return { preview: previewIssue(wanted, changes, { today, owedFrom }), issues, changes, year, inherited };
}

/** Every time the plan was issued, oldest first. */
export async function listIssues(db: Database, tenantId: string, planId: string): Promise<Issue[]> {
  return db
    .selectFrom('issue')
    .select(['no', 'at', 'day', 'owed_from as owedFrom'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('no')
    .execute();
}

/** Who last issued a plan, tenant by tenant. */
export async function listIssuers(db: Database): Promise<Actor[]> {
  const rows = await db
    .selectFrom('issue')
    .distinctOn('tenant_id')
    .select(['tenant_id as tenantId', 'by as officerId'])
    .orderBy('tenant_id')
    .orderBy('at', 'desc')
    .execute();
  return rows;
}

async function isSuperseded(db: Database, tenantId: string, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom('issue')
    .select('no')
    .where('tenant_id', '=', tenantId)
    .where('supersedes', '=', planId)
    .where(sql<boolean>`not exists (select from issue_withdrawal w
      where w.tenant_id = issue.tenant_id and w.plan_id = issue.plan_id and w.no >= issue.no)`)
    .executeTakeFirst();
  return row !== undefined;
}

const isNothing = (changes: readonly ItemChange[]): boolean =>
  changes.every(
    (item) =>
      item.what === 'keep' &&
      item.fields.length === 0 &&
      item.assignments.every(
        ({ what, occurrences }) =>
          what === 'keep' && occurrences.every((one) => one.what === 'keep' || one.what === 'leave-out'),
      ),
  );

function countsOf({ items, assignments, occurrences, unresolved, leftOut }: IssuePreview): Record<string, number> {
  const named = { items, assignments, occurrences };
  const counts = Object.entries(named).flatMap(([thing, counts]) =>
    Object.entries(counts).map(([what, n]): [string, number] => [`${thing}_${what}`, n]),
  );
  const left = leftOut.reduce((sum, line) => sum + line.occurrences, 0);
  return { ...Object.fromEntries(counts), occurrences_left_out: left, unresolved: unresolved.length };
}

async function record(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  planId: string,
  { no, at, day, owedFrom }: Issue,
  counts: Record<string, number>,
  supersedes: string | undefined,
): Promise<void> {
  await trx
    .insertInto('issue')
    .values({
      ...{ tenant_id: tenantId, plan_id: planId, no, at, by: officerId, day, owed_from: owedFrom },
      supersedes: supersedes ?? null,
      counts: JSON.stringify(counts),
    })
    .execute();
  const details = { no, ...counts, ...(owedFrom && { owed_from: owedFrom }), ...(supersedes && { supersedes }) };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'plan.issued', subject: planId, details });
}
