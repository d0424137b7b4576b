-- A question of the focal point to the colleague who passed a signal on, and the answer. The question says nothing about a person.
create table signals.question (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  -- who may answer: whoever passed it on
  reporter_person_id uuid not null,
  question text not null check (length(question) between 1 and 1000),
  asked_on date not null,
  asked_by_name text not null,
  answer bytea,
  answered_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  check ((answer is null) = (answered_on is null))
);
create index question_by_report on signals.question (tenant_id, report_id);
create index question_by_reporter on signals.question (tenant_id, reporter_person_id) where answered_on is null;
