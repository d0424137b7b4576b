-- Whoever received something is told when it was erased on request (AVG article 19): a law orders it, whatever two organisations agreed.
alter table exchange.message_kind add column requires_agreement boolean not null default true;

-- What was erased on request and had been shared before: with whom, and by which message they were told. Nothing of what it said.
create table exchange.erasure (
  tenant_id uuid not null,
  request_id uuid not null,
  message_id uuid not null,
  receiver_id uuid not null,
  kind text not null,
  shared_at timestamptz not null,
  -- empty as long as the receiver could not be told
  notice_id uuid,
  primary key (tenant_id, request_id, message_id)
);

-- The other side: what was shared here was erased where it came from. A request like the others, in which the sender talked to her.
alter table privacy.rights_request add column notice_id uuid;
alter table privacy.rights_request add column sender_name text;
create unique index rights_request_by_notice on privacy.rights_request (tenant_id, notice_id) where notice_id is not null;
alter table privacy.rights_request drop constraint rights_request_asked_by_check;
alter table privacy.rights_request add constraint rights_request_asked_by_check
  check (asked_by in ('self', 'representative', 'lawyer', 'sender'));
alter table privacy.rights_request drop constraint rights_request_contact_check;
alter table privacy.rights_request add constraint rights_request_contact_check
  check (contact in ('in-person', 'through-trusted', 'letter', 'sender'));
alter table privacy.rights_request add constraint rights_request_of_sender check (
  (asked_by = 'sender') = (notice_id is not null) and (asked_by = 'sender') = (contact = 'sender')
  and (asked_by = 'sender') = (sender_name is not null) and (asked_by <> 'sender' or kind = 'erase'));
-- what came by a message need not have become a dossier
alter table privacy.rights_request drop constraint rights_request_check;
alter table privacy.rights_request add constraint rights_request_held check (
  finding is null or case finding when 'held' then dossier_id is not null or notice_id is not null else dossier_id is null end);
alter table privacy.rights_request drop constraint rights_request_erases_what_was_granted;
alter table privacy.rights_request add constraint rights_request_erases_what_was_granted check (
  (erased_at is null) = (erased_by_name is null)
  and (erased_at is null or (kind = 'erase' and outcome = 'granted' and agreed_by is not null and finding = 'held')));
