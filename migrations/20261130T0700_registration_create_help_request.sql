-- A request for shelter or help, as whoever sends it keeps it: a record of its own, with a key, a consent and a term of its own. It does
-- not say to the other side from which registration it was made: being counted and being helped stay two tasks.
create table registration.help_request (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- random, how both sides speak of it on the phone
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  -- from which registration it was made; that one may be erased before it
  registration_id uuid not null,
  sent_on date not null,
  message_id uuid not null,
  withdrawn_on date,
  content bytea not null,
  identity bytea,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id)
);
create index help_request_by_registration on registration.help_request (tenant_id, registration_id, sent_on desc, id desc);
-- one that holds at a time
create unique index help_request_that_holds on registration.help_request (tenant_id, registration_id) where withdrawn_on is null;

-- A consent belongs to the record it is for: that of a registration, or that of a request for help.
alter table registration.consent alter column registration_id drop not null;
alter table registration.consent add column help_request_id uuid;
alter table registration.consent
  add foreign key (tenant_id, help_request_id) references registration.help_request (tenant_id, id),
  add constraint consent_of_one_record check (case purpose
    when 'help' then help_request_id is not null and registration_id is null
    else registration_id is not null and help_request_id is null end);
create unique index consent_that_holds_for_help on registration.consent (tenant_id, help_request_id) where withdrawn_at is null;
create index consent_by_help_request on registration.consent (tenant_id, help_request_id, recorded_at desc) where help_request_id is not null;
