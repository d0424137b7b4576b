-- What the desk gives on a day to several municipalities: a training with so many places. No person is in it.
create table support.session (
  tenant_id uuid not null,
  id uuid not null,
  offer text not null check (offer in ('training', 'visit', 'template', 'quartermaster', 'expert')),
  title text not null,
  held_on date not null,
  places integer not null check (places between 1 and 500),
  taken integer not null default 0,
  primary key (tenant_id, id),
  check (taken between 0 and places)
);
create index on support.session (held_on);

-- The place that was given for a request.
alter table support.request add column session_id uuid;
