-- May the organisation that acts do this as the tenant of the transaction, today? Asked once per statement; the table's own
-- policy shows a holder only its own mandates.
create or replace function app.may_act(wanted text) returns boolean language sql stable as $$
  select exists (
    select 1 from organisations.mandate
    where tenant_id = app.tenant() and holder_id = app.acting_for() and capability = wanted
      and valid_from <= app.today() and valid_until > app.today()
      and (withdrawn_on is null or withdrawn_on > app.today()))
$$;
