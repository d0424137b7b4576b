-- As with the whole list: counting asks of each row whether its dossier is closed to the reader, and finds it in the index.
drop index registration.delivery_incomplete;
create index delivery_incomplete on registration.delivery (tenant_id, received_on desc, id desc) include (dossier_id)
  where cardinality(unknown_parts) > 0;
