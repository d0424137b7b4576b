-- A request of another organisation waits here for a second person: that there is one, never what is asked.
create table approvals.call (
  tenant_id uuid not null,
  id uuid not null,
  request_tenant_id uuid not null,
  kind text not null,
  called_at timestamptz not null,
  told_at timestamptz,
  primary key (tenant_id, id)
);
create index call_untold on approvals.call (called_at) where told_at is null;
