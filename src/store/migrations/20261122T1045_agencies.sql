-- The agencies of a customer over time: who there was on any day, under whom, under which names, and what became of them.

-- An agency has a lasting id; what changes over time stands in its spans. `unit_code` and `unit_valid_from` are the
-- administrative unit it governs ("UBND xã Tân Lập"), for there a code alone is no identity.
create table agency (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('committee', 'council', 'department', 'division', 'service', 'party', 'front', 'mass',
    'central', 'village', 'other')),
  level text not null check (level in ('central', 'province', 'district', 'commune', 'village')),
  unit_code text,
  unit_valid_from date,
  -- how it stands in the official order of agencies
  position integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  check ((unit_code is null) = (unit_valid_from is null))
);
create index agency_by_unit on agency (tenant_id, unit_code, unit_valid_from);

-- Both days included; null while it lasts. Spans of one agency never overlap: the application asserts it in the transaction.
create table agency_span (
  tenant_id uuid not null,
  agency_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  name text not null,
  short_name text,
  parent_id uuid,
  search text not null,
  primary key (tenant_id, agency_id, valid_from),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, parent_id) references agency (tenant_id, id)
);
create index agency_span_by_parent on agency_span (tenant_id, parent_id);

-- Other names it is printed under: typed by an officer, or learned where a printed name was resolved.
create table agency_alias (
  tenant_id uuid not null,
  agency_id uuid not null,
  alias text not null,
  search text not null,
  origin text not null check (origin in ('template', 'typed', 'resolved', 'imported')),
  added_at timestamptz not null default now(),
  primary key (tenant_id, agency_id, search),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index agency_alias_by_search on agency_alias (tenant_id, search);

-- A reorganisation as it was entered: appended, never edited. `details` says what was asked, `moved` counts what it moved.
create table reorganisation (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('create', 'merge', 'split', 'rename', 'abolish', 'move-function', 'move-parent', 'undo')),
  effective date not null,
  resolution text,
  details jsonb not null,
  moved jsonb not null default '{}',
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- Who took over from whom, on which day. `function` is null where the whole went over.
create table agency_succession (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  effective date not null,
  function text,
  reorganisation_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references agency (tenant_id, id),
  foreign key (tenant_id, to_id) references agency (tenant_id, id),
  foreign key (tenant_id, reorganisation_id) references reorganisation (tenant_id, id)
);
create index agency_succession_by_from on agency_succession (tenant_id, from_id);
create index agency_succession_by_to on agency_succession (tenant_id, to_id);
