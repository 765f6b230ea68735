-- Consolidated reports are reports one level up: written, approved and corrected like any other. Where a plan asks for one by a day it is
-- that occurrence; what a lead sums up of its components, a look back over several periods, or what an office gathers unasked
-- has no occurrence, and its identity stands here. `scope` whole: all who report to the agency; lead: the tasks it leads, of everybody.
create table report_gathering (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  round text not null,
  scope text not null check (scope in ('whole', 'lead')),
  agency_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, round, scope, agency_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- A report is one or the other, and there is none of neither.
alter table report add column gathered boolean not null default false;
alter table report add column occurrence_id uuid generated always as (case when gathered then null else id end) stored;
alter table report add column gathering_id uuid generated always as (case when gathered then id end) stored;
alter table report drop constraint report_tenant_id_id_fkey;
alter table report add foreign key (tenant_id, occurrence_id) references occurrence (tenant_id, id);
alter table report add foreign key (tenant_id, gathering_id) references report_gathering (tenant_id, id);

-- What an office made of a drafted paragraph: a field like any other.
alter table report_field drop constraint report_field_part_check;
alter table report_field add check (part in ('whole', 'item', 'component', 'paragraph'));

-- Of a consolidated report: its paragraphs with their sources, and the figures they were made of, as they were approved.
alter table report_version add column gathered jsonb;
