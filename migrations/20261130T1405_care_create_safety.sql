-- What keeps somebody safe: asked once, one list for a case, shown wherever something is done for it. All of it sealed.
create table care.safety (
  tenant_id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  answered_on date not null,
  answered_by_name text not null,
  content bytea not null,
  version integer not null default 1,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id)
);

-- What happened in a case. Somebody who left or a child that is missing has steps to take, and rings until they are taken.
create table care.case_event (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('contact', 'note', 'left-unknown', 'minor-missing', 'returned')),
  happened_on date not null,
  steps text[] not null,
  settled_on date,
  content bytea,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id)
);
create index case_event_newest on care.case_event (tenant_id, case_id, recorded_at desc, id);
