-- Few pairs are decided on: those are looked at for every row of the list.
create index candidate_decided on registration.candidate (tenant_id, one_id, other_id) where decided_at is not null;
