create schema approach;

-- What a municipality says about one element of its approach, with its evidence. One row per element; `version` guards edits.
create table approach.element (
  tenant_id uuid not null,
  element text not null,
  version integer not null,
  focal_point text not null,
  substitute text not null,
  hours_per_week numeric not null check (hours_per_week > 0 and hours_per_week <= 80),
  evidence_title text not null,
  evidence_link text,
  evidence_file_id uuid,
  decided_on date not null,
  valid_until date not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, element),
  check (valid_until > decided_on)
);

-- What the country may see of it: dates, no persons. Whether it lapsed is never stored, only the day on which it does.
create table approach.standing (
  tenant_id uuid not null,
  element text not null,
  decided_on date not null,
  lapses_on date not null,
  evidence_kind text not null check (evidence_kind in ('besluit', 'besluit-met-vindplaats', 'besluit-met-document')),
  published_at timestamptz not null,
  primary key (tenant_id, element)
);
create index standing_by_element on approach.standing (element, tenant_id);
