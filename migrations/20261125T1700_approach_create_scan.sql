-- Where a municipality stands, asked element by element. The framework edition stays the one the scan began with.
create table approach.scan (
  tenant_id uuid not null,
  id uuid not null,
  framework text not null,
  owner_membership_id uuid not null,
  owner_name text not null,
  opened_at timestamptz not null,
  settled_at timestamptz,
  -- guards settling: a scan is settled once, over what its owner saw
  version integer not null,
  primary key (tenant_id, id)
);
create unique index scan_one_open on approach.scan (tenant_id) where settled_at is null;
create index scan_by_settling on approach.scan (tenant_id, settled_at);

-- Who was asked to answer, besides the owner.
create table approach.scan_respondent (
  tenant_id uuid not null,
  scan_id uuid not null,
  membership_id uuid not null,
  name text not null,
  invited_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, scan_id, membership_id),
  foreign key (tenant_id, scan_id) references approach.scan (tenant_id, id)
);

-- One answer of one respondent. A remark is internal deliberation: it stays here, no export and no fact takes it along.
create table approach.scan_answer (
  tenant_id uuid not null,
  scan_id uuid not null,
  element text not null,
  respondent_id uuid not null,
  respondent_name text not null,
  -- asked: answered by a person · document, region: followed from what already existed
  origin text not null default 'asked' check (origin in ('asked', 'document', 'region')),
  state text not null check (state in ('absent', 'started', 'present', 'working', 'regional', 'unknown', 'not-applicable')),
  evidence_title text,
  evidence_link text,
  evidence_file_id uuid,
  adopting_body text,
  decided_on date,
  valid_until date,
  -- an organisation; empty when the region is not known
  region_id uuid,
  reason text,
  remark text,
  version integer not null,
  answered_at timestamptz not null,
  primary key (tenant_id, scan_id, element, respondent_id),
  foreign key (tenant_id, scan_id) references approach.scan (tenant_id, id),
  check (valid_until is null or decided_on is null or valid_until > decided_on)
);

-- "Weet ik niet" becomes a question to a colleague; the answer comes back to whoever asked.
create table approach.scan_question (
  tenant_id uuid not null,
  scan_id uuid not null,
  element text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  colleague_id uuid not null,
  colleague_name text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (tenant_id, scan_id, element, asked_by),
  foreign key (tenant_id, scan_id) references approach.scan (tenant_id, id)
);
create index scan_question_open on approach.scan_question (tenant_id, colleague_id) where answered_at is null;

-- Where respondents differ, the owner chooses whose answer holds, and says why.
create table approach.scan_choice (
  tenant_id uuid not null,
  scan_id uuid not null,
  element text not null,
  respondent_id uuid not null,
  reason text not null,
  -- the answers as the owner saw them, so that a later answer opens the difference again
  seen text not null,
  chosen_by_name text not null,
  chosen_at timestamptz not null,
  primary key (tenant_id, scan_id, element),
  foreign key (tenant_id, scan_id) references approach.scan (tenant_id, id)
);

-- What is known of an element, who says so and until when it counts. Append-only: the latest per element and source holds.
create table approach.fact (
  tenant_id uuid not null,
  id uuid not null,
  element text not null,
  source text not null,
  state text not null check (state in ('absent', 'started', 'present', 'working', 'regional', 'unknown', 'not-applicable')),
  as_of date not null,
  -- from this day on it no longer counts; empty when it has no end
  lapses_on date,
  statement text not null,
  evidence_title text,
  evidence_link text,
  evidence_file_id uuid,
  adopting_body text,
  region_id uuid,
  -- the scan, plan or adoption it came from
  subject_id uuid,
  reported_by text not null,
  reported_at timestamptz not null,
  primary key (tenant_id, id),
  check (lapses_on is null or lapses_on >= as_of)
);
create index fact_by_element on approach.fact (tenant_id, element, reported_at);

-- What a region arranges for its municipalities. Withdrawn, it stops counting for all of them on that day.
create table approach.region_offer (
  tenant_id uuid not null,
  element text not null,
  title text not null,
  link text,
  adopting_body text not null,
  decided_on date not null,
  valid_until date not null,
  published_at timestamptz not null,
  withdrawn_on date,
  version integer not null,
  primary key (tenant_id, element),
  check (valid_until > decided_on)
);

-- What the country sees of more elements than one: where it comes from, and whether the municipality lets the public see it.
alter table approach.standing
  add column state text not null default 'present' check (state in ('present', 'working', 'regional')),
  add column source text not null default 'gemeente' check (source in ('gemeente', 'openbare-bron')),
  add column is_confirmed boolean not null default true,
  add column is_public boolean not null default false,
  add column region_id uuid;
alter table approach.standing drop constraint standing_evidence_kind_check;
alter table approach.standing add constraint standing_evidence_kind_check
  check (evidence_kind in ('besluit', 'besluit-met-vindplaats', 'besluit-met-document', 'opgave', 'regio', 'openbare-bron'));
