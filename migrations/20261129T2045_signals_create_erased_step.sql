-- By which day whoever passed a signal on must have heard something; empty when the source may hear nothing.
alter table signals.reporter_update add column tell_by date;

-- How far signals came that are erased since: only how many of a month, so that the figures of a year stay what they were.
create table signals.erased_step (
  tenant_id uuid not null,
  month date not null check (extract(day from month) = 1),
  step text not null check (step in ('kept', 'taken-up', 'passed-on', 'to-answer', 'answered-in-time')),
  count integer not null check (count > 0),
  primary key (tenant_id, month, step)
);
