create schema support;

-- What a municipality asks support for, and how far it is. The desk is shared: every organisation named in desk_ids sees it.
create table support.request (
  tenant_id uuid not null,
  id uuid not null,
  desk_ids uuid[] not null,
  kind text not null check (kind in ('knowledge', 'coordination', 'connect')),
  element text not null,
  -- why In Beeld proposed it: nothing there, or it lapsed
  reason text not null check (reason in ('missing', 'lapsed')),
  wish text not null,
  state text not null check (state in ('asked', 'taken', 'helped', 'closed')),
  version integer not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  answer_by date not null,
  owner_name text,
  owner_organisation text,
  offer text check (offer in ('training', 'visit', 'template', 'quartermaster', 'expert')),
  planned_on date,
  helped_on date,
  follow_up_on date,
  -- the level of the theme (0 to 4) when it was asked, and when it was followed up
  level_before integer not null,
  level_after integer,
  effect text check (effect in ('arranged', 'busy', 'nothing')),
  closed_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'asked') = (owner_name is null)),
  check ((owner_name is null) = (owner_organisation is null)),
  check ((state in ('helped', 'closed')) = (helped_on is not null)),
  check ((helped_on is null) = (follow_up_on is null)),
  check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (effect is not null)),
  check ((offer is null) = (planned_on is null))
);
create unique index on support.request (tenant_id, element) where state <> 'closed';
create index on support.request (tenant_id, asked_at desc);

-- What was done about it, in the order in which it was done.
create table support.step (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  desk_ids uuid[] not null,
  what text not null,
  by_name text not null,
  by_organisation text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references support.request (tenant_id, id)
);
create index on support.step (tenant_id, request_id, at);
