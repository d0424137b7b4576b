-- The internal route for reports of a municipality: per situation who takes it up, how to reach them, and by when. Functions, no case.
create table approach.reporting_route (
  tenant_id uuid not null,
  version integer not null,
  -- the first day on which it must have been looked at again
  valid_until date not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);

create table approach.reporting_route_line (
  tenant_id uuid not null,
  situation text not null check (situation in ('acute', 'person', 'location', 'minor', 'labour', 'night')),
  who text,
  how text,
  within text check (within in ('at-once', 'today', 'next-working-day', 'three-working-days')),
  primary key (tenant_id, situation),
  foreign key (tenant_id) references approach.reporting_route (tenant_id)
);

-- A drill of the route: what was practised, and whether it worked. A made-up signal, never a real one.
create table approach.reporting_route_drill (
  tenant_id uuid not null,
  id uuid not null,
  situation text not null check (situation in ('acute', 'person', 'location', 'minor', 'labour', 'night')),
  held_on date not null,
  scenario text not null,
  -- the route as it stood when the result was recorded
  route_version integer not null,
  has_worked boolean not null,
  to_mend text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  check (has_worked or to_mend is not null)
);
create index reporting_route_drill_by_day on approach.reporting_route_drill (tenant_id, held_on);
