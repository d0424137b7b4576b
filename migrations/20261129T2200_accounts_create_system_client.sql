-- A system of an organisation that may use the interface between systems. It proves itself with a secret, of which only the hash is kept.
create table accounts.system_client (
  organisation_id uuid not null,
  id uuid not null unique,
  name text not null check (length(name) between 1 and 80),
  secret_hash bytea not null check (length(secret_hash) = 32),
  registered_on date not null,
  registered_by_name text not null,
  -- from this moment it comes in no more, nor with a token it still has
  ended_at timestamptz,
  ended_by_name text,
  primary key (organisation_id, id),
  check ((ended_at is null) = (ended_by_name is null))
);
create unique index system_client_once on accounts.system_client (organisation_id, name) where ended_at is null;

-- A token is of a person in a role, or of a system.
alter table accounts.access_token alter column membership_id drop not null;
alter table accounts.access_token add column client_id uuid references accounts.system_client (id);
alter table accounts.access_token add constraint access_token_of_one check (num_nonnulls(membership_id, client_id) = 1);
