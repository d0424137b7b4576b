-- Whoever writes in a log takes the next line number; the sealer reads how far they have come.
grant usage on sequence audit.line to inbeeld_own, inbeeld_mandate, inbeeld_account, inbeeld_courier;
grant select on sequence audit.line to inbeeld_sealer;

-- The keeper owns the logs and can log in nowhere. Whoever lays the functions must be able to become it; a superuser always is.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_keeper to current_user; end if;
end $$;
grant usage, create on schema audit to inbeeld_keeper;
do $$
declare
  part regclass;
begin
  for part in
    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'audit' and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) <> 'inbeeld_keeper'
      and (c.relname in ('decision', 'event', 'processing', 'erasure', 'erasure_part') or c.relispartition)
  loop
    execute format('alter table %s owner to inbeeld_keeper', part);
  end loop;
end $$;
grant usage on sequence audit.line to inbeeld_keeper;
grant usage on schema app to inbeeld_keeper;
grant execute on function app.tenant() to inbeeld_keeper;
grant execute on function audit.lay_months(text, timestamp, integer), audit.refuse_change() to inbeeld_keeper;
revoke all on function audit.lay_months(text, timestamp, integer) from public;

-- Lays the parts of this month and of the three after it, in every log. Answers how many it laid.
create or replace function audit.prepare_months() returns integer language sql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
  select sum(audit.lay_months(log, clock_timestamp() at time zone 'UTC', 4))::integer
  from unnest(array['decision', 'event', 'processing']) as log
$$;
alter function audit.prepare_months() owner to inbeeld_keeper;
revoke all on function audit.prepare_months() from public;
grant execute on function audit.prepare_months() to inbeeld_runner;

-- Which logs have no part for this month or the next.
create or replace function audit.missing_months() returns table (log text, month text) language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select log, to_char(start, 'YYYY-MM')
  from unnest(array['decision', 'event', 'processing']) as log,
    generate_series(date_trunc('month', clock_timestamp() at time zone 'UTC'),
      date_trunc('month', clock_timestamp() at time zone 'UTC') + interval '1 month', interval '1 month') as start
  where not exists (
    select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = format('audit.%I', log)::regclass and c.relname = log || '_' || to_char(start, 'YYYY_MM'))
$$;
revoke all on function audit.missing_months() from public;
grant execute on function audit.missing_months() to inbeeld_runner;

-- Which number was given last, and at what moment that was asked.
create or replace function audit.last_number() returns table (number bigint, at timestamptz) language sql volatile
  set search_path = pg_catalog, pg_temp as $$
  select case when is_called then last_value else 0 end, clock_timestamp() from audit.line
$$;
revoke all on function audit.last_number() from public;
grant execute on function audit.last_number() to inbeeld_sealer;

-- The tables of a group of logs for a month, those that are there.
create or replace function audit.parts_of(logs text, month date) returns setof regclass language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select part from unnest(case logs when 'deeds' then array['decision', 'event'] else array['processing'] end) as log,
    to_regclass(format('audit.%I', log || '_' || to_char(month, 'YYYY_MM'))) as part
  where part is not null
$$;
revoke all on function audit.parts_of(text, date) from public;
grant execute on function audit.parts_of(text, date) to inbeeld_keeper;

-- Which months of which organisation are over and hold lines, so that their time can be counted. Organisation by organisation along
-- the index: a month of millions of lines is not read.
create or replace function audit.ended_months() returns table (tenant_id uuid, logs text, month date) language plpgsql security definer
  stable set search_path = pg_catalog, pg_temp as $$
declare
  part record;
begin
  for part in
    select distinct to_date(right(c.relname, 7), 'YYYY_MM') as month, left(c.relname, -8) as log from pg_class c
    where c.relnamespace = 'audit'::regnamespace and c.relispartition and c.relkind = 'r'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= clock_timestamp() at time zone 'UTC'
  loop
    logs := case part.log when 'processing' then 'processing' else 'deeds' end;
    month := part.month;
    tenant_id := '00000000-0000-0000-0000-000000000000';
    loop
      execute format('select l.tenant_id from audit.%I l where l.tenant_id > $1 order by l.tenant_id limit 1',
        part.log || '_' || to_char(part.month, 'YYYY_MM')) into tenant_id using tenant_id;
      exit when tenant_id is null;
      return next;
    end loop;
  end loop;
