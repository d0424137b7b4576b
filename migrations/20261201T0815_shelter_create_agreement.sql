-- What a municipality agreed about shelter: a route that is known day and night, or places through its centre municipality. It lapses by its date.
create table shelter.agreement (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('route', 'places')),
  with_name text not null,
  places smallint check (places between 1 and 500),
  decided_on date not null,
  valid_until date not null,
  ended_on date,
  recorded_by_name text not null,
  primary key (tenant_id, id),
  check (valid_until > decided_on),
  check ((kind = 'places') = (places is not null))
);
