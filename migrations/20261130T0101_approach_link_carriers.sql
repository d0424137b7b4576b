-- Who carries the approach, as the person who was meant and not only as a name: people share names, and some have left. Empty for
-- somebody who does not use In Beeld.
alter table approach.element add column focal_point_person uuid, add column substitute_person uuid;

-- What was recorded before: the only person here who ever had that name, or else the only one of them who works here. Several left or
-- several stayed: then nobody knows who was meant, and the page asks. Row-level security would hide every row from this migration.
alter table approach.element no force row level security;
alter table accounts.membership no force row level security;
with namesake as (
  select organisation_id, lower(regexp_replace(btrim(person_name), '\s+', ' ', 'g')) as name, person_id::text as person,
    bool_or(valid_until is null) as works_here
  from accounts.membership group by 1, 2, 3),
meant as (
  select organisation_id, name, case
      when count(*) = 1 then min(person)
      when count(*) filter (where works_here) = 1 then min(person) filter (where works_here)
    end::uuid as person_id
  from namesake group by 1, 2)
update approach.element e set
  focal_point_person = (select m.person_id from meant m where m.organisation_id = e.tenant_id
    and m.name = lower(regexp_replace(btrim(e.focal_point), '\s+', ' ', 'g'))),
  substitute_person = (select m.person_id from meant m where m.organisation_id = e.tenant_id
    and m.name = lower(regexp_replace(btrim(e.substitute), '\s+', ' ', 'g')));
alter table approach.element force row level security;
alter table accounts.membership force row level security;
