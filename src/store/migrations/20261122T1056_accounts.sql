-- Accounts of officers, the roles they hold for agencies over time, their sessions, and the ways in.

-- What a customer is called in the address of the sign-in page, where one server has several.
alter table tenant add column code text check (code ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$');
create unique index tenant_by_code on tenant (code) where code is not null;

-- One account of an officer. Secrets are encrypted with a key that is not in the database. `totp_step` is the last time
-- step a code was taken for, so that no code opens twice. `login_key` and `email_key` are folded for comparison.
create table account (
  tenant_id uuid not null,
  officer_id uuid not null,
  login text not null,
  login_key text not null,
  email text,
  email_key text,
  password_hash text,
  password_at timestamptz,
  totp_secret bytea,
  totp_at timestamptz,
  totp_step bigint not null default 0,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, officer_id),
  unique (tenant_id, login_key),
  unique (tenant_id, email_key),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  check ((email is null) = (email_key is null)),
  check (totp_at is null or totp_secret is not null)
);

-- Each opens once, when the telephone is lost. Only a keyed hash is kept.
create table recovery_code (
  tenant_id uuid not null,
  officer_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, officer_id, code_hash),
  foreign key (tenant_id, officer_id) references account (tenant_id, officer_id) on delete cascade
);

-- A role held for an agency (and what stands under it on the day, if said) or, without one, for the whole customer. Days
-- are inclusive. Never changed but by being revoked. A delegated role holds only while the one it was delegated from does.
create table role_grant (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  role text not null check (role in ('administrator', 'focal', 'lead', 'monitor', 'officer', 'head', 'inspector',
    'supervisor', 'leader', 'auditor')),
  agency_id uuid,
  subtree boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_at timestamptz not null,
  granted_by uuid not null,
  delegated_from uuid,
  reason text,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, granted_by) references officer (tenant_id, id),
  foreign key (tenant_id, delegated_from) references role_grant (tenant_id, id),
  check ((revoked_at is null) = (revoked_by is null)),
  check (delegated_from is null or (valid_to is not null and reason is not null))
);
create index role_grant_by_officer on role_grant (tenant_id, officer_id) where revoked_at is null;
create index role_grant_by_agency on role_grant (tenant_id, agency_id, role) where revoked_at is null;

-- Sessions are listed and revoked by an id of their own; the hash of the token never leaves the database. `step`: a
-- session that waits for its second step opens nothing else.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column step text not null default 'open' check (step in ('open', 'second')),
  add column way text not null default 'demo' check (way in ('demo', 'password', 'totp', 'recovery', 'provider', 'setup')),
  add column device text not null default '',
  add column address text not null default '',
  add column seen_at timestamptz not null default now();
alter table session
  alter column id drop default,
  add unique (tenant_id, id);
create index session_by_officer on session (tenant_id, officer_id);

-- Links that work once and for a time: first set-up, invitation, a new password. The token is only in the link.
create table sign_in_link (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null,
  kind text not null check (kind in ('setup', 'invitation', 'reset')),
  officer_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, officer_id) references account (tenant_id, officer_id),
  check ((kind = 'setup') = (officer_id is null))
);
create index sign_in_link_by_officer on sign_in_link (tenant_id, officer_id);

-- How often somebody has failed to sign in, by a keyed hash of the login or of the address, whether such an account exists
-- or not: so that the answer does not tell, and several servers count together.
create table sign_in_count (
  tenant_id uuid not null references tenant (id),
  key bytea not null,
  failed integer not null,
  since timestamptz not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (tenant_id, key)
);
create index sign_in_count_by_time on sign_in_count (tenant_id, last_at);

-- Whom a customer lets sign its officers in (OpenID Connect): recognised by a verified e-mail address, or only by who the
-- provider has said they are before.
create table sign_in_provider (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  match text not null check (match in ('email', 'subject')),
  removed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references officer (tenant_id, id)
);

create table sign_in_identity (
  tenant_id uuid not null,
  provider_id uuid not null,
  subject text not null,
  officer_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, provider_id, subject),
  foreign key (tenant_id, provider_id) references sign_in_provider (tenant_id, id),
  foreign key (tenant_id, officer_id) references account (tenant_id, officer_id)
);
