-- Help that was asked without consent, in an emergency: on what it rests, why, and who looked along afterwards. The message of it is of a
-- kind of its own, so that every copy shows it. The reason is sealed with the rest.
alter table registration.help_request
  add column ground text not null default 'consent' check (ground in ('consent', 'vital-interest')),
  add column checked_at timestamptz,
  add column checked_by_name text,
  add constraint help_request_checked check ((checked_at is null) = (checked_by_name is null)),
  add constraint help_request_checked_emergency check (checked_at is null or ground = 'vital-interest');
alter table registration.help_request alter column ground drop default;
