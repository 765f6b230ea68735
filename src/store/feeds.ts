import { createHash, randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { addDays } from '../calendar/days.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, HeldRole, Reach } from '../people/model.ts';
import type { OwedOnce } from '../publish/icalendar-days.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { listConcreteOnce } from './feeds-concrete.ts';
import type { CalendarFeedTable } from './notifications-tables.ts';
import { withinReach } from './permitted.ts';
import { heldRoles } from './roles.ts';

/** A person's calendar under a secret address. Whoever has the address sees it; only its hash is kept. */
export type Feed = Selectable<CalendarFeedTable>;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The feed of an officer; undefined where there is none, or it was withdrawn. */
export const findFeed = (db: Database, { tenantId, officerId }: Actor): Promise<Feed | undefined> =>
  db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** Makes a feed and returns its secret, which is kept nowhere; the one before stops working. */
export async function renewFeed(trx: Transaction, actor: Actor, alarm: boolean, now: Date): Promise<string> {
  const { tenantId, officerId } = actor;
  const token = randomBytes(32).toString('base64url');
  await trx
    .selectFrom('officer')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', officerId)
    .forNoKeyUpdate()
    .execute();
  const renewed = await withdraw(trx, actor, now);
  const row = { tenant_id: tenantId, id: newId(), officer_id: officerId, token_hash: hashOf(token), alarm };
  await trx
    .insertInto('calendar_feed')
    .values({ ...row, created_at: now, fetched_at: null, revoked_at: null })
    .execute();
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'feed.opened', details: { alarm, renewed } });
  return token;
}

/** The address stops working. Where there is none nothing happens. */
export async function revokeFeed(trx: Transaction, actor: Actor, now: Date): Promise<void> {
  if (await withdraw(trx, actor, now))
    await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: 'feed.revoked' });
}

async function withdraw(trx: Transaction, { tenantId, officerId }: Actor, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Who a secret belongs to, while it holds and their account is open; remembers that it was used. */
export async function openFeed(
  db: Database,
  tenantId: string,
  token: string,
  now: Date,
): Promise<{ officerId: string; name: string; alarm: boolean } | undefined> {
  const { rows } = await sql<{ id: string; officerId: string; name: string; alarm: boolean }>`
    update calendar_feed f set fetched_at = ${now}
    from officer o left join account on account.tenant_id = o.tenant_id and account.officer_id = o.id
    where f.tenant_id = ${tenantId} and f.token_hash = ${hashOf(token)} and f.revoked_at is null
      and o.tenant_id = f.tenant_id and o.id = f.officer_id and account.disabled_at is null
    returning f.id, f.officer_id as "officerId", o.name, f.alarm`.execute(db);
  return rows[0];
}

/** Days that programs show: two months back, a bit more than a year ahead; and how many at most. */
const window = { back: 60, ahead: 400, most: 5_000 } as const;

/**
 * What an officer's units owe and have owed: all of it for who heads a unit, for the others what was not handed on to
 * somebody else. What a person only follows is no day of theirs.
 */
export async function listFeedDays(
  db: Database,
  { tenantId, officerId }: Actor,
  today: PlainDate,
): Promise<OwedOnce[]> {
  const roles = await heldRoles(db, tenantId, officerId, today);
  const [headed, worked] = [reachOf(roles, ['head']), reachOf(roles, ['head', 'officer'])];
  if (worked !== 'all' && worked.length === 0) return [];
  const [from, to] = [addDays(today, -window.back), addDays(today, window.ahead)];
  const whose = (agency: string) =>
    sql<boolean>`(a.officer_id is null or a.officer_id = ${officerId} or ${withinReach(agency, headed)})`;
  const { rows } = await sql<OwedOnce>`
    select o.agency_id as "agencyId", coalesce(span.name, '') as agency, i.text, coalesce(p.number, p.title) as plan,
      o.due, a.seq as acts, o.status = 'done' as done,
      (a.closed is null or o.status = 'done') and o.status not in ('cancelled', 'superseded') and p.removed_at is null
        and ${whose('o.agency_id')} as live,
      array_remove(array_append(array(select distinct (act.act ->> 'due')::date::text from assignment_action act
        where act.tenant_id = o.tenant_id and act.assignment_id = o.assignment_id and act.occurrence_id = o.id
          and act.act ->> 'due' is not null), o.first_due::text), null) as earlier
    from occurrence o
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    left join lateral (select name from agency_span s where s.tenant_id = o.tenant_id and s.agency_id = o.agency_id
      order by (s.valid_from <= ${today}) desc, s.valid_from desc limit 1) span on true
    where o.tenant_id = ${tenantId} and ${withinReach('o.agency_id', worked)} and o.due between ${from} and ${to}
    order by o.due, i.position, o.id limit ${window.most}`.execute(db);
  const concrete = await listConcreteOnce(db, tenantId, {
    ...{ today, from, to, most: window.most, reach: worked },
    whose: whose('a.agency_id'),
  });
  return [...rows, ...concrete];
}

function reachOf(roles: readonly HeldRole[], wanted: readonly HeldRole['role'][]): Reach {
  const held = roles.filter(({ role }) => wanted.includes(role));
  if (held.some(({ agencies }) => agencies === 'all')) return 'all';
  return [...new Set(held.flatMap(({ agencies }) => (agencies === 'all' ? [] : agencies)))];
}
