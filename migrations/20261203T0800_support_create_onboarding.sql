-- How far a municipality is that begins: a step that follows from its facts, and since when. No person is in it.
create table support.onboarding (
  tenant_id uuid not null,
  id uuid not null,
  desk_ids uuid[] not null,
  began_on date not null,
  -- the first step that is not done; none once everything is
  step text check (step in ('administrator', 'people', 'policy', 'training', 'scan')),
  step_since date not null,
  due_on date not null,
  stuck_since date,
  finished_on date,
  -- when somebody looks again
  look_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id),
  check ((step is null) = (finished_on is not null)),
  check (finished_on is null or (look_at is null and stuck_since is null))
);
create index on support.onboarding (look_at) where look_at is not null;

-- When the desk must have taken a request; empty once it heard that nobody did, or somebody did.
alter table support.request add column norm_at timestamptz;
create index on support.request (norm_at) where norm_at is not null;
