-- What goes to the National Rapporteur about a year that is over: a table in which no combination stands for fewer than k persons, in
-- the very words that are sent. It is made, looked at by a second person, and only then a delivery; what was delivered stays as the log.
create table registration.yearly_delivery (
  tenant_id uuid not null,
  id uuid not null,
  year integer not null check (year between 1990 and 2100),
  -- the first delivery of a year, or the so-manieth: a correction
  nth integer not null check (nth >= 1),
  k integer not null check (k >= 2),
  content text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- of what it was made: when that changed, nobody agrees with it any more
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  row_count integer not null check (row_count >= 1),
  person_count integer not null check (person_count >= k),
  -- of whom nothing may be read any more
  left_out integer not null check (left_out >= 0),
  -- how many persons' value was told more coarsely, by field
  folded jsonb not null,
  correction_reason text,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  asked_by_name text,
  approved_by_name text,
  approved_at timestamptz,
  primary key (tenant_id, id),
  -- the same twice is one
  unique (tenant_id, year, content_sha256),
  check ((nth = 1) = (correction_reason is null)),
  check ((approved_at is null) = (approved_by_name is null)),
  check ((approved_at is null) = (asked_by_name is null))
);
create unique index yearly_delivery_once on registration.yearly_delivery (tenant_id, year, nth) where approved_at is not null;
