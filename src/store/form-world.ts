import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import { beginReport } from '../report/fold.ts';
import type { Form } from '../report/form/model.ts';
import type { ReportState } from '../report/model.ts';
import { seenWithin } from './assignment-scope.ts';
import type { OccurrenceTable } from './assignment-tables.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';
import type { ReportTable } from './report-tables.ts';
import { stateOf } from './report-world.ts';

/** Forms that were sent, and the answers units owe: each is the report of an occurrence of the form's item. */

/** `ownerId`: who leads the item now, sent it or took over from who did. */
export type KnownSending = {
  id: string;
  formId: string;
  itemId: string;
  ownerId: string;
  title: string;
  note: string | null;
  at: Date;
  by: string;
};

/** `round`: the key its day has in the schedule, the same for all units; `elsewhere`: done as work, and no answer here. */
export type KnownAnswer = {
  id: string;
  assignmentId: string;
  sendingId: string;
  itemId: string;
  ownerId: string;
  agencyId: string;
  title: string;
  round: string;
  period: string | null;
  periodFrom: PlainDate | null;
  periodTo: PlainDate | null;
  due: PlainDate | null;
  moved: string | null;
  owed: OccurrenceTable['status'];
  pieces: number;
  state: ReportState;
  begun: boolean;
  elsewhere: boolean;
};

const owner = (item: string) => sql<string>`(select l.agency_id from assignment l where l.tenant_id = s.tenant_id
  and l.item_id = ${sql.ref(item)} and l.role = 'lead' order by l.closed is not null, l.id limit 1)`;

/** What was sent, the last first; `owners`: by whom. */
export async function listSendings(
  db: Database,
  tenantId: string,
  { owners = 'all', ids }: { owners?: Reach; ids?: readonly string[] },
): Promise<KnownSending[]> {
  const { rows } = await sql<KnownSending>`
    select * from (select s.id, s.form_id as "formId", s.item_id as "itemId", ${owner('s.item_id')} as "ownerId",
        s.form ->> 'title' as title, s.note, s.at, o.name as by
      from form_sending s join officer o on o.tenant_id = s.tenant_id and o.id = s.by
      where s.tenant_id = ${tenantId} and ${ids === undefined ? sql`true` : sql`s.id = any(${[...ids]}::uuid[])`}) as known
    where ${withinReach('known.ownerId', owners)}
    order by at desc, id`.execute(db);
  return rows;
}

/** The form as it was sent. */
export async function getSentForm(db: Database, tenantId: string, id: string): Promise<Form> {
  const row = await db
    .selectFrom('form_sending')
    .select('form')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'phiếu này' });
  return row.form;
}

export type AnswerFilter = {
  /** whose answers */
  agencies?: Reach;
  /** what the asker may see: own agencies, and what they follow */
  reach?: Reach;
  ids?: readonly string[];
  sendings?: readonly string[];
};

type Row = Omit<KnownAnswer, 'state' | 'begun' | 'elsewhere'> & { report: Selectable<ReportTable> | null };

/** Answers that are owed, by the filter; what was cancelled or superseded is owed by nobody. */
export async function listAnswers(
  db: Database,
  tenantId: string,
  { agencies = 'all', reach = 'all', ids, sendings }: AnswerFilter,
): Promise<KnownAnswer[]> {
  const { rows } = await sql<Row>`
    select o.id, o.assignment_id as "assignmentId", s.id as "sendingId", o.item_id as "itemId", o.agency_id as "agencyId",
      ${owner('o.item_id')} as "ownerId", s.form ->> 'title' as title, o.key as round, o.period,
      o.period_from as "periodFrom", o.period_to as "periodTo", o.due, coalesce(o.moved_later, o.moved) as moved, o.status as owed, o.evidence as pieces,
      to_jsonb(r) as report
    from form_sending s
    join occurrence o on o.tenant_id = s.tenant_id and o.item_id = s.item_id
    left join report r on r.tenant_id = o.tenant_id and r.id = o.id
    where s.tenant_id = ${tenantId} and o.status not in ('cancelled', 'superseded')
      and ${withinReach('o.agency_id', agencies)} and ${seenWithin(tenantId, reach)}
      and ${ids === undefined ? sql`true` : sql`o.id = any(${[...ids]}::uuid[])`}
      and ${sendings === undefined ? sql`true` : sql`s.id = any(${[...sendings]}::uuid[])`}
    order by o.due, o.id`.execute(db);
  return rows.map(({ report, ...row }) => {
    const state = report === null ? beginReport : stateOf(report);
    return { ...row, state, begun: report !== null, elsewhere: row.owed === 'done' && state.firstSentOn === null };
  });
}

/** One answer within a reach, or the Problem that there is none. */
export async function getAnswer(db: Database, tenantId: string, id: string, reach: Reach): Promise<KnownAnswer> {
  const [known] = await listAnswers(db, tenantId, { reach, ids: [id] });
  if (!known) throw new Problem('not-found', { what: 'phiếu này' });
  return known;
}

/** The answer the same agency last sent of the same form before a day. */
export async function findPreviousAnswer(
  db: Database,
  tenantId: string,
  { id, sendingId, agencyId, due }: Pick<KnownAnswer, 'id' | 'sendingId' | 'agencyId' | 'due'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select o.id from form_sending mine
    join form_sending s on s.tenant_id = mine.tenant_id and s.form_id = mine.form_id
    join occurrence o on o.tenant_id = s.tenant_id and o.item_id = s.item_id
    where mine.tenant_id = ${tenantId} and mine.id = ${sendingId} and o.agency_id = ${agencyId} and o.id <> ${id}
      and (o.due < ${due}::date or ${due}::date is null)
      and exists (select from report_version v where v.tenant_id = o.tenant_id and v.report_id = o.id)
    order by o.due desc limit 1`.execute(db);
  return rows[0]?.id;
}
