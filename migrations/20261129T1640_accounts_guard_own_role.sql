-- Nobody gives herself a role, changes one she holds, or holds it longer: a colleague asks, and a second one agrees.
create function accounts.guard_own_role() returns trigger language plpgsql as $$
begin
  if app.person() is null or new.person_id <> app.person() then return new; end if;
  if tg_op = 'INSERT' then
    raise exception 'niemand geeft zichzelf een rol' using errcode = '42501';
  end if;
  if new.role <> old.role or new.organisation_id <> old.organisation_id or new.valid_from < old.valid_from
    or coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity') then
    raise exception 'niemand verhoogt of verlengt haar eigen rol' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_own_role before insert or update on accounts.membership for each row execute function accounts.guard_own_role();
