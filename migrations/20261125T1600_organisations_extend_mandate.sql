-- When a mandate was given; who gave it stands in the audit log, so that no person is in this table. One that follows from a
-- merger has no end.
alter table organisations.mandate
  alter valid_until drop not null,
  add given_at timestamptz,
  add check (valid_until is not null or capability = 'opvolging');
-- A holder looks for what it was given, whoever gave it.
create index mandate_of_holder on organisations.mandate (holder_id);
