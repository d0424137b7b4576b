-- What stands out in how somebody uses the product: told to the security officer, never to a line manager. One row for each hour
-- and rule; the row says how much and not what.
create table privacy.noticed (
  tenant_id uuid not null,
  id uuid not null,
  rule text not null check (rule in ('many-dossiers', 'at-night', 'many-refusals', 'many-exports')),
  person_id uuid not null,
  role text not null,
  -- the hour in which it was done, on the domain clock
  hour_at timestamptz not null,
  times integer not null check (times > 0),
  noticed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, rule, person_id, role, hour_at)
);
create index noticed_by_hour on privacy.noticed (tenant_id, hour_at desc, id);

-- The logs are looked through hour by hour, of everybody at once; they grow at their end, so a few bytes for each stretch are enough.
create index decision_by_recorded on audit.decision using brin (recorded_at) with (autosummarize = on);
create index processing_by_recorded on audit.processing using brin (recorded_at) with (autosummarize = on);
