-- What the register counted in earlier years, as numbers that it brought along: never made of the registrations that are kept here. A
-- number that was revised stands beside the earlier one, by its date.
create table registration.history_count (
  tenant_id uuid not null,
  id uuid not null,
  series text not null,
  year integer not null check (year between 1990 and 2100),
  count integer not null check (count >= 0),
  source text not null,
  as_of date not null,
  -- why this year does not compare with the one before
  break_reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, series, year, as_of)
);
