-- What was issued by mistake and withdrawn before anybody had acted on it: appended, never edited. `no`: the last time the
-- plan had been issued by then; issued once more, it holds again.
create table issue_withdrawal (
  tenant_id uuid not null,
  plan_id uuid not null,
  no integer not null,
  at timestamptz not null,
  by uuid not null,
  reason text not null,
  counts jsonb not null,
  primary key (tenant_id, plan_id, no),
  foreign key (tenant_id, plan_id, no) references issue (tenant_id, plan_id, no),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
