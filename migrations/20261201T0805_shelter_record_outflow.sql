-- Somebody is ready to go on to a home, and by which route; until she leaves, the place is blocked.
alter table shelter.placement
  add ready_on date,
  add outflow_route text check (outflow_route in ('quota', 'urgency', 'room')),
  add check ((ready_on is null) = (outflow_route is null));
create index request_nothing on shelter.request (tenant_id, nothing_at) where nothing_at is not null;
