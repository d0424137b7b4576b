-- Which places a stay has: also after its nights were given back. And the message that tells who placed where the place is.
alter table shelter.placement
  add place_ids uuid[] not null default '{}',
  add address_message_id uuid;
