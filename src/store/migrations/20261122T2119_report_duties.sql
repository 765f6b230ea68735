-- Whether a unit reports at all is said by hand, too: added to a round though its plan did not ask it, or excused from it.

-- Given to a unit by hand: issuing the plan again does not take it away, for no plan ever asked for it.
alter table assignment add column by_hand boolean not null default false;

-- Repeats the fold: why nobody waits for the report.
alter table report add column excused text;

-- The general regime of reports of a year: it is issued as a plan that asks for reports and nothing else. `choice` holds which
-- periods, by which days, and who reports.
create table report_regime (
  tenant_id uuid not null,
  year integer not null check (year between 1990 and 2199),
  plan_id uuid not null,
  choice jsonb not null,
  primary key (tenant_id, year),
  unique (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
