-- The organisation wants that residents see its number too, by day. Off until it says so.
alter table care.offer_version add column is_for_public boolean not null default false;
