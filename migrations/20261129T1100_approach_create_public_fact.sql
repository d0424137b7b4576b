-- What VNG found about a municipality in a public source. The municipality has not confirmed it, so it counts for nothing until it does.
create table approach.public_fact (
  tenant_id uuid not null,
  id uuid not null,
  municipality_id uuid not null,
  element text not null,
  source text not null check (source in ('lokaleregelgeving', 'bekendmaking', 'anders')),
  -- the number in the national collection of local regulations: CVDR123456
  cvdr text check (cvdr ~ '^CVDR[0-9]{3,9}$'),
  title text not null,
  link text not null,
  adopting_body text check (adopting_body in ('b-en-w', 'burgemeester', 'raad')),
  decided_on date not null,
  -- empty when the source does not say
  valid_until date,
  -- the day on which somebody looked in the source
  read_on date not null,
  -- rises with every correction: an answer is about one version
  version integer not null,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  check (valid_until is null or valid_until > decided_on)
);
-- one entry a municipality and element at a time
create unique index public_fact_one on approach.public_fact (tenant_id, municipality_id, element) where withdrawn_on is null;
create index public_fact_by_municipality on approach.public_fact (municipality_id) where withdrawn_on is null;

-- What the municipality said of it, once for every version. No words of its own: a closed list of reasons, so that no person is in it.
create table approach.public_fact_answer (
  tenant_id uuid not null,
  fact_id uuid not null,
  fact_version integer not null,
  outcome text not null check (outcome in ('bevestigd', 'aangepast', 'onjuist')),
  reason text check (reason in ('niet-van-ons', 'niet-vastgesteld', 'ingetrokken', 'ander-onderwerp')),
  answered_at timestamptz not null,
  primary key (tenant_id, fact_id, fact_version),
  check ((outcome = 'onjuist') = (reason is not null))
);

-- Whether a municipality lets everybody see how its approach stands. No row: it does not.
create table approach.publication (
  tenant_id uuid primary key,
  is_public boolean not null,
  version integer not null,
  changed_at timestamptz not null
);
