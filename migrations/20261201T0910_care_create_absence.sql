-- That a coordinator is away between two days, and who stands in for her. She says so herself; nobody takes a case by saying it of another.
create table care.absence (
  tenant_id uuid not null,
  id uuid not null,
  -- memberships of this organisation
  membership_id uuid not null,
  stands_in_id uuid not null,
  from_on date not null,
  until_on date not null,
  recorded_on date not null,
  primary key (tenant_id, id),
  check (until_on >= from_on),
  check (stands_in_id <> membership_id)
);
create index absence_by_member on care.absence (tenant_id, membership_id, until_on);
