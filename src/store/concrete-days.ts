import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database } from './db.ts';

/** A concrete act that is not done, with the day it is to be done by. */
export type ConcreteDay = { id: string; assignmentId: string; text: string; due: PlainDate };

/** What is open of the concrete acts of assignments, the nearest day first; one whose villages are all ticked is done. */
export async function listConcreteDays(
  db: Database,
  tenantId: string,
  assignmentIds: readonly string[],
): Promise<ConcreteDay[]> {
  const { rows } = await sql<ConcreteDay>`
    select id, assignment_id as "assignmentId", text, due from concrete_act
    where tenant_id = ${tenantId} and assignment_id = any(${[...new Set(assignmentIds)]}::uuid[]) and due is not null
      and ${sql.raw(openConcrete)}
    order by due, position, id`.execute(db);
  return rows;
}

/** Of a row of `concrete_act`: neither ticked itself nor in every village of its list. */
export const openConcrete = `done_on is null and (villages = '[]' or villages @? '$[*] ? (@.doneOn == null)')`;

/** How the act `c` is called in lists beside tasks; of one that was removed the log says it. `assignment`, `id`: the columns that name it. */
export const concreteText = (tenantId: string, assignment: string, id: string): RawBuilder<string> => sql`
  'Việc cụ thể: ' || coalesce(c.text, (select named.act -> 'change' ->> 'text' from assignment_action named
    where named.tenant_id = ${tenantId} and named.assignment_id = ${sql.ref(assignment)} and named.act ->> 'kind' = 'concrete'
      and named.act ->> 'concreteId' = ${sql.ref(id)}::text and named.act -> 'change' ->> 'text' is not null
    order by named.seq desc limit 1), '')`;
