-- Nothing begins from a case of another organisation: who works on one asks by a request for help, with a consent of its own.
alter table shelter.request drop constraint request_source_check;
alter table shelter.request add constraint request_source_check check (source in ('phone', 'call', 'help', 'request'));
