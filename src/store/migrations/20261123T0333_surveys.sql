-- Surveys of a province. The responses are a Parquet file in the file store, under `sha256`: personal data, which no route ever gives out;
-- taken away (`removed_at`), the file is erased too. `dictionary`: what each column asks; `design`: how the sample was drawn, null until
-- somebody has declared it; `summary`: the design as it was found in the data when it was declared.
create table survey (
  tenant_id uuid not null,
  id uuid not null,
  rev integer not null check (rev > 0),
  title text not null,
  year integer not null check (year between 1990 and 2199),
  agency_id uuid,
  file_name text not null,
  file_size bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  rows integer not null check (rows > 0),
  dictionary jsonb not null,
  design jsonb,
  summary jsonb,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, added_by) references officer (tenant_id, id),
  foreign key (tenant_id, removed_by) references officer (tenant_id, id),
  check ((design is null) = (summary is null)),
  check ((removed_at is null) = (removed_by is null))
);

-- Estimates that somebody kept: what was asked, and what came out of the data, the dictionary and the design of revision `rev`. It is what
-- was told then, so it is never reckoned anew.
create table survey_run (
  tenant_id uuid not null,
  survey_id uuid not null,
  id uuid not null,
  title text not null,
  rev integer not null,
  request jsonb not null,
  result jsonb not null,
  at timestamptz not null,
  by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (tenant_id, survey_id, id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, removed_by) references officer (tenant_id, id),
  check ((removed_at is null) = (removed_by is null))
);
