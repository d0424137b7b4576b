-- A photograph of a building or an object with a signal about a place. The picture itself is a file, sealed under the key of the dossier.
create table signals.photo (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  file_id uuid not null,
  added_by uuid not null,
  added_on date not null,
  -- when nothing harmful was found in it; until then only whoever added it opens it
  scanned_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, file_id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id)
);
create index photo_by_report on signals.photo (tenant_id, report_id, id);
