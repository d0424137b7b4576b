create schema accounts;

create table accounts.person (
  id uuid primary key,
  name text not null,
  email text not null,
  mail_preference text not null default 'direct' check (mail_preference in ('direct', 'dag', 'uit')),
  email_bounced_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

-- A role that a person holds in an organisation, from a day until a day (not included).
create table accounts.membership (
  organisation_id uuid not null,
  id uuid not null unique,
  person_id uuid not null references accounts.person,
  person_name text not null,
  role text not null,
  -- aanmelder: which kind of reporter; ketenpartner: which kind of organisation
  kind text,
  valid_from date not null,
  valid_until date,
  demo_number smallint,
  primary key (organisation_id, id),
  check (valid_until is null or valid_until > valid_from)
);
create index membership_by_person on accounts.membership (person_id);
create unique index membership_demo on accounts.membership (organisation_id, role, demo_number) where demo_number is not null;

-- A signed-in browser. Only the hash of the cookie is kept; times follow the clock on the wall.
create table accounts.session (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references accounts.person,
  membership_id uuid not null references accounts.membership (id),
  csrf_secret text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_person on accounts.session (person_id, created_at desc);

-- A bearer token for the interface between systems.
create table accounts.access_token (
  token_hash bytea primary key,
  membership_id uuid not null references accounts.membership (id),
  scope text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
