create schema exchange;

-- That an organisation exchanges one kind of message with another, from a day until a day. Each side has its own row; a message is
-- carried only when both hold.
create table exchange.agreement (
  tenant_id uuid not null,
  id uuid not null,
  counterpart_id uuid not null,
  kind text not null,
  basis text not null,
  valid_from date not null,
  valid_until date not null,
  primary key (tenant_id, id),
  check (valid_until > valid_from)
);
create index agreement_by_counterpart on exchange.agreement (tenant_id, counterpart_id, kind);

-- A message stands twice: in the box `out` of the sender and in the box `in` of the receiver. Only the courier writes here.
create table exchange.message (
  tenant_id uuid not null,
  id uuid not null,
  box text not null check (box in ('out', 'in')),
  counterpart_id uuid not null,
  kind text not null,
  basis text not null,
  consent_id uuid,
  -- taken away from the receiver when the sender withdraws
  content bytea,
  -- SHA-256, by which a message that is sent twice is known
  content_hash bytea not null,
  -- that it expired is never stored: it follows from expires_on
  state text not null check (state in ('sent', 'delivered', 'accepted', 'refused', 'withdrawn')),
  sent_at timestamptz not null,
  state_at timestamptz not null,
  expires_on date,
  -- why it was refused or withdrawn, as a code
  reason text,
  primary key (tenant_id, id, box),
  check (content is not null or (box = 'in' and state = 'withdrawn'))
);
create index message_by_box on exchange.message (tenant_id, box, sent_at);
