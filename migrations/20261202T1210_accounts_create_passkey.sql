-- A key of somebody's own (passkey, WebAuthn), for who works where there is no identity provider. Only its public half is here: who
-- reads this table can sign in as nobody.
create table accounts.passkey (
  id uuid primary key,
  person_id uuid not null references accounts.person,
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  name text not null check (length(name) between 1 and 60),
  public_key bytea not null,
  -- how often it was used, as it says itself; 0 for ever when it does not count
  counter bigint not null check (counter >= 0),
  made_at timestamptz not null,
  last_used_at timestamptz,
  -- its counter went back: there may be a copy
  blocked_at timestamptz
);
create index passkey_by_person on accounts.passkey (person_id);

-- A role that waits for somebody who has no account yet. She comes in with a code, of which only the hash is here.
create table accounts.invitation (
  organisation_id uuid not null,
  id uuid not null unique,
  role text not null,
  -- as two people agreed; null for an administrator whom the operator of the installation lets in
  person_name text check (length(person_name) between 1 and 120),
  -- a substitute: from this day on the role is held no more
  valid_until date,
  invited_by_name text,
  made_at timestamptz not null,
  -- no code is made after this
  lapses_at timestamptz not null,
  code_hash bytea unique check (length(code_hash) = 32),
  code_expires_at timestamptz,
  used_at timestamptz,
  withdrawn_at timestamptz,
  check ((code_hash is null) = (code_expires_at is null)),
  primary key (organisation_id, id)
);

-- A question to a key that was not answered yet. Answered once; five minutes later it is swept away.
create table accounts.passkey_attempt (
  challenge_hash bytea primary key check (length(challenge_hash) = 32),
  -- of the cookie in the browser that was asked
  browser_hash bytea not null check (length(browser_hash) = 32),
  kind text not null check (kind in ('sign-in', 'first-key', 'another-key')),
  back text not null,
  -- proving oneself anew, or adding a key, within this session
  session_id uuid,
  -- for whom the key is made
  person_id uuid,
  invitation_id uuid references accounts.invitation (id),
  person_name text,
  email text,
  begun_at timestamptz not null
);
create index passkey_attempt_by_age on accounts.passkey_attempt (begun_at);
