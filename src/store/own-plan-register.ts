import { sql } from 'kysely';
import { daysBetween } from '../calendar/days.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { OwnPlanLine } from '../publish/cascade/views.ts';
import type { Check } from '../publish/own-plan/model.ts';
import { askedFor } from '../report/asked.ts';
import { type CascadeAsking, findCiting, listGiven } from './cascade.ts';
import type { Database } from './db.ts';
import { listAgencyLines } from './heat-map.ts';
import { findOwnDay } from './own-plans.ts';
import { listNoted } from './own-plans-noted.ts';
import { withinReach } from './permitted.ts';

/** Which agency has issued its own plan, when, and with the content that is asked for. */

export type MotherLine = {
  id: string;
  type: string | null;
  number: string | null;
  symbol: string | null;
  date: PlainDate | null;
  title: string | null;
  issued: number;
};

/** Plans that gave agencies of a reach work, the latest first, and how many units have issued theirs. */
export async function listMothers(db: Database, tenantId: string, reach: Reach): Promise<MotherLine[]> {
  const { rows } = await sql<MotherLine>`
    select p.id, p.type, p.number, p.symbol, p.date, p.title, (select count(*)::int from (
      select agency_id from own_plan w where w.tenant_id = p.tenant_id and w.plan_id = p.id and w.issued_on is not null
      union select agency_id from own_plan_noted n where n.tenant_id = p.tenant_id and n.plan_id = p.id) known) as issued
    from plan p
    where p.tenant_id = ${tenantId} and p.removed_at is null and p.mother_id is null and exists (
      select from work_item i join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id
      where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.kind = 'task' and i.withdrawn_at is null
        and i.superseded_by is null and a.closed is null and ${withinReach('a.agency_id', reach)})
    order by p.date desc nulls last, p.id`.execute(db);
  return rows;
}

export type OwnRegister = {
  units: OwnPlanLine[];
  due: { day: PlainDate; ground: string | null; printed: boolean } | null;
};

/** The units with work of a plan, within a reach, each with how far its own plan is. */
export async function findOwnRegister(
  db: Database,
  tenantId: string,
  asking: CascadeAsking & { mayEdit: (agencyId: string) => boolean },
): Promise<OwnRegister> {
  const { planId, today, mayEdit } = asking;
  const given = await listGiven(db, tenantId, asking);
  const lines = await listAgencyLines(db, tenantId, [...given.keys()], { to: today });
  const asked = await findAsked(db, tenantId, planId);
  const set = await findOwnDay(db, tenantId, planId);
  const rows = await listRows(db, tenantId, planId);
  const citing = await findCiting(db, tenantId, asking);
  const open = await listOpenDays(db, tenantId, planId);
  const noted = await listNoted(db, tenantId, planId);
  const units = lines.map(({ id, name }): OwnPlanLine => {
    const row = rows.get(id);
    const told = noted.get(id);
    const cited = row?.issuedOn ? undefined : (citing.get(id) ?? (told && { planId: null, ...told }));
    const issuedOn = row?.issuedOn ?? cited?.date ?? null;
    const due = asked.get(id)?.due ?? set?.due ?? null;
    const state = row?.issuedOn || cited ? 'issued' : row ? 'editing' : 'none';
    const count = (kind: string) =>
      new Set(
        given
          .get(id)
          ?.filter((one) => one.kind === kind && one.role !== 'monitor')
          .map(({ key }) => key),
      ).size;
    return {
      ...{ agencyId: id, name, tasks: count('task'), duties: count('duty'), state, due },
      child: row?.issuedOn ? row.child : (cited ?? null),
      late: due === null ? 0 : Math.max(0, daysBetween(due, (issuedOn ?? today) as PlainDate)),
      checks: row?.checks ?? null,
      changed: row ? { at: row.changedAt.toISOString(), by: row.changedBy } : null,
      edits: mayEdit(id),
      remind: state === 'issued' ? null : (asked.get(id)?.open ?? open.get(id) ?? null),
    };
  });
  return { units, due: dueOf(asked, set) };
}

/** The day most units are asked for; the plan's own wording, where it has one. */
function dueOf(asked: Map<string, Asked>, set: Awaited<ReturnType<typeof findOwnDay>>): OwnRegister['due'] {
  const [printed] = [...asked.values()].flatMap(({ due }) => due ?? []).sort();
  if (printed !== undefined) return { day: printed, ground: null, printed: true };
  return set === undefined ? null : { day: set.due, ground: set.ground, printed: false };
}

type Row = {
  issuedOn: PlainDate | null;
  checks: Check[] | null;
  changedAt: Date;
  changedBy: string;
  child: OwnPlanLine['child'];
};

async function listRows(db: Database, tenantId: string, planId: string): Promise<Map<string, Row>> {
  const { rows } = await sql<Row & { id: string }>`
    select w.agency_id as id, w.issued_on as "issuedOn", w.checks, w.changed_at as "changedAt", o.name as "changedBy",
      case when c.id is not null then jsonb_build_object('planId', c.id, 'number', c.number, 'date', c.date) end as child
    from own_plan w join officer o on o.tenant_id = w.tenant_id and o.id = w.changed_by
    left join plan c on c.tenant_id = w.tenant_id and c.id = w.child_id
    where w.tenant_id = ${tenantId} and w.plan_id = ${planId}`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Of the duty to issue an own plan: the day a unit owes it on, and the occurrence while it is open. */
export type Asked = { due: PlainDate | null; open: string | null; assignmentId: string };

/** Who is asked by the plan itself to issue a plan of its own ("ban hành trước ngày 10/02"), by unit. */
export async function findAsked(db: Database, tenantId: string, planId: string): Promise<Map<string, Asked>> {
  const { rows } = await sql<
    Asked & { agencyId: string; text: string; result: string | null; settled: boolean; id: string }
  >`
    select o.id, o.agency_id as "agencyId", o.assignment_id as "assignmentId", o.due, i.text, i.result,
      o.status not in ('open', 'in-progress', 'returned') as settled
    from work_item i join occurrence o on o.tenant_id = i.tenant_id and o.item_id = i.id
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.kind in ('duty', 'reporting') and i.schedule is not null
      and i.withdrawn_at is null and i.superseded_by is null and o.status not in ('cancelled', 'superseded')
    order by o.due desc`.execute(db);
  return new Map(
    rows
      .filter(({ text, result }) => askedFor({ text, what: result, hasSchedule: true }) === 'own-plan')
      .map(({ agencyId, due, assignmentId, id, settled }) => [
        agencyId,
        { due, assignmentId, open: settled ? null : id },
      ]),
  );
}

/** The next open day of each unit under the plan, to remind by where the plan has no duty of its own for it. */
async function listOpenDays(db: Database, tenantId: string, planId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ agencyId: string; id: string }>`
    select distinct on (o.agency_id) o.agency_id as "agencyId", o.id
    from work_item i join occurrence o on o.tenant_id = i.tenant_id and o.item_id = i.id
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and o.status in ('open', 'in-progress', 'returned')
      and o.due is not null
    order by o.agency_id, o.due, o.id`.execute(db);
  return new Map(rows.map(({ agencyId, id }) => [agencyId, id]));
}