end $$;
alter function audit.ended_months() owner to inbeeld_keeper;
revoke all on function audit.ended_months() from public;
grant execute on function audit.ended_months() to inbeeld_runner;

-- Takes the lines of a month of the organisation of this transaction out of a group of logs. Answers how many.
-- Refused when the term has not passed on the clock of the database too, when it is shorter than a year (whoever takes the program over
-- does not wipe its tracks of the last year), and when a line has no seal yet.
create or replace function audit.erase_month(month_id uuid, logs text, month date, rule text, period text, at timestamptz)
  returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  this audit.erasure;
  part regclass;
  numbers bigint[] := '{}';
  taken integer;
  gone integer := 0;
begin
  if erase_month.month + erase_month.period::interval < erase_month.month + interval '1 year' then
    raise exception 'regels van een logboek blijven ten minste een jaar' using errcode = '42501';
  end if;
  if (erase_month.month + interval '1 month' + erase_month.period::interval) at time zone 'UTC' > clock_timestamp() then
    raise exception 'de termijn van deze maand is nog niet voorbij' using errcode = '42501';
  end if;
  for part in select audit.parts_of(erase_month.logs, erase_month.month) loop
    execute format('select $2 || coalesce(array_agg(l.seq), ''{}'') from %s l where l.tenant_id = $1', part)
      using app.tenant(), numbers into numbers;
  end loop;
  if (select max(n) from unnest(numbers) n) > coalesce((select max(r.up_to_seq) from audit.root r), 0) then
    raise exception 'een regel van deze maand heeft nog geen zegel' using errcode = '55000';
  end if;
  insert into audit.erasure (tenant_id, month_id, logs, month, rule, period, lines, erased_at)
  values (app.tenant(), erase_month.month_id, erase_month.logs, erase_month.month, erase_month.rule, erase_month.period,
    cardinality(numbers), at)
  returning * into this;
  insert into audit.erasure_part (erasure_no, root_no, lines, numbers)
  select this.no, sealed.no, count(*), string_agg(int8send(n), ''::bytea order by n)
  from unnest(numbers) n
    cross join lateral (select r.no from audit.root r where r.up_to_seq >= n order by r.up_to_seq limit 1) sealed
  group by sealed.no;
  for part in select audit.parts_of(erase_month.logs, erase_month.month) loop
    execute format('delete from %s l where l.tenant_id = $1', part) using app.tenant();
    get diagnostics taken = row_count;
    gone := gone + taken;
  end loop;
  if gone <> this.lines then raise exception 'er kwam een regel bij terwijl de maand werd gewist'; end if;
  return gone;
end $$;
alter function audit.erase_month(uuid, text, date, text, text, timestamptz) owner to inbeeld_keeper;
revoke all on function audit.erase_month(uuid, text, date, text, text, timestamptz) from public;
grant execute on function audit.erase_month(uuid, text, date, text, text, timestamptz) to inbeeld_own;

-- Drops the parts of months that are over and hold nothing any more. A part that is in use waits for the next time. Answers how many went.
create or replace function audit.drop_empty_months() returns integer language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  part text;
  is_empty boolean;
  dropped integer := 0;
begin
  for part in
    select c.relname from pg_class c
    where c.relnamespace = 'audit'::regnamespace and c.relispartition and c.relkind = 'r'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '2 months' <= clock_timestamp() at time zone 'UTC'
  loop
    execute format('select not exists (select from audit.%I)', part) into is_empty;
    if is_empty then
      begin
        execute format('drop table audit.%I', part);
        dropped := dropped + 1;
      exception when lock_not_available then null;
      end;
    end if;
  end loop;
  return dropped;
end $$;
alter function audit.drop_empty_months() owner to inbeeld_keeper;
revoke all on function audit.drop_empty_months() from public;
grant execute on function audit.drop_empty_months() to inbeeld_runner;
