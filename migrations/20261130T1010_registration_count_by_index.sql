-- Counting and turning pages asks of each row whether its dossier is closed to the reader: with that in the index, the row is not read.
drop index registration.delivery_by_day;
create index delivery_by_day on registration.delivery (tenant_id, received_on desc, id desc) include (dossier_id);
