-- Somebody who has to go to another shelter is asked for anew, from what was asked before: that request is then the source.
alter table shelter.request drop constraint request_source_check;
alter table shelter.request add constraint request_source_check check (source in ('phone', 'call', 'help', 'case', 'request'));
