-- Registers of recommendations come as tables. A file that was taken over can be taken back: what nobody has touched since is
-- withdrawn. `recommendation.import_id`: the file it came from.
create table recommendation_import (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  sha256 bytea not null,
  count integer not null check (count > 0),
  at timestamptz not null,
  by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id),
  foreign key (tenant_id, undone_by) references officer (tenant_id, id),
  check ((undone_at is null) = (undone_by is null))
);
alter table recommendation
  add column import_id uuid,
  add foreign key (tenant_id, import_id) references recommendation_import (tenant_id, id);
create index recommendation_by_import on recommendation (tenant_id, import_id) where import_id is not null;
