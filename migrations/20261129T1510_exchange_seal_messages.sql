-- What kinds of messages there are, laid from src/app/message-kinds.ts at every start. Some are carried only with consent.
create table exchange.message_kind (
  kind text primary key,
  label text not null,
  activity text not null,
  requires_consent boolean not null
);

-- That somebody agreed that one kind of message about her dossier goes to one organisation, from a day until a day. The record of how
-- she was asked stands with who asked (registration); this row is what the courier looks at.
create table exchange.consent (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  receiver_id uuid not null,
  kind text not null,
  given_on date not null,
  valid_until date not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  check (valid_until > given_on)
);
create index consent_by_dossier on exchange.consent (tenant_id, dossier_id);

-- The key of a message, sealed for each side. What is for the receiver lies with the sender until the message is delivered, and is
-- destroyed when it is withdrawn or refused. Only the courier writes here.
create table vault.message_key (
  tenant_id uuid not null,
  message_id uuid not null,
  box text not null check (box in ('out', 'in')),
  -- with which of one's own exchange keys it opens
  key_id uuid not null,
  wrapped bytea not null,
  receiver_key_id uuid,
  wrapped_for_receiver bytea,
  primary key (tenant_id, message_id, box),
  check (box = 'out' or wrapped_for_receiver is null),
  check ((receiver_key_id is null) = (wrapped_for_receiver is null))
);

-- No part of the product sent a message before this one; what tests of an older version laid was not sealed.
truncate exchange.message;
-- The mark by which a message that is sent twice is known is made with a key of the sender, and is the sender's alone.
alter table exchange.message drop column content_hash;
alter table exchange.message add column content_mark bytea;
alter table exchange.message add column trace_id uuid;
alter table exchange.message add column delivered_at timestamptz;
alter table exchange.message add column answered_at timestamptz;
alter table exchange.message add column withdrawn_at timestamptz;
-- when what nobody answered is taken away from the receiver; empty once it was answered or taken away
alter table exchange.message add column clears_at timestamptz;
create index message_to_clear on exchange.message (clears_at) where clears_at is not null;
alter table exchange.message drop constraint message_check;
alter table exchange.message add constraint message_content check (content is not null or box = 'in');
alter table exchange.message add constraint message_mark check ((content_mark is not null) = (box = 'out'));
alter table exchange.message add constraint message_clears check (clears_at is null or box = 'in');

-- One that begins today can be ended today: it then never held.
alter table exchange.agreement drop constraint agreement_check;
alter table exchange.agreement add constraint agreement_until check (valid_until >= valid_from);
