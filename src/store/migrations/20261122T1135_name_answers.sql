-- What an officer said a printed name means, where the directory alone could not tell. It holds for the plans of one issuer:
-- "Phòng Kinh tế" of one town is not that of the next. `key` is the name folded for comparing; `meaning` names agencies, a group by
-- its query, or nobody. The latest answer counts; each is in the audit log.
create table name_answer (
  tenant_id uuid not null,
  issuer_id uuid not null,
  key text not null check (key <> ''),
  printed text not null,
  meaning jsonb not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, issuer_id, key),
  foreign key (tenant_id, issuer_id) references agency (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
