-- What a municipality published about an element, change after change: the days of each, never whether it held. The trend of the
-- monitor follows from it. Append-only; the last change of an element says what its standing says.
create table approach.standing_change (
  tenant_id uuid not null,
  id uuid not null,
  element text not null,
  -- withdrawn: taken back, from the day it begins
  state text not null check (state in ('present', 'working', 'regional', 'withdrawn')),
  begins_on date not null,
  -- from this day on it no longer holds; empty when it was withdrawn
  lapses_on date,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'withdrawn') = (lapses_on is null))
);
create index standing_change_by_element on approach.standing_change (element, tenant_id, changed_at);

-- What was published before this table was there, from the facts that were reported. Row-level security is forced upon the owner of
-- the tables too, and would hide every row from this migration.
alter table approach.fact no force row level security;
alter table approach.standing no force row level security;
insert into approach.standing_change (tenant_id, id, element, state, begins_on, lapses_on, changed_at)
select tenant_id, id, element, state, as_of, lapses_on, reported_at from approach.fact
where state in ('present', 'working', 'regional') and lapses_on > as_of
  and (element = 'K2.1' and source = 'focal-point'
    or element in ('K1.1', 'K2.2', 'K5.1', 'K5.3', 'K5.5') and source in ('scan', 'adoption', 'statement'));
-- a later scan took it back
insert into approach.standing_change (tenant_id, id, element, state, begins_on, changed_at)
select f.tenant_id, f.id, f.element, 'withdrawn', f.as_of, f.reported_at from approach.fact f
where f.source = 'scan' and f.element in ('K1.1', 'K2.2', 'K5.1', 'K5.3', 'K5.5')
  and f.state not in ('present', 'working', 'regional')
  and exists (select 1 from approach.standing_change c
    where c.tenant_id = f.tenant_id and c.element = f.element and c.changed_at < f.reported_at);
-- what no fact tells, such as the day until which an approach is anchored
insert into approach.standing_change (tenant_id, id, element, state, begins_on, lapses_on, changed_at)
select s.tenant_id, gen_random_uuid(), s.element, s.state, s.decided_on, s.lapses_on, s.published_at from approach.standing s
where not exists (select 1 from approach.standing_change c
  where c.tenant_id = s.tenant_id and c.element = s.element and c.changed_at >= s.published_at
    and c.begins_on = s.decided_on and c.lapses_on = s.lapses_on);
alter table approach.fact force row level security;
alter table approach.standing force row level security;
