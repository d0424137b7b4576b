-- The recognition test as somebody took it, before or after learning. Only she reads it.
create table learning.recognition_attempt (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  edition text not null,
  round text not null check (round in ('before', 'after')),
  -- what she saw in each vignette
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  taken_on date not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, edition, round)
);

-- Before and after of somebody who wanted it counted: no person, no day, and an id without a moment in it. Shown from ten on.
create table learning.recognition_pair (
  tenant_id uuid not null,
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  edition text not null,
  hits_before integer not null,
  hits_after integer not null,
  hits_possible integer not null check (hits_possible > 0),
  alarms_before integer not null,
  alarms_after integer not null,
  alarms_possible integer not null check (alarms_possible > 0),
  primary key (tenant_id, id)
);
create index recognition_pair_by_month on learning.recognition_pair (tenant_id, month, id);
