-- What people were told of concrete acts, as `reminder` tells of tasks: for one day of the act, each step once to each person. An
-- act's row comes and goes with its log, so that only its assignment can be pointed to.
create table concrete_reminder (
  tenant_id uuid not null,
  notification_id uuid not null,
  assignment_id uuid not null,
  concrete_id uuid not null,
  officer_id uuid not null,
  step text not null check (step in ('seven', 'three', 'one', 'overdue', 'head')),
  due date not null,
  primary key (tenant_id, notification_id, assignment_id, concrete_id, step),
  foreign key (tenant_id, notification_id) references notification (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create unique index concrete_reminder_once on concrete_reminder (tenant_id, assignment_id, concrete_id, officer_id, step, due);

-- The acts that have a day, few beside all: what is looked for each morning.
create index concrete_act_due on concrete_act (tenant_id, due) where due is not null;
-- Days that acts were ever given, for calendars that must take back what was removed.
create index assignment_action_concrete_day on assignment_action (tenant_id, assignment_id)
  where act ->> 'kind' = 'concrete' and act -> 'change' ->> 'due' is not null;
