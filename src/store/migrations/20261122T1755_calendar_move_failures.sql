-- Moving that failed says so and why, until it goes on; a person may give it up, and then what was not moved keeps its day.
alter table calendar_move
  add column failed_at timestamptz,
  add column failure text,
  add column given_up_by uuid,
  add foreign key (tenant_id, given_up_by) references officer (tenant_id, id),
  add check ((failed_at is null) = (failure is null)),
  add check (given_up_by is null or ended_at is not null);
