-- The key under which the national register marks what is alike in names, so that records worth comparing are found without reading
-- any. Held apart from the keys of organisations: no deed of a person is lent it, only the work that compares.
create table vault.linkage_key (
  tenant_id uuid not null,
  wrapped bytea not null,
  -- under which master key
  master_key_id text not null,
  created_at timestamptz not null,
  primary key (tenant_id)
);
