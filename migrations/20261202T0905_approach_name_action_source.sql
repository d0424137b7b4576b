-- Where an action was taken over from: a kind of thing, which one, and what it was called then.
alter table approach.plan_action
  add column source_kind text,
  add column source_id uuid,
  add column source_title text,
  add constraint plan_action_source check (num_nulls(source_kind, source_id, source_title) in (0, 3));
create unique index plan_action_source_once on approach.plan_action (tenant_id, plan_id, source_kind, source_id);
