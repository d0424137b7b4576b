-- A case may begin from a signal of the own municipality, of which a care coordinator was let in to see who it is about.
alter table care.case_file drop constraint case_file_source_check;
alter table care.case_file add constraint case_file_source_check
  check (source in ('phone', 'signal', 'own-signal', 'registration', 'referral'));
