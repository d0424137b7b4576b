-- Who is around the person: who helps, who has authority, and whose authority is contested. Who it is, is sealed.
create table care.around (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  part text not null check (part in ('parent', 'guardian', 'representative', 'family', 'lawyer', 'helper', 'other')),
  standing text not null check (standing in ('trusted', 'contested', 'unknown')),
  content bytea not null,
  recorded_by_name text not null,
  recorded_on date not null,
  ended_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id)
);
create index around_by_case on care.around (tenant_id, case_id, recorded_on, id);

-- A document of a case. The file stands in files.file, sealed under the key of the same dossier; what it is called is sealed here.
create table care.paper (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('letter', 'decision', 'identity', 'medical', 'other')),
  content bytea not null,
  added_by uuid not null,
  added_by_name text not null,
  added_on date not null,
  scanned_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id)
);
create index paper_by_case on care.paper (tenant_id, case_id, added_on desc, id);
