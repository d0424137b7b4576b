-- Erases a message from the side of the organisation of this transaction, with its key. What the receiver never answered goes from
-- that side too: nobody is left who could take it back.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema exchange to inbeeld_courier;

-- In a transaction that erases on request (`app.erasure_request`): who took this message in, so that it can be told. What hangs on another
-- message goes with that one.
create or replace function exchange.note_receiver(sent exchange.message) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  insert into exchange.erasure (tenant_id, request_id, message_id, receiver_id, kind, shared_at)
  select sent.tenant_id, current_setting('app.erasure_request', true)::uuid, sent.id, sent.counterpart_id, sent.kind, sent.sent_at
  where coalesce(current_setting('app.erasure_request', true), '') <> '' and sent.answered_at is not null
    and sent.state in ('accepted', 'withdrawn') and sent.about_id is null
  on conflict do nothing
$$;

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
  if sent.id is not null then perform exchange.note_receiver(sent); end if;
  delete from vault.message_key k where k.tenant_id = app.tenant() and k.message_id = erase.message_id;
  delete from exchange.message m where m.tenant_id = app.tenant() and m.id = erase.message_id;
  get diagnostics erased = row_count;
  update vault.sweep set asked_at = greatest(asked_at, at);
  return erased;
end $$;

-- Makes what was sent unreadable for the sender, when what it was about is erased; that it was sent, and what became of it, stays. What
-- the receiver never answered is taken from it too.
create or replace function exchange.forget(message_id uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sent exchange.message;
begin
  select m.* into sent from exchange.message m
  where m.tenant_id = app.tenant() and m.id = message_id and m.box = 'out' for update;
  if not found then return; end if;
  perform exchange.note_receiver(sent);
  if sent.state in ('sent', 'delivered') then
    update exchange.message m set content = case m.box when 'in' then null else m.content end, clears_at = null, announce_at = null,
      state = 'withdrawn', state_at = at, withdrawn_at = at
    where (m.tenant_id, m.box) in ((sent.tenant_id, 'out'), (sent.counterpart_id, 'in')) and m.id = message_id;
    perform exchange.destroy_for_receiver(sent.tenant_id, sent.counterpart_id, message_id, at);
  end if;
  delete from vault.message_key k where k.tenant_id = sent.tenant_id and k.message_id = forget.message_id and k.box = 'out';
  update exchange.message m set content = '' where m.tenant_id = sent.tenant_id and m.id = forget.message_id and m.box = 'out';
  update vault.sweep set asked_at = greatest(asked_at, at);
end $$;

alter function exchange.forget(uuid, timestamptz) owner to inbeeld_courier;
alter function exchange.erase(uuid, timestamptz) owner to inbeeld_courier;
revoke create on schema exchange from inbeeld_courier;
revoke all on function exchange.erase(uuid, timestamptz), exchange.forget(uuid, timestamptz), exchange.note_receiver(exchange.message) from public;
grant execute on function exchange.note_receiver(exchange.message) to inbeeld_courier;
grant execute on function exchange.erase(uuid, timestamptz), exchange.forget(uuid, timestamptz) to inbeeld_own;
