-- What of a delivery is compared with all others, and when. At the register only. What stands here goes with the name it was made of.
create table registration.linkage_record (
  tenant_id uuid not null,
  -- the delivery
  id uuid not null,
  record_id uuid not null,
  dossier_id uuid not null,
  -- when it is compared; empty once it was
  link_at timestamptz,
  linked_at timestamptz,
  -- more were alike than are compared at most
  is_cut boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references registration.delivery (tenant_id, id)
);
create index linkage_record_to_link on registration.linkage_record (link_at) where link_at is not null;
create index linkage_record_by_record on registration.linkage_record (tenant_id, record_id);

-- Five marks of a name and a day of birth, under a key of their own (vault.linkage_key); what is not known is filled up with chance.
create table registration.linkage_token (
  tenant_id uuid not null,
  token bytea not null check (length(token) = 16),
  linkage_id uuid not null,
  dossier_id uuid not null,
  primary key (tenant_id, token, linkage_id),
  foreign key (tenant_id, linkage_id) references registration.linkage_record (tenant_id, id) on delete cascade
);
create index linkage_token_by_record on registration.linkage_token (tenant_id, linkage_id);

-- Two records that may be one person, why, and what a registrar decided. Never a name. Merging stands in registration.merge.
create table registration.candidate (
  tenant_id uuid not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('exact', 'probable', 'possible', 'nameless')),
  points integer not null,
  -- what agrees and what does not, each with its points: name-sounds:12
  reasons text[] not null,
  found_at timestamptz not null,
  -- a registrar says that they are two people
  decided_at timestamptz,
  decided_by_name text,
  decided_because text check (length(decided_because) between 10 and 1000),
  primary key (tenant_id, id),
  unique (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references registration.record (tenant_id, id),
  foreign key (tenant_id, other_id) references registration.record (tenant_id, id),
  check (one_id <= other_id),
  check ((decided_at is null) = (decided_by_name is null)),
  check ((decided_at is null) = (decided_because is null))
);
create index candidate_by_other on registration.candidate (tenant_id, other_id);
-- without a name the same is looked for where and when it was reported
create index delivery_nameless on registration.delivery (tenant_id, region, received_on desc, id desc) where identity is null;
create index delivery_named on registration.delivery (tenant_id, region, received_on desc, id desc) where identity is not null;
