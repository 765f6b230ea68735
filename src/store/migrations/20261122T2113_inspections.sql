-- Inspections of units with their findings, and recommendations from all other sources. What was done is appended to a log; the
-- columns that queries read repeat its fold.

-- One inspection of one unit. `planned`: as it was planned, which the log begins from. `role`: as whom it was planned.
create table inspection (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  kind text not null check (kind in ('planned', 'unannounced', 're-inspection')),
  planned jsonb not null,
  earlier_id uuid,
  role text not null check (role in ('inspector', 'supervisor')),
  planned_at timestamptz not null,
  planned_by uuid not null,
  day date not null,
  content jsonb not null,
  status text not null check (status in ('planned', 'open', 'concluded', 'closed', 'cancelled')),
  opened_on date,
  concluded_on date,
  number text,
  paper_date date,
  seq integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, earlier_id) references inspection (tenant_id, id),
  foreign key (tenant_id, planned_by) references officer (tenant_id, id),
  check ((kind = 're-inspection') = (earlier_id is not null))
);
create index inspection_by_day on inspection (tenant_id, day);
create index inspection_by_agency on inspection (tenant_id, agency_id);
create index inspection_by_earlier on inspection (tenant_id, earlier_id) where earlier_id is not null;

create table inspection_action (
  tenant_id uuid not null,
  inspection_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  day date not null,
  by uuid not null,
  agency_id uuid,
  act jsonb not null,
  primary key (tenant_id, inspection_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, inspection_id) references inspection (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- What was found, as the fold of its inspection has it. `agency_id`: who is to remedy it.
create table inspection_finding (
  tenant_id uuid not null,
  id uuid not null,
  inspection_id uuid not null,
  text text not null,
  remedy text,
  agency_id uuid,
  place text,
  index_name text,
  code text,
  due date,
  status text not null check (status in ('found', 'assigned', 'reported', 'returned', 'closed', 'carried', 'withdrawn')),
  found_on date not null,
  closed_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, inspection_id) references inspection (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  check ((index_name is null) = (code is null))
);
create index inspection_finding_of on inspection_finding (tenant_id, inspection_id);
create index inspection_finding_by_agency on inspection_finding (tenant_id, agency_id) where agency_id is not null;
create index inspection_finding_due on inspection_finding (tenant_id, due) where status in ('assigned', 'returned');

-- What is to be carried out after a state inspection, an audit, a dialogue, an order. `asked`: as it was recorded.
create table recommendation (
  tenant_id uuid not null,
  id uuid not null,
  source text not null check (source in ('state-inspection', 'audit', 'check', 'oversight', 'dialogue', 'voters', 'directive')),
  paper jsonb not null,
  asked jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  text text not null,
  agency_id uuid not null,
  due date,
  status text not null check (status in ('open', 'reported', 'closed', 'withdrawn')),
  percent integer check (percent between 0 and 100),
  closed_on date,
  seq integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, recorded_by) references officer (tenant_id, id)
);
create index recommendation_by_agency on recommendation (tenant_id, agency_id);
create index recommendation_due on recommendation (tenant_id, due) where status = 'open';

create table recommendation_action (
  tenant_id uuid not null,
  recommendation_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  day date not null,
  by uuid not null,
  agency_id uuid,
  act jsonb not null,
  primary key (tenant_id, recommendation_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, recommendation_id) references recommendation (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- Evidence hangs on a finding or a recommendation as it does on a day of work: what counts is the log of what it proves.
create table evidence_proof (
  tenant_id uuid not null,
  evidence_id uuid not null,
  finding_id uuid,
  recommendation_id uuid,
  used boolean not null,
  primary key (tenant_id, evidence_id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, finding_id) references inspection_finding (tenant_id, id),
  foreign key (tenant_id, recommendation_id) references recommendation (tenant_id, id),
  check ((finding_id is null) <> (recommendation_id is null))
);
create index evidence_proof_finding on evidence_proof (tenant_id, finding_id) where finding_id is not null;
create index evidence_proof_recommendation on evidence_proof (tenant_id, recommendation_id) where recommendation_id is not null;

-- What people were told of them, as `reminder` tells of tasks: for one day of one thing, each step once to each person.
create table remedy_reminder (
  tenant_id uuid not null,
  notification_id uuid not null,
  remedy_id uuid not null,
  finding_id uuid,
  recommendation_id uuid,
  officer_id uuid not null,
  step text not null check (step in ('seven', 'three', 'one', 'overdue', 'head', 'focal')),
  due date not null,
  primary key (tenant_id, notification_id, remedy_id, step),
  foreign key (tenant_id, notification_id) references notification (tenant_id, id),
  foreign key (tenant_id, finding_id) references inspection_finding (tenant_id, id),
  foreign key (tenant_id, recommendation_id) references recommendation (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  check (remedy_id = coalesce(finding_id, recommendation_id) and (finding_id is null) <> (recommendation_id is null))
);
create unique index remedy_reminder_once on remedy_reminder (tenant_id, remedy_id, officer_id, step, due);
