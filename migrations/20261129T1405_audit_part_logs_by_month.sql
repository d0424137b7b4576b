-- The three logs lie in parts of a month each, by the clock of the database. A row that has no part to go to is refused, and with it
-- the deed it tells of; parts are made ahead (audit.prepare_months) and the product warns when the next one is missing.

-- Lays the parts of one log for a number of months, where they are not there yet. Attached, not created in place: writers go on.
create function audit.lay_months(log text, first timestamp, months integer) returns integer language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  month timestamp := date_trunc('month', first);
  part text;
  laid integer := 0;
begin
  for n in 1..months loop
    part := log || '_' || to_char(month, 'YYYY_MM');
    if to_regclass(format('audit.%I', part)) is null then
      execute format('create table audit.%I (like audit.%I including defaults including constraints)', part, log);
      execute format('create trigger refuse_truncate before truncate on audit.%I execute function audit.refuse_change()', part);
      execute format('alter table audit.%I attach partition audit.%I for values from (%L) to (%L)', log, part,
        month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
      laid := laid + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return laid;
end $$;

-- What stands in a log stands there: nobody changes or removes it. Emptying is for a demo that begins anew.
create function audit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' and (select kind from platform.installation) = 'demo' then return null; end if;
  raise exception 'een logregel wordt niet gewijzigd of verwijderd' using errcode = '42501';
end $$;

alter table audit.decision rename to decision_before;
alter table audit.event rename to event_before;
alter index audit.event_by_subject rename to event_before_by_subject;

create table audit.decision (
  tenant_id uuid not null,
  seq bigint not null default nextval('audit.line'),
  id uuid not null,
  trace_id uuid not null,
  -- the step of the trace that this was; a row from before steps were kept has none
  span_id bytea check (octet_length(span_id) = 8),
  -- the step of another system that asked for it
  parent_span_id bytea check (octet_length(parent_span_id) = 8),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  role text not null,
  activity text not null,
  activity_version integer,
  action text not null,
  -- which address it was asked at
  route text,
  -- what it was about, when that is known
  subject_kind text,
  subject_id text,
  outcome text not null default 'allowed' check (outcome in ('allowed', 'refused')),
  -- why it was allowed: the rule that let her in
  ground text,
  -- why it was refused
  code text
) partition by range (recorded_at);
create index decision_by_seq on audit.decision (seq);
create index decision_by_time on audit.decision (tenant_id, occurred_at, seq);
create index decision_by_trace on audit.decision (tenant_id, trace_id);
create index decision_by_refused on audit.decision (tenant_id, subject_id, subject_kind, occurred_at) where outcome = 'refused';

create table audit.event (
  tenant_id uuid not null,
  seq bigint not null default nextval('audit.line'),
  id uuid not null,
  trace_id uuid not null,
  span_id bytea check (octet_length(span_id) = 8),
  parent_span_id bytea check (octet_length(parent_span_id) = 8),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  person_name text not null,
  role text not null,
  activity text not null,
  activity_version integer,
  action text not null,
  subject_kind text not null,
  subject_id text not null
) partition by range (recorded_at);
create index event_by_seq on audit.event (seq);
create index event_by_time on audit.event (tenant_id, occurred_at, seq);
create index event_by_trace on audit.event (tenant_id, trace_id);
create index event_by_subject on audit.event (tenant_id, subject_id, subject_kind, occurred_at);

-- the processing log is read by person, by dossier and by trace; the seal goes by number
alter table audit.processing drop constraint processing_pkey;
create index processing_by_seq on audit.processing (seq);

create trigger refuse_change before update or delete on audit.decision for each row execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.event for each row execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.processing for each row execute function audit.refuse_change();

-- What stood in the logs moves along, in the order in which it was recorded.
do $$
declare
  log text;
  first timestamp;
  until_now timestamp := clock_timestamp() at time zone 'UTC';
  part regclass;
begin
  foreach log in array array['decision', 'event'] loop
    execute format('select coalesce(min(recorded_at), clock_timestamp()) at time zone ''UTC'' from audit.%I', log || '_before') into first;
    first := date_trunc('month', first);
    perform audit.lay_months(log, first,
      (12 * (extract(year from until_now) - extract(year from first)) + extract(month from until_now) - extract(month from first))::integer + 4);
  end loop;
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'audit.processing'::regclass loop
    execute format('create trigger refuse_truncate before truncate on %s execute function audit.refuse_change()', part);
  end loop;
end $$;

insert into audit.decision (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, role, activity, action, outcome, code)
select tenant_id, id, trace_id, occurred_at, recorded_at, person_id, role, activity, action, outcome, code
from audit.decision_before order by recorded_at, id;
insert into audit.event (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, person_name, role, activity, action, subject_kind, subject_id)
select tenant_id, id, trace_id, occurred_at, recorded_at, person_id, person_name, role, activity, action, subject_kind, subject_id
from audit.event_before order by recorded_at, id;
drop table audit.decision_before, audit.event_before;
