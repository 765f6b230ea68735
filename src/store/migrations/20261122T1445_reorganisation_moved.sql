-- When the work, the difficulties and the roles a reorganisation moves were moved: on its day, which may be weeks after it was
-- entered. Until then the old agencies see and do their work. Null: not yet.
alter table reorganisation add column moved_at timestamptz;
update reorganisation set moved_at = at;
create index reorganisation_to_move on reorganisation (effective) where moved_at is null;
