-- Files on their way to becoming plans, second files of a plan, and what confirmed corrections have taught.

-- A file that has been received whole and is read in the background. It lies under its id among the incoming files until it
-- is read or cancelled. `rev` grows with every change, so that a screen can wait for the next one.
create table intake (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  rev integer not null default 1,
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  sha256 bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'done', 'failed', 'cancelled')),
  step text check (step in ('pages', 'recognise')),
  done integer not null default 0,
  "of" integer not null default 0,
  problem jsonb,
  -- the plan a second file belongs to, or the plan that was made
  plan_id uuid,
  -- the version that was made, for a second file
  version integer,
  second_file boolean not null default false,
  added_at timestamptz not null,
  added_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, added_by) references officer (tenant_id, id)
);
create index intake_by_change on intake (tenant_id, changed_at);

-- The plan repeats what its current version says. `since`: actions after it belong to the current version's draft. `ids`:
-- the ids of the reading's tasks where they are not simply t1, t2 …; `columns`: what officers said its columns mean.
alter table plan
  add column version integer not null default 1,
  add column since integer not null default 0,
  add column ids text[],
  add column columns jsonb not null default '[]';

-- The files and readings of a plan that has had more than one; a plan with one has no rows here. `actions` is what its draft
-- was made by when it was left, so that it can be gone back to.
create table plan_version (
  tenant_id uuid not null,
  plan_id uuid not null,
  no integer not null check (no > 0),
  origin text not null check (origin in ('file', 'columns')),
  file_name text not null,
  media_type text not null,
  file_size bigint not null,
  sha256 bytea not null,
  reading jsonb not null,
  document json not null,
  ids text[],
  columns jsonb not null default '[]',
  actions jsonb,
  accepted_at timestamptz,
  dropped_at timestamptz,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (tenant_id, plan_id, no),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, added_by) references officer (tenant_id, id)
);

-- An action copied from the draft of another version: it happened then, not now.
alter table review_action add column carried boolean not null default false;

alter table plan_event
  add column version integer,
  drop constraint plan_event_kind_check,
  add constraint plan_event_kind_check check (kind in ('added', 'confirmed', 'reopened', 'removed', 'restored',
    'version-proposed', 'version-accepted', 'version-dropped', 'columns-set'));

-- What confirmed corrections have taught a customer. The columns after `key` repeat the last of its changes.
create table lesson (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('header', 'agency', 'code')),
  key text not null,
  printed text not null,
  index_name text,
  value text[] not null,
  plan_id uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, kind, key),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, changed_by) references officer (tenant_id, id)
);

-- What happened to a lesson: appended, never edited. `action_id` is the correction it was learned from.
create table lesson_change (
  tenant_id uuid not null,
  lesson_id uuid not null,
  no integer not null check (no > 0),
  what text not null check (what in ('learned', 'edited', 'removed', 'restored')),
  value text[] not null,
  plan_id uuid,
  action_id text,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, lesson_id, no),
  foreign key (tenant_id, lesson_id) references lesson (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
