-- Up to which age children may come along, and boys among them: many houses of women take no older sons.
alter table shelter.place
  add child_max_age smallint check (child_max_age between 0 and 17),
  add boy_max_age smallint check (boy_max_age between 0 and 17);
