-- Evidence: typed pieces that prove work, each of one or several days of work. What counts stays the act on the occurrence; a
-- piece says what that act was about.

-- A file of evidence under the hash of its content, once however often it is used. `kind`: what it was found to be by its content.
-- scan: waiting (not scanned yet) · clean · infected (kept away from everybody) · too-large (more than the scanner takes).
create table evidence_file (
  tenant_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size > 0),
  kind text not null,
  added_at timestamptz not null,
  scan text not null check (scan in ('waiting', 'clean', 'infected', 'too-large')),
  scanned_at timestamptz,
  threat text,
  preview text not null default 'unmade' check (preview in ('unmade', 'made', 'none')),
  picture bytea,
  primary key (tenant_id, sha256),
  foreign key (tenant_id) references tenant (id),
  check ((scan = 'infected') = (threat is not null)),
  check ((preview = 'made') = (picture is not null))
);
create index evidence_file_waiting on evidence_file (added_at) where scan = 'waiting';

-- `details`: the typed fields, as they were stated. Never changed: who has to mend one takes it away and adds another.
create table evidence (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  kind text not null check (kind in ('document', 'page', 'broadcast', 'media', 'training', 'meeting', 'inspection', 'disclosure')),
  day date,
  details jsonb not null,
  sha256 bytea,
  file_name text,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, sha256) references evidence_file (tenant_id, sha256),
  foreign key (tenant_id, added_by) references officer (tenant_id, id),
  foreign key (tenant_id, removed_by) references officer (tenant_id, id),
  check ((sha256 is null) = (file_name is null)),
  check ((removed_at is null) = (removed_by is null))
);

-- Which days of work a piece proves. `act_id`: the last act about it in the log of that work (the count, its undo, the undo of
-- that), which is what the next step takes back.
create table evidence_use (
  tenant_id uuid not null,
  evidence_id uuid not null,
  occurrence_id uuid not null,
  act_id uuid not null,
  used boolean not null,
  primary key (tenant_id, evidence_id, occurrence_id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, occurrence_id) references occurrence (tenant_id, id)
);
create index evidence_use_occurrence on evidence_use (tenant_id, occurrence_id);
