create schema deadlines;

-- A day on which something must be done, and by whom. What is late, or whose it is now, is never stored: it follows from the
-- days and from who still works there.
create table deadlines.deadline (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  -- where the work is done, and what the title needs to say; never a name
  path text not null check (path like '/%'),
  parameters jsonb not null default '{}' check (jsonb_typeof(parameters) = 'object'),
  due_on date not null,
  -- from this day on it asks attention
  asks_from date not null,
  assignee_id uuid not null,
  substitute_id uuid,
  state text not null default 'open' check (state in ('open', 'done', 'withdrawn')),
  version integer not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'open') = (closed_at is null)),
  check (asks_from <= due_on)
);
create unique index deadline_one_open on deadlines.deadline (tenant_id, subject_kind, subject_id, kind) where state = 'open';
create index deadline_open on deadlines.deadline (tenant_id, asks_from) where state = 'open';

-- A warning of a deadline; it fires once, at its own time.
create table deadlines.alarm (
  tenant_id uuid not null,
  id uuid not null,
  deadline_id uuid not null,
  days_ahead smallint not null check (days_ahead >= 0),
  due_at timestamptz not null,
  fired_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, deadline_id, days_ahead),
  foreign key (tenant_id, deadline_id) references deadlines.deadline (tenant_id, id)
);
create index alarm_waiting on deadlines.alarm (due_at) where fired_at is null and withdrawn_at is null;

-- What one person was told. Not opened within the norm, it goes to the next one: 1 the assignee, 2 the substitute, 3 the team leader.
create table deadlines.notification (
  tenant_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  -- without a deadline it says itself what it is and where it leads
  deadline_id uuid,
  alarm_id uuid,
  kind text not null,
  path text not null check (path like '/%'),
  level smallint not null default 1 check (level between 1 and 3),
  created_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  escalate_at timestamptz,
  escalated_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, deadline_id) references deadlines.deadline (tenant_id, id),
  foreign key (tenant_id, alarm_id) references deadlines.alarm (tenant_id, id)
);
create unique index notification_once on deadlines.notification (tenant_id, alarm_id, membership_id);
create index notification_by_deadline on deadlines.notification (tenant_id, deadline_id, membership_id, id);
create index notification_by_member on deadlines.notification (tenant_id, membership_id) where opened_at is null and withdrawn_at is null;
create index notification_unopened on deadlines.notification (escalate_at)
  where opened_at is null and withdrawn_at is null and escalated_at is null;
