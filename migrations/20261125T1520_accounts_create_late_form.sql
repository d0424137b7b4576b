-- A form that arrived after the session had ended, kept for its writer. The key is in a cookie of her browser and nowhere else;
-- an hour later the row is swept away.
create table accounts.late_form (
  id uuid primary key,
  person_id uuid not null references accounts.person,
  path text not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index late_form_by_age on accounts.late_form (created_at);
