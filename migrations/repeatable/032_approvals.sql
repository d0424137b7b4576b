-- Tells another organisation that a request waits for its second person: in the requester's own transaction, as the courier.
-- What is told follows from the request itself; the asker is the organisation of the transaction, never an argument.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema approvals to inbeeld_courier;

create or replace function approvals.call_other(asked uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into approvals.call (tenant_id, id, request_tenant_id, kind, called_at)
  select r.decider_id, r.id, r.tenant_id, r.kind, r.requested_at from approvals.request r
  where r.tenant_id = app.tenant() and r.id = asked and r.decider_id <> r.tenant_id and not app.has_ended(r.decider_id)
  on conflict do nothing;
  return found;
end $$;
alter function approvals.call_other(uuid) owner to inbeeld_courier;
revoke create on schema approvals from inbeeld_courier;
revoke all on function approvals.call_other(uuid) from public;
grant execute on function approvals.call_other(uuid) to inbeeld_own;

-- Has the time come of this request, or of what it is about? On the domain clock of the transaction.
create or replace function approvals.may_go(tenant uuid, request uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from approvals.request r join retention.record k on k.tenant_id = r.tenant_id
    where r.tenant_id = tenant and r.id = request
      and k.erased_at is null and k.ends_on is not null and greatest(k.ends_on, k.held_until) <= app.today()
      and (k.subject_id = r.id or k.subject_id::text = r.subject_id or k.dossier_id::text = r.subject_id))
$$;
