-- Of one person there may be more than one dossier: a registration, a case, a request for shelter. A request is about all of them.
alter table privacy.rights_request add column dossier_ids uuid[] not null default '{}';
update privacy.rights_request set dossier_ids = array[dossier_id] where dossier_id is not null;
alter table privacy.rights_request drop constraint rights_request_held;
drop index privacy.rights_request_by_dossier;
alter table privacy.rights_request drop column dossier_id;
alter table privacy.rights_request add constraint rights_request_held check (
  finding is null
  or case finding when 'held' then dossier_ids <> '{}' or notice_ids <> '{}' else dossier_ids = '{}' end);
