-- Where the people of an organisation sign in: its own identity provider, by OpenID Connect. We prove ourselves to it with a key of
-- which the secret half is sealed.
create table accounts.identity_provider (
  organisation_id uuid not null,
  id uuid not null unique,
  issuer text not null check (length(issuer) between 8 and 300),
  client_id text not null check (length(client_id) between 1 and 300),
  strong_levels text[] not null,
  step_up_by text not null check (step_up_by in ('acr', 'acrs')),
  client_key bytea not null,
  key_id text not null,
  public_key jsonb not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
-- one for an organisation, and no two organisations by one: whoever signs in there belongs to this one
create unique index identity_provider_of_organisation on accounts.identity_provider (organisation_id) where ended_at is null;
create unique index identity_provider_by_issuer on accounts.identity_provider (issuer) where ended_at is null;

-- Somebody as an identity provider knows her. An address or a name never says who somebody is.
create table accounts.identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references accounts.person,
  first_seen_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_by_person on accounts.identity (person_id);

-- A sign-in that was begun and whose answer has not come. Used once; a quarter of an hour later it is swept away.
create table accounts.sign_in_attempt (
  state_hash bytea primary key check (length(state_hash) = 32),
  -- of the cookie in the browser that began it
  browser_hash bytea not null check (length(browser_hash) = 32),
  provider_id uuid not null references accounts.identity_provider (id),
  nonce text not null,
  verifier text not null,
  back text not null,
  -- proving oneself anew, within this session
  session_id uuid,
  begun_at timestamptz not null
);
create index sign_in_attempt_by_age on accounts.sign_in_attempt (begun_at);

alter table accounts.session add column provider_id uuid references accounts.identity_provider (id);
-- the session at the provider, to end with it
alter table accounts.session add column provider_session text;
-- when she last proved herself in a way that is hard to steal
alter table accounts.session add column strong_at timestamptz;
create index session_by_provider on accounts.session (provider_id, provider_session) where ended_at is null;
