-- As which kind an organisation may report to the register. The register writes it, after two of its people agreed; no person is in it.
create table registration.reporter_kind (
  tenant_id uuid not null,
  id uuid not null,
  -- of another house, so without a foreign key
  organisation_id uuid not null,
  kind text not null check (kind in ('POL', 'KMAR', 'NLA', 'FAIRWORK', 'JEUGD', 'OPVANG', 'AMBUL', 'ADV', 'GEM')),
  granted_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  check (ended_at >= granted_at)
);

-- What holds, holds once; what ended stays, with its days.
create unique index reporter_kind_held on registration.reporter_kind (tenant_id, organisation_id, kind) where ended_at is null;
create index reporter_kind_of on registration.reporter_kind (organisation_id);
