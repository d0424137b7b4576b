create schema mail;

-- Mail that an organisation owes to one of its people. Written in the transaction of the deed that causes it. It holds no words
-- and no address: what is sent is always the same text, with a link that needs sign-in.
create table mail.outbox (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- what it is about, so that it can be taken back, and where its link leads
  reference uuid not null,
  path text not null check (path like '/%'),
  -- waiting: for its time · ready: for the post · sending: a process has it in hand · sent · joined: went along in a daily letter
  -- off: the person wants no mail, or the address bounced · bounced: refused by the other side · failed: given up · withdrawn
  state text not null default 'waiting'
    check (state in ('waiting', 'ready', 'sending', 'sent', 'joined', 'off', 'bounced', 'failed', 'withdrawn')),
  is_daily boolean not null default false,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index outbox_by_reference on mail.outbox (tenant_id, reference);
create index outbox_by_person on mail.outbox (tenant_id, person_id, due_at) where state = 'waiting';
-- for the runner and the post, who look over all organisations
create index outbox_waiting on mail.outbox (due_at) where state = 'waiting';
create index outbox_underway on mail.outbox (due_at) where state in ('ready', 'sending');

-- What a demo "sent": nothing leaves a demo, its letters are read at /demo/post.
create table mail.demo_letter (
  id uuid primary key,
  to_address text not null,
  path text not null,
  sent_at timestamptz not null
);
create index demo_letter_newest on mail.demo_letter (sent_at desc, id desc);
