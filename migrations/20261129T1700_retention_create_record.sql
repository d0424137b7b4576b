create schema retention;

-- Which term an organisation settled for a rule of content/retention, and in which category of the selection list. A later row
-- takes the place of an earlier one; until there is one, nothing of that rule is erased.
create table retention.term (
  tenant_id uuid not null,
  id uuid not null,
  rule text not null,
  period text not null check (period ~ '^P[1-9][0-9]{0,3}[DMY]$'),
  category text not null check (length(category) between 1 and 200),
  asked_by_name text not null,
  agreed_by_name text not null,
  settled_at timestamptz not null,
  primary key (tenant_id, id)
);
create index term_by_rule on retention.term (tenant_id, rule, settled_at desc);

-- A record whose time is counted. What is in it stands with the feature it belongs to; here are only dates.
create table retention.record (
  tenant_id uuid not null,
  id uuid not null,
  rule text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- whose key is destroyed with it
  dossier_id uuid,
  starts_on date not null,
  -- empty as long as the organisation settled no term
  ends_on date,
  held_until date,
  -- the first moment of the later of the two, Dutch time
  erase_at timestamptz,
  erased_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, subject_kind, subject_id),
  check (ends_on is null or ends_on > starts_on),
  check ((ends_on is null) = (erase_at is null))
);
create index record_to_erase on retention.record (erase_at) where erased_at is null;
create index record_by_rule on retention.record (tenant_id, rule) where erased_at is null;
create index record_by_dossier on retention.record (tenant_id, dossier_id) where erased_at is null;

-- That a record is kept longer than its term: by the officer for data protection, until a day.
create table retention.hold (
  tenant_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  ground text not null check (ground in ('hotspot', 'court-case', 'rights-request', 'complaint', 'investigation')),
  until_on date not null,
  laid_by_name text not null,
  laid_at timestamptz not null,
  lifted_by_name text,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, record_id) references retention.record (tenant_id, id)
);
create index hold_by_record on retention.hold (tenant_id, record_id);

-- That a record was erased, when and under which term, without anything of what it was: the declaration of destruction.
create table retention.tombstone (
  tenant_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  rule text not null,
  period text not null,
  category text not null,
  subject_kind text not null,
  subject_id uuid not null,
  dossier_id uuid,
  starts_on date not null,
  ends_on date not null,
  erased_at timestamptz not null,
  -- how many rows of which table, and whether a key was destroyed
  erased jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, record_id)
);
create index tombstone_by_time on retention.tombstone (tenant_id, erased_at desc);
