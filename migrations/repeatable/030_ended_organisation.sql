-- Has this organisation ended, on the domain clock? From its last day on nobody writes in it any more.
create or replace function app.has_ended(asked uuid) returns boolean language sql stable as $$
  select exists (select 1 from organisations.organisation where id = asked and valid_until <= app.today())
$$;

-- May the organisation that acts read this of the tenant, today? With a mandate for it, or because it took the tenant over.
create or replace function app.may_read(wanted text) returns boolean language sql stable as $$
  select app.may_act(wanted) or exists (
    select 1 from organisations.mandate
    where tenant_id = app.tenant() and holder_id = app.acting_for() and capability = 'opvolging'
      and valid_from <= app.today() and (valid_until is null or valid_until > app.today()))
$$;
