-- The courier: carries a message from one organisation to another, in the sender's own transaction, and gives nobody a right to read.
-- Whoever lays the functions must be able to become their owner; a superuser always is.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema exchange to inbeeld_courier;

drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz);
drop function if exists exchange.move(uuid, text, text, timestamptz);
drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz, uuid);

-- Do both sides hold an agreement for this kind of message today? Whoever ends one at the same moment waits, or is waited for.
drop function if exists exchange.is_agreed(uuid, uuid, text);
create function exchange.is_agreed(one uuid, other uuid, message_kind text) returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from exchange.agreement a
  where (a.tenant_id, a.counterpart_id) in ((one, other), (other, one)) and a.kind = message_kind
  order by a.tenant_id, a.id for share;
  return (select count(distinct a.tenant_id) = 2 from exchange.agreement a
    where (a.tenant_id, a.counterpart_id) in ((one, other), (other, one)) and a.kind = message_kind
      and a.valid_from <= app.today() and a.valid_until > app.today());
end $$;

-- Does the consent that this message needs hold today? Whoever withdraws it at the same moment waits, or is waited for: after a
-- withdrawal nothing is sent.
create or replace function exchange.is_consented(sender uuid, receiver uuid, message_kind text, consent uuid) returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  given exchange.consent;
begin
  if not (select k.requires_consent from exchange.message_kind k where k.kind = message_kind) then return true; end if;
  select c.* into given from exchange.consent c where c.tenant_id = sender and c.id = consent for share;
  return coalesce(given.receiver_id = receiver and given.kind = message_kind and given.withdrawn_at is null
    and given.given_on <= app.today() and given.valid_until > app.today(), false);
end $$;

-- Which state may follow which, and on whose word. The same table as src/platform/exchange/transitions.ts; a test compares them.
create or replace function exchange.may_follow(before text, after text) returns boolean language sql immutable as $$
  select (before, after) in (('sent', 'delivered'), ('delivered', 'accepted'), ('delivered', 'refused'),
    ('sent', 'withdrawn'), ('delivered', 'withdrawn'), ('accepted', 'withdrawn'))
$$;

-- Leaves a trace of a message in the log of the organisation on the other side, under the trace of the deed it was part of: which
-- organisation did it, never which person.
create or replace function exchange.leave_trace(tenant uuid, event_id uuid, what text, message_id uuid, at timestamptz) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  insert into audit.event (tenant_id, id, trace_id, occurred_at, person_id, person_name, role, activity, action, subject_kind, subject_id)
  select tenant, event_id, nullif(current_setting('app.trace', true), '')::uuid, at, o.id, o.name, 'organisatie',
    current_setting('app.activity', true), what, 'exchange.message', message_id
  from organisations.organisation o
  where o.id = app.tenant() and current_setting('app.trace', true) <> ''
$$;

