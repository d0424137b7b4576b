-- A number is sixty random bits: no key across organisations is needed, only a way to find it.
alter table learning.certificate_check drop constraint certificate_check_number_key;
create index certificate_check_by_number on learning.certificate_check (number);
