-- Which data a consent is for, from a closed list by purpose; empty for those recorded before. And how a parent or guardian was judged.
alter table registration.consent add column data text[] check (
  cardinality(data) > 0 and data <@ array['name', 'birth-date', 'person', 'exploitation', 'complaint', 'needs', 'danger']
);
alter table registration.consent add column representative text check (representative in ('trusted', 'contested', 'unknown'));

-- The same as it came with the registration, so that the register knows what the person agreed to.
alter table registration.delivery add column consent_on date;
alter table registration.delivery add column consent_data text[];
alter table registration.delivery add constraint delivery_consent check ((consent_on is null) = (consent_data is null));
