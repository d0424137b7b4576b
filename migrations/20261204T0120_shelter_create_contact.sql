-- On which number a shelter is called by who places people: of the organisation, never of a house or a person.
create table shelter.contact (
  tenant_id uuid not null,
  number text not null check (length(number) between 3 and 40),
  hours text not null check (length(hours) <= 120),
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  primary key (tenant_id)
);
