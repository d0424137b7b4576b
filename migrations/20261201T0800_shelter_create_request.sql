-- That a place is sought for somebody: what she needs is sealed, and no name stands in it. What kind of place and how soon stands open,
-- so that a list and the figures of what is missing open nobody.
create table shelter.request (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  source text not null check (source in ('phone', 'call', 'help', 'case')),
  -- the call or the message it was begun from; that one may be erased before it
  source_id uuid,
  ground text not null check (ground in ('consent', 'vital-interest')),
  urgency text not null check (urgency in ('tonight', 'this-week', 'can-wait')),
  -- the kinds that belong to the legal position, by which edition; none when no right was found
  types text[] not null,
  rights_edition text not null,
  region text not null,
  from_night date not null,
  until_night date not null,
  needs bytea not null,
  opened_at timestamptz not null,
  opened_by_name text not null,
  -- when somebody looked and no place at all met the conditions
  nothing_at timestamptz,
  checked_at timestamptz,
  checked_by_name text,
  closed_at timestamptz,
  outcome text check (outcome in ('placed', 'elsewhere', 'not-needed', 'consent-withdrawn', 'no-right')),
  version integer not null check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check (until_night > from_night),
  check ((closed_at is null) = (outcome is null))
);
create unique index request_from_source on shelter.request (tenant_id, source_id) where source_id is not null;
create index request_open on shelter.request (tenant_id, opened_at) where closed_at is null;
create index request_by_opening on shelter.request (tenant_id, opened_at desc, id desc);

-- Why a place was chosen for somebody: the rules and everything that was known at that moment, as it was shown. Never written again.
create table shelter.decision (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  request_id uuid not null,
  -- the stay it led to, when nobody was quicker
  placement_id uuid not null,
  -- the form it was sent by: the same form sent twice is one decision
  form_key text not null,
  rules_version text not null,
  rights_edition text not null,
  facts bytea not null,
  decided_at timestamptz not null,
  decided_by_name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_id, form_key),
  foreign key (tenant_id, request_id) references shelter.request (tenant_id, id)
);

-- Which stays came of a request; and what the shelter heard, by telephone and without a name, about who lives there.
create index placement_of_request on shelter.placement (holder_id, request_id) where request_id is not null;
alter table shelter.placement
  add safety_answer text check (safety_answer in ('yes', 'no', 'unknown')),
  add safety_answered_at timestamptz,
  add safety_answered_by_name text,
  add check ((safety_answer is null) = (safety_answered_at is null));
create index place_by_type on shelter.place (type);
