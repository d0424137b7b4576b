-- How many people are trained in a municipality, as the country may know it: rounded, of ten people or more, and how many of them will
-- still be trained on the first day of each coming quarter. So the figure lapses by its dates. No person is in it.
create table learning.trained_share (
  tenant_id uuid not null,
  people integer not null check (people >= 10),
  begins_on date[] not null,
  -- as long as begins_on; -1 where it is too few to tell
  trained integer[] not null,
  published_at timestamptz not null,
  primary key (tenant_id),
  check (cardinality(begins_on) = cardinality(trained) and cardinality(trained) >= 1)
);
