-- Which administrative instruments a municipality has, on which rule, and who decides on them. No case, no person.
create table approach.instrument (
  tenant_id uuid not null,
  kind text not null check (kind in ('exploitatievergunning', 'bibob', 'goed-verhuurderschap', 'huisvesting', 'gemeentewet-174a', 'opiumwet-13b', 'dwangsom')),
  is_available boolean not null,
  basis text,
  link text,
  -- a function, such as 'burgemeester'
  decided_by text,
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, kind)
);

-- When an instrument was used: what for, in one sentence without people, and whether somebody looked for a victim first.
create table approach.instrument_use (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  used_on date not null,
  purpose text not null,
  outcome text,
  -- empty when the instrument takes nobody's home or work away
  is_victim_checked boolean,
  logged_by text not null,
  logged_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references approach.instrument (tenant_id, kind)
);
create index instrument_use_by_day on approach.instrument_use (tenant_id, kind, used_on);
