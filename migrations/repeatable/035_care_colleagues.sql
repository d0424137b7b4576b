-- Who coordinates care in the organisations with which the organisation of this transaction handles a case: a referral or a signal that
-- was accepted this past year and not taken back. Read as the courier, for who coordinates care or is the focal point here, and nobody else.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then grant inbeeld_courier to current_user; end if;
end $$;
grant create on schema care to inbeeld_courier;
grant usage on schema care, accounts to inbeeld_courier;

drop function if exists care.coordinators_with_us();
create function care.coordinators_with_us()
  returns table (organisation_id uuid, name text, mobile text, away_until date, stands_in text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.organisation_id, m.person_name, t.number, a.until_on, s.person_name
  from (
    select distinct x.counterpart_id as id from exchange.message x
    where x.tenant_id = app.tenant() and x.state = 'accepted'
      and x.kind in ('zorgverwijzing', 'zorgverwijzing-noodgeval', 'signaaloverdracht')
      and x.state_at > app.today() - interval '1 year') partner
  join accounts.membership m on m.organisation_id = partner.id and m.role = 'zorgcoordinator'
    and m.valid_from <= app.today() and (m.valid_until is null or m.valid_until > app.today())
  left join care.mobile t on t.tenant_id = m.organisation_id and t.membership_id = m.id
  left join care.absence a on a.tenant_id = m.organisation_id and a.membership_id = m.id
    and a.from_on <= app.today() and a.until_on >= app.today()
  left join accounts.membership s on s.organisation_id = a.tenant_id and s.id = a.stands_in_id
  where exists (
    select 1 from accounts.membership me
    where me.organisation_id = app.tenant() and me.person_id = app.person() and me.role in ('zorgcoordinator', 'aandachtsfunctionaris')
      and me.valid_from <= app.today() and (me.valid_until is null or me.valid_until > app.today()))
  order by m.organisation_id, m.person_name, a.until_on desc
$$;
alter function care.coordinators_with_us() owner to inbeeld_courier;

-- How many cases of this organisation still ask something of each coordinator, and who stands in. Numbers only: whoever is kept away
-- from a case does not see it, and the others must still hear that nobody is left for it.
create or replace function care.desks_here()
  returns table (coordinator_id uuid, substitute_id uuid, cases integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.coordinator_id, c.substitute_id, count(*)::int from care.case_file c
  where c.tenant_id = app.tenant() and (c.closed_on is null or c.aftercare_until > app.today())
  group by c.coordinator_id, c.substitute_id
$$;
alter function care.desks_here() owner to inbeeld_courier;
revoke create on schema care from inbeeld_courier;
revoke all on function care.coordinators_with_us(), care.desks_here() from public;
grant execute on function care.coordinators_with_us(), care.desks_here() to inbeeld_own;
