create schema sharing;

-- That somebody shared something outside In Beeld, and under which rule of which edition: never what, nor about whom.
create table sharing.disclosure (
  tenant_id uuid not null,
  id uuid not null,
  shared_by uuid not null,
  shared_by_name text not null,
  role text not null,
  sharer text not null,
  data text not null,
  receiver text not null,
  purpose text not null,
  outcome text not null check (outcome in ('yes', 'consent', 'weigh', 'elsewhere')),
  -- who said that it may, where the rule asks it
  consent text check (consent in ('person', 'representative')),
  basis text not null,
  article text not null,
  rule text not null,
  edition text not null,
  shared_at timestamptz not null,
  primary key (tenant_id, id),
  check ((outcome = 'consent') = (consent is not null))
);
create index on sharing.disclosure (tenant_id, shared_at desc);
