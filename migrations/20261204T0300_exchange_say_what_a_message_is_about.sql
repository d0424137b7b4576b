-- What a message hangs on, when it is a remark: the referral, the action or the agreement that both sides know by this id.
alter table exchange.message add column about_id uuid;
create index message_about on exchange.message (tenant_id, about_id) where about_id is not null;
