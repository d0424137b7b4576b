-- How deep an organisation keeps its cases, and what its coordinators find a full desk. Without a row: lean, and no norm.
create table care.setting (
  tenant_id uuid not null,
  depth text not null check (depth in ('signpost', 'lean', 'full')),
  -- for a full file: where stands what the organisation agreed about keeping it
  assurance text,
  caseload_norm integer check (caseload_norm between 1 and 200),
  changed_on date not null,
  changed_by_name text not null,
  version integer not null default 1,
  primary key (tenant_id),
  check (depth <> 'full' or assurance is not null)
);

-- A case as its coordinator keeps it: who it is and what is said are sealed. How it stands follows from the days, and is never stored.
create table care.case_file (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- random, how it is spoken of and found
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  source text not null check (source in ('phone', 'signal', 'registration', 'referral')),
  -- the message or the registration it began from; no foreign key, since that may go by a term of its own
  source_id uuid,
  region text not null,
  -- memberships of this organisation
  coordinator_id uuid not null,
  substitute_id uuid,
  begun_on date not null,
  started_on date,
  ground text check (ground in ('consent', 'vital-interest')),
  closed_on date,
  outcome text check (outcome in ('goals-met', 'handed-over', 'went-elsewhere', 'withdrew', 'left-unknown', 'died', 'no-trafficking', 'other')),
  aftercare_until date,
  -- the nearest day on which something must be done for it
  next_on date,
  identity bytea,
  content bytea not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check ((source = 'phone') = (source_id is null)),
  check ((started_on is null) = (ground is null)),
  check ((closed_on is null) = (outcome is null)),
  check (aftercare_until is null or closed_on is not null),
  check (substitute_id <> coordinator_id)
);
-- the work list of one coordinator, what comes first on top; the same of who stands in, and what was closed
create index case_file_open on care.case_file (tenant_id, coordinator_id, next_on, id) where closed_on is null;
create index case_file_stands_in on care.case_file (tenant_id, substitute_id, next_on, id) where closed_on is null and substitute_id is not null;
create index case_file_closed on care.case_file (tenant_id, coordinator_id, closed_on desc, id) where closed_on is not null;
-- one case from one registration or one message
create unique index case_file_from on care.case_file (tenant_id, source_id) where source_id is not null;

-- What the person agreed to, and what was withdrawn: the help itself, or that parts of the case go to one other organisation. Where the
-- courier looks stands in exchange.consent, under the same id.
create table care.case_consent (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  purpose text not null check (purpose in ('help', 'share')),
  receiver_id uuid,
  given_by text not null check (given_by in ('person', 'parent', 'guardian')),
  manner text not null check (manner in ('written', 'spoken', 'signed-with-interpreter')),
  language text not null,
  has_interpreter boolean not null,
  wish text check (wish in ('agrees', 'objects', 'does-not-know')),
  given_on date not null,
  text_edition text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check ((withdrawn_at is null) = (withdrawn_by_name is null)),
  check ((purpose = 'share') = (receiver_id is not null))
);
create index case_consent_by_case on care.case_consent (tenant_id, case_id, recorded_at desc);
-- one that holds for the help at a time, and one for each receiver
create unique index case_consent_that_holds on care.case_consent
  (tenant_id, case_id, purpose, coalesce(receiver_id, '00000000-0000-0000-0000-000000000000')) where withdrawn_at is null;
