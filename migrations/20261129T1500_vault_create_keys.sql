-- Keys, each sealed under another: a dossier's under its organisation's, an organisation's under the master key that stands outside
-- the database. This schema is left out of backups of the data and has a backup of its own (docs/beheer.md).
create schema vault;

create table vault.tenant_key (
  tenant_id uuid not null,
  id uuid not null,
  -- dossier: seals the keys of dossiers; index and pseudonym: what is recognised without being read; signing: what is signed;
  -- exchange: opens what other organisations send
  purpose text not null check (purpose in ('dossier', 'index', 'pseudonym', 'signing', 'exchange')),
  -- coming: known to every process before the first uses it; active: in use; former: kept for what it made
  state text not null check (state in ('coming', 'active', 'former')),
  wrapped bytea not null,
  -- under which master key
  master_key_id text not null,
  created_at timestamptz not null,
  state_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index tenant_key_active on vault.tenant_key (tenant_id, purpose) where state = 'active';
create unique index tenant_key_coming on vault.tenant_key (tenant_id, purpose) where state = 'coming';

-- One key per dossier. Destroying it makes everything sealed under it unreadable; the row stays, so that it is never made anew.
create table vault.dossier_key (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  wrapped bytea,
  tenant_key_id uuid,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, dossier_id),
  foreign key (tenant_id, tenant_key_id) references vault.tenant_key (tenant_id, id),
  check ((wrapped is null) = (destroyed_at is not null)),
  check ((wrapped is null) = (tenant_key_id is null))
);
create index dossier_key_by_tenant_key on vault.dossier_key (tenant_id, tenant_key_id);

-- With which key others seal what they send to an organisation. The half that opens it is a tenant key of the same id.
create table vault.exchange_key (
  tenant_id uuid not null,
  id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
