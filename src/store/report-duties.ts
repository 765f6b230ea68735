import { type Selectable, sql } from 'kysely';
import type { Owed } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { SentDuties } from '../report/act.ts';
import type { AssignmentTable, OccurrenceTable } from './assignment-tables.ts';
import { audit } from './audit/write.ts';
import type { KeptCalendar } from './calendar-settings.ts';
import type { Database, Transaction } from './db.ts';
import { NewOccurrences } from './issues-occurrences.ts';
import { lockPlan } from './plans.ts';
import { actOnReport } from './report-log.ts';
import { type KnownReport, listReports } from './report-world.ts';

/** Units that report for a round though no plan asked them: given to them by hand, with a reason. */

export type AddedUnits = {
  planId: string;
  round: string;
  agencyIds: readonly string[];
  reason: string;
  /** by a day of their own; null: the day of the round */
  due: PlainDate | null;
};
/** What is done about the duties of several units in a round: with one entry of the audit. */
export async function actOnDuties(
  trx: Transaction,
  actor: Actor,
  { planId, round, acts }: SentDuties,
  { at, today, calendar, agencyId }: When & { agencyId: string | null },
): Promise<void> {
  const { tenantId } = actor;
  const ids = acts.map(({ report }) => report);
  const known = await listReports(trx, tenantId, { planId, round, ids, excused: true }, { calendar, today });
  const byId = new Map(known.map((one) => [one.id, one]));
  const kinds: Record<string, number> = {};
  // In one order, so that two who act on several wait for each other and in no circle.
  for (const { id, report, act } of acts.toSorted((a, b) => (a.report < b.report ? -1 : 1))) {
    const one = byId.get(report);
    if (one === undefined) throw new Problem('not-found', { what: 'báo cáo này trong kỳ' });
    const isNew = await actOnReport(trx, actor, one, { id, act, agencyId, quiet: true }, { at, day: today });
    if (isNew) kinds[act.kind] = (kinds[act.kind] ?? 0) + 1;
  }
  if (Object.keys(kinds).length === 0) return;
  await audit(trx, {
    ...{ tenant: tenantId, actor: actor.officerId, action: 'report.duties-acted', subject: planId },
    details: { round, ...kinds },
  });
}

type When = { at: Date; today: PlainDate; calendar: KeptCalendar };

/** Adds units to a round; who is in it already is left as they are, so that sending twice adds once. Tells how many were new. */
export async function addToRound(trx: Transaction, actor: Actor, added: AddedUnits, when: When): Promise<number> {
  const { tenantId } = actor;
  const { planId, round, due } = added;
  await lockPlan(trx, tenantId, planId);
  const known = await listReports(trx, tenantId, { planId, round, excused: true }, when);
  const like = known.find(({ asked }) => asked === 'report');
  if (like === undefined) throw new Problem('not-found', { what: 'kỳ báo cáo này' });
  if (due !== null && due < when.today) throw new Problem('report-act-refused', { why: 'day-past' });
  const there = new Set(known.filter(({ asked }) => asked === 'report').map(({ agencyId }) => agencyId));
  const agencies = [...new Set(added.agencyIds)].filter((id) => !there.has(id));
  if (agencies.length === 0) return 0;
  const owed = await owedLike(trx, tenantId, like, due);
  const given = await giveTo(trx, tenantId, like.itemId, agencies, when.today);
  await refuseTwice(trx, tenantId, [...given.values()], owed.key);
  const days = new NewOccurrences();
  for (const [agencyId, assignmentId] of given) days.add(like.itemId, assignmentId, agencyId, owed);
  await days.write(trx, tenantId, when.today);
  await record(trx, actor, added, [...given.values()], when);
  return given.size;
}

