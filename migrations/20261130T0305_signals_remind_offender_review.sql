-- When the readers hear that an entry about an alleged offender is to be looked at again; empty once they heard.
alter table signals.offender_note add column remind_at timestamptz;
update signals.offender_note set remind_at = (review_by - 14)::timestamp at time zone 'Europe/Amsterdam';
create index offender_note_to_remind on signals.offender_note (remind_at) where remind_at is not null;
