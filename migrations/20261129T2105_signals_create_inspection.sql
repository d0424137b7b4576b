-- An inspection by several partners together: about a theme, a kind of place or one address. Whom was met is never in it, only how many.
create table signals.inspection (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  theme text not null,
  sector text not null check (sector in ('home', 'hotel', 'restaurant', 'shop-or-salon', 'agriculture', 'building', 'cleaning', 'transport', 'care', 'school', 'street', 'online', 'other', 'unknown')),
  -- empty when it is about a theme or a kind of place
  place bytea,
  place_index bytea,
  planned_on date not null,
  planned_by uuid not null,
  planned_by_name text not null,
  ready_on date,
  held_on date,
  cancelled_on date,
  people_met integer check (people_met >= 0),
  minors_met integer check (minors_met >= 0),
  possible_victims integer check (possible_victims >= 0),
  lost_home integer check (lost_home >= 0),
  lost_work integer check (lost_work >= 0),
  went_shelter integer check (went_shelter >= 0),
  went_housing integer check (went_housing >= 0),
  went_family integer check (went_family >= 0),
  went_abroad integer check (went_abroad >= 0),
  went_unknown integer check (went_unknown >= 0),
  primary key (tenant_id, id),
  check ((place is null) = (place_index is null)),
  -- no inspection without a bed: it is held only after everything was arranged
  check (held_on is null or ready_on is not null),
  check (held_on is null or cancelled_on is null),
  check ((held_on is null) = (people_met is null) and (held_on is null) = (lost_home is null)),
  check (lost_home is null or lost_home = went_shelter + went_housing + went_family + went_abroad + went_unknown)
);
create index inspection_by_day on signals.inspection (tenant_id, planned_on desc, id desc);
create index inspection_at_place on signals.inspection (tenant_id, place_index) where place_index is not null;

-- What is arranged before anybody knocks, one row for each thing; the last answer stands.
create table signals.inspection_check (
  tenant_id uuid not null,
  inspection_id uuid not null,
  dossier_id uuid not null,
  item text not null check (item in ('interpreter', 'care', 'rights', 'bed', 'children', 'transport', 'belongings', 'aftercare')),
  answer text not null check (answer in ('arranged', 'not-needed')),
  -- who or what, or why it is not needed: never about whom may be met
  note text not null,
  answered_on date not null,
  answered_by_name text not null,
  primary key (tenant_id, inspection_id, item),
  foreign key (tenant_id, inspection_id) references signals.inspection (tenant_id, id),
  -- a place to sleep and somebody for care are always needed
  check (answer = 'arranged' or item not in ('bed', 'care', 'rights'))
);

-- Who goes along: each by a power of its own, for a purpose of its own.
create table signals.inspection_partner (
  tenant_id uuid not null,
  inspection_id uuid not null,
  dossier_id uuid not null,
  partner text not null check (partner in ('municipality', 'police', 'labour-authority', 'tax-authority', 'border-police', 'fire-safety', 'food-safety', 'benefits', 'housing-corporation', 'other')),
  power text not null,
  purpose text not null,
  home_entry text not null check (home_entry in ('none', 'consent', 'warrant')),
  added_on date not null,
  added_by_name text not null,
  primary key (tenant_id, inspection_id, partner),
  foreign key (tenant_id, inspection_id) references signals.inspection (tenant_id, id)
);
