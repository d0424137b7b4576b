create schema care;

-- What an organisation offers as care coordination. No person is in it.
create table care.offer (
  tenant_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- How it was from a day on; a change makes the next version, so that any day can be asked about.
create table care.offer_version (
  tenant_id uuid not null,
  offer_id uuid not null,
  version integer not null check (version > 0),
  name text not null,
  municipality_ids uuid[] not null check (cardinality(municipality_ids) > 0),
  forms text[] not null,
  ages text[] not null,
  genders text[] not null,
  languages text[] not null,
  phone text not null,
  is_always_open boolean not null,
  opens_at text check (opens_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes_at text check (closes_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  night_phone text,
  has_substitute boolean not null,
  hours_a_week numeric(6, 1) check (hours_a_week >= 0),
  funder text,
  contract_until date,
  valid_from date not null,
  ended_on date,
  primary key (tenant_id, offer_id, version),
  foreign key (tenant_id, offer_id) references care.offer (tenant_id, id),
  check (is_always_open = (opens_at is null)),
  check ((opens_at is null) = (closes_at is null)),
  check (closes_at > opens_at),
  check (ended_on >= valid_from)
);

-- The organisation said that all of it is so.
create table care.offer_confirmation (
  tenant_id uuid not null,
  offer_id uuid not null,
  confirmed_on date not null,
  primary key (tenant_id, offer_id, confirmed_on),
  foreign key (tenant_id, offer_id) references care.offer (tenant_id, id)
);

-- A municipality said that the list of who works for it is complete.
create table care.arrangement (
  tenant_id uuid not null,
  confirmed_on date not null,
  primary key (tenant_id, confirmed_on)
);

-- A municipality said that an offer is otherwise than the organisation writes; the offer stands in another tenant.
create table care.objection (
  tenant_id uuid not null,
  id uuid not null,
  offer_tenant_id uuid not null,
  offer_id uuid not null,
  reason text not null,
  made_on date not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  check (withdrawn_on >= made_on)
);

create unique index objection_once on care.objection (tenant_id, offer_tenant_id, offer_id) where withdrawn_on is null;
