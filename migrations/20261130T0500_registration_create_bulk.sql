-- A file with registrations: what was read of it is sealed until it is registered, and then gone. What was wrong is kept by line and
-- column, never what stood there.
create table registration.bulk (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_membership uuid not null,
  recorded_role text not null,
  received_at timestamptz not null,
  -- keyed, so that the same table is known again
  content_mark bytea not null,
  letters text,
  row_count integer not null check (row_count > 0),
  good_count integer not null,
  -- rows that were registered before, from another file
  known_count integer not null default 0,
  sent_count integer not null default 0,
  next_row integer not null default 0,
  problems jsonb not null,
  rows bytea,
  mode text check (mode in ('all', 'good')),
  started_at timestamptz,
  next_at timestamptz,
  finished_at timestamptz,
  stopped_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check ((mode is null) = (started_at is null)),
  check (next_at is null or (started_at is not null and finished_at is null)),
  check (finished_at is null or rows is null)
);
create index bulk_by_recorder on registration.bulk (tenant_id, recorded_by, received_at desc, id desc);
create index bulk_to_go_on on registration.bulk (next_at) where next_at is not null;

-- By which number of its own an organisation registered somebody from a file: keyed, so that the same row registers nobody twice.
create table registration.bulk_row (
  tenant_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  dossier_id uuid not null,
  bulk_id uuid not null,
  reference_mark bytea not null,
  content_mark bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, reference_mark),
  -- the row is claimed first, so that of two files at once the second waits; the registration follows in the same transaction
  foreign key (tenant_id, registration_id) references registration.registration (tenant_id, id) deferrable initially deferred
);
create index bulk_row_by_registration on registration.bulk_row (tenant_id, registration_id);