-- Lays a message in both boxes. The sender is the organisation of the transaction, never an argument. Answers 'sent'; 'again' when
-- the very same message was sent before; or why it was not carried: 'unknown-kind', 'no-agreement', 'no-consent', 'receiver-ended',
-- 'other-message'.
create or replace function exchange.deliver(
  receiver uuid, message_id uuid, message_kind text, message_basis text, message_consent uuid, message_content bytea, mark bytea,
  sender_key uuid, sender_wrap bytea, receiver_key uuid, receiver_wrap bytea, message_expires date, at timestamptz, event_id uuid
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sender uuid := app.tenant();
  trace uuid := nullif(current_setting('app.trace', true), '')::uuid;
  known exchange.message;
begin
  if sender is null or receiver is null or receiver = sender then
    raise exception 'een bericht heeft een afzender en een andere ontvanger' using errcode = '42501';
  end if;
  for attempt in 1..2 loop
    select m.* into known from exchange.message m where m.tenant_id = sender and m.id = message_id and m.box = 'out';
    if found then
      return case when known.counterpart_id = receiver and known.kind = message_kind and known.content_mark = mark
        then 'again' else 'other-message' end;
    end if;
    if not exists (select from exchange.message_kind k where k.kind = message_kind) then return 'unknown-kind'; end if;
    if app.has_ended(receiver) then return 'receiver-ended'; end if;
    if not exchange.is_agreed(sender, receiver, message_kind) then return 'no-agreement'; end if;
    if not exchange.is_consented(sender, receiver, message_kind, message_consent) then return 'no-consent'; end if;
    insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, content_mark, state,
      sent_at, state_at, expires_on, trace_id)
    values (sender, message_id, 'out', receiver, message_kind, message_basis, message_consent, message_content, mark,
      'sent', at, at, message_expires, trace)
    on conflict do nothing;
    exit when found;
  end loop;
  insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, state,
    sent_at, state_at, expires_on, trace_id, clears_at, announce_at)
  values (receiver, message_id, 'in', sender, message_kind, message_basis, message_consent, message_content,
    'sent', at, at, message_expires, trace, message_expires::timestamp at time zone 'Europe/Amsterdam', at);
  insert into vault.message_key (tenant_id, message_id, box, key_id, wrapped, receiver_key_id, wrapped_for_receiver)
  values (sender, message_id, 'out', sender_key, sender_wrap, receiver_key, receiver_wrap);
  perform exchange.leave_trace(receiver, event_id, 'exchange.receive', message_id, at);
  return 'sent';
end $$;

-- Takes the key of a message away from the receiver, for ever.
create or replace function exchange.destroy_for_receiver(sender uuid, receiver uuid, message uuid, at timestamptz) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  delete from vault.message_key k where k.tenant_id = receiver and k.message_id = message and k.box = 'in';
  update vault.message_key k set receiver_key_id = null, wrapped_for_receiver = null
  where k.tenant_id = sender and k.message_id = message and k.box = 'out';
  update vault.sweep set asked_at = greatest(asked_at, at);
$$;

