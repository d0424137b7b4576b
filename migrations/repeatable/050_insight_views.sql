-- What the count for the nation may read of a feature, of every organisation: contract views without a personal column, each owned
-- and tested by its feature, read through the door `insight` only (docs/decisions/0022). They act as whoever asks, so the grants per
-- column and the row-level security of that door hold beneath them. A migration that takes a column away drops its view first.

-- Signals that were passed on, by month and by the function of who did; what was erased since stands in the tally.
create or replace view signals.insight_passed_on with (security_invoker = true) as
  select tenant_id, month, reporter_function as kind, count from signals.tally
  union all
  select tenant_id, date_trunc('month', received_on)::date, reporter_function, count(*)::integer
  from signals.signal_report group by 1, 2, 3;
grant select on signals.insight_passed_on to inbeeld_insight;

-- Trainings that were followed, by month and by the work they are for; never who followed them.
create or replace view learning.insight_trained with (security_invoker = true) as
  select tenant_id, date_trunc('month', followed_on)::date as month, work as kind, count(*)::integer as count
  from learning.training group by 1, 2, 3;
grant select on learning.insight_trained to inbeeld_insight;

-- Registrations that the national register received, by month, by who reported, and by police unit; what changes the series by
-- hundreds stands apart. All rows lie with the register, so who reported is the contributor. Never who was reported.
create or replace view registration.insight_received with (security_invoker = true) as
  select tenant_id, date_trunc('month', received_on)::date as month,
    case when is_kmar_sub3 then 'KMAR_SUB3' when is_abroad then 'ABROAD' else reporter_type end as kind,
    count(*)::integer as count, reporter_organisation_id as contributor_id, region as area
  from registration.delivery group by 1, 2, 3, 5, 6;
grant select on registration.insight_received to inbeeld_insight;

-- How many persons stand on exactly which lists of a year, and how many of those nobody named: what the register's own analyst
-- estimates with. Read through the door `own`, so by the organisation that keeps the register, and by nobody else.
create or replace view registration.own_lists with (security_invoker = true) as
  select tenant_id, year, lists, count(*)::integer as persons, (count(*) filter (where is_nameless))::integer as nameless
  from (
    select d.tenant_id, extract(year from d.received_on)::integer as year, r.root_id,
      array_agg(distinct d.reporter_type order by d.reporter_type) as lists, bool_and(d.identity_index is null) as is_nameless
    from registration.delivery d
    join registration.record r on r.tenant_id = d.tenant_id and r.id = d.record_id
    group by 1, 2, 3) as each_person
  group by 1, 2, 3;
grant select on registration.own_lists to inbeeld_own;