/** The day the others of the round have, or one of its own. */
async function owedLike(trx: Transaction, tenantId: string, { id }: KnownReport, due: PlainDate | null): Promise<Owed> {
  const row: Selectable<OccurrenceTable> = await trx
    .selectFrom('occurrence')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { key, period, period_from: from, period_to: to, opens, printed, event, flags } = row;
  return {
    ...{ key, opens, printed, event, flags, due: due ?? row.first_due },
    period: period !== null && from !== null && to !== null ? { label: period, from, to } : null,
    rule: due === null ? row.rule : 'Ngày nêu khi thêm đơn vị vào kỳ báo cáo.',
    moved: due === null ? row.moved : null,
  };
}

/** The assignment each of these agencies has under the item, made where there is none. */
async function giveTo(
  trx: Transaction,
  tenantId: string,
  itemId: string,
  agencies: readonly string[],
  today: PlainDate,
): Promise<Map<string, string>> {
  const held = await listHeld(trx, tenantId, itemId, agencies);
  const given = new Map(held.map(({ agency_id, id }) => [agency_id, id]));
  const without = agencies.filter((id) => !given.has(id));
  if (without.length === 0) return given;
  const names = await namesOf(trx, tenantId, without, today);
  const rows = without.map((agencyId) => {
    const id = newId();
    given.set(agencyId, id);
    return {
      ...{ tenant_id: tenantId, id, item_id: itemId, role: 'implement' as const, first_agency_id: agencyId },
      ...{ printed: names.get(agencyId) ?? '', owes: true, follows: false, follows_only: null, request: false },
      ...{ since: today, agency_id: agencyId, accepted: false, seq: 0, by_hand: true },
    };
  });
  await trx.insertInto('assignment').values(rows).execute();
  return given;
}

type Held = Pick<Selectable<AssignmentTable>, 'id' | 'agency_id' | 'closed'>;

/** What was ended as a whole is not begun again by one day: the plan is issued again for that. */
async function listHeld(
  trx: Transaction,
  tenantId: string,
  itemId: string,
  agencies: readonly string[],
): Promise<Held[]> {
  const held: Held[] = await trx
    .selectFrom('assignment')
    .select(['id', 'agency_id', 'closed'])
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', itemId)
    .where(sql<boolean>`(agency_id = any(${[...agencies]}::uuid[]) or first_agency_id = any(${[...agencies]}::uuid[]))`)
    .where(sql<boolean>`owes`)
    .execute();
  const open = held.filter(({ closed, agency_id }) => closed === null && agencies.includes(agency_id));
  if (open.length < held.length) throw new Problem('report-act-refused', { why: 'ended-before' });
  return open;
}

async function refuseTwice(trx: Transaction, tenantId: string, ids: readonly string[], key: string): Promise<void> {
  const found = await trx
    .selectFrom('occurrence')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`assignment_id = any(${[...ids]}::uuid[])`)
    .where('key', '=', key)
    .executeTakeFirst();
  if (found) throw new Problem('report-act-refused', { why: 'ended-before' });
}

async function namesOf(db: Database, tenantId: string, ids: readonly string[], on: PlainDate) {
  const { rows } = await sql<{ agency_id: string; name: string }>`select agency_id, name from agency_span
    where tenant_id = ${tenantId} and agency_id = any(${[...ids]}::uuid[])
      and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})`.execute(db);
  return new Map(rows.map(({ agency_id, name }) => [agency_id, name]));
}

/** Why each was added stands in the history of its report; one entry of the audit tells of them all. */
async function record(
  trx: Transaction,
  actor: Actor,
  { planId, round, reason, due }: AddedUnits,
  assignments: readonly string[],
  { at, today, calendar }: When,
): Promise<void> {
  const made = new Set(assignments);
  const known = await listReports(trx, actor.tenantId, { planId, round }, { calendar, today });
  for (const report of known.filter(({ assignmentId }) => made.has(assignmentId))) {
    const sent = { id: newId(), act: { kind: 'add', reason } as const, agencyId: null, quiet: true as const };
    await actOnReport(trx, actor, report, sent, { at, day: today });
  }
  const details = { round, units: assignments.length, ...(due && { due }) };
  await audit(trx, {
    ...{ tenant: actor.tenantId, actor: actor.officerId, action: 'report.units-added' },
    ...{ subject: planId, details },
  });
}
