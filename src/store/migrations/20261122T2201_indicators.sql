-- Indicators: the measurable results of plans, unit × indicator × month. The one place their figures are kept: reports read them from
-- here and write them here.

-- `definition`: name, kind, who gives it, targets, baselines. `target_no`: the place of the target of its task it was made from, counted
-- from 0; a target has one indicator at most.
create table indicator (
  tenant_id uuid not null,
  id uuid not null,
  rev integer not null check (rev > 0),
  plan_id uuid,
  item_id uuid,
  target_no integer check (target_no >= 0),
  definition jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  retired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, made_by) references officer (tenant_id, id),
  check (target_no is null or item_id is not null)
);
create unique index indicator_target on indicator (tenant_id, item_id, target_no)
  where target_no is not null and retired_at is null;

-- A file that was taken over. Undone, what it stated and nobody stated anew is taken back.
create table indicator_import (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  sha256 bytea not null check (length(sha256) = 32),
  figures integer not null,
  at timestamptz not null,
  by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, undone_by) references officer (tenant_id, id),
  check ((undone_at is null) = (undone_by is null))
);

-- What was stated, in order and never changed: the last is what holds; all null, it was taken back. `period`: "2026-05", "2026-Q2",
-- "2026-H1", "2026". `reason`: why what another day or another person had stated was corrected.
create table indicator_value (
  tenant_id uuid not null,
  indicator_id uuid not null,
  agency_id uuid not null,
  period text not null,
  rev integer not null check (rev > 0),
  value double precision,
  part double precision,
  whole double precision,
  origin jsonb not null,
  import_id uuid,
  reason text,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, indicator_id, agency_id, period, rev),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, import_id) references indicator_import (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
create index indicator_value_import on indicator_value (tenant_id, import_id) where import_id is not null;

-- How files of one heading are read (`shape`: SHA-256 of the headings without their figures), as somebody last confirmed it.
create table indicator_mapping (
  tenant_id uuid not null,
  shape bytea not null check (length(shape) = 32),
  mapping jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, shape),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
