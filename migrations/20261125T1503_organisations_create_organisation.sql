create schema organisations;

-- Every organisation that can own records: a tenant. Its code is a property that may change, never its key.
create table organisations.organisation (
  id uuid primary key,
  kind text not null,
  -- its last code and name; the history stands in code_period
  code text not null unique,
  name text not null,
  partner_kind text,
  role_mailbox text,
  valid_from date not null,
  valid_until date,
  is_demo boolean not null default false
);

-- The code and name of an organisation from a day until a day (not included): GM…, VR…, PV…, or a code of our own.
create table organisations.code_period (
  organisation_id uuid not null references organisations.organisation,
  code text not null,
  name text not null,
  valid_from date not null,
  valid_until date,
  primary key (organisation_id, valid_from)
);
create unique index code_period_by_code on organisations.code_period (code, valid_from);

-- Which organisation took over which, on which day; a split has several rows.
create table organisations.succession (
  predecessor_id uuid not null references organisations.organisation,
  successor_id uuid not null references organisations.organisation,
  on_date date not null,
  source text not null,
  is_verified boolean not null,
  primary key (predecessor_id, successor_id)
);

-- Facts about a municipality with the day they hold for. Source: seed/reference/README.md.
create table organisations.municipality (
  organisation_id uuid primary key references organisations.organisation,
  province_code text not null,
  population integer not null,
  population_on date not null,
  land_km2 numeric not null,
  address_density integer not null,
  urbanity smallint not null check (urbanity between 1 and 5),
  longitude numeric not null,
  latitude numeric not null,
  hexagon_q smallint not null,
  hexagon_r smallint not null
);

create table organisations.neighbour (
  organisation_id uuid not null references organisations.organisation,
  neighbour_id uuid not null references organisations.organisation,
  primary key (organisation_id, neighbour_id)
);

-- Membership of a region from a day until a day; no region means that it is not known.
create table organisations.region_membership (
  organisation_id uuid not null references organisations.organisation,
  region_kind text not null,
  region_id uuid references organisations.organisation,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (organisation_id, region_kind, valid_from)
);
create index region_membership_by_region on organisations.region_membership (region_id, organisation_id);

-- A dated mandate: the holder may act as this organisation for one capability.
create table organisations.mandate (
  tenant_id uuid not null,
  id uuid not null,
  holder_id uuid not null,
  capability text not null,
  basis text not null,
  valid_from date not null,
  valid_until date not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  check (valid_until > valid_from)
);
create index mandate_by_holder on organisations.mandate (tenant_id, holder_id, capability);
