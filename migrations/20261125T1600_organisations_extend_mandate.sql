-- Who gave a mandate. Nobody: it follows from a merger, and then it has no end.
alter table organisations.mandate
  alter valid_until drop not null,
  add given_by text,
  add given_at timestamptz,
  add check (valid_until is not null or capability = 'opvolging');
-- A holder looks for what it was given, whoever gave it.
create index mandate_of_holder on organisations.mandate (holder_id);
