import type { PlainDate } from '../kernel/plain-date.ts';
import type { AccountLine, DelegationView, GrantView, ProviderView, SessionView } from '../people/views.ts';
import type { AccountListRow, GrantRow } from '../store/accounts-list.ts';
import type { SessionRow } from '../store/sessions.ts';
import type { ProviderRow } from '../store/sign-in-providers.ts';

/** The way out of the API for what is about people: rows become the shapes of src/people/views.ts. */

export const presentGrant = (grant: GrantRow, today: PlainDate): GrantView => ({
  id: grant.id,
  role: grant.role,
  agencyId: grant.agency_id,
  agency: grant.agency,
  subtree: grant.subtree,
  from: grant.valid_from,
  to: grant.valid_to,
  state: grant.valid_from > today ? 'later' : grant.valid_to !== null && grant.valid_to < today ? 'past' : 'now',
  grantedBy: grant.giver_name,
  grantedAt: grant.granted_at.toISOString(),
  delegatedBy: grant.delegated_from === null ? null : grant.giver_name,
  reason: grant.reason,
});

export const presentDelegation = (grant: GrantRow, today: PlainDate): DelegationView => ({
  ...presentGrant(grant, today),
  to: grant.valid_to ?? '',
  officer: grant.holder_name,
  officerUnit: grant.holder_unit,
});

export const presentSessionLine = (session: SessionRow, current: string | null): SessionView => ({
  id: session.id,
  current: session.id === current,
  way: session.way,
  device: session.device,
  address: session.address,
  openedAt: session.created_at.toISOString(),
  seenAt: session.seen_at.toISOString(),
});

export const presentAccount = (
  row: AccountListRow,
  grants: readonly GrantRow[],
  today: PlainDate,
  locked: boolean,
): AccountLine => ({
  id: row.id,
  name: row.name,
  unit: row.unit,
  login: row.login,
  email: row.email,
  state: stateOf(row, locked),
  totp: row.totp_at !== null,
  seenAt: row.seen_at ? new Date(row.seen_at).toISOString() : null,
  roles: grants.filter(({ officer_id }) => officer_id === row.id).map((grant) => presentGrant(grant, today)),
});

function stateOf(row: AccountListRow, locked: boolean): AccountLine['state'] {
  if (row.has_account === null) return 'none';
  if (row.disabled_at) return 'disabled';
  if (row.password_at === null && !row.has_identity) return 'invited';
  return locked ? 'locked' : 'active';
}

export const presentProvider = (row: ProviderRow, redirect: string): ProviderView => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  match: row.match,
  twoStep: row.two_step,
  redirect,
});
