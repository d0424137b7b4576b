-- The plan a municipality works by: its own, or its own part under the policy of a region. It lives on; an adoption freezes it.
create table approach.plan (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  -- the policy of a region this plan is under: where it stood, and its hash on the day it was taken up
  regional_id uuid,
  regional_title text,
  regional_link text,
  regional_sha256 text,
  starts_on date not null,
  ends_on date not null,
  -- 1 until the first adoption; one higher after each
  edition integer not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check (ends_on > starts_on),
  check (regional_title is not null or regional_link is null)
);
create unique index plan_one on approach.plan (tenant_id);

-- What somebody does, by when, to close a gap. Memberships, so that work moves on when somebody leaves.
create table approach.plan_action (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  track text not null check (track in ('preventie', 'signaleren', 'handhaven', 'hulpverlenen')),
  closes_element text,
  -- the proposal it came from, so that nobody gets it twice
  proposal text,
  owner_membership_id uuid,
  owner_name text,
  substitute_membership_id uuid,
  substitute_name text,
  due_on date,
  budget_euro integer check (budget_euro >= 0),
  hours numeric check (hours >= 0),
  status text not null check (status in ('open', 'busy', 'done', 'dropped')),
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references approach.plan (tenant_id, id),
  check ((owner_membership_id is null) = (owner_name is null)),
  check ((substitute_membership_id is null) = (substitute_name is null))
);
create index plan_action_by_due on approach.plan_action (tenant_id, plan_id, due_on, id);
create unique index plan_action_proposal on approach.plan_action (tenant_id, plan_id, proposal);

-- What happened to an action. A note is internal: no document takes it along.
create table approach.plan_action_log (
  tenant_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  status text not null check (status in ('open', 'busy', 'done', 'dropped')),
  note text,
  logged_by text not null,
  logged_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, action_id) references approach.plan_action (tenant_id, id)
);
create index plan_action_log_by_action on approach.plan_action_log (tenant_id, action_id, logged_at);
