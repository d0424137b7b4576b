-- A system proves itself with a key of its own instead of a secret that two sides know: only the public half is here. What was
-- registered with a secret ends; it is registered anew with a key.
update accounts.system_client set ended_at = '2026-12-01 12:00+01', ended_by_name = 'In Beeld (geheim vervangen door sleutel)'
where ended_at is null;
alter table accounts.system_client drop column secret_hash;
alter table accounts.system_client add column public_key jsonb;
-- the thumbprint of the key (RFC 7638), for who compares it with the other side
alter table accounts.system_client add column key_print text;
alter table accounts.system_client add constraint system_client_proves_itself
  check (ended_at is not null or (public_key is not null and key_print is not null));
delete from accounts.access_token where client_id is not null;

-- A proof that a system has used: it works once (RFC 7523, section 3, `jti`).
create table accounts.client_assertion (
  client_id uuid not null references accounts.system_client (id),
  jti_hash bytea not null check (length(jti_hash) = 32),
  expires_at timestamptz not null,
  primary key (client_id, jti_hash)
);
create index client_assertion_by_end on accounts.client_assertion (expires_at);
