-- What was looked up about a signal in the municipality's own registers: that it was done, and what it comes down to. Never a copy of
-- what stood there.
create table signals.enrichment (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  register text not null check (register in ('brp-address', 'permits', 'sanctions', 'housing')),
  conclusion text not null check (conclusion in ('supports', 'explains', 'nothing-special', 'not-allowed')),
  -- one sentence, without names, addresses and numbers; empty when the conclusion says enough
  note bytea,
  looked_on date not null,
  looked_by uuid not null,
  looked_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id)
);
create index enrichment_by_report on signals.enrichment (tenant_id, report_id, id desc);

-- A step of the reporting code (Meldcode) that a professional took: which, when and the conclusion, out of closed lists. What was
-- found stays in the professional's own file.
create table signals.reporting_code_step (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  reason text not null check (reason in ('minor', 'domestic-violence')),
  step smallint not null check (step between 1 and 5),
  conclusion text not null check (conclusion in ('signs', 'no-signs', 'worries', 'no-worries', 'talked', 'not-talked-parent', 'not-talked-danger', 'acute-or-structural', 'other-unsafety', 'no-unsafety', 'reported', 'help-arranged', 'reported-and-help', 'nothing-needed')),
  taken_on date not null,
  recorded_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id)
);
create index reporting_code_step_by_report on signals.reporting_code_step (tenant_id, report_id, id desc);
