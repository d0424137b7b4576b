-- A measure that takes a home or work away. First it is answered whether whoever lives or works there is possibly a victim; without
-- that answer it is not ready.
create table signals.closure (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  instrument text not null check (instrument in ('gemeentewet-174a', 'opiumwet-13b', 'goed-verhuurderschap', 'huisvesting', 'dwangsom')),
  place bytea not null,
  place_index bytea not null,
  intended_on date not null,
  recorded_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  victim_check text check (victim_check in ('yes', 'no', 'unknown')),
  -- a function: who looked
  checked_by text,
  checked_on date,
  help_arranged boolean,
  ready_on date,
  carried_out_on date,
  cancelled_on date,
  lost_home integer check (lost_home >= 0),
  lost_work integer check (lost_work >= 0),
  went_shelter integer check (went_shelter >= 0),
  went_housing integer check (went_housing >= 0),
  went_family integer check (went_family >= 0),
  went_abroad integer check (went_abroad >= 0),
  went_unknown integer check (went_unknown >= 0),
  primary key (tenant_id, id),
  check ((victim_check is null) = (checked_on is null) and (victim_check is null) = (checked_by is null)),
  check (ready_on is null or victim_check = 'no' or (victim_check = 'yes' and help_arranged)),
  check (carried_out_on is null or ready_on is not null),
  check (carried_out_on is null or cancelled_on is null),
  check ((carried_out_on is null) = (lost_home is null)),
  check (lost_home is null or lost_home = went_shelter + went_housing + went_family + went_abroad + went_unknown)
);
create index closure_by_day on signals.closure (tenant_id, intended_on desc, id desc);
create index closure_at_place on signals.closure (tenant_id, place_index);
