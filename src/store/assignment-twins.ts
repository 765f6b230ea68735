import { sql } from 'kysely';
import { findTwins, type OpenDay } from '../assignment/twins.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import type { Trace } from './assignment-reassign.ts';
import type { Database, Transaction } from './db.ts';

/**
 * What agencies owe of these items, where it may be owed twice since a reorganisation: assignments one has moved, and what there
 * is beside them.
 */
async function listOpenDays(
  db: Database,
  tenantId: string,
  { items, agencies }: { items: readonly string[]; agencies: readonly string[] },
): Promise<OpenDay[]> {
  const { rows } = await sql<OpenDay>`
    select o.id, o.assignment_id as "assignmentId", o.item_id as "itemId", a.role, o.key, o.due, o.agency_id as "agencyId",
      exists (select from assignment_action m where m.tenant_id = o.tenant_id and m.assignment_id = o.assignment_id
        and m.source = 'reorganisation' and m.act ->> 'kind' = 'reassign') as moved,
      (exists (select from assignment_action p where p.tenant_id = o.tenant_id and p.assignment_id = o.assignment_id
          and p.occurrence_id = o.id and p.source in ('web', 'import'))
        or exists (select from concrete_act c where c.tenant_id = o.tenant_id and c.assignment_id = o.assignment_id)) as touched
    from occurrence o join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    where o.tenant_id = ${tenantId} and o.item_id = any(${[...items]}::uuid[])
      and o.agency_id = any(${[...agencies]}::uuid[]) and o.status in ('waiting', 'open', 'in-progress', 'returned')`.execute(
    db,
  );
  return rows;
}

/** Leaves one of what agencies owe twice since a reorganisation; the others end with that as their reason. */
export async function joinTwins(
  trx: Transaction,
  actor: Actor,
  where: { items: readonly string[]; agencies: readonly string[] },
  { effective, at }: { effective: PlainDate; at: Date },
): Promise<Trace[]> {
  const twins = findTwins(await listOpenDays(trx, actor.tenantId, where));
  const acts = twins.map(({ of }): SentAct => {
    const act = { kind: 'supersede', reason: sameWork } as const;
    return { assignmentId: of.assignmentId, id: newId(), occurrenceId: of.id, act };
  });
  await appendActs(trx, actor, acts, { source: 'reorganisation', at, day: effective, quiet: true });
  return acts.map(({ assignmentId, id }) => ({ assignmentId, id }));
}

const sameWork = 'Sau sắp xếp, cùng nhiệm vụ và cùng thời hạn được giao cho một đơn vị: làm và báo cáo một lần';
