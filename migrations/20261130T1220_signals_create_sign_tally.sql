-- How often a kind of sign was recognised when a signal was weighed, and whether that led to something. No signal, no day, no person.
create table signals.sign_tally (
  tenant_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  category text not null,
  led_on boolean not null,
  count integer not null check (count > 0),
  primary key (tenant_id, year, category, led_on)
);
