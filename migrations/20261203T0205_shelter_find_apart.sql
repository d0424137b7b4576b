-- With whom somebody may not live holds both ways, also when only the other request says so: who is named is found by a keyed index of
-- the sealed needs, without opening anybody. And of a choice that came to nothing is kept why.
alter table shelter.request add column apart_index bytea[] not null default '{}';
create index request_naming on shelter.request (tenant_id, id) where cardinality(apart_index) > 0;
alter table shelter.decision add column refused text check (length(refused) between 1 and 60);
