-- Forms of figures (phiếu số liệu): a lead agency designs one, sends it to units with a day, and gets the answers summed.

-- What is sent is owed like the work of a plan: it gets a plan of its own that stands in no register of plans, so that
-- reminders, days, extensions and reorganisations are those of the work. An answered form is the report of an occurrence
-- (report, report_action, report_version); its answers are fields of items (report_field).
alter table plan add column kind text not null default 'plan' check (kind in ('plan', 'form'));
alter table work_item
  drop constraint work_item_kind_check,
  add constraint work_item_kind_check check (kind in ('task', 'duty', 'reporting', 'directive', 'form'));

-- A form while it is designed: a working copy. `rev` counts its changes, so that who saves over a change they have not seen
-- is told.
create table form (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  title text not null,
  form jsonb not null,
  rev integer not null default 1 check (rev > 0),
  changed_at timestamptz not null,
  changed_by uuid not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, changed_by) references officer (tenant_id, id)
);
create index form_by_agency on form (tenant_id, agency_id);

-- A form as it was sent: never changed, whatever becomes of the copy it was made from. `id` is that of its plan; who sent it and
-- now holds it is who leads its item.
create table form_sending (
  tenant_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  item_id uuid not null,
  form jsonb not null,
  note text,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, item_id),
  foreign key (tenant_id, id) references plan (tenant_id, id),
  foreign key (tenant_id, form_id) references form (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
create index form_sending_by_form on form_sending (tenant_id, form_id);
