-- Own plans that units issued outside the product: the focal office notes number and day, so that the register is whole.
create table own_plan_noted (
  tenant_id uuid not null,
  plan_id uuid not null,
  agency_id uuid not null,
  number text not null,
  date date not null,
  at timestamptz not null,
  by uuid not null,
  primary key (tenant_id, plan_id, agency_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, by) references officer (tenant_id, id)
);
