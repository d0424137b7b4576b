-- When is looked again at the desk of a coordinator: whether she leaves, and what she leaves behind. Empty when there is nothing to look at.
create table care.desk (
  tenant_id uuid not null,
  -- a membership of this organisation
  id uuid not null,
  look_at timestamptz,
  primary key (tenant_id, id)
);
create index desk_to_look on care.desk (look_at, tenant_id, id) where look_at is not null;
insert into care.desk (tenant_id, id, look_at)
  select distinct tenant_id, coordinator_id, timestamptz '2026-12-01 00:00+01' from care.case_file;
