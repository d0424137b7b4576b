-- The courier: carries a message from one organisation to another, in the sender's own transaction, and gives nobody a right to read.
-- Whoever lays the functions must be able to become their owner; a superuser always is.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema exchange to inbeeld_courier;

drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz);
drop function if exists exchange.move(uuid, text, text, timestamptz);
drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz, uuid);
drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, bytea, uuid, bytea, uuid, bytea, date, timestamptz, uuid);
drop function if exists exchange.leave_trace(uuid, uuid, text, uuid, timestamptz);
drop function if exists exchange.deliver(uuid[], uuid[], text[], text[], uuid[], bytea[], bytea[], uuid[], bytea[], uuid[], bytea[], date[], timestamptz, uuid[]);
-- of another type in an earlier version
drop function if exists exchange.announced(uuid);

-- Do both sides hold an agreement for this kind of message today? Whoever ends one at the same moment waits, or is waited for. A kind
-- that a law orders to send needs none.
drop function if exists exchange.is_agreed(uuid, uuid, text);
create function exchange.is_agreed(one uuid, other uuid, message_kind text) returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce((select k.requires_agreement from exchange.message_kind k where k.kind = message_kind), true) then return true; end if;
  perform 1 from exchange.agreement a
  where (a.tenant_id, a.counterpart_id) in ((one, other), (other, one)) and a.kind = message_kind
  order by a.tenant_id, a.id for share;
  return (select count(distinct a.tenant_id) = 2 from exchange.agreement a
    where (a.tenant_id, a.counterpart_id) in ((one, other), (other, one)) and a.kind = message_kind
      and a.valid_from <= app.today() and a.valid_until > app.today());
end $$;

-- For whom and what a consent holds today; null when it does not, or when there is none.
create or replace function exchange.holds_for(given exchange.consent) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select given.id || ' ' || given.receiver_id || ' ' || given.kind
  where given.withdrawn_at is null and given.given_on <= app.today() and given.valid_until > app.today()
$$;

-- Does the consent that this message needs hold today? Whoever withdraws it at the same moment waits, or is waited for: after a
-- withdrawal nothing is sent.
create or replace function exchange.is_consented(sender uuid, receiver uuid, message_kind text, consent uuid) returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  given exchange.consent;
begin
  if not (select k.requires_consent from exchange.message_kind k where k.kind = message_kind) then return true; end if;
  select c.* into given from exchange.consent c where c.tenant_id = sender and c.id = consent for share;
  return coalesce(exchange.holds_for(given) = consent || ' ' || receiver || ' ' || message_kind, false);
end $$;

-- Which state may follow which, and on whose word. The same table as src/platform/exchange/transitions.ts; a test compares them.
create or replace function exchange.may_follow(before text, after text) returns boolean language sql immutable as $$
  select (before, after) in (('sent', 'delivered'), ('delivered', 'accepted'), ('delivered', 'refused'),
    ('sent', 'withdrawn'), ('delivered', 'withdrawn'), ('accepted', 'withdrawn'))
$$;

-- Leaves a trace of messages in the logs of the organisations on the other side, under the trace of the deed they were part of: which
-- organisation did it, never which person.
create or replace function exchange.leave_trace(tenants uuid[], event_ids uuid[], what text, message_ids uuid[], at timestamptz) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  insert into audit.event (tenant_id, id, trace_id, occurred_at, person_id, person_name, role, activity, action, subject_kind, subject_id)
  select t.tenant, t.event_id, nullif(current_setting('app.trace', true), '')::uuid, at, o.id, o.name, 'organisatie',
    current_setting('app.activity', true), what, 'exchange.message', t.message_id
  from organisations.organisation o, unnest(tenants, event_ids, message_ids) as t (tenant, event_id, message_id)
  where o.id = app.tenant() and current_setting('app.trace', true) <> ''
$$;

-- Lays messages of one sender in both boxes, each of which has an id of its own. The sender is the organisation of the transaction,
-- never an argument. Answers for each 'sent'; 'again' when the very same message was sent before; or why it was not carried:
-- 'unknown-kind', 'receiver-ended', 'no-agreement', 'no-consent', 'other-message'. What holds for one holds for ten thousand: the
-- agreement is asked once for each receiver and kind, the consent of each message by itself.
create or replace function exchange.deliver(
  receivers uuid[], message_ids uuid[], kinds text[], bases text[], consents uuid[], contents bytea[], marks bytea[],
  sender_keys uuid[], sender_wraps bytea[], receiver_keys uuid[], receiver_wraps bytea[], expiries date[], at timestamptz, events uuid[],
  abouts uuid[]
) returns table (message_id uuid, outcome text) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sender uuid := app.tenant();
  trace uuid := nullif(current_setting('app.trace', true), '')::uuid;
  pair record;
  open_to text[] := '{}';
  needing text[] := (select array_agg(k.kind) from exchange.message_kind k where k.requires_consent);
  consented text[];
  refused jsonb := '{}';
  sent uuid[];
