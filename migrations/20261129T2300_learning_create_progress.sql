create schema learning;

-- How far somebody is in a learning path. What she answered is hers: of whoever acts in person, only she reads these rows.
create table learning.progress (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  path text not null check (length(path) between 1 and 100),
  edition text not null,
  -- where she goes on
  at_step text not null,
  -- the answer by step
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  started_on date not null,
  last_on date not null,
  passed_on date,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, path)
);
