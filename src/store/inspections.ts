import type { Selectable } from 'kysely';
import { lastDay } from '../calendar/due.ts';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { SentInspections } from '../report/inspection/act.ts';
import { applyToInspection, beginInspection, foldInspection } from '../report/inspection/fold.ts';
import type { Finding, InspectionAct, InspectionState } from '../report/inspection/model.ts';
import { newsOfInspection, type ToldRemedy } from '../report/inspection/news.ts';
import { refuseInspectionAct } from '../report/inspection/rules.ts';
import { takeOver } from '../report/inspection/take-over.ts';
import { assertKnown } from './assignment-scope.ts';
import { audit } from './audit/write.ts';
import { getCalendar, type KeptCalendar } from './calendar-settings.ts';
import type { Database, Transaction } from './db.ts';
import type { InspectionTable } from './inspection-tables.ts';

/** Planning inspections, and what is done about them: each act is appended, and the columns repeat the fold. */

const what = 'cuộc kiểm tra này';
export type InspectionRow = Selectable<InspectionTable>;
export type SentInspectionAct = { id: string; act: InspectionAct; agencyId: string | null };
type Refused = { id: string; detail: string };
/** What was not possible, and whom what was done is to be told (`tellOfRemedies`). */
type Acted = { refused: Refused[]; told: ToldRemedy[] };

/** Plans the inspection of each unit; one that is there already stays as it is. Tells how many are new. */
export async function planInspections(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { units, planned }: SentInspections,
  { roleOf, at }: { roleOf: (agencyId: string) => InspectionTable['role']; at: Date },
): Promise<number> {
  const isAgain = planned.kind === 're-inspection';
  if (isAgain !== (planned.earlierId !== null)) throw new Problem('inspection-earlier-missing', {});
  const earlier = planned.earlierId === null ? undefined : await lockInspection(trx, tenantId, planned.earlierId);
  if (earlier && units.some(({ agencyId }) => agencyId !== earlier.agency_id))
    throw new Problem('inspection-earlier-missing', {});
  const { day, kind, earlierId, ...content } = planned;
  const added = await trx
    .insertInto('inspection')
    .values(
      units.map(({ id, agencyId }) => ({
        ...{ tenant_id: tenantId, id, agency_id: agencyId, kind, planned: toJson(planned), earlier_id: earlierId },
        ...{ role: roleOf(agencyId), planned_at: at, planned_by: officerId, day, content: toJson(content) },
        ...{ status: 'planned' as const, opened_on: null, concluded_on: null, number: null, paper_date: null },
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .returning('id')
    .execute();
  if (added.length === 0) return 0;
  const details = { kind, day, units: added.length };
  const [only] = added;
  const subject = added.length === 1 && only ? only.id : null;
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'inspection.planned',
    ...(subject && { subject }),
    details,
  });
  return added.length;
}

/**
 * Appends acts in the order they were done; one that is there counts no second time. What is not possible is left out and told of,
 * or stops everything where one act alone was sent.
 */
export async function actOnInspection(
  trx: Transaction,
  actor: Actor,
  inspectionId: string,
  sent: readonly SentInspectionAct[],
  at: Date,
): Promise<Acted> {
  const { tenantId, officerId } = actor;
  const row = await lockInspection(trx, tenantId, inspectionId);
  const log = await listInspectionActs(trx, tenantId, inspectionId);
  const known = new Set(log.map(({ id }) => id));
  const calendar = await getCalendar(trx, tenantId);
  const day = dayInVietnam(at);
  let state = foldInspection(row.planned, log);
  const refused: Refused[] = [];
  const taken: SentInspectionAct[] = [];
  const told: ToldRemedy[] = [];
  for (const one of sent) {
    if (known.has(one.id)) continue;
    const act = onWorkingDay(one.act, calendar);
    const why = refuseInspectionAct(state, { act, day });
    if (why) {
      const problem = new Problem('inspection-act-refused', { why });
      if (sent.length === 1) throw problem;
      refused.push({ id: one.id, detail: problem.message });
      continue;
    }
    known.add(one.id);
    taken.push({ ...one, act });
    if ('findingId' in act)
      told.push(
        ...newsOfInspection(
          act,
          state.findings.find(({ id }) => id === act.findingId),
        ),
      );
    state = applyToInspection(state, { id: one.id, act, day });
  }
  if (taken.length === 0) return { refused, told };
  await append(trx, actor, row, taken, { at, day, state });
  const details = { kinds: [...new Set(taken.map(({ act }) => act.kind))], acts: taken.length, status: state.status };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'inspection.acted', subject: inspectionId, details });
  if (taken.some(({ act }) => act.kind === 'open') && row.earlier_id !== null)
    await handOver(trx, actor, { from: row.earlier_id, to: inspectionId }, at);
  return { refused, told };
}

