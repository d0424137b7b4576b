-- The dossiers that do not exist for the person of this transaction: family, an acquaintance, a colleague it is about. Asked once
-- per statement by the policies of tables that name their dossier (dossierColumn in the register of tables).
create or replace function app.excluded_dossiers() returns uuid[] language plpgsql stable as $$
begin
  if app.person() is null or app.tenant() is null then return '{}'; end if;
  return coalesce((select array_agg(dossier_id) from privacy.dossier_access
    where tenant_id = app.tenant() and person_id = app.person() and kind = 'excluded' and until_at is null), '{}');
end $$;

-- Has the time come of this dossier: does a record in it have to go now, and is none kept longer?
create or replace function privacy.may_go(tenant uuid, dossier uuid) returns boolean language sql stable as $$
  select coalesce(bool_or(due) and bool_and(due), false) from (
    select k.ends_on is not null and greatest(k.ends_on, k.held_until) <= app.today() as due from retention.record k
    where k.tenant_id = tenant and k.dossier_id = dossier and k.erased_at is null) kept
$$;