begin
  if sender is null or exists (select from unnest(receivers) as receiver where receiver is null or receiver = sender) then
    raise exception 'een bericht heeft een afzender en een andere ontvanger' using errcode = '42501';
  end if;
  if (select count(distinct id) from unnest(message_ids) as id) <> cardinality(receivers) then
    raise exception 'elk bericht heeft een eigen id' using errcode = '22023';
  end if;
  for pair in
    select distinct m.receiver, m.kind, m.receiver || ' ' || m.kind as name
    from unnest(receivers, kinds) as m (receiver, kind) order by m.receiver, m.kind
  loop
    if not exists (select from exchange.message_kind k where k.kind = pair.kind) then
      refused := refused || jsonb_build_object(pair.name, 'unknown-kind');
    elsif app.has_ended(pair.receiver) then
      refused := refused || jsonb_build_object(pair.name, 'receiver-ended');
    elsif not exchange.is_agreed(sender, pair.receiver, pair.kind) then
      refused := refused || jsonb_build_object(pair.name, 'no-agreement');
    else
      open_to := open_to || pair.name;
    end if;
  end loop;
  -- whoever withdraws one of them at the same moment waits, or is waited for
  perform 1 from exchange.consent c where c.tenant_id = sender and c.id = any(consents) order by c.id for share;
  select array_agg(exchange.holds_for(c)) into consented from exchange.consent c where c.tenant_id = sender and c.id = any(consents);
  -- nothing below is looked up message by message: a plan made while the table was small would go through all of it each time
  with laid as (
    insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, content_mark, state,
      sent_at, state_at, expires_on, trace_id, about_id)
    select sender, m.id, 'out', m.receiver, m.kind, m.basis, m.consent, m.content, m.mark, 'sent', at, at, m.expires_on, trace, m.about
    from unnest(message_ids, receivers, kinds, bases, consents, contents, marks, expiries, abouts)
      as m (id, receiver, kind, basis, consent, content, mark, expires_on, about)
    where m.receiver || ' ' || m.kind = any(open_to)
      and (m.kind <> all(coalesce(needing, '{}')) or m.consent || ' ' || m.receiver || ' ' || m.kind = any(consented))
    -- always in the same order, so that two who send the same do not wait for each other
    order by m.id
    on conflict do nothing
    returning id)
  select coalesce(array_agg(laid.id), '{}') into sent from laid;
  insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, state,
    sent_at, state_at, expires_on, trace_id, clears_at, announce_at, about_id)
  select m.receiver, m.id, 'in', sender, m.kind, m.basis, m.consent, m.content, 'sent', at, at, m.expires_on, trace,
    m.expires_on::timestamp at time zone 'Europe/Amsterdam', at, m.about
  from unnest(message_ids, receivers, kinds, bases, consents, contents, expiries, abouts)
    as m (id, receiver, kind, basis, consent, content, expires_on, about)
  where m.id = any(sent);
  insert into vault.message_key (tenant_id, message_id, box, key_id, wrapped, receiver_key_id, wrapped_for_receiver)
  select sender, m.id, 'out', m.sender_key, m.sender_wrap, m.receiver_key, m.receiver_wrap
  from unnest(message_ids, sender_keys, sender_wraps, receiver_keys, receiver_wraps)
    as m (id, sender_key, sender_wrap, receiver_key, receiver_wrap)
  where m.id = any(sent);
  perform exchange.leave_trace(array_agg(m.receiver), array_agg(m.event), 'exchange.receive', array_agg(m.id), at)
  from unnest(message_ids, receivers, events) as m (id, receiver, event) where m.id = any(sent);
  return query
    with before as materialized (
      select known.id, known.counterpart_id, known.kind, known.content_mark from exchange.message known
      where known.tenant_id = sender and known.box = 'out' and cardinality(sent) < cardinality(message_ids)
        and known.id = any(array(select id from unnest(message_ids) as id where id <> all(sent))))
    select m.id, case
      when m.id = any(sent) then 'sent'
      when known.id is not null then case when known.counterpart_id = m.receiver and known.kind = m.kind
        and known.content_mark = m.mark then 'again' else 'other-message' end
      else coalesce(refused ->> (m.receiver || ' ' || m.kind), 'no-consent') end
    from unnest(message_ids, receivers, kinds, marks) as m (id, receiver, kind, mark)
      left join before known on known.id = m.id;
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
    clears_at = case after when 'delivered' then m.clears_at end,
    -- who received it hears that it is gone; what it did not hear of yet stays as it is
    announce_at = case when m.box = 'in' and after = 'withdrawn' then coalesce(m.announce_at, at) else m.announce_at end
  where (m.tenant_id, m.box) in ((sent.tenant_id, 'out'), (sent.counterpart_id, 'in')) and m.id = message_id;
  if after = 'delivered' then
    insert into vault.message_key (tenant_id, message_id, box, key_id, wrapped)
    select sent.counterpart_id, k.message_id, 'in', k.receiver_key_id, k.wrapped_for_receiver from vault.message_key k
    where k.tenant_id = sent.tenant_id and k.message_id = sent.id and k.box = 'out';
  elsif after in ('withdrawn', 'refused') then
    perform exchange.destroy_for_receiver(sent.tenant_id, sent.counterpart_id, sent.id, at);
  end if;
  perform exchange.leave_trace(array[other], array[event_id], 'exchange.' || after, array[message_id], at);
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
  update exchange.message m set content = null, clears_at = null, announce_at = coalesce(m.announce_at, at)
  where m.tenant_id = received.tenant_id and m.id = message_id and m.box = 'in';
  perform exchange.destroy_for_receiver(received.counterpart_id, received.tenant_id, message_id, at);
