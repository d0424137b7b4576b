create schema regional;

-- What a region agreed that its municipalities do, each in its own plan. No person is in it.
create table regional.joint_action (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  element text,
  track text not null,
  due_on date not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null,
  primary key (tenant_id, id)
);
create index on regional.joint_action (id);

-- That an organisation has it in its plan.
create table regional.taken_over (
  tenant_id uuid not null,
  action_id uuid not null,
  taken_on date not null,
  primary key (tenant_id, action_id)
);
create index on regional.taken_over (action_id);
