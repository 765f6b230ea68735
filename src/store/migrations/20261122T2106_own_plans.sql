-- The plans of units that carry out an issued plan: drafted from it on screen, or brought as a file, then issued as plans of their own.

-- A unit's own plan stands beside the plan it carries out; what it asks for is asked within the unit and counted there.
alter table plan
  add column mother_id uuid,
  add column agency_id uuid,
  add foreign key (tenant_id, mother_id) references plan (tenant_id, id),
  add foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  add check ((mother_id is null) = (agency_id is null));
create index plan_mother on plan (tenant_id, mother_id) where mother_id is not null;

-- One row once a unit has begun. `days`: working days before the mother plan's; `opened_on`: no day before it is ever drafted.
-- `child_id`: the plan it became, or the file it is read from. `checks`: what was found of its content when it was issued.
create table own_plan (
  tenant_id uuid not null,
  plan_id uuid not null,
  agency_id uuid not null,
  days integer not null check (days between 0 and 60),
  opened_on date not null,
  seq integer not null default 0,
  child_id uuid,
  issued_on date,
  checks jsonb,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, plan_id, agency_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, child_id) references plan (tenant_id, id),
  foreign key (tenant_id, changed_by) references officer (tenant_id, id),
  check (issued_on is null or child_id is not null)
);
create index own_plan_child on own_plan (tenant_id, child_id) where child_id is not null;

-- What was changed of the draft, in its order; the draft is what follows from the mother plan, with these. Never changed.
create table own_plan_edit (
  tenant_id uuid not null,
  plan_id uuid not null,
  agency_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  by uuid not null,
  edit jsonb not null,
  primary key (tenant_id, plan_id, agency_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, plan_id, agency_id) references own_plan (tenant_id, plan_id, agency_id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- Which task of a unit's plan carries out which item of the mother plan: its progress counts there.
create table own_plan_task (
  tenant_id uuid not null,
  child_id uuid not null,
  child_key text not null,
  item_id uuid not null,
  primary key (tenant_id, child_id, child_key, item_id),
  foreign key (tenant_id, child_id) references plan (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id)
);
create index own_plan_task_item on own_plan_task (tenant_id, item_id);

-- The day by which units issue theirs, where the plan itself prints none: set by the focal office, with what says so.
create table own_plan_day (
  tenant_id uuid not null,
  plan_id uuid not null,
  due date not null,
  ground text,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- How far a unit's own plan is, is told to the mother plan's task.
alter table assignment_action drop constraint assignment_action_source_check;
alter table assignment_action add constraint assignment_action_source_check
  check (source in ('web', 'import', 'reorganisation', 'issue', 'calendar', 'own-plan'));
