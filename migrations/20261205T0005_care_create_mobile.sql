-- On which number a coordinator can be called herself. She writes it down and takes it away, and nobody else in her organisation reads it;
-- elsewhere only who handles a case with them does (care.coordinators_with_us).
create table care.mobile (
  tenant_id uuid not null,
  -- a membership of this organisation, and whose it is
  membership_id uuid not null,
  person_id uuid not null,
  number text not null check (number ~ '^[+(0-9][0-9 ()./–-]{2,39}$'),
  written_on date not null,
  primary key (tenant_id, membership_id)
);
