create schema files;

-- A document that an organisation keeps here as evidence. The content is sealed under a key of the tenant; type by content,
-- never by name. A file that nothing refers to is swept after a day.
create table files.file (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size integer not null check (size between 1 and 20971520),
  sha256 bytea not null,
  sealed bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  attached_at timestamptz,
  primary key (tenant_id, id)
);
create index file_not_attached on files.file (tenant_id, uploaded_at) where attached_at is null;
alter table files.file alter column sealed set storage external;
