-- The legal position may go along with a request for help, when the person agreed to that.
alter table registration.consent drop constraint consent_data_check;
alter table registration.consent add constraint consent_data_check check (
  cardinality(data) > 0
  and data <@ array['name', 'birth-date', 'person', 'exploitation', 'complaint', 'needs', 'danger', 'position']
);
