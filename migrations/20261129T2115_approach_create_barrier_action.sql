-- What a municipality does at each barrier of the barrier model: which step it makes harder, and for whom. No case, no person.
create table approach.barrier_action (
  tenant_id uuid not null,
  id uuid not null,
  barrier text not null check (barrier in ('recruitment', 'identity', 'housing', 'work', 'finance', 'communication')),
  title text not null,
  facilitator text not null check (facilitator in ('aware', 'unaware', 'none')),
  -- a function, such as 'toezichthouder wonen'
  carried_by text,
  state text not null check (state in ('idea', 'running', 'done', 'stopped')),
  -- the action of the plan and the instrument it goes with; empty when there is none
  plan_action_id uuid,
  instrument text check (instrument in ('exploitatievergunning', 'bibob', 'goed-verhuurderschap', 'huisvesting', 'gemeentewet-174a', 'opiumwet-13b', 'dwangsom')),
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_action_id) references approach.plan_action (tenant_id, id)
);
create index barrier_action_by_barrier on approach.barrier_action (tenant_id, barrier, id);
