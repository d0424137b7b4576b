-- That parts of a case went to another organisation, on a consent or in an emergency. What went stands in the message, sealed for each
-- side; handed over is what the receiver says there. Nothing of it is copied: taken back, it is gone at the other side.
create table care.referral (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  receiver_id uuid not null,
  kind text not null check (kind in ('refer', 'hand-over')),
  parts text[] not null check (cardinality(parts) > 0),
  ground text not null check (ground in ('consent', 'vital-interest')),
  message_id uuid not null,
  consent_id uuid,
  sent_on date not null,
  answer_by date not null,
  -- when to look whether the receiver answered; empty once it did
  look_at timestamptz,
  checked_at timestamptz,
  checked_by_name text,
  withdrawn_on date,
  primary key (tenant_id, id),
  unique (tenant_id, message_id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check ((ground = 'consent') = (consent_id is not null)),
  check ((checked_at is null) = (checked_by_name is null))
);
create index referral_by_case on care.referral (tenant_id, case_id, sent_on desc, id);
create index referral_to_look on care.referral (look_at, tenant_id, id) where look_at is not null;

-- The registration at the national register that was made from this case.
alter table care.case_file add column registration_code text check (registration_code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$');
