create schema consultation;

-- A covenant or a processing agreement between organisations, as this one wrote it down: with whom, what for, on which ground, from a
-- day until a day, and when it is looked at again.
create table consultation.covenant (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('covenant', 'processing')),
  title text not null,
  purpose text not null,
  basis text not null,
  valid_from date not null,
  -- the first day on which it no longer holds
  valid_until date not null,
  review_on date not null,
  ended_on date,
  recorded_by_name text not null,
  primary key (tenant_id, id),
  check (valid_until > valid_from)
);

-- Who is a party, besides this organisation; one that does not work with In Beeld has a name and a kind only.
create table consultation.covenant_party (
  tenant_id uuid not null,
  covenant_id uuid not null,
  nth integer not null,
  organisation_id uuid,
  name text not null,
  type text not null,
  primary key (tenant_id, covenant_id, nth),
  foreign key (tenant_id, covenant_id) references consultation.covenant (tenant_id, id)
);
