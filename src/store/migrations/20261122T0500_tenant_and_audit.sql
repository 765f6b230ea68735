-- The list of customer organisations, and the audit log that every change writes to.

-- A tenant has a lasting id of its own, never a place code: provinces merge.
create table tenant (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

-- One entry per action, written in the transaction of its change. Ids and figures only, no personal values.
create table audit_entry (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor uuid not null,
  action text not null,
  subject uuid,
  details jsonb not null default '{}',
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, id)
);

-- Entries that wait for their seal. Written together with the entry, so a row is seen here only after its commit.
create table audit_pending (
  tenant_id uuid not null,
  entry_id uuid not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references audit_entry (tenant_id, id)
);

-- The chain: each seal holds the hash of its entry together with the hash of the seal before it.
create table audit_seal (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  previous bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq),
  unique (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references audit_entry (tenant_id, id)
);

-- How far a tenant's chain reaches, so that a chain cut short at its end is noticed too.
create table audit_head (
  tenant_id uuid primary key references tenant (id),
  seq bigint not null,
  hash bytea not null
);

-- Entries and seals are only ever added. The trigger looks at its own row alone, so it also works on one shard.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: the audit log is append-only', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function refuse_change();
