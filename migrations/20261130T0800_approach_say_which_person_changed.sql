-- Which person changed it last: two colleagues may have one name. Empty for what was changed before this was kept.
alter table approach.element add column changed_by_person uuid;
alter table approach.plan add column changed_by_person uuid;
alter table approach.plan_action add column changed_by_person uuid;
alter table approach.reporting_route add column changed_by_person uuid;
alter table approach.instrument add column changed_by_person uuid;
alter table approach.barrier_action add column changed_by_person uuid;
