create extension if not exists btree_gist;
create schema shelter;

-- A house of a shelter. Where it is, is sealed; only the organisation itself opens it.
create table shelter.unit (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  name text not null,
  address bytea,
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

-- A place as whoever places people sees it: what it offers, never where it is or how it is called.
create table shelter.place (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  number smallint not null check (number between 1 and 500),
  type text not null check (type in ('cosm', 'omm', 'womens', 'mens', 'general', 'emergency', 'youth', 'unaccompanied', 'onward')),
  region text not null,
  genders text[] not null,
  min_age smallint not null check (min_age between 0 and 120),
  max_age smallint check (max_age between 0 and 120),
  children smallint not null check (children between 0 and 20),
  is_wheelchair boolean not null,
  takes_pets boolean not null,
  languages text[] not null,
  expertise text[] not null,
  staffing text not null check (staffing in ('always', 'day', 'on-call')),
  opens_on date not null,
  closes_on date,
  out_from date,
  out_until date,
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, number),
  foreign key (tenant_id, unit_id) references shelter.unit (tenant_id, id),
  check (max_age >= min_age),
  check (closes_on > opens_on),
  check ((out_from is null) = (out_until is null)),
  check (out_until > out_from)
);

-- What was said of a place, and when.
create table shelter.place_change (
  tenant_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'taken', 'freed')),
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references shelter.place (tenant_id, id)
);
create index place_change_of_place on shelter.place_change (tenant_id, place_id, changed_at);

-- The organisation said that what stands here about its places is so.
create table shelter.capacity_check (
  tenant_id uuid not null,
  checked_at timestamptz not null,
  primary key (tenant_id, checked_at)
);

-- One stay, from the option to the departure: for a person who is known here by a code only. What happened is a moment, never a status.
create table shelter.placement (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  via text not null check (via in ('own', 'option', 'phone')),
  holder_id uuid not null,
  holder_name text not null,
  request_id uuid,
  from_night date not null,
  until_night date not null,
  reserved_at timestamptz not null,
  reserved_by_name text not null,
  phone_confirmed_by text,
  option_until timestamptz,
  warned_at timestamptz,
  under_way_at timestamptz,
  accepted_at timestamptz,
  accepted_by_name text,
  refused_at timestamptz,
  refusal text,
  withdrawn_at timestamptz,
  lapsed_at timestamptz,
  arrived_at timestamptz,
  no_show_at timestamptz,
  departed_at timestamptz,
  departure text,
  due_at timestamptz,
  version integer not null check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  check (until_night > from_night),
  check ((refused_at is null) = (refusal is null)),
  check ((via = 'phone') = (phone_confirmed_by is not null)),
  check (lapsed_at is null or (warned_at is not null and under_way_at is null))
);
create index placement_due on shelter.placement (due_at, id) where due_at is not null;
create index placement_of_holder on shelter.placement (holder_id, reserved_at);

-- A night of a place that is given. The key is the rule: a place is given once a night.
create table shelter.night_slot (
  tenant_id uuid not null,
  place_id uuid not null,
  night date not null,
  placement_id uuid not null,
  primary key (tenant_id, place_id, night),
  foreign key (tenant_id, place_id) references shelter.place (tenant_id, id),
  foreign key (tenant_id, placement_id) references shelter.placement (tenant_id, id)
);
create index night_slot_of_placement on shelter.night_slot (tenant_id, placement_id);
create index night_slot_by_night on shelter.night_slot (night);

-- The same nights as one stretch: a second lock, which knows nothing of the first. Nights that were given back make it shorter.
create table shelter.booking (
  tenant_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  placement_id uuid not null,
  from_night date not null,
  until_night date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references shelter.place (tenant_id, id),
  foreign key (tenant_id, placement_id) references shelter.placement (tenant_id, id),
  check (until_night >= from_night),
  constraint booking_given_once exclude using gist (
    tenant_id with =, place_id with =, daterange(from_night, until_night) with &&)
);
create index booking_of_placement on shelter.booking (tenant_id, placement_id);
