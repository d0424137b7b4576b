create schema audit;

-- One row per command: was it allowed, and if not, why not. Stays when the deed is rolled back.
create table audit.decision (
  tenant_id uuid not null,
  id uuid not null,
  trace_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  role text not null,
  activity text not null,
  action text not null,
  outcome text not null default 'allowed' check (outcome in ('allowed', 'refused')),
  code text,
  primary key (tenant_id, id)
);

-- One row per command that went through: who did what to which record. Ids only, never content.
create table audit.event (
  tenant_id uuid not null,
  id uuid not null,
  trace_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  person_name text not null,
  role text not null,
  activity text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  primary key (tenant_id, id)
);
create index event_by_subject on audit.event (tenant_id, subject_kind, subject_id, id);
