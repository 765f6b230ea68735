-- A plan issued: what is to be done (work items), who owes it (assignments), on which days (occurrences), and what was done
-- about it (actions).

-- Each time a plan was issued: appended, never edited. `counts` says what it made, changed and left.
create table issue (
  tenant_id uuid not null,
  plan_id uuid not null,
  no integer not null check (no > 0),
  at timestamptz not null,
  by uuid not null,
  -- from which day it holds: the plan's own day the first time; a report as of a day before knows nothing of it
  day date not null,
  -- the plan whose open work it took the place of
  supersedes uuid,
  counts jsonb not null,
  primary key (tenant_id, plan_id, no),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, supersedes) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- A task, a duty of the prose, a reporting duty or a directive of a group, as last issued. `key` finds it again when the
-- plan is issued again: the task's id, or where the duty stands.
create table work_item (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('task', 'duty', 'reporting', 'directive')),
  key text not null,
  position integer not null,
  modality text not null check (modality in ('assign', 'request')),
  index_name text,
  dimension text,
  component text,
  codes text[] not null default '{}',
  text text not null,
  result text,
  "time" text,
  schedule jsonb,
  targets jsonb not null default '[]',
  year integer not null,
  search text not null,
  -- left out when the plan was issued again, or replaced by an item of a later plan
  withdrawn_at timestamptz,
  superseded_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, kind, key),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, superseded_by) references work_item (tenant_id, id)
);
create index work_item_by_component on work_item (tenant_id, index_name, dimension);

-- One item × role × agency. `first_agency_id` is whom it was issued to, `agency_id` who holds it now; the columns from
-- `agency_id` on repeat what the fold of its actions says, and are written together with them.
create table assignment (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  role text not null check (role in ('lead', 'implement', 'cooperate', 'monitor')),
  first_agency_id uuid not null,
  printed text not null,
  -- whether this role owes the work on a day: who implements, else who leads
  owes boolean not null,
  -- đề nghị: asked of the Front, a party body, a council; followed, never escalated or ranked
  request boolean not null,
  -- the day of the issue that made it
  since date not null,
  agency_id uuid not null,
  division_id uuid,
  officer_id uuid,
  accepted boolean not null default false,
  closed text check (closed in ('cancelled', 'superseded')),
  seq integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, item_id, role, first_agency_id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, first_agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, division_id) references agency (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create index assignment_by_agency on assignment (tenant_id, agency_id, role);

-- What is owed on one day. `key` is the printed day or the event, so that issuing again finds it. The columns from
-- `agency_id` on repeat the fold. `printed`: the day as printed; `due`: the last day to act; `rule`, `moved`: why.
create table occurrence (
  tenant_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  item_id uuid not null,
  key text not null,
  period text,
  period_from date,
  period_to date,
  -- the first day of a printed stretch
  opens date,
  printed date,
  first_due date,
  rule text not null,
  moved text,
  event text,
  flags text[] not null default '{}',
  since date not null,
  agency_id uuid not null,
  due date,
  -- why `due` was moved after it was issued, and what was asked for when it was returned
  moved_later text,
  returned text,
  status text not null check (status in ('waiting', 'open', 'in-progress', 'done', 'returned', 'cancelled', 'superseded')),
  percent integer not null default 0 check (percent between 0 and 100),
  evidence integer not null default 0,
  completed_on date,
  primary key (tenant_id, id),
  unique (tenant_id, assignment_id, key),
  foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
) with (fillfactor = 90);
-- No index holds the status: what is done changes no index, and finds room on its page.
create index occurrence_of_agency on occurrence (tenant_id, agency_id, due);
create index occurrence_by_item on occurrence (tenant_id, item_id, agency_id);
create index occurrence_by_due on occurrence (tenant_id, due, agency_id, item_id);

-- What was done about an assignment: appended, never edited. `id` is made by who acts, so that sending twice counts once;
-- `agency_id` is for whom they acted, `source` from where: the web, an import, a reorganisation, issuing again. `day` is the
-- day it holds from: when it was recorded in Vietnam, for a reorganisation the day it took effect.
create table assignment_action (
  tenant_id uuid not null,
  assignment_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  occurrence_id uuid,
  at timestamptz not null,
  day date not null,
  by uuid not null,
  agency_id uuid,
  source text not null check (source in ('web', 'import', 'reorganisation', 'issue', 'calendar')),
  act jsonb not null,
  primary key (tenant_id, assignment_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  foreign key (tenant_id, occurrence_id) references occurrence (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- The concrete acts a unit names under a task that holds several, or only a component; `villages` a tick list.
create table concrete_act (
  tenant_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  position integer not null,
  text text not null,
  product text,
  due date,
  villages jsonb not null default '[]',
  done_on date,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);
create index concrete_act_by_assignment on concrete_act (tenant_id, assignment_id);

-- Two items that ask for the same work, of one plan or two: found by the product, decided by a person.
create table item_link (
  tenant_id uuid not null,
  item_id uuid not null,
  other_id uuid not null check (other_id > item_id),
  score real not null,
  decision text check (decision in ('same', 'different')),
  decided_at timestamptz,
  decided_by uuid,
  primary key (tenant_id, item_id, other_id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, other_id) references work_item (tenant_id, id),
  foreign key (tenant_id, decided_by) references officer (tenant_id, id)
);

-- A difficulty raised on a task; its state repeats the fold of its actions.
create table difficulty (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  assignment_id uuid,
  agency_id uuid not null,
  text text not null,
  raised_at timestamptz not null,
  raised_by uuid not null,
  to_agency_id uuid not null,
  answer_by date,
  status text not null check (status in ('raised', 'answered', 'amended', 'withdrawn', 'closed')),
  answered_on date,
  seq integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, to_agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, raised_by) references officer (tenant_id, id)
);
create index difficulty_by_receiver on difficulty (tenant_id, to_agency_id, status);

create table difficulty_action (
  tenant_id uuid not null,
  difficulty_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  by uuid not null,
  agency_id uuid,
  act jsonb not null,
  primary key (tenant_id, difficulty_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, difficulty_id) references difficulty (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
