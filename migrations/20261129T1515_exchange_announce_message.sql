-- Who received a message hears of it once: empty until then, and for ever at the sender.
alter table exchange.message add column announce_at timestamptz;
alter table exchange.message add constraint message_announced check (announce_at is null or box = 'in');
create index message_to_announce on exchange.message (announce_at) where announce_at is not null;
