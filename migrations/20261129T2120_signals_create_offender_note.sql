-- Who may read what is recorded about alleged offenders: at most three people by name, so there are three places and no fourth.
create table signals.offender_reader (
  tenant_id uuid not null,
  place smallint not null check (place between 1 and 3),
  person_id uuid not null,
  person_name text not null,
  named_by_name text not null,
  named_on date not null,
  primary key (tenant_id, place),
  unique (tenant_id, person_id)
);

-- A name, plate or telephone number of an alleged offender in a signal. Under a key of its own, and never longer than its signal.
create table signals.offender_note (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('name', 'plate', 'phone')),
  content bytea not null,
  -- whether this person may be a victim too: then the principle of non-punishment is shown
  may_be_victim text not null check (may_be_victim in ('yes', 'no', 'unknown')),
  recorded_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  -- after this day it stays shut until a reader says that it is still needed
  review_by date not null,
  -- why it is still needed, as a reader said last; never a name
  review_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id)
);
create index offender_note_by_report on signals.offender_note (tenant_id, report_id, id);
