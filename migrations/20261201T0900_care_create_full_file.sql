-- What is written down beside a lean case: what came out of the intake, the plan, and how the person says it goes. Every saving is a
-- version of its own, so that two people who write at once are told so and what was agreed stays as it was agreed.
create table care.sheet (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('intake', 'plan', 'outcome')),
  version integer not null check (version > 0),
  content bytea not null,
  recorded_by_name text not null,
  recorded_on date not null,
  -- that this version was talked through with the person: a plan was agreed, how it goes was seen
  agreed_on date,
  agreed_language text,
  agreed_manner text check (agreed_manner in ('spoken', 'with-interpreter', 'written')),
  agreed_by_name text,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, kind, version),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check ((agreed_on is null) = (agreed_language is null)),
  check ((agreed_on is null) = (agreed_manner is null)),
  check ((agreed_on is null) = (agreed_by_name is null)),
  check (agreed_on is null or kind <> 'intake')
);

-- What somebody must do by a day: a task, an appointment, or a call in the year after closing. It rings until it is settled.
create table care.task (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('task', 'appointment', 'aftercare')),
  due_on date not null,
  due_time text check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- what it is; a call of the aftercare says it by its kind
  content bytea,
  recorded_by_name text not null,
  recorded_on date not null,
  settled_on date,
  settled_how text check (settled_how in ('done', 'not-reached', 'not-needed')),
  settled_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check ((kind = 'aftercare') = (content is null)),
  check (due_time is null or kind = 'appointment'),
  check ((settled_on is null) = (settled_how is null)),
  check ((settled_on is null) = (settled_by_name is null))
);
create index task_by_case on care.task (tenant_id, case_id, due_on, id);
