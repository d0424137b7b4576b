-- What a transaction knows about itself. Set by src/platform/db/transact.ts with set_config(…, true), gone at its end.
create or replace function app.tenant() returns uuid language sql stable
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create or replace function app.person() returns uuid language sql stable
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create or replace function app.acting_for() returns uuid language sql stable
  as $$ select nullif(current_setting('app.acting_for', true), '')::uuid $$;
create or replace function app.tenants() returns uuid[] language sql stable
  as $$ select nullif(current_setting('app.tenants', true), '')::uuid[] $$;
-- The day in the Netherlands on the domain clock.
create or replace function app.today() returns date language sql stable
  as $$ select nullif(current_setting('app.today', true), '')::date $$;

-- Removes every policy and every grant of a table, so that the register can lay them anew.
create or replace function app.drop_access(table_name regclass) returns void language plpgsql as $$
declare
  policy name;
  grantee text;
begin
  for policy in select polname from pg_policy where polrelid = table_name loop
    execute format('drop policy %I on %s', policy, table_name);
  end loop;
  for grantee in
    -- of the table, and of columns alone
    select distinct case when given.who = 0 then 'public' else quote_ident(given.who::regrole::text) end
    from pg_class c cross join lateral (
      select acl.grantee as who from aclexplode(c.relacl) acl
      union select acl.grantee from pg_attribute a, aclexplode(a.attacl) acl where a.attrelid = c.oid) given
    where c.oid = table_name and given.who <> c.relowner
  loop
    execute format('revoke all on %s from %s', table_name, grantee);
  end loop;
end $$;
