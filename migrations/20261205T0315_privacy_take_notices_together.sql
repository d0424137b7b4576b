-- Of one person more than one message was shared with a receiver: what is erased at one moment is one request there.
alter table privacy.rights_request add column notice_ids uuid[] not null default '{}';
update privacy.rights_request set notice_ids = array[notice_id] where notice_id is not null;
alter table privacy.rights_request drop constraint rights_request_of_sender;
alter table privacy.rights_request drop constraint rights_request_held;
alter table privacy.rights_request drop column notice_id;
alter table privacy.rights_request add constraint rights_request_of_sender check (
  (asked_by = 'sender') = (notice_ids <> '{}') and (asked_by = 'sender') = (contact = 'sender')
  and (asked_by = 'sender') = (sender_name is not null) and (asked_by <> 'sender' or kind = 'erase'));
alter table privacy.rights_request add constraint rights_request_held check (
  finding is null
  or case finding when 'held' then dossier_id is not null or notice_ids <> '{}' else dossier_id is null end);
