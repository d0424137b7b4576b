-- Cases of before a list showed under what they are found in the own system: each waits here until that is written beside what it says.
create table care.reference_sweep (
  tenant_id uuid not null,
  -- a case of this organisation
  id uuid not null,
  dossier_id uuid not null,
  sweep_at timestamptz not null,
  primary key (tenant_id, id)
);
create index reference_to_sweep on care.reference_sweep (sweep_at, tenant_id, id);
insert into care.reference_sweep (tenant_id, id, dossier_id, sweep_at)
  select tenant_id, id, dossier_id, timestamptz '2026-12-01 00:00+01' from care.case_file where reference is null;