/** A last day is a working day, as the calendar's setting has it. */
function onWorkingDay(act: InspectionAct, { settings, work }: KeptCalendar): InspectionAct {
  const rolled = (day: PlainDate): PlainDate => lastDay(day, false, settings, work).due;
  if (act.kind === 'assign') return { ...act, due: rolled(act.asked) };
  if (act.kind === 'extend') return { ...act, due: rolled(act.due) };
  return act.kind === 'return' && act.due !== null ? { ...act, due: rolled(act.due) } : act;
}

type After = { at: Date; day: PlainDate; state: InspectionState };

async function append(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  row: InspectionRow,
  taken: readonly SentInspectionAct[],
  { at, day, state }: After,
): Promise<void> {
  const agencies = taken.flatMap(({ act }) => (act.kind === 'assign' ? [act.agencyId] : []));
  await assertKnown(trx, tenantId, { agencies });
  await trx
    .insertInto('inspection_action')
    .values(
      taken.map(({ id, act, agencyId }, i) => ({
        ...{ tenant_id: tenantId, inspection_id: row.id, seq: row.seq + i + 1, id, at, day, by: officerId },
        ...{ agency_id: agencyId, act: toJson(act) },
      })),
    )
    .execute();
  const { kind: _, day: on, earlierId: __, ...content } = state.planned;
  await trx
    .updateTable('inspection')
    .set({
      ...{ day: on, content: toJson(content), status: state.status, opened_on: state.openedOn },
      ...{ concluded_on: state.concludedOn, number: state.number, paper_date: state.date },
      seq: row.seq + taken.length,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', row.id)
    .execute();
  const touched = new Set(taken.flatMap(({ act }) => ('findingId' in act ? [act.findingId] : [])));
  for (const finding of state.findings) if (touched.has(finding.id)) await keepFinding(trx, tenantId, row.id, finding);
}

async function keepFinding(trx: Transaction, tenantId: string, inspectionId: string, one: Finding): Promise<void> {
  const now = {
    ...{ text: one.text, remedy: one.remedy, agency_id: one.agencyId, place: one.place, due: one.due },
    ...{ index_name: one.component?.index ?? null, code: one.component?.code ?? null, status: one.status },
    ...{ found_on: one.foundOn, closed_on: one.closedOn },
  };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('inspection_finding')
    .values({ tenant_id: tenantId, id: one.id, inspection_id: inspectionId, ...now })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'id'])
        .doUpdateSet(now)
        .where('inspection_finding.inspection_id', '=', inspectionId),
    )
    .executeTakeFirstOrThrow();
  // The id is one of another inspection's.
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('not-found', { what: 'tồn tại này' });
}

/** What the earlier inspection left open goes on in the one that begins. */
async function handOver(trx: Transaction, actor: Actor, { from, to }: { from: string; to: string }, at: Date) {
  const row = await lockInspection(trx, actor.tenantId, from);
  const log = await listInspectionActs(trx, actor.tenantId, from);
  const handed = takeOver(foldInspection(row.planned, log), { to, newId });
  const sent = (act: InspectionAct): SentInspectionAct => ({ id: newId(), act, agencyId: null });
  if (handed.length === 0) return;
  await actOnInspection(
    trx,
    actor,
    to,
    handed.map(({ later }) => sent(later)),
    at,
  );
  await actOnInspection(
    trx,
    actor,
    from,
    handed.map(({ earlier }) => sent(earlier)),
    at,
  );
}

export async function lockInspection(trx: Transaction, tenantId: string, id: string): Promise<InspectionRow> {
  const row = await trx
    .selectFrom('inspection')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return row;
}

/** The log of an inspection, oldest first, with who did what. */
export const listInspectionActs = (db: Database, tenantId: string, id: string) =>
  db
    .selectFrom('inspection_action as a')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.by'))
    .select(['a.id', 'a.day', 'a.at', 'a.agency_id as agencyId', 'a.act', 'o.name as by'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.inspection_id', '=', id)
    .orderBy('a.seq')
    .execute();
export type LoggedInspectionAct = Awaited<ReturnType<typeof listInspectionActs>>[number];

/** How an inspection stands now. */
export const stateOfInspection = ({ planned }: Pick<InspectionRow, 'planned'>, log: readonly LoggedInspectionAct[]) =>
  log.length === 0 ? beginInspection(planned) : foldInspection(planned, log);
