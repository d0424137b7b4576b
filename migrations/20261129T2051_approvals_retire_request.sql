-- A request goes with the record it is about, or by a term of its own: whoever reads it reads why, and of what.
create index request_about on approvals.request (tenant_id, subject_id);

create or replace function approvals.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if tg_table_name = 'request' then
      if approvals.may_go(old.tenant_id, old.id) then return old; end if;
    elsif approvals.may_go(old.tenant_id, old.request_id) then return old;
    end if;
  end if;
  raise exception 'wat over vier ogen is vastgelegd, blijft' using errcode = '42501';
end $$;

-- What was closed before requests had a term is counted from the day it was closed.
alter table approvals.request no force row level security;
alter table retention.record no force row level security;
insert into retention.record (tenant_id, id, rule, subject_kind, subject_id, starts_on)
select tenant_id, gen_random_uuid(), 'audit-line', 'approvals.request', id, (closed_at at time zone 'Europe/Amsterdam')::date
from approvals.request where closed_at is not null;
alter table approvals.request force row level security;
alter table retention.record force row level security;
