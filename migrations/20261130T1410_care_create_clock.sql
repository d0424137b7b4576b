-- A clock that runs in a case: which of the content, from what day, and the days that the rules gave on the day it was set. A day out of a
-- letter is read by a second person; until then it says so. The second reading is kept, also when it differs.
create table care.case_clock (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  clock text not null,
  edition text not null,
  given_on date not null,
  -- where it ends if no day is special, from which reminders count, and the last day on which it can be done
  warns_for date not null,
  last_day date not null,
  needs_second boolean not null,
  second_day date,
  second_by uuid,
  second_by_name text,
  set_by uuid not null,
  set_by_name text not null,
  set_on date not null,
  ended_on date,
  ended_by text,
  ended_by_name text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check ((second_day is null) = (second_by is null) and (second_day is null) = (second_by_name is null)),
  check (second_by <> set_by),
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_by_name is null))
);
create index case_clock_by_case on care.case_clock (tenant_id, case_id, last_day, id);
