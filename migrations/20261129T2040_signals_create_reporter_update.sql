-- What whoever passed a signal on hears: by itself that it is being looked at, and afterwards what was done, in words that give nothing away.
create table signals.reporter_update (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  -- when a colleague hears by itself that it is being looked at; empty when she heard, or came from outside
  update_at timestamptz,
  updated_on date,
  -- what was told last
  feedback text check (feedback in ('received', 'taken-up', 'acted', 'nothing-now')),
  told_how text check (told_how in ('product', 'telephone', 'email', 'letter', 'in-person')),
  told_on date,
  told_by_name text,
  primary key (tenant_id, id),
  unique (tenant_id, report_id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  check ((feedback is null) = (told_on is null) and (told_how is null) = (told_on is null) and (told_by_name is null) = (told_on is null))
);
create index reporter_update_due on signals.reporter_update (update_at) where update_at is not null;
