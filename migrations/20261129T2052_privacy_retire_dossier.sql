-- Who could see a dossier stays as long as the dossier: both go when the last record in it goes, with the reasons people wrote.
create or replace function privacy.keep_access() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if privacy.may_go(old.tenant_id, old.dossier_id) then return old; end if;
    raise exception 'wie een dossier mocht zien, blijft staan' using errcode = '42501';
  end if;
  if to_jsonb(new) - 'until_at' - 'ended_by_name' <> to_jsonb(old) - 'until_at' - 'ended_by_name'
    or new.until_at is null or coalesce(new.until_at > old.until_at, false) then
    raise exception 'toegang tot een dossier kan alleen eindigen' using errcode = '42501';
  end if;
  return new;
end $$;

-- Forms are forgotten by their age.
create index idempotency_by_age on platform.idempotency (created_at);
