-- Erasure that somebody asked for (AVG article 17) is carried out from her request, after two people agreed to grant it.
alter table privacy.rights_request add column erased_at timestamptz;
alter table privacy.rights_request add column erased_by_name text;
alter table privacy.rights_request add constraint rights_request_erases_what_was_granted check (
  (erased_at is null) = (erased_by_name is null)
  and (erased_at is null or (kind = 'erase' and outcome = 'granted' and agreed_by is not null and dossier_id is not null)));
