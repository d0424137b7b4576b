create schema practices;

-- What somebody sent in to be read by all: nobody reads it but the sender and who moderates it.
create table practices.submission (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('practice', 'question', 'answer')),
  -- who looks it over before others read it
  moderator_id uuid not null,
  -- the question that an answer is to
  about_id uuid,
  content jsonb not null,
  -- the guard saw what looks like a name, and the sender said that it is none
  is_flagged boolean not null,
  state text not null check (state in ('waiting', 'published', 'returned', 'withdrawn')),
  version integer not null,
  submitted_by uuid not null,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  moderated_at timestamptz,
  reason text,
  published_id uuid,
  primary key (tenant_id, id),
  check ((state in ('published', 'returned')) = (moderated_at is not null)),
  check ((state = 'returned') = (reason is not null)),
  check ((state = 'published') = (published_id is not null))
);
create index on practices.submission (moderator_id, state, submitted_at);

-- What worked, or did not, as everybody reads it; published by who moderated it. No person is in it.
create table practices.practice (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  type text not null,
  title text not null,
  problem text not null,
  deed text not null,
  effect text not null,
  -- of what did not work: why not
  because text,
  element text,
  forms text[] not null,
  evidence text not null,
  cost_euro integer,
  hours numeric(8, 1),
  contact_function text,
  licence text not null,
  documents jsonb not null,
  as_of date not null,
  review_on date not null,
  -- somebody held it against its source
  is_verified boolean not null,
  version integer not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  search tsvector not null generated always as (
    setweight(to_tsvector('dutch', title), 'A')
    || setweight(to_tsvector('dutch', problem || ' ' || deed), 'B')
    || setweight(to_tsvector('dutch', effect || ' ' || coalesce(because, '')), 'C')
  ) stored,
  -- the title alone: with a weight in the query every text that fits would be read
  title_search tsvector not null generated always as (to_tsvector('dutch', title)) stored,
  primary key (tenant_id, id)
);
create index on practices.practice (id);
create index on practices.practice using gin (title_search) where withdrawn_at is null;
create index on practices.practice using gin (search) where withdrawn_at is null;
create index on practices.practice (element) where withdrawn_at is null;
create index on practices.practice (published_at desc, id) where withdrawn_at is null;

-- That an organisation does it too, or took it over in its plan: once each.
create table practices.use (
  tenant_id uuid not null,
  practice_id uuid not null,
  kind text not null check (kind in ('works-here', 'taken-over')),
  -- in one sentence, what was done otherwise
  changed text,
  noted_on date not null,
  primary key (tenant_id, practice_id, kind),
  check ((kind = 'works-here') = (changed is not null))
);
create index on practices.use (practice_id);
