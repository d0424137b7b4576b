-- The line numbers of the three logs: one row of numbers for all, so that the seal follows one order.
create sequence audit.line;

-- Data-processing log (Logboek Dataverwerkingen): one row per person whose data was opened, in the transaction that opened it. Who
-- opened it stands in audit.event under the same trace; no user is named here. Of the data only the columns are named.
create table audit.processing (
  tenant_id uuid not null,
  seq bigint not null default nextval('audit.line'),
  trace_id uuid not null,
  span_id bytea not null check (octet_length(span_id) = 8),
  parent_span_id bytea not null check (octet_length(parent_span_id) = 8),
  -- on the domain clock
  occurred_at timestamptz not null,
  -- on the clock of the database: the beginning of the transaction, and the moment of this row
  started_at timestamptz not null default transaction_timestamp(),
  recorded_at timestamptz not null default clock_timestamp(),
  name text not null check (name <> ''),
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  activity text not null,
  activity_version integer not null,
  subject_kind text not null,
  -- HMAC-SHA-256 of kind and id under a key of the organisation
  subject_pseudonym bytea not null check (octet_length(subject_pseudonym) = 32),
  dossier_id uuid,
  columns text[] not null,
  -- the other application, when the data went to or came from there
  foreign_operation text,
  primary key (tenant_id, seq, recorded_at)
) partition by range (recorded_at);
create index processing_by_subject on audit.processing (tenant_id, subject_pseudonym, occurred_at);
create index processing_by_dossier on audit.processing (tenant_id, dossier_id, occurred_at);
create index processing_by_trace on audit.processing (tenant_id, trace_id);

-- This month and the three after it; later ones are made ahead while the product runs.
do $$
declare
  month timestamp := date_trunc('month', clock_timestamp() at time zone 'UTC');
begin
  for n in 0..3 loop
    execute format('create table audit.%I partition of audit.processing for values from (%L) to (%L)',
      'processing_' || to_char(month, 'YYYY_MM'), month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
    month := month + interval '1 month';
  end loop;
end $$;
