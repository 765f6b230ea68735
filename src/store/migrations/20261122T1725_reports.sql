-- Reports: what an agency owes on a day of a reporting item. A report has the id of that occurrence, and no holder, period or day
-- of its own: reorganisations, extensions and moves of the calendar are those of the work.

-- The columns repeat the fold of its actions. A row is made when it is first written to or acted on.
create table report (
  tenant_id uuid not null,
  id uuid not null,
  status text not null check (status in ('writing', 'submitted', 'sent', 'received', 'returned')),
  version integer not null check (version > 0),
  reason text,
  mend_by date,
  first_sent_on date,
  sent_on date,
  answered boolean not null,
  received_on date,
  granted_until date,
  seq integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references occurrence (tenant_id, id)
);

-- `closed`: whether its round was closed when it was done. `act_id`: the act about the work that went with it.
create table report_action (
  tenant_id uuid not null,
  report_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  day date not null,
  by uuid not null,
  closed boolean not null,
  act_id uuid,
  act jsonb not null,
  primary key (tenant_id, report_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- What was written, field by field: a working copy. `rev` counts the changes of a field, so that who saves over a change they have
-- not seen is told, and texts are merged. `key`: the item or the component of a line.
create table report_field (
  tenant_id uuid not null,
  report_id uuid not null,
  part text not null check (part in ('whole', 'item', 'component')),
  key text not null,
  field text not null,
  rev integer not null check (rev > 0),
  value jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, report_id, part, key, field),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- What was sent, as it was sent: `seq` is that of the action that sent it. Never changed.
create table report_version (
  tenant_id uuid not null,
  report_id uuid not null,
  seq integer not null,
  version integer not null,
  content jsonb not null,
  primary key (tenant_id, report_id, seq),
  foreign key (tenant_id, report_id, seq) references report_action (tenant_id, report_id, seq)
);

-- What is done about a round as a whole: closing and opening it, leaving a report out of the sums. Never edited.
create table report_round_action (
  tenant_id uuid not null,
  plan_id uuid not null,
  round text not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  by uuid not null,
  act jsonb not null,
  primary key (tenant_id, plan_id, round, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

create index work_item_reporting on work_item (tenant_id, plan_id) where kind = 'reporting';
