-- When an absence begins or ends next: then somebody stands in, or gives it back. Empty when both are behind, and for those of before.
alter table care.absence add column next_at timestamptz;
alter table care.absence add column begun_at timestamptz;
create index absence_next on care.absence (next_at, tenant_id, id) where next_at is not null;

-- Who stands in, does so for this absence alone.
alter table care.case_file add column for_absence_id uuid;
create index case_file_for_absence on care.case_file (tenant_id, for_absence_id) where for_absence_id is not null;
