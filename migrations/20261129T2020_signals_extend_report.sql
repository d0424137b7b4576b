-- A report of the police to the mayor (bestuurlijke rapportage) asks for a decision by a day of its own.
alter table signals.signal_report add column decide_by date;
alter table signals.signal_report add column decision text check (decision in ('measure', 'talk-first', 'no-measure'));
alter table signals.signal_report add column decided_on date;
alter table signals.signal_report add constraint signal_report_decision check ((decision is null) = (decided_on is null));
alter table signals.signal_report add constraint signal_report_decide_by check ((source = 'administrative-report') = (decide_by is not null));
