-- The calendar of a shelter reads a fortnight of its own nights: by night alone it read those of the whole country and threw them away.
create index night_slot_of_tenant on shelter.night_slot (tenant_id, night);
drop index shelter.night_slot_by_night;