end $$;

-- The organisation of this transaction heard of a message that came in, and of the others of its kind that came at the same moment,
-- at most so many together. Answers which it had not heard of before.
create or replace function exchange.announced(asked uuid, most integer) returns table (message_id uuid, message_kind text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known exchange.message;
  together uuid[];
begin
  select m.* into known from exchange.message m
  where m.tenant_id = app.tenant() and m.id = asked and m.box = 'in' and m.announce_at is not null;
  if not found then return; end if;
  -- in two steps: as one, the database may look through every message for each of them
  select array_agg(m.id) into together from (
    select m.id from exchange.message m
    where m.announce_at = known.announce_at and m.tenant_id = app.tenant() and m.box = 'in' and m.kind = known.kind
    order by m.id limit most for update) m;
  return query
    update exchange.message m set announce_at = null
    where m.tenant_id = app.tenant() and m.id = any(together) and m.box = 'in' and m.announce_at is not null
    returning m.id, m.kind;
end $$;

-- What others wrote down about exchanging with the organisation of this transaction: both sides know an agreement, or it is none.
create or replace function exchange.agreements_of_others() returns table (counterpart_id uuid, kind text, valid_from date, valid_until date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.tenant_id, a.kind, a.valid_from, a.valid_until from exchange.agreement a where a.counterpart_id = app.tenant()
$$;

alter function exchange.deliver(uuid[], uuid[], text[], text[], uuid[], bytea[], bytea[], uuid[], bytea[], uuid[], bytea[], date[], timestamptz, uuid[], uuid[]) owner to inbeeld_courier;
alter function exchange.move(uuid, text, text, timestamptz, uuid) owner to inbeeld_courier;
alter function exchange.clear_expired(uuid, timestamptz) owner to inbeeld_courier;
alter function exchange.announced(uuid, integer) owner to inbeeld_courier;
alter function exchange.agreements_of_others() owner to inbeeld_courier;
revoke create on schema exchange from inbeeld_courier;
revoke all on all functions in schema exchange from public;
grant execute on function exchange.is_agreed(uuid, uuid, text), exchange.is_consented(uuid, uuid, text, uuid), exchange.may_follow(text, text),
  exchange.leave_trace(uuid[], uuid[], text, uuid[], timestamptz), exchange.holds_for(exchange.consent), exchange.destroy_for_receiver(uuid, uuid, uuid, timestamptz) to inbeeld_courier;
grant execute on function exchange.deliver(uuid[], uuid[], text[], text[], uuid[], bytea[], bytea[], uuid[], bytea[], uuid[], bytea[], date[], timestamptz, uuid[], uuid[]) to inbeeld_own;
grant execute on function exchange.move(uuid, text, text, timestamptz, uuid) to inbeeld_own;
grant execute on function exchange.clear_expired(uuid, timestamptz) to inbeeld_own;
grant execute on function exchange.announced(uuid, integer) to inbeeld_own;
grant execute on function exchange.agreements_of_others() to inbeeld_own;
