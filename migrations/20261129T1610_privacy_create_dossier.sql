create schema privacy;

-- That a dossier is there, of which kind and for which purpose: the thing people are assigned to or excluded from. What is in it
-- stands with the feature it belongs to.
create table privacy.dossier (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  activity text not null,
  -- where it is opened; never anything about a person
  path text not null check (path like '/%'),
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id)
);

-- Who may reach a dossier, from when to when and why; or who may not know of it. Ending is filling in the end, once.
create table privacy.dossier_access (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  kind text not null check (kind in ('assigned', 'substitute', 'excluded', 'break-glass')),
  from_at timestamptz not null,
  until_at timestamptz,
  reason text not null check (length(reason) between 1 and 1000),
  given_by uuid not null,
  given_by_name text not null,
  ended_by_name text,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check (until_at is null or until_at >= from_at),
  -- standing in lasts fourteen days, breaking the glass an hour
  check (kind <> 'substitute' or until_at <= from_at + interval '14 days'),
  check (kind <> 'break-glass' or until_at <= from_at + interval '60 minutes'),
  check (kind <> 'substitute' or until_at is not null),
  check (kind <> 'break-glass' or until_at is not null)
);
create index dossier_access_by_dossier on privacy.dossier_access (tenant_id, dossier_id, kind);
create index dossier_access_by_person on privacy.dossier_access (tenant_id, person_id, kind, dossier_id);
-- somebody is excluded once at a time
create unique index dossier_access_excluded_once on privacy.dossier_access (tenant_id, dossier_id, person_id)
  where kind = 'excluded' and until_at is null;

create function privacy.keep_access() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'wie een dossier mocht zien, blijft staan' using errcode = '42501'; end if;
  if to_jsonb(new) - 'until_at' - 'ended_by_name' <> to_jsonb(old) - 'until_at' - 'ended_by_name'
    or new.until_at is null or coalesce(new.until_at > old.until_at, false) then
    raise exception 'toegang tot een dossier kan alleen eindigen' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_access before update or delete on privacy.dossier_access for each row execute function privacy.keep_access();

-- A dossier that somebody read in an emergency: who was told, and what the review found.
create table privacy.break_glass (
  tenant_id uuid not null,
  -- the line of access it gave
  id uuid not null,
  dossier_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  reason text not null check (length(reason) between 20 and 1000),
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at > opened_at and until_at <= opened_at + interval '60 minutes'),
  -- who heard it at once, by person and by name with role
  told_ids uuid[] not null check (cardinality(told_ids) >= 2),
  told text[] not null check (cardinality(told) = cardinality(told_ids)),
  review_due_at timestamptz not null,
  escalated_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  reviewed_by_name text,
  verdict text check (verdict in ('justified', 'not-justified')),
  review_note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references privacy.dossier_access (tenant_id, id),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check ((reviewed_at is null) = (verdict is null) and (reviewed_at is null) = (reviewed_by is null)),
  -- nobody reviews herself
  check (reviewed_by is null or reviewed_by <> person_id)
);
create index break_glass_unreviewed on privacy.break_glass (review_due_at) where reviewed_at is null and escalated_at is null;
create index break_glass_by_time on privacy.break_glass (tenant_id, opened_at);
