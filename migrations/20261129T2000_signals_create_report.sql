create schema signals;

-- Weak signals, only counted: by month, function and form. No person, no place, no day.
create table signals.tally (
  tenant_id uuid not null,
  month date not null check (extract(day from month) = 1),
  reporter_function text not null,
  form text not null,
  count integer not null check (count > 0),
  primary key (tenant_id, month, reporter_function, form)
);

-- What an investigating officer passed on by the route of the police data act (Wpg): that it happened and when, never what.
create table signals.investigation_note (
  tenant_id uuid not null,
  id uuid not null,
  passed_on date not null,
  primary key (tenant_id, id)
);

-- A signal that somebody passed on, about a place or about a person. What was seen and said is sealed. Where it stands follows from
-- the dates and is never stored.
create table signals.signal_report (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- random, how it is spoken of and found
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  kind text not null check (kind in ('location', 'person')),
  source text not null check (source in ('employee', 'telephone', 'email', 'counter', 'housing-corporation', 'school', 'general-practitioner',
    'hotel', 'resident', 'administrative-report', 'riec', 'labour-authority', 'other-municipality', 'other')),
  -- the colleague who passed it on; empty when it came from outside
  reporter_person_id uuid,
  reporter_function text not null,
  source_may_hear text not null check (source_may_hear in ('nothing', 'received', 'taken-up', 'outcome')),
  -- how a source from outside may be reached
  source_reach bytea,
  recorded_by uuid not null,
  received_on date not null,
  -- the day by which the focal point does the next thing; empty when nothing waits for her
  act_by date,
  form text not null,
  sector text not null,
  is_danger_now boolean not null,
  called_112_at time,
  is_minor text not null check (is_minor in ('yes', 'no', 'unknown')),
  observation bytea not null,
  said_by_person bytea,
  said_by_other bytea,
  interpretation bytea,
  place bytea,
  place_index bytea,
  taken_up_on date,
  taken_up_by uuid,
  weighed_on date,
  -- the receiver's receipt, never the sending
  passed_on date,
  -- when who passed it on heard what was done
  answered_on date,
  closed_on date,
  close_reason text check (close_reason in ('not-enough', 'other-explanation', 'passed-on', 'help-arranged', 'known-already')),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  -- danger now: 112 comes first
  check (not is_danger_now or called_112_at is not null),
  -- a signal about a place says nothing about a person
  check (kind = 'person' or (said_by_person is null and is_minor = 'unknown')),
  check (kind = 'person' or place is not null),
  check ((source = 'employee') = (reporter_person_id is not null)),
  check ((place is null) = (place_index is null)),
  check ((taken_up_on is null) = (taken_up_by is null)),
  check ((closed_on is null) = (close_reason is null))
);
create index signal_report_open on signals.signal_report (tenant_id, act_by, id) where closed_on is null;
create index signal_report_by_day on signals.signal_report (tenant_id, received_on desc, id desc);
create index signal_report_by_place on signals.signal_report (tenant_id, place_index) where place_index is not null;
create index signal_report_by_reporter on signals.signal_report (tenant_id, reporter_person_id, received_on desc)
  where reporter_person_id is not null;

-- Who a person in a signal is. Apart from the signal, sealed, and opened only with a reason.
create table signals.identity (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  content bytea not null,
  person_index bytea,
  recorded_by uuid not null,
  recorded_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id)
);
create index identity_by_report on signals.identity (tenant_id, report_id);
create index identity_by_person on signals.identity (tenant_id, person_index) where person_index is not null;

-- How a signal was weighed: what the rule advised and why, and what was decided. A later row takes the place of an earlier one.
create table signals.weighing (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  weighed_on date not null,
  weighed_by uuid not null,
  weighed_by_name text not null,
  advice text not null check (advice in ('acute', 'today', 'three-days', 'remember', 'nothing')),
  -- the reasons of the rule, by their codes
  advice_reasons text[] not null,
  outcome text not null check (outcome in ('acute', 'today', 'three-days', 'remember', 'nothing')),
  because bytea,
  -- somebody else agreed that an acute signal weighs less
  agreed_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  -- the rule is overruled with a reason only
  check (advice = outcome or because is not null),
  check (advice <> 'acute' or outcome = 'acute' or agreed_by_name is not null)
);
create index weighing_by_report on signals.weighing (tenant_id, report_id, id desc);
