-- A change of the calendar moves last days in the background, some at a time: what there is to move and how far it is.
-- `days`: how many when it was saved; `moved`: how many were, told in the transactions that move them. `day` is the day it
-- was saved on: what is past then and stays past is left.
create table calendar_move (
  tenant_id uuid not null,
  seq integer not null,
  day date not null,
  days integer not null check (days > 0),
  moved integer not null default 0,
  items integer not null default 0,
  ended_at timestamptz,
  primary key (tenant_id, seq),
  foreign key (tenant_id, seq) references calendar_change (tenant_id, seq)
);
-- One at a time: the next change is reckoned from where this one ends.
create unique index calendar_move_going on calendar_move (tenant_id) where ended_at is null;
