-- The domain clock: how far it runs ahead of the clock on the wall. One row; only a demo database may move it.
create table platform.clock (
  is_only boolean primary key default true check (is_only),
  offset_ms bigint not null default 0 check (offset_ms >= 0)
);
insert into platform.clock default values;

create function platform.guard_clock() returns trigger language plpgsql as $$
begin
  if (select kind from platform.installation) <> 'demo' then
    raise exception 'de klok van een echte omgeving wordt niet verzet' using errcode = '42501';
  end if;
  if new.offset_ms < old.offset_ms then
    raise exception 'de klok gaat alleen vooruit' using errcode = '22023';
  end if;
  return new;
end $$;
create trigger guard_clock before update on platform.clock for each row execute function platform.guard_clock();

-- A form that is sent twice gets the answer of the first time. One row per form, written with the deed itself.
create table platform.idempotency (
  person_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  location text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person_id, key)
);
