-- Somebody asks for her rights (AVG 15–21). Who asks stands in the organisation's own administration, under this reference: here is no
-- name, no free text, and no copy of a document.
create table privacy.rights_request (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('access', 'correct', 'erase', 'restrict', 'object')),
  reference text not null check (reference ~ '^[A-Za-z0-9./-]{1,40}$'),
  received_on date not null,
  asked_by text not null check (asked_by in ('self', 'representative', 'lawyer')),
  -- the only safe way to reach her
  contact text not null check (contact in ('in-person', 'through-trusted', 'letter')),
  registered_by_name text not null,
  registered_at timestamptz not null,
  -- alone with her, before anything is told: a request may come from whoever exploits her
  talk text check (talk in ('own-wish', 'not-own-wish')),
  identity text check (identity in ('document-seen', 'known', 'vouched')),
  finding text check (finding in ('nothing', 'held', 'alleged')),
  dossier_id uuid,
  extended_on date,
  outcome text check (outcome in ('granted', 'partly', 'refused', 'neutral')),
  withheld text[] not null default '{}',
  proposed_by uuid,
  proposed_by_name text,
  agreed_by uuid,
  agreed_by_name text,
  answered_at timestamptz,
  primary key (tenant_id, id),
  check ((finding = 'held') = (dossier_id is not null) or finding is null),
  check ((outcome is null) = (proposed_by is null)),
  check (agreed_by is null or (agreed_by <> proposed_by and outcome is not null)),
  check (answered_at is null or agreed_by is not null)
);
create index rights_request_by_receipt on privacy.rights_request (tenant_id, received_on desc);
create index rights_request_by_dossier on privacy.rights_request (tenant_id, dossier_id);
