-- The list of the register shows by day what is not known yet, and from there whether somebody may be the same.
create index delivery_incomplete on registration.delivery (tenant_id, received_on desc, id desc)
  where cardinality(unknown_parts) > 0;
create index candidate_open on registration.candidate (tenant_id, one_id, other_id) where decided_at is null;
