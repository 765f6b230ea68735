-- Officers and their sessions, plans with what was read from them, the review of each, and the confirmed tasks.

-- Who acts. Accounts come with their own migration; names stand only here, so that erasing one erases it everywhere.
create table officer (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  unit text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

-- The token itself is only in the officer's browser; what is stolen from here opens nothing.
create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  officer_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create index session_by_expiry on session (tenant_id, expires_at);

-- One plan as it was added. From `type` on, columns repeat what the draft says now, so that the list needs no folding;
-- they are written together with the actions that change them.
create table plan (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  file_name text not null,
  media_type text not null,
  file_size bigint not null check (file_size > 0),
  sha256 bytea not null,
  reading jsonb not null,
  seq integer not null default 0,
  status text not null default 'draft' check (status in ('draft', 'confirmed')),
  added_at timestamptz not null default now(),
  added_by uuid not null,
  confirmed_at timestamptz,
  removed_at timestamptz,
  type text,
  number text,
  symbol text,
  title text,
  issuer text,
  date date,
  year integer,
  indices text[] not null,
  tasks integer not null,
  doubtful integer not null,
  search text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, added_by) references officer (tenant_id, id)
);
create index plan_by_file on plan (tenant_id, sha256);

-- The document for the left pane, apart from the plan because it is large and seldom asked for. `json`, not `jsonb`:
-- it is never searched and comes out as it went in.
create table plan_document (
  tenant_id uuid not null,
  plan_id uuid not null,
  document json not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);

-- The review of a plan: appended, never edited. `id` is made by the browser, so that sending twice counts once.
create table review_action (
  tenant_id uuid not null,
  plan_id uuid not null,
  seq integer not null check (seq > 0),
  id text not null,
  at timestamptz not null,
  by uuid not null,
  act jsonb not null,
  primary key (tenant_id, plan_id, seq),
  unique (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- What happened to a plan as a whole: appended, never edited. `seq` is how far the review had come.
create table plan_event (
  tenant_id uuid not null,
  plan_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('added', 'confirmed', 'reopened', 'removed', 'restored')),
  at timestamptz not null,
  by uuid not null,
  seq integer not null,
  tasks integer not null,
  primary key (tenant_id, plan_id, no),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- A task as last confirmed. It keeps its id when the plan is confirmed again; `withdrawn_at` says it was left out then.
-- It is in the matrix while its plan is confirmed and not removed.
create table task (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  draft_id text not null,
  position integer not null,
  index_name text,
  schedule_kinds text[] not null,
  fields jsonb not null,
  source jsonb not null,
  quote text[] not null,
  search text not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, draft_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
create index task_by_index on task (tenant_id, index_name) where withdrawn_at is null;

-- The agencies of a task by role, folded for filters that ignore marks.
create table task_agency (
  tenant_id uuid not null,
  task_id uuid not null,
  role text not null check (role in ('lead', 'implement', 'cooperate', 'monitor')),
  position integer not null,
  name text not null,
  search text not null,
  primary key (tenant_id, task_id, role, position),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade
);
create index task_agency_by_name on task_agency (tenant_id, search);
