-- What carries a standing, in parts that must each hold: an offer of a region, or something of the municipality itself that stands in
-- for it. Only parts in which a region has a hand. So the day on which a standing lapses can be told exactly, whichever of several
-- regions withdraws.
drop table approach.standing_support;
create table approach.standing_support (
  tenant_id uuid not null,
  element text not null,
  place smallint not null,
  -- a part holds until the last of its supports
  part smallint not null,
  -- empty for what is the municipality's own
  region_id uuid,
  offered_element text not null,
  -- empty when it has no end of its own
  holds_until date,
  primary key (tenant_id, element, place),
  foreign key (tenant_id, element) references approach.standing (tenant_id, element) on delete cascade
);
alter table approach.standing drop column holds_without_regions;
-- row-level security is forced upon the owner of the tables too, and would hide every row from this migration
alter table approach.standing no force row level security;
insert into approach.standing_support (tenant_id, element, place, part, region_id, offered_element, holds_until)
select tenant_id, element, 0, 0, region_id, element, lapses_on from approach.standing where region_id is not null;
alter table approach.standing force row level security;
