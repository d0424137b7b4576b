-- Which message told the shelter who comes. The message says it, sealed; this only names it.
alter table shelter.placement add column guest_message_id uuid;
