-- The courier: carries a message from one organisation to another, in the sender's own transaction, and gives nobody a right to read.
-- Whoever lays the functions must be able to become their owner; a superuser always is.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema exchange to inbeeld_courier;

drop function if exists exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz);
drop function if exists exchange.move(uuid, text, text, timestamptz);

-- Do both sides hold an agreement for this kind of message today?
create or replace function exchange.is_agreed(one uuid, other uuid, message_kind text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select count(distinct a.tenant_id) = 2 from exchange.agreement a
  where (a.tenant_id, a.counterpart_id) in ((one, other), (other, one)) and a.kind = message_kind
    and a.valid_from <= app.today() and a.valid_until > app.today()
$$;

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
-- the very same message was sent before; or why it was not carried: 'no-agreement', 'receiver-ended', 'other-message'.
create or replace function exchange.deliver(
  receiver uuid, message_id uuid, message_kind text, message_basis text, message_consent uuid, message_content bytea,
  message_expires date, at timestamptz, event_id uuid
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  sender uuid := app.tenant();
begin
  if sender is null or receiver is null or receiver = sender then
    raise exception 'een bericht heeft een afzender en een andere ontvanger' using errcode = '42501';
  end if;
  if app.has_ended(receiver) then return 'receiver-ended'; end if;
  if not exchange.is_agreed(sender, receiver, message_kind) then return 'no-agreement'; end if;
  insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, content_hash, state,
    sent_at, state_at, expires_on)
  values (sender, message_id, 'out', receiver, message_kind, message_basis, message_consent, message_content,
    sha256(message_content), 'sent', at, at, message_expires)
  on conflict do nothing;
  if not found then
    perform 1 from exchange.message m
    where m.tenant_id = sender and m.id = message_id and m.box = 'out' and m.counterpart_id = receiver
      and m.kind = message_kind and m.content_hash = sha256(message_content);
    return case when found then 'again' else 'other-message' end;
  end if;
  insert into exchange.message (tenant_id, id, box, counterpart_id, kind, basis, consent_id, content, content_hash, state,
    sent_at, state_at, expires_on)
  values (receiver, message_id, 'in', sender, message_kind, message_basis, message_consent, message_content,
    sha256(message_content), 'sent', at, at, message_expires);
  perform exchange.leave_trace(receiver, event_id, 'exchange.receive', message_id, at);
  return 'sent';
end $$;

-- Brings a message to its next state, in both boxes at once. Withdrawing is the sender's word and empties what the receiver holds;
-- everything else is the receiver's. Answers 'moved', 'not-found' or 'refused'.
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
  if not exchange.may_follow(sent.state, after) then return 'refused'; end if;
  if sent.state in ('sent', 'delivered') and sent.expires_on <= app.today() then return 'refused'; end if;
  update exchange.message m set state = after, state_at = at, reason = why
  where m.tenant_id = sent.tenant_id and m.id = message_id and m.box = 'out';
  update exchange.message m set state = after, state_at = at, reason = why,
    content = case after when 'withdrawn' then null else m.content end
  where m.tenant_id = sent.counterpart_id and m.id = message_id and m.box = 'in';
  perform exchange.leave_trace(other, event_id, 'exchange.' || after, message_id, at);
  return 'moved';
end $$;

alter function exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz, uuid) owner to inbeeld_courier;
alter function exchange.move(uuid, text, text, timestamptz, uuid) owner to inbeeld_courier;
revoke create on schema exchange from inbeeld_courier;
revoke all on all functions in schema exchange from public;
grant execute on function exchange.is_agreed(uuid, uuid, text), exchange.may_follow(text, text),
  exchange.leave_trace(uuid, uuid, text, uuid, timestamptz) to inbeeld_courier;
grant execute on function exchange.deliver(uuid, uuid, text, text, uuid, bytea, date, timestamptz, uuid) to inbeeld_own;
grant execute on function exchange.move(uuid, text, text, timestamptz, uuid) to inbeeld_own;
