-- A fact always has a day from which it counts, and often one on which it stops. In a scan people leave them out: then the day of the
-- scan stands there, and the day on which it is asked again. Neither was given by anybody, so no document may say it.
alter table approach.fact
  add column is_day_given boolean not null default true,
  add column is_end_given boolean not null default true;
alter table approach.fact no force row level security;
update approach.fact set
  is_day_given = state <> 'working' and as_of <> (reported_at at time zone 'Europe/Amsterdam')::date,
  is_end_given = lapses_on is distinct from ((reported_at at time zone 'Europe/Amsterdam')::date + interval '24 months')::date
where source = 'scan';
alter table approach.fact force row level security;
