create schema approvals;

-- What one person asks a second one to agree with, exactly as it will be carried out. Nothing of it changes after it was asked:
-- only the moment on which it was closed is filled in, once.
create table approvals.request (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  -- the text itself, to the byte, and its digest: what the second person saw is what is carried out
  payload text not null check (payload::jsonb is not null and length(payload) <= 100000),
  payload_sha256 bytea not null check (payload_sha256 = sha256(convert_to(payload, 'UTF8'))),
  reason text not null check (length(reason) <= 1000),
  requested_by uuid not null,
  requested_by_name text not null,
  requested_role text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > requested_at),
  -- whose second person: the organisation itself, or one that is named
  decider_id uuid not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, id, decider_id)
);
create index request_open on approvals.request (tenant_id, expires_at) where closed_at is null;
create index request_elsewhere on approvals.request (decider_id, requested_at) where decider_id <> tenant_id;
create index request_expiring on approvals.request (expires_at) where closed_at is null;
-- the same thing is asked once at a time
create unique index request_once on approvals.request (tenant_id, kind, subject_kind, subject_id) where closed_at is null;

-- How a request ended: once, whoever comes first. Approved is also carried out, in the same transaction.
create table approvals.decision (
  tenant_id uuid not null,
  request_id uuid not null,
  decider_id uuid not null,
  outcome text not null check (outcome in ('approved', 'refused', 'withdrawn', 'expired')),
  reason text,
  decided_by uuid,
  decided_by_name text,
  decided_role text,
  decided_at timestamptz not null,
  primary key (tenant_id, request_id),
  foreign key (tenant_id, request_id, decider_id) references approvals.request (tenant_id, id, decider_id),
  -- time is nobody; everything else is somebody's word
  check ((outcome = 'expired') = (decided_by is null)),
  check ((decided_by is null) = (decided_by_name is null) and (decided_by is null) = (decided_role is null))
);

create function approvals.keep_request() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null or new.closed_at is null
    or to_jsonb(new) - 'closed_at' <> to_jsonb(old) - 'closed_at' then
    raise exception 'een aanvraag voor vier ogen verandert niet' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_request before update on approvals.request for each row execute function approvals.keep_request();

create function approvals.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'wat over vier ogen is vastgelegd, blijft' using errcode = '42501';
end $$;
create trigger keep_request_row before delete on approvals.request for each row execute function approvals.refuse_change();
create trigger keep_decision before update or delete on approvals.decision for each row execute function approvals.refuse_change();

-- The second belt: whatever the program thinks, nobody agrees with herself, for another organisation, or too late.
create function approvals.judge_decision() returns trigger language plpgsql as $$
declare
  asked approvals.request;
begin
  select * into asked from approvals.request r where r.tenant_id = new.tenant_id and r.id = new.request_id;
  if asked.closed_at is null and (
       (new.outcome in ('approved', 'refused') and new.decided_by <> asked.requested_by and new.decided_at < asked.expires_at
         and new.decider_id = coalesce(app.acting_for(), app.tenant()))
    or (new.outcome = 'withdrawn' and new.decided_by = asked.requested_by)
    or (new.outcome = 'expired' and new.decided_at >= asked.expires_at)) then
    return new;
  end if;
  raise exception 'dit besluit past niet bij de aanvraag' using errcode = '42501';
end $$;
create trigger judge_decision before insert on approvals.decision for each row execute function approvals.judge_decision();
