-- Who opened who a person in a signal is, when and why. The reason names nobody.
create table signals.identity_opening (
  tenant_id uuid not null,
  id uuid not null,
  identity_id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  opened_at timestamptz not null,
  opened_by_name text not null,
  reason text not null check (length(reason) between 20 and 1000),
  primary key (tenant_id, id),
  foreign key (tenant_id, identity_id) references signals.identity (tenant_id, id)
);
create index identity_opening_by_report on signals.identity_opening (tenant_id, report_id, opened_at desc);
create index identity_opening_by_time on signals.identity_opening (tenant_id, opened_at desc);
