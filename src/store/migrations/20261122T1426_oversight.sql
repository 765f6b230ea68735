-- Oversight (giám sát): what supervisors and inspectors record about units, and what follows. Nothing of the work refers to it.

-- One entry, about one unit: as a whole, one task of it, or a component as its tasks name it. Never edited; `status` and
-- `answered_on` repeat the fold of its actions. `role`: as whom it was recorded. `day`: when it was seen.
create table oversight (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  about text not null check (about in ('unit', 'item', 'component')),
  item_id uuid,
  index_name text,
  dimension text,
  component text,
  day date not null,
  form text not null check (form in ('regular', 'thematic', 'survey', 'petition', 'check')),
  participants text,
  seen text not null,
  recommendation text,
  wished_by date,
  refs jsonb not null default '[]',
  role text not null check (role in ('supervisor', 'inspector')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  status text not null check (status in ('noted', 'waiting', 'answered', 'satisfied', 'unsatisfied', 'withdrawn')),
  answered_on date,
  seq integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, recorded_by) references officer (tenant_id, id),
  check ((about = 'item') = (item_id is not null)),
  check (wished_by is null or recommendation is not null)
);
create index oversight_by_agency on oversight (tenant_id, agency_id, status);
create index oversight_by_item on oversight (tenant_id, item_id) where item_id is not null;

create table oversight_action (
  tenant_id uuid not null,
  oversight_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  at timestamptz not null,
  by uuid not null,
  agency_id uuid,
  act jsonb not null,
  primary key (tenant_id, oversight_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, oversight_id) references oversight (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- Told one by one beside the day's digest: a recommendation to the unit, its answer to who recommended, and that it did not
-- satisfy to the unit again. Such a notification has no lines; it is about an entry.
alter table notification
  drop constraint notification_kind_check,
  drop constraint notification_check,
  add column oversight_id uuid,
  add constraint notification_kind_check check (kind in ('digest', 'nudge', 'recommended', 'answered', 'unsatisfied')),
  add constraint notification_by_check check ((kind = 'digest') = (by is null)),
  add constraint notification_about_check check ((kind in ('digest', 'nudge')) = (oversight_id is null)),
  add foreign key (tenant_id, oversight_id) references oversight (tenant_id, id);
