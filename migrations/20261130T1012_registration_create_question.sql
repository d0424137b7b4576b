-- A question of the register about a registration, on both sides: the register keeps what it asked and heard, who reported keeps what
-- was asked and answered. Its id is that of the message it went by. What is asked is a part of the form; a note beside it is sealed.
create table registration.question (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- at the register: about which delivery; at who reported: about which registration
  delivery_id uuid,
  registration_id uuid,
  counterpart_id uuid not null,
  parts text[] not null check (cardinality(parts) > 0),
  note bytea,
  asked_at timestamptz not null,
  -- at the register: who asked
  asked_by_name text,
  answer_by date not null,
  answered_at timestamptz,
  -- at who reported: who answered
  answered_by_name text,
  answer bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check (num_nonnulls(delivery_id, registration_id) = 1),
  check ((answered_at is null) = (answer is null))
);
create index question_by_delivery on registration.question (tenant_id, delivery_id, asked_at desc) where delivery_id is not null;
create index question_by_registration on registration.question (tenant_id, registration_id, asked_at desc)
  where registration_id is not null;
-- one that waits at a time
create unique index question_that_waits on registration.question (tenant_id, delivery_id)
  where answered_at is null and delivery_id is not null;
