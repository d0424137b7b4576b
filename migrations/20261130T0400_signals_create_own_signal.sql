-- What a municipality adds to the catalogue of signals, for its own people. Never changed; what is wrong is withdrawn and added anew.
create table signals.own_signal (
  tenant_id uuid not null,
  id uuid not null,
  form text not null,
  category text not null,
  roles text[] not null check (cardinality(roles) between 1 and 30),
  strength text not null check (strength in ('strong', 'weak')),
  what text not null check (length(what) between 1 and 200),
  elsewise text not null check (length(elsewise) between 1 and 300),
  is_legal_sex_work boolean not null,
  added_on date not null,
  added_by_name text not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  -- independent sex work is legal: what independent sex workers also do is never strong
  check (not (is_legal_sex_work and strength = 'strong'))
);
create unique index own_signal_once on signals.own_signal (tenant_id, lower(what)) where withdrawn_on is null;
