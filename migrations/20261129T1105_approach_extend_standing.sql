-- What a standing rests on at a region, and what everybody may know of the decision: who took it, and where it can be read.
-- Public sources and the choice to publish have tables of their own.
alter table approach.standing
  drop column source,
  drop column is_confirmed,
  drop column is_public,
  add column adopting_body text check (adopting_body in ('b-en-w', 'burgemeester', 'raad', 'mandaat')),
  add column publication_link text,
  -- the day until which it would hold if no region did anything: empty when it would not hold
  add column holds_without_regions date;
alter table approach.standing drop constraint standing_evidence_kind_check;
alter table approach.standing add constraint standing_evidence_kind_check
  check (evidence_kind in ('besluit', 'besluit-met-vindplaats', 'besluit-met-document', 'opgave', 'regio'));

-- An offer of a region without which a standing ends earlier. When the region withdraws the offer, the standing follows at once.
create table approach.standing_support (
  tenant_id uuid not null,
  element text not null,
  region_id uuid not null,
  offered_element text not null,
  -- the day until which it holds without this offer: empty when it ends with the offer
  holds_until date,
  primary key (tenant_id, element, region_id, offered_element),
  foreign key (tenant_id, element) references approach.standing (tenant_id, element) on delete cascade
);
-- row-level security is forced upon the owner of the tables too, and would hide every row from this migration
alter table approach.standing no force row level security;
insert into approach.standing_support (tenant_id, element, region_id, offered_element)
select tenant_id, element, region_id, element from approach.standing where region_id is not null;
alter table approach.standing force row level security;
