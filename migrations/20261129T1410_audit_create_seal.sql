-- The seal over the logs. Every round takes the lines that came since the last: a batch per organisation with the digest of each
-- line, and one root over the batches, chained to the root before it and signed. Roots can be kept elsewhere (docs/beheer.md).

-- With which key roots are signed. The half that signs stands in the vault; a next key is signed by the one before it.
create table audit.seal_key (
  id uuid primary key,
  public_key bytea not null check (octet_length(public_key) = 32),
  since timestamptz not null,
  previous_id uuid,
  signature bytea check (octet_length(signature) = 64)
);

create table audit.root (
  no bigint primary key,
  -- the lines it covers: after the one and up to the other
  after_seq bigint not null,
  up_to_seq bigint not null check (up_to_seq > after_seq),
  batches integer not null,
  lines integer not null,
  merkle bytea not null check (octet_length(merkle) = 32),
  previous bytea not null check (octet_length(previous) = 32),
  -- on the clock of the database, when the last number was read
  sealed_at timestamptz not null,
  -- what was odd about the clock: 'clock-back', 'clock-ahead'
  flags text[] not null,
  hash bytea not null check (octet_length(hash) = 32),
  key_id uuid not null references audit.seal_key (id),
  signature bytea not null check (octet_length(signature) = 64)
);

create table audit.batch (
  root_no bigint not null references audit.root (no),
  tenant_id uuid not null,
  lines integer not null check (lines > 0),
  merkle bytea not null check (octet_length(merkle) = 32),
  -- per line its number (8 bytes) and its digest (32 bytes), in order
  leaves bytea not null check (octet_length(leaves) = lines * 40),
  primary key (root_no, tenant_id)
);
alter table audit.batch alter leaves set storage external;

create trigger refuse_change before update or delete on audit.seal_key for each row execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.root for each row execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.batch for each row execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.seal_key execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.root execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.batch execute function audit.refuse_change();
