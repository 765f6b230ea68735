-- A tenant's own working calendar and settings for last days, what people are told of, and their calendar feeds.

-- Every change of the calendar, appended: days set or cleared, settings, or the undo of another change (by its `seq`). What
-- holds now is their fold, so that the screen can say who changed what, when and why.
create table calendar_change (
  tenant_id uuid not null references tenant (id),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  by uuid not null,
  change jsonb not null,
  reason text not null,
  -- how many last days it moved
  moved integer not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);

-- What one person is told at one time: the digest of a day, at most one, or somebody's own urging with a note. `mail`:
-- how it went by mail; "off", "no-address" and "no-server" say why it did not.
create table notification (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('digest', 'nudge')),
  day date not null,
  at timestamptz not null,
  by uuid,
  agency_id uuid,
  note text,
  read_at timestamptz,
  mail text not null check (mail in ('waiting', 'sending', 'sent', 'failed', 'off', 'no-address', 'no-server')),
  mailed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  check ((kind = 'nudge') = (by is not null))
);
create unique index notification_digest on notification (tenant_id, officer_id, day) where kind = 'digest';
create index notification_by_officer on notification (tenant_id, officer_id, at desc);

-- The lines of a notification. What was told is not told again: for one day of the work, each step once. A moved day is
-- another day. Urging by a person is no step and may come again.
create table reminder (
  tenant_id uuid not null,
  notification_id uuid not null,
  occurrence_id uuid not null,
  officer_id uuid not null,
  step text not null check (step in ('seven', 'three', 'one', 'overdue', 'head', 'focal', 'nudge')),
  due date not null,
  primary key (tenant_id, notification_id, occurrence_id, step),
  foreign key (tenant_id, notification_id) references notification (tenant_id, id),
  foreign key (tenant_id, occurrence_id) references occurrence (tenant_id, id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create unique index reminder_once on reminder (tenant_id, occurrence_id, officer_id, step, due) where step <> 'nudge';
create index reminder_nudges on reminder (tenant_id, occurrence_id) where step = 'nudge';

-- Whether a person wants letters. Without a row they do.
create table notification_setting (
  tenant_id uuid not null,
  officer_id uuid not null,
  mail boolean not null,
  primary key (tenant_id, officer_id),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);

-- A person's calendar under a secret address, of which only the hash is kept. One at a time; the others were withdrawn.
create table calendar_feed (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  token_hash bytea not null,
  alarm boolean not null,
  created_at timestamptz not null,
  fetched_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
create unique index calendar_feed_of_officer on calendar_feed (tenant_id, officer_id) where revoked_at is null;
