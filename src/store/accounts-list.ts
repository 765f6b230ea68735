import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import type { Database, Transaction } from './db.ts';
import { matches, searchable } from './search.ts';

/**
 * Officers with their accounts as the administrator sees them, all or those in whose name, unit, login or address every
 * word typed stands. A province has a few hundred: names are folded while searching, and kept in no second place.
 */
export async function listAccounts(db: Database | Transaction, tenantId: string, q = '', officerId?: string) {
  let query = db
    .selectFrom('officer')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'officer.tenant_id').onRef('account.officer_id', '=', 'officer.id'),
    )
    .where('officer.tenant_id', '=', tenantId)
    .select(['officer.id', 'officer.name', 'unit', 'login', 'login_key', 'email', 'totp_at', 'disabled_at'])
    .select(['account.password_at', 'account.officer_id as has_account'])
    .select(({ selectFrom }) =>
      selectFrom('session')
        .whereRef('session.tenant_id', '=', 'officer.tenant_id')
        .whereRef('session.officer_id', '=', 'officer.id')
        .where('step', '=', 'open')
        .select(({ fn }) => fn.max('seen_at').as('seen'))
        .as('seen_at'),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('sign_in_identity')
          .whereRef('sign_in_identity.tenant_id', '=', 'officer.tenant_id')
          .whereRef('sign_in_identity.officer_id', '=', 'officer.id')
          .select('subject'),
      ).as('has_identity'),
    )
    .orderBy('officer.name')
    .orderBy('officer.id')
    .limit(2_000);
  if (officerId !== undefined) query = query.where('officer.id', '=', officerId);
  const rows = await query.execute();
  return rows.filter(({ name, unit, login, email }) => holdsWords(q, name, unit, login, email));
}

export type AccountListRow = Awaited<ReturnType<typeof listAccounts>>[number];

function holdsWords(q: string, ...parts: (string | null)[]): boolean {
  const text = searchable(...parts);
  return searchable(q)
    .split(' ')
    .every((word) => text.includes(word));
}

/** The roles given to an officer, or to all, with names; those that ended or were revoked only if asked for. */
export const listGrants = (
  db: Database | Transaction,
  tenantId: string,
  on: PlainDate,
  of: { officerId?: string; delegatedBy?: string } = {},
) => {
  let query = db
    .selectFrom('role_grant as g')
    .innerJoin('officer as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'g.tenant_id').onRef('giver.id', '=', 'g.granted_by'),
    )
    .innerJoin('officer as holder', (join) =>
      join.onRef('holder.tenant_id', '=', 'g.tenant_id').onRef('holder.id', '=', 'g.officer_id'),
    )
    .where('g.tenant_id', '=', tenantId)
    .where('g.revoked_at', 'is', null)
    .where((is) => is.or([is('g.valid_to', 'is', null), is('g.valid_to', '>=', on)]))
    .select(['g.id', 'g.officer_id', 'g.role', 'g.agency_id', 'g.subtree', 'g.valid_from', 'g.valid_to'])
    .select(['g.granted_at', 'g.delegated_from', 'g.reason', 'giver.name as giver_name'])
    .select(['holder.name as holder_name', 'holder.unit as holder_unit'])
    .select(agencyName(on).as('agency'))
    .orderBy('g.valid_from')
    .orderBy('g.id');
  if (of.officerId !== undefined) query = query.where('g.officer_id', '=', of.officerId);
  if (of.delegatedBy !== undefined)
    query = query.where('g.granted_by', '=', of.delegatedBy).where('g.delegated_from', 'is not', null);
  return query.execute();
};

export type GrantRow = Awaited<ReturnType<typeof listGrants>>[number];

/** What the agency is called on a day, else what it was called last. */
const agencyName = (on: PlainDate) => sql<string | null>`(select s.name from agency_span s
  where s.tenant_id = g.tenant_id and s.agency_id = g.agency_id
  order by (s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})) desc, s.valid_from desc limit 1)`;

/** Colleagues to choose from, by a part of their name or unit; not those whose account is closed. */
export async function findOfficers(db: Database, { tenantId }: Pick<Actor, 'tenantId'>, q: string) {
  const rows = await db
    .selectFrom('officer')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'officer.tenant_id').onRef('account.officer_id', '=', 'officer.id'),
    )
    .where('officer.tenant_id', '=', tenantId)
    .where('disabled_at', 'is', null)
    .select(['officer.id', 'officer.name', 'unit'])
    .orderBy('officer.name')
    .execute();
  return rows.filter(({ name, unit }) => holdsWords(q, name, unit)).slice(0, 30);
}

/** Agencies there are on a day, to give a role for, by a part of their name. */
export const findAgenciesToHold = (db: Database, tenantId: string, on: PlainDate, q: string) =>
  db
    .selectFrom('agency_span')
    .where('tenant_id', '=', tenantId)
    .where('valid_from', '<=', on)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', on)]))
    .where((eb) => matches(eb, 'search', q))
    .select(['agency_id as id', 'name'])
    .orderBy('name')
    .limit(30)
    .execute();
