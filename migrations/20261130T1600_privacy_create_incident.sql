-- Something went wrong with data: one form, from which the clocks and every document follow. Says what, never who.
create table privacy.incident (
  tenant_id uuid not null,
  id uuid not null,
  -- practised, not real: the same page and the same documents
  is_drill boolean not null,
  what text not null check (length(what) between 1 and 2000),
  kind text not null check (kind in ('lost', 'sent-wrong', 'seen', 'broken-in', 'unavailable', 'changed', 'other')),
  -- the clocks count from here
  discovered_at timestamptz not null,
  data_kinds text[] not null,
  people text not null check (people in ('none', 'one', 'few', 'tens', 'hundreds', 'more', 'unknown')),
  -- whether somebody who is a danger to them may have it now
  reaches_offender text not null check (reaches_offender in ('yes', 'no', 'unknown')),
  -- the data are of another organisation, which decides and reports itself
  is_processor boolean not null,
  -- a significant incident for the Cyberbeveiligingswet
  is_significant text not null check (is_significant in ('yes', 'no', 'unknown')),
  taken text not null check (length(taken) <= 2000),
  reported_by_name text not null,
  reported_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);
create index incident_by_discovery on privacy.incident (tenant_id, discovered_at desc);

-- What was done about it, one line a step; nothing of it changes afterwards.
create table privacy.incident_step (
  tenant_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  kind text not null check (kind in ('early-warning', 'tell-controller', 'tell-authority', 'not-authority', 'notification',
    'final-report', 'safety-check', 'tell-persons', 'not-persons')),
  -- of a safety check
  outcome text check (outcome in ('safe', 'through-trusted', 'not-safe')),
  note text not null check (length(note) between 1 and 2000),
  done_by_name text not null,
  done_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, incident_id) references privacy.incident (tenant_id, id),
  check ((kind = 'safety-check') = (outcome is not null))
);
create index incident_step_by_incident on privacy.incident_step (tenant_id, incident_id, done_at);
