-- How many of something there were in the country in one quarter, by police unit and kind, as it came through the disclosure
-- control. A quarter is counted once, after it closed: a second count beside the first would tell what changed in between.
create table insight.trend (
  series text not null,
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  -- the areas and kinds that were counted by, with their names of that time
  areas jsonb not null,
  kinds jsonb not null,
  -- by the key of a cell: a rounded count, or null for what is kept back
  cells jsonb not null,
  laid_at timestamptz not null,
  primary key (series, quarter)
);
