-- A telephone call at CoMensha, kept from its first word. Registering and placing are two tasks: a call that is about both is two rows
-- with one code, each opened for its own purpose, and what one says is sealed in another column than what the other says.
create table registration.call (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- random, how the caller and CoMensha speak of it
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  task text not null check (task in ('registration', 'placement')),
  branch text not null check (branch in ('open', 'registration', 'shelter', 'advice')),
  opened_at timestamptz not null,
  opened_by_name text not null,
  saved_by_name text not null,
  closed_at timestamptz,
  outcome text check (outcome in ('registered', 'help-request', 'passed-on', 'advised', 'hung-up')),
  -- the record of the register that was made of it; that one may be erased before it
  record_id uuid,
  -- when something is still to be asked
  ask_on date,
  version integer not null default 1,
  content bytea,
  help_content bytea,
  primary key (tenant_id, id),
  unique (tenant_id, code, task),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check ((closed_at is null) = (outcome is null)),
  check (record_id is null or outcome = 'registered'),
  check (case task when 'registration' then content is not null and help_content is null
    else help_content is not null and content is null end)
);
-- those that are open first, then the newest
create index call_by_task on registration.call (tenant_id, task, (closed_at is null) desc, opened_at desc, id);
