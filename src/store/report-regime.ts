import { createHash } from 'node:crypto';
import { compareIssue } from '../assignment/compare.ts';
import { fanOut } from '../assignment/fan-out.ts';
import { chooseOwedFrom, isLeftOut } from '../assignment/owed-from.ts';
import { type Counts, previewIssue } from '../assignment/preview.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Reading } from '../plan/model.ts';
import { openDraft } from '../plan/review.ts';
import type { RegimeChoice } from '../report/regime/model.ts';
import { regimeNames, regimeReading } from '../report/regime/plan.ts';
import { audit } from './audit/write.ts';
import { findFocalOffice } from './belonging.ts';
import { getCalendar } from './calendar-settings.ts';
import { confirmPlan } from './confirmations.ts';
import type { Database, Transaction } from './db.ts';
import { loadDirectory } from './directory.ts';
import { issuePlan, listIssues } from './issues.ts';
import { listIssued } from './items.ts';
import { addPlan, changePlan, draftColumns, getPlanLine, lockPlan } from './plans.ts';
import { findRegime, regimeFanOutBy } from './report-regime-by.ts';

/** The general regime of reports of a year: what it would ask of whom, and switching it on or changing it. */

export type RegimeRow = {
  asked: 'report' | 'consolidated';
  label: string;
  from: PlainDate | null;
  to: PlainDate | null;
  due: PlainDate | null;
  rule: string;
  moved: string | null;
  /** over before it is switched on, and owed by nobody */
  past: boolean;
};
export type RegimePreview = {
  rows: RegimeRow[];
  units: string[];
  focalId: string | null;
  /** reports that would be new, stay, get another day or be given up */
  reports: Counts;
};

/** Who would owe what by when, before anything is done. */
export async function previewRegime(
  db: Database,
  tenantId: string,
  { year, choice }: { year: number; choice: RegimeChoice },
  today: PlainDate,
): Promise<RegimePreview> {
  const known = await findRegime(db, tenantId, year);
  const world = await worldOf(db, tenantId, year, today);
  const by = regimeFanOutBy(choice, world);
  const { reporting } = await readingOf(db, tenantId, year, choice, world.on, known?.planId);
  const plan = { head: { date: world.on, year }, duties: [], groups: [], tasks: [], reporting };
  const wanted = fanOut(plan, year, by);
  const issues = known ? await listIssues(db, tenantId, known.planId) : [];
  const from = chooseOwedFrom(wanted, { last: issues.at(-1), today });
  const changes = compareIssue(known ? await listIssued(db, tenantId, known.planId) : [], wanted, from);
  const rows = wanted.items.flatMap(({ assignments, owed }): RegimeRow[] => {
    const asked = assignments.some(({ printed }) => printed === regimeNames.focal) ? 'consolidated' : 'report';
    return owed.map((one) => ({
      ...{ asked, label: one.period?.label ?? '', from: one.period?.from ?? null, to: one.period?.to ?? null },
      ...{ due: one.due, rule: one.rule, moved: one.moved, past: isLeftOut(one, from) },
    }));
  });
  return {
    rows: rows.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1)),
    units: [...by.resolve(regimeNames.units)],
    focalId: choice.focalDay === null ? null : (world.focalId ?? null),
    reports: previewIssue(wanted, changes, { today, owedFrom: from }).occurrences,
  };
}

/** Switches the regime of a year on, or changes it. Saving what holds already changes nothing. */
export async function saveRegime(
  trx: Transaction,
  actor: Actor,
  { year, choice }: { year: number; choice: RegimeChoice },
  { at, today }: { at: Date; today: PlainDate },
): Promise<void> {
  const { tenantId, officerId } = actor;
  const world = await worldOf(trx, tenantId, year, today);
  const known = await findRegime(trx, tenantId, year);
  const reading = await readingOf(trx, tenantId, year, choice, world.on, known?.planId);
  const planId = known?.planId ?? (await addRegimePlan(trx, actor, year, reading));
  await lockPlan(trx, tenantId, planId);
  const columns = { tenant_id: tenantId, year, plan_id: planId, choice: toJson(choice) };
  await trx
    .insertInto('report_regime')
    .values(columns)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year']).doUpdateSet({ choice: toJson(choice) }))
    .execute();
  const { title } = reading.document;
  await changePlan(trx, actor, planId, { reading: toJson(reading), ...draftColumns(openDraft(reading), title ?? '') });
  await issuePlan(trx, actor, planId, { by: regimeFanOutBy(choice, world), at, today });
  if (known && JSON.stringify(known.choice) === JSON.stringify(choice)) return;
  const { periods, day, focalDay, groups, agencyIds } = choice;
  const details = {
    year,
    periods: periods.join(' '),
    day,
    ...(focalDay && { focal_day: focalDay }),
    groups: groups.join(' '),
  };
  await audit(trx, {
    ...{ tenant: tenantId, actor: officerId, action: 'report.regime-set', subject: planId },
    details: { ...details, named: agencyIds.length },
  });
}

/** Its units are those of today, of the first day of a year that has not begun. */
async function worldOf(db: Database, tenantId: string, year: number, today: PlainDate) {
  const first = `${year}-01-01` as PlainDate;
  const on = today > first ? today : first;
  const directory = await loadDirectory(db, tenantId);
  return { directory, calendar: await getCalendar(db, tenantId), focalId: await findFocalOffice(db, tenantId, on), on };
}

/** The plan's day stays that on which the regime was first switched on. */
async function readingOf(
  db: Database,
  tenantId: string,
  year: number,
  choice: RegimeChoice,
  on: PlainDate,
  planId: string | undefined,
): Promise<Reading> {
  const plan = planId === undefined ? undefined : await getPlanLine(db, tenantId, planId);
  return regimeReading(year, choice, {
    date: (plan?.date as PlainDate | null | undefined) ?? on,
    issuer: plan?.issuer ?? null,
  });
}

/** No file was read: what stands for one is what the regime says. */
async function addRegimePlan(trx: Transaction, actor: Actor, year: number, reading: Reading): Promise<string> {
  const name = reading.document.title ?? '';
  const text = JSON.stringify(reading);
  const id = await addPlan(trx, actor, {
    ...{ kind: 'regime' as const, fileName: name, mediaType: 'text/plain', fileSize: Buffer.byteLength(text), reading },
    sha256: createHash('sha256').update(`${actor.tenantId} ${year} ${text}`).digest(),
    document: JSON.stringify({ format: 'txt', blocks: [], pages: null, warnings: [] }),
  });
  await confirmPlan(trx, actor, id, 0);
  return id;
}
