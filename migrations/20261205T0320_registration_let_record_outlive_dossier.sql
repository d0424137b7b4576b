-- Of a record that was erased the number stays, on which lists it stood, without a key: it outlives its dossier. As a foreign key the
-- dossier could not go, and with it nothing of the record.
alter table registration.record drop constraint record_tenant_id_dossier_id_fkey;
