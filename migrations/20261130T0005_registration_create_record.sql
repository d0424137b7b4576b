-- What the register itself keeps. A record is a person as the register counts her; a delivery is what one reporter sent. Who reported
-- whom stays whatever is merged: that overlap is the basis of the estimates.
create table registration.record (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  dossier_type text not null check (dossier_type in ('registration', 'registration-and-shelter', 'registration-information-advice')),
  received_on date not null,
  -- the record it was merged into, and the one it counts with in the end
  merged_into uuid,
  root_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  foreign key (tenant_id, merged_into) references registration.record (tenant_id, id),
  check (merged_into is null or merged_into <> id),
  check ((merged_into is null) = (root_id = id))
);
create index record_by_root on registration.record (tenant_id, root_id);
create index record_by_day on registration.record (tenant_id, received_on desc, id desc);

create table registration.delivery (
  tenant_id uuid not null,
  -- the message it came by
  id uuid not null,
  record_id uuid not null,
  dossier_id uuid not null,
  reporter_organisation_id uuid not null,
  -- the code by which the reporter knows it
  reporter_code text not null,
  reporter_type text not null,
  route text not null check (route in ('must', 'by-name', 'nameless')),
  region text not null,
  received_on date not null,
  is_minor text not null check (is_minor in ('yes', 'no', 'unknown')),
  forms text[] not null,
  is_abroad boolean not null,
  is_kmar_sub3 boolean not null,
  unknown_parts text[] not null,
  content bytea,
  identity bytea,
  identity_index bytea,
  -- the message by which the name came: its own, or a later one; withdrawn there, it is not used any more from that moment
  identity_message_id uuid,
  -- when it is looked whether consent was withdrawn; empty when nothing is left to erase
  look_at timestamptz,
  withdrawn_on date,
  primary key (tenant_id, id),
  unique (tenant_id, reporter_organisation_id, reporter_code),
  foreign key (tenant_id, record_id) references registration.record (tenant_id, id)
);
create index delivery_by_record on registration.delivery (tenant_id, record_id);
create index delivery_by_day on registration.delivery (tenant_id, received_on desc, id desc);
create index delivery_by_identity on registration.delivery (tenant_id, identity_index) where identity_index is not null;
create index delivery_to_look_at on registration.delivery (look_at) where look_at is not null;

-- Every merging and taking apart, with who and why. Nothing is ever restored by taking apart.
create table registration.merge (
  tenant_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  into_id uuid not null,
  dossier_id uuid not null,
  merged_at timestamptz not null,
  merged_by_name text not null,
  reason text not null check (length(reason) between 10 and 1000),
  unmerged_at timestamptz,
  unmerged_by_name text,
  unmerge_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, record_id) references registration.record (tenant_id, id),
  foreign key (tenant_id, into_id) references registration.record (tenant_id, id)
);
create index merge_by_record on registration.merge (tenant_id, record_id, merged_at desc);

-- What a dossier of the register was before, and who changed it when.
create table registration.dossier_type_change (
  tenant_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  dossier_id uuid not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  type_before text not null,
  type_after text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, record_id) references registration.record (tenant_id, id)
);
create index dossier_type_change_by_record on registration.dossier_type_change (tenant_id, record_id, changed_at desc);

-- How many persons a region reported in a year, told only from ten on and rounded down: no form, no reporter, no person.
create table registration.region_count (
  tenant_id uuid not null,
  year integer not null,
  region text not null,
  persons integer not null check (persons >= 10 and persons % 5 = 0),
  primary key (tenant_id, year, region)
);
