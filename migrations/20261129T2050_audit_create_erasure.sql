-- The logs of an organisation go by month, once the term that it settled has passed. A month is a record like any other: it is counted,
-- can be held, and leaves a tombstone (retention.record names it by this id).
create table audit.month (
  tenant_id uuid not null,
  id uuid not null,
  -- «deeds» are audit.decision and audit.event; each of the two groups has a term of its own
  logs text not null check (logs in ('deeds', 'processing')),
  month date not null check (extract(day from month) = 1),
  primary key (tenant_id, id),
  unique (tenant_id, logs, month)
);

-- That the lines of a month went, and by which term. The next root covers it, so that whoever verifies can tell what went by its term
-- from what somebody took away.
create table audit.erasure (
  no bigint generated always as identity primary key,
  tenant_id uuid not null,
  month_id uuid not null,
  logs text not null check (logs in ('deeds', 'processing')),
  month date not null,
  rule text not null,
  period text not null check (period ~ '^P[1-9][0-9]{0,3}[DMY]$'),
  lines integer not null check (lines >= 0),
  -- on the domain clock
  erased_at timestamptz not null,
  unique (tenant_id, logs, month)
);

-- Which lines of which root went: their numbers (8 bytes each), in order. Their digests stay in audit.batch.
create table audit.erasure_part (
  erasure_no bigint not null references audit.erasure (no),
  root_no bigint not null references audit.root (no),
  lines integer not null check (lines > 0),
  numbers bytea not null check (octet_length(numbers) = lines * 8),
  primary key (erasure_no, root_no)
);
create index erasure_part_by_root on audit.erasure_part (root_no);

create trigger refuse_change before update or delete on audit.erasure for each row execute function audit.refuse_change();
create trigger refuse_change before update or delete on audit.erasure_part for each row execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.erasure execute function audit.refuse_change();
create trigger refuse_truncate before truncate on audit.erasure_part execute function audit.refuse_change();

-- A root over erasures says which, and over what; every other root has none of the three, and its form stays as it was.
alter table audit.root add after_erasure bigint, add up_to_erasure bigint, add erasures bytea,
  add constraint root_erasures check (case when erasures is null then after_erasure is null and up_to_erasure is null
    else octet_length(erasures) = 32 and up_to_erasure > after_erasure and after_erasure >= 0 end);
create index root_by_number on audit.root (up_to_seq);
create index root_by_erasure on audit.root (up_to_erasure) where up_to_erasure is not null;

-- What stands in a log stands there, until its month goes by its term: then that stands in audit.erasure first.
create or replace function audit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- nested: whoever owns the logs may not look into platform, and does not have to
  if tg_op = 'TRUNCATE' then
    if (select kind from platform.installation) = 'demo' then return null; end if;
  end if;
  if tg_op = 'DELETE' and tg_table_name ~ '^(decision|event|processing)_[0-9]{4}_[0-9]{2}$' then
    if exists (
      select 1 from audit.erasure e
      where e.tenant_id = old.tenant_id
        and e.logs = case when tg_table_name like 'processing%' then 'processing' else 'deeds' end
        and tg_table_name like '%' || to_char(e.month, '_YYYY_MM'))
    then return old; end if;
  end if;
  raise exception 'een logregel wordt niet gewijzigd of verwijderd' using errcode = '42501';
end $$;
