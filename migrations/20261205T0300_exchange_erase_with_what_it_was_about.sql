-- Which message carried an answer, and which messages told a shelter who comes: with what they were about they are erased too.
alter table registration.question add column answer_message_id uuid;
alter table shelter.request add column guest_message_ids uuid[] not null default '{}';
