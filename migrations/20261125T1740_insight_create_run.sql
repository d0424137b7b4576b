create schema insight;

-- A computation an analyst asked for: the table, how it was to be done, and what came out. Whoever has the role can repeat it.
-- Counts only: no row is a person, no column names one but the analyst.
create table insight.run (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  -- the run this one repeats
  repeats_id uuid,
  -- as text that does not depend on the order of its rows
  capture_table text not null,
  table_hash text not null,
  observed integer not null,
  options json not null,
  version text not null,
  requested_at timestamptz not null,
  -- lost: the server stopped while it computed
  ending text check (ending in ('done', 'too-long', 'died', 'lost')),
  ended_at timestamptz,
  study json,
  primary key (tenant_id, id),
  check ((ending is null) = (ended_at is null)),
  check (ending is distinct from 'done' or study is not null)
);
create unique index run_one_at_a_time on insight.run (tenant_id, person_id) where ending is null;
