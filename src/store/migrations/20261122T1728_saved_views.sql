-- Filters of a screen an officer keeps under a name, as the query of its address. Own settings: they go where the officer
-- signs in, and nobody else sees them.
create table saved_view (
  tenant_id uuid not null,
  officer_id uuid not null,
  id uuid not null,
  screen text not null check (screen in ('matrix', 'assignments', 'follow')),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  saved_at timestamptz not null,
  primary key (tenant_id, officer_id, id),
  unique (tenant_id, officer_id, screen, name),
  foreign key (tenant_id, officer_id) references officer (tenant_id, id)
);
