-- A key that was destroyed or replaced leaves its old row on the disk until the table is written anew. Whoever destroys one asks;
-- who owns the tables sweeps.
create table vault.sweep (
  is_only boolean primary key default true check (is_only),
  asked_at timestamptz not null,
  swept_at timestamptz not null
);
insert into vault.sweep (asked_at, swept_at) values ('-infinity', '-infinity');

-- Files were sealed under a key made from the master key itself; from now on under the key of a dossier, or of the organisation.
alter table files.file add column dossier_id uuid;
alter table files.file add column is_sealed_by_dossier boolean not null default false;
alter table files.file alter column is_sealed_by_dossier set default true;
alter table platform.key add column files_are_sealed_by_dossier boolean not null default false;
