-- Templates of papers: ordinary Word files a province has changed, checked when they came. Which is in use is appended, and
-- null means the built-in one.
create table paper_template (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  name text not null,
  content bytea not null check (octet_length(content) <= 5242880),
  check_result jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
create table paper_template_use (
  tenant_id uuid not null,
  kind text not null,
  seq integer not null check (seq > 0),
  template_id uuid,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, kind, seq),
  foreign key (tenant_id, kind, template_id) references paper_template (tenant_id, kind, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
-- What an office typed into a paper it is writing, by what the paper is about. The latest of a kind says whom the next goes to
-- and who signs it.
create table paper_draft (
  tenant_id uuid not null,
  kind text not null,
  agency_id uuid not null,
  subject text not null check (length(subject) between 1 and 300),
  content jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, kind, agency_id, subject),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
