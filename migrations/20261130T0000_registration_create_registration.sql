create schema registration;

-- A registration as whoever sends it keeps it: what it says and who it is are sealed. Where it stands follows from the days and from
-- what became of its message, and is never stored.
create table registration.registration (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- random, how it is spoken of and found
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  route text not null check (route in ('must', 'by-name', 'nameless')),
  reporter_type text not null check (reporter_type in ('POL', 'KMAR', 'NLA', 'ZORGCO', 'FAIRWORK', 'JEUGD', 'OPVANG', 'AMBUL', 'ADV', 'GEM')),
  region text not null,
  recorded_by uuid not null,
  drafted_on date not null,
  sent_on date,
  message_id uuid,
  -- a name was sent after a registration without one
  joined_on date,
  join_message_id uuid,
  withdrawn_on date,
  content bytea not null,
  identity bytea,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check ((sent_on is null) = (message_id is null)),
  check ((joined_on is null) = (join_message_id is null)),
  -- without a name there is none, until it was joined
  check (route <> 'nameless' or identity is null or joined_on is not null)
);
create index registration_by_recorder on registration.registration (tenant_id, recorded_by, drafted_on desc, id desc);

-- How a consent was given: who, for what, to whom, which text, and when it was withdrawn. Where the courier looks stands in
-- exchange.consent, under the same id.
create table registration.consent (
  tenant_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  dossier_id uuid not null,
  purpose text not null check (purpose in ('registration', 'help')),
  receiver_id uuid not null,
  given_by text not null check (given_by in ('person', 'parent', 'guardian')),
  manner text not null check (manner in ('written', 'spoken', 'signed-with-interpreter')),
  language text not null,
  has_interpreter boolean not null,
  wish text check (wish in ('agrees', 'objects', 'does-not-know')),
  given_on date not null,
  -- the very text that was read: its edition and the digest of its words
  text_edition text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, registration_id) references registration.registration (tenant_id, id),
  check ((withdrawn_at is null) = (withdrawn_by_name is null))
);
create index consent_by_registration on registration.consent (tenant_id, registration_id, recorded_at desc);
-- one that holds for one purpose at a time
create unique index consent_that_holds on registration.consent (tenant_id, registration_id, purpose) where withdrawn_at is null;
