-- The day on which a shelter promised a place on the telephone, when that was written down later.
alter table shelter.placement
  add promised_on date,
  add check (promised_on is null or via = 'phone');
