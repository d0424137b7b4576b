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
