-- A decision on the plan: who took it, when and until when. What was adopted is frozen as text, byte for byte, so that its hash
-- proves it. Append-only: a new decision is a new row.
create table approach.adoption (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  edition integer not null,
  body text not null check (body in ('b-en-w', 'burgemeester', 'raad', 'mandaat')),
  -- who decided in the place of the municipality, and on which decision of its own that rests
  mandate_holder text,
  mandate_title text,
  mandate_on date,
  document_title text not null,
  document_on date not null,
  document_link text,
  publication_link text,
  file_id uuid,
  decided_on date not null,
  valid_until date not null,
  frozen text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, edition),
  foreign key (tenant_id, plan_id) references approach.plan (tenant_id, id),
  check (decided_on >= document_on),
  check (valid_until > decided_on),
  check ((body = 'mandaat') = (mandate_title is not null)),
  check ((mandate_title is null) = (mandate_on is null) and (mandate_title is null) = (mandate_holder is null)),
  check (mandate_on <= decided_on)
);
create index adoption_by_decision on approach.adoption (tenant_id, decided_on);
