-- A case of somebody who was a minor at some moment of it is kept by the term of youth care, and stays so.
alter table care.case_file add column is_youth boolean not null default false;

-- That two cases belong together: a couple, a family, people who were exploited by the same. Each keeps its own consents, plan and
-- coordinator; nothing is shared by it. Laid once for a pair, whichever way round.
create table care.case_link (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  dossier_id uuid not null,
  -- no foreign key: erasing that case takes the link along, from either side
  other_id uuid not null,
  kind text not null check (kind in ('partner', 'parent-child', 'family', 'same-situation')),
  linked_on date not null,
  linked_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references care.case_file (tenant_id, id),
  check (case_id <> other_id)
);
create unique index case_link_pair on care.case_link (tenant_id, least(case_id, other_id), greatest(case_id, other_id));
create index case_link_other on care.case_link (tenant_id, other_id);
