-- Somebody may do away with a record on the day it was made, before its term: its time then ends that day.
alter table retention.record drop constraint record_check;
alter table retention.record add constraint record_ends check (ends_on is null or ends_on >= starts_on);
