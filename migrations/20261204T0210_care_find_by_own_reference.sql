-- Under what a case is found in the own system: sealed by itself, so that a list can show it without opening what the case says.
alter table care.case_file add column reference bytea;
alter table care.case_file add column reference_index bytea;
alter table care.case_file add constraint case_file_reference check ((reference is null) = (reference_index is null));
create index case_file_by_reference on care.case_file (tenant_id, reference_index) where reference_index is not null;