-- Brings a message to its next state, in both boxes at once. Withdrawing is the sender's word; everything else is the receiver's.
-- Delivering gives the receiver the key, and asks again whether both sides still hold the agreement and whether the consent holds;
-- accepting asks the same. Withdrawing and refusing ask nothing, and take key and content away from the receiver.
-- Answers 'moved', 'not-found', 'refused', 'no-agreement' or 'no-consent'.
create or replace function exchange.move(message_id uuid, after text, why text, at timestamptz, event_id uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own_box text := case when after = 'withdrawn' then 'out' else 'in' end;
  other uuid;
  sent exchange.message;
begin
  select m.counterpart_id into other from exchange.message m
  where m.tenant_id = app.tenant() and m.id = message_id and m.box = own_box;
  if not found then return 'not-found'; end if;
  -- whoever moves it locks the sender's row first, so that two who move it at once wait for each other
  select m.* into sent from exchange.message m
  where m.tenant_id = case own_box when 'out' then app.tenant() else other end and m.id = message_id and m.box = 'out'
  for update;
  -- the sender erased it since
  if not found then return 'refused'; end if;
  if not exchange.may_follow(sent.state, after) then return 'refused'; end if;
  if sent.state in ('sent', 'delivered') and sent.expires_on <= app.today() then return 'refused'; end if;
  if after in ('delivered', 'accepted') then
    if not exchange.is_agreed(sent.tenant_id, sent.counterpart_id, sent.kind) then return 'no-agreement'; end if;
    if not exchange.is_consented(sent.tenant_id, sent.counterpart_id, sent.kind, sent.consent_id) then return 'no-consent'; end if;
  end if;
  update exchange.message m set state = after, state_at = at, reason = why,
    delivered_at = case after when 'delivered' then at else m.delivered_at end,
    answered_at = case when after in ('accepted', 'refused') then at else m.answered_at end,
    withdrawn_at = case after when 'withdrawn' then at else m.withdrawn_at end,
    content = case when m.box = 'in' and after in ('withdrawn', 'refused') then null else m.content end,
    clears_at = case after when 'delivered' then m.clears_at end
  where (m.tenant_id, m.box) in ((sent.tenant_id, 'out'), (sent.counterpart_id, 'in')) and m.id = message_id;
  if after = 'delivered' then
    insert into vault.message_key (tenant_id, message_id, box, key_id, wrapped)
    select sent.counterpart_id, k.message_id, 'in', k.receiver_key_id, k.wrapped_for_receiver from vault.message_key k
    where k.tenant_id = sent.tenant_id and k.message_id = sent.id and k.box = 'out';
  elsif after in ('withdrawn', 'refused') then
    perform exchange.destroy_for_receiver(sent.tenant_id, sent.counterpart_id, sent.id, at);
  end if;
  perform exchange.leave_trace(other, event_id, 'exchange.' || after, message_id, at);
  return 'moved';
end $$;

-- Takes a message that nobody answered in time away from the receiver, whose transaction this is.
create or replace function exchange.clear_expired(message_id uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  received exchange.message;
begin
  select m.* into received from exchange.message m where m.tenant_id = app.tenant() and m.id = message_id and m.box = 'in';
  perform 1 from exchange.message m
  where m.tenant_id = received.counterpart_id and m.id = message_id and m.box = 'out' and m.state in ('sent', 'delivered') for update;
  if not found or received.clears_at > at or received.clears_at is null then return; end if;
  update exchange.message m set content = null, clears_at = null
  where m.tenant_id = received.tenant_id and m.id = message_id and m.box = 'in';
  perform exchange.destroy_for_receiver(received.counterpart_id, received.tenant_id, message_id, at);
end $$;

-- The organisation of this transaction heard of a message that came in. Answers whether it had not heard before.
create or replace function exchange.announced(message_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update exchange.message m set announce_at = null
  where m.tenant_id = app.tenant() and m.id = message_id and m.box = 'in' and m.announce_at is not null;
  return found;
end $$;

-- What others wrote down about exchanging with the organisation of this transaction: both sides know an agreement, or it is none.
create or replace function exchange.agreements_of_others() returns table (counterpart_id uuid, kind text, valid_from date, valid_until date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.tenant_id, a.kind, a.valid_from, a.valid_until from exchange.agreement a where a.counterpart_id = app.tenant()
$$;

alter function exchange.deliver(uuid, uuid, text, text, uuid, bytea, bytea, uuid, bytea, uuid, bytea, date, timestamptz, uuid) owner to inbeeld_courier;
alter function exchange.move(uuid, text, text, timestamptz, uuid) owner to inbeeld_courier;
alter function exchange.clear_expired(uuid, timestamptz) owner to inbeeld_courier;
alter function exchange.announced(uuid) owner to inbeeld_courier;
alter function exchange.agreements_of_others() owner to inbeeld_courier;
revoke create on schema exchange from inbeeld_courier;
revoke all on all functions in schema exchange from public;
grant execute on function exchange.is_agreed(uuid, uuid, text), exchange.is_consented(uuid, uuid, text, uuid), exchange.may_follow(text, text),
  exchange.leave_trace(uuid, uuid, text, uuid, timestamptz), exchange.destroy_for_receiver(uuid, uuid, uuid, timestamptz) to inbeeld_courier;
grant execute on function exchange.deliver(uuid, uuid, text, text, uuid, bytea, bytea, uuid, bytea, uuid, bytea, date, timestamptz, uuid) to inbeeld_own;
grant execute on function exchange.move(uuid, text, text, timestamptz, uuid) to inbeeld_own;
grant execute on function exchange.clear_expired(uuid, timestamptz) to inbeeld_own;
grant execute on function exchange.announced(uuid) to inbeeld_own;
grant execute on function exchange.agreements_of_others() to inbeeld_own;
