import type { PlainDate } from '../kernel/plain-date.ts';

/** Who acts, and on whose behalf: every query is bounded by the tenant. */
export type Actor = { tenantId: string; officerId: string };

/** An officer as the product knows them while they work. */
export type Officer = Actor & { name: string; unit: string; tenant: string };

/**
 * What an officer is to the work. administrator: looks after accounts and settings, not after plans · focal: the office
 * that keeps the plan (cơ quan thường trực) · lead: follows a component over all who implement it · monitor: guides and
 * urges · officer: does a unit's work · head: answers by name for a unit's tasks · inspector: checks and re-checks ·
 * supervisor: oversight of Front, council and people's inspection, sees and records but changes nothing · leader: of the
 * province or commune, sees all · auditor: sees all and the audit log.
 */
export const roles = [
  'administrator',
  'focal',
  'lead',
  'monitor',
  'officer',
  'head',
  'inspector',
  'supervisor',
  'leader',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** The agencies something reaches: the whole tenant, or those with these ids. */
export type Reach = 'all' | readonly string[];

/** A role as it holds today: what stands under an agency and what was delegated is counted in already. */
export type HeldRole = { role: Role; agencies: Reach };

/** Who asks, with what they are allowed to today. */
export type Asker = Officer & { roles: readonly HeldRole[] };

/**
 * A role given to an officer from one day to another, both included; `to` null while it lasts. Without an agency it is for
 * the whole tenant. `delegatedFrom` is the grant of whoever is away: the delegated one holds only while that one does.
 */
export type Grant = {
  id: string;
  officerId: string;
  role: Role;
  agencyId: string | null;
  subtree: boolean;
  from: PlainDate;
  to: PlainDate | null;
  delegatedFrom: string | null;
  revoked: boolean;
};

/** Roles that are about the customer as a whole and are never held for one agency, nor handed on during an absence. */
export const wholeRoles: readonly Role[] = ['administrator', 'auditor'];
