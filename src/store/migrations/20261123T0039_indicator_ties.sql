-- An indicator made by hand and tied to a task stands in its reports after the targets the plan prints, at `target_no` counted from 0. A
-- place once taken is never another's, for reports that were sent state their figures by it: a tie ends, it is not taken away.
create table indicator_tie (
  tenant_id uuid not null,
  item_id uuid not null,
  target_no integer not null check (target_no >= 0),
  indicator_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  ended_at timestamptz,
  primary key (tenant_id, item_id, target_no),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
create unique index indicator_tie_open on indicator_tie (tenant_id, indicator_id) where ended_at is null;
