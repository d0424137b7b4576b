-- When the municipalities of an offer are told that its contract runs out, or ran out. Empty when there is nothing to tell any more.
alter table care.offer add column tell_at timestamptz;
create index offer_tell on care.offer (tell_at, tenant_id, id) where tell_at is not null;
