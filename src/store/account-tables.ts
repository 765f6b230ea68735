import type { ColumnType, Generated } from 'kysely';
import type { SessionWay } from '../people/links.ts';
import type { Role } from '../people/model.ts';
import type { Screen } from '../people/saved/views.ts';

/** The tables of accounts, roles, sessions and ways to sign in; the reasons stand in their migration. */

export interface AccountTable {
  tenant_id: string;
  officer_id: string;
  login: string;
  login_key: string;
  email: string | null;
  email_key: string | null;
  password_hash: string | null;
  password_at: Date | null;
  totp_secret: Buffer | null;
  totp_at: Date | null;
  totp_step: Generated<number>;
  disabled_at: Date | null;
  created_at: Date;
}

export interface SavedViewTable {
  tenant_id: string;
  officer_id: string;
  id: string;
  screen: Screen;
  name: string;
  query: string;
  saved_at: Date;
}

export interface RecoveryCodeTable {
  tenant_id: string;
  officer_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}

export interface RoleGrantTable {
  tenant_id: string;
  id: string;
  officer_id: string;
  role: Role;
  agency_id: string | null;
  subtree: boolean;
  valid_from: string;
  valid_to: string | null;
  granted_at: Date;
  granted_by: string;
  delegated_from: string | null;
  reason: string | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

export interface SessionTable {
  tenant_id: string;
  token_hash: Buffer;
  officer_id: string;
  created_at: Generated<Date>;
  expires_at: Date;
  id: string;
  step: ColumnType<'open' | 'second', 'open' | 'second' | undefined, 'open' | 'second'>;
  way: SessionWay;
  device: string;
  address: string;
  seen_at: Date;
}

export interface SignInLinkTable {
  tenant_id: string;
  token_hash: Buffer;
  kind: 'setup' | 'invitation' | 'reset';
  officer_id: string | null;
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  used_at: Date | null;
}

export interface SignInCountTable {
  tenant_id: string;
  key: Buffer;
  failed: number;
  since: Date;
  last_at: Date;
  locked_until: Date | null;
}

export interface SignInProviderTable {
  tenant_id: string;
  id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: Buffer;
  match: 'email' | 'subject';
  two_step: boolean;
  removed_at: Date | null;
  created_at: Date;
  created_by: string;
}

export interface SignInIdentityTable {
  tenant_id: string;
  provider_id: string;
  subject: string;
  officer_id: string;
  created_at: Date;
}

export interface AccountTables {
  account: AccountTable;
  recovery_code: RecoveryCodeTable;
  role_grant: RoleGrantTable;
  session: SessionTable;
  sign_in_link: SignInLinkTable;
  sign_in_count: SignInCountTable;
  sign_in_provider: SignInProviderTable;
  sign_in_identity: SignInIdentityTable;
  saved_view: SavedViewTable;
}
