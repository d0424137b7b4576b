-- A proposal to release figures: the counts it was made from, how the attack on it ended, and what would be published.
-- The counts stay here after a release, for what comes out later is compared with them.
create table insight.proposal (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  -- lines of counts by year, properties and contributor
  counted json not null,
  properties json not null,
  years text[] not null,
  check_started_at timestamptz not null,
  checked_at timestamptz,
  check_ending text check (check_ending in ('safe', 'cannot-protect', 'found', 'contradiction', 'too-long', 'died')),
  -- digest of the editions there were when the check began
  checked_against text,
  -- the publication and the report, as text: what is agreed with is this very text
  result text,
  result_sha256 text,
  primary key (tenant_id, id),
  check ((checked_at is null) = (check_ending is null)),
  check (check_ending is distinct from 'safe' or (result is not null and result_sha256 is not null))
);
create index proposal_by_day on insight.proposal (tenant_id, made_at desc);

-- A publication that may be seen by the organisation whose second person decides on it: what would come out, never what it was made from.
create table insight.preview (
  tenant_id uuid not null,
  proposal_id uuid not null,
  -- the organisation that decides
  decider_id uuid not null,
  result text not null,
  asked_at timestamptz not null,
  primary key (tenant_id, proposal_id),
  foreign key (tenant_id, proposal_id) references insight.proposal (tenant_id, id)
);

-- Figures as they were released: a vintage. Its reference is made of its own digest; nothing in it ever changes.
create table insight.edition (
  tenant_id uuid not null,
  reference text not null,
  proposal_id uuid not null,
  title text not null,
  years text[] not null,
  released_at timestamptz not null,
  -- names of the two organisations, as they were then
  asked_by text not null,
  released_by text not null,
  body json not null,
  report json not null,
  sha256 text not null,
  primary key (tenant_id, reference),
  unique (tenant_id, proposal_id),
  check (asked_by <> released_by)
);
create index edition_by_moment on insight.edition (released_at desc);
create function insight.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'een uitgave verandert niet meer: maak een nieuwe uitgave' using errcode = '42501';
end $$;
create trigger refuse_change before update or delete on insight.edition
  for each row execute function insight.refuse_change();
