-- A team, or the part of it that does one kind of work: how many people that are, and who leads them.
create table learning.team (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  work text not null,
  headcount integer not null check (headcount between 1 and 10000),
  leader_membership_id uuid,
  version integer not null,
  changed_by_name text not null,
  primary key (tenant_id, id)
);
create unique index team_by_name on learning.team (tenant_id, lower(name));

-- Somebody in the training register, with an account or without.
create table learning.trainee (
  tenant_id uuid not null,
  id uuid not null,
  team_id uuid,
  -- empty for who has no account
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  -- the address at work: by it an import knows who is meant
  email text check (email = lower(email)),
  -- when she began in this work, when that is known
  started_on date,
  primary key (tenant_id, id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, team_id) references learning.team (tenant_id, id)
);
create unique index trainee_by_email on learning.trainee (tenant_id, email) where email is not null;
create index trainee_by_team on learning.trainee (tenant_id, team_id);

-- A training that somebody followed, here or elsewhere, and until when it counts.
create table learning.training (
  tenant_id uuid not null,
  id uuid not null,
  trainee_id uuid not null,
  work text not null,
  course text not null check (length(course) between 1 and 200),
  provider text not null,
  followed_on date not null,
  valid_until date not null,
  origin text not null check (origin in ('path', 'entered', 'imported')),
  recorded_by_name text not null,
  recorded_on date not null,
  primary key (tenant_id, id),
  unique (tenant_id, trainee_id, work, course, followed_on),
  foreign key (tenant_id, trainee_id) references learning.trainee (tenant_id, id),
  check (valid_until > followed_on)
);

-- The certificate of a path that was passed; only whose it is opens it.
create table learning.certificate (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number text not null check (number ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  name text not null,
  path text not null,
  path_title text not null,
  edition text not null,
  training_id uuid,
  issued_on date not null,
  valid_until date not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index certificate_by_person on learning.certificate (tenant_id, person_id);

-- What everybody who knows the number of a certificate may know of it. No person is in it.
create table learning.certificate_check (
  tenant_id uuid not null,
  number text not null,
  path_title text not null,
  issued_on date not null,
  valid_until date not null,
  primary key (tenant_id, number),
  unique (number)
);
