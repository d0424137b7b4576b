-- Erases a message from the side of the organisation of this transaction, with its key. What the receiver never answered goes from
-- that side too: nobody is left who could take it back.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema exchange to inbeeld_courier;

create or replace function exchange.erase(message_id uuid, at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sent exchange.message;
  erased integer;
begin
  select m.* into sent from exchange.message m
  where m.tenant_id = app.tenant() and m.id = message_id and m.box = 'out' for update;
  if found and sent.state in ('sent', 'delivered') then
    update exchange.message m set content = null, clears_at = null, announce_at = null, state = 'withdrawn', state_at = at
    where m.tenant_id = sent.counterpart_id and m.id = message_id and m.box = 'in';
    perform exchange.destroy_for_receiver(sent.tenant_id, sent.counterpart_id, message_id, at);
  end if;
  delete from vault.message_key k where k.tenant_id = app.tenant() and k.message_id = erase.message_id;
  delete from exchange.message m where m.tenant_id = app.tenant() and m.id = erase.message_id;
  get diagnostics erased = row_count;
  update vault.sweep set asked_at = greatest(asked_at, at);
  return erased;
end $$;

alter function exchange.erase(uuid, timestamptz) owner to inbeeld_courier;
revoke create on schema exchange from inbeeld_courier;
revoke all on function exchange.erase(uuid, timestamptz) from public;
grant execute on function exchange.erase(uuid, timestamptz) to inbeeld_own;
