import type { Client } from 'pg';
import { COURIER_ROLE, DOORS, doorRole } from '../../../src/platform/db/doors.ts';
import { policiesOf, type TableRegister } from '../../../src/platform/db/table-register.ts';

/** What the login role may read before it went through a door: how far the clock runs ahead, and what kind of database this is. */
const READABLE_BY_LOGIN = ['platform.clock', 'platform.installation'];

interface Catalogue {
  readonly tables: readonly { readonly name: string; readonly secured: boolean; readonly forced: boolean }[];
  readonly columns: readonly { readonly table: string; readonly name: string; readonly required: boolean }[];
  readonly indexes: readonly {
    readonly table: string;
    readonly name: string;
    readonly first: string | null;
    readonly unique: boolean;
  }[];
  readonly foreignKeys: readonly {
    readonly table: string;
    readonly name: string;
    readonly target: string;
    readonly pairs: readonly string[];
  }[];
}

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const PLATFORM_WITHOUT_ROWS = (declaration: TableRegister[string]) =>
  declaration.class === 'platform' && !declaration.personColumn;

/**
 * Every way in which the database differs from what the register promises, in words. Reads the catalogue through `client`, so
 * that a canary can make a fault in its own transaction.
 */
export async function registerFaults(
  client: Client,
  register: TableRegister,
  activities: ReadonlySet<string>,
  loginRole: string,
): Promise<string[]> {
  const catalogue = await readCatalogue(client);
  return [
    ...declared(catalogue, register, activities),
    ...tenantFirst(catalogue, register),
    ...(await security(client, catalogue, register)),
    ...(await roles(client, register, loginRole)),
  ];
}

async function readCatalogue(client: Client): Promise<Catalogue> {
  const many = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
  return {
    tables: await many(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'f') and not c.relispartition and ${OURS}`,
    ),
    columns: await many(
      `select n.nspname || '.' || c.relname as table, a.attname as name, a.attnotnull as required
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f') and ${OURS} and a.attnum > 0 and not a.attisdropped`,
    ),
    indexes: await many(
      `select n.nspname || '.' || c.relname as table, i.indexrelid::regclass::text as name, i.indisunique as unique,
              (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first
         from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and ${OURS}`,
    ),
    foreignKeys: await many(
      `select f.conrelid::regclass::text as table, f.conname as name, tn.nspname || '.' || t.relname as target,
              array(select a.attname || '=' || b.attname from unnest(f.conkey, f.confkey) as k(mine, theirs)
                      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.mine
                      join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.theirs) as pairs
         from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
        where f.contype = 'f'`,
    ),
  };
}

/** Every table and every column has its line, and every line its table and column. */
function declared({ tables, columns }: Catalogue, register: TableRegister, activities: ReadonlySet<string>): string[] {
  const inDatabase = new Set(columns.map((column) => `${column.table}.${column.name}`));
  const names = new Set(tables.map((table) => table.name));
  return [
    ...tables.filter(({ name }) => !(name in register)).map(({ name }) => `${name} stands in no class of the register`),
    ...Object.entries(register).flatMap(([table, { columns: known, activity }]) => [
      ...(names.has(table) ? [] : [`${table} is declared and not in the database`]),
      ...(activity === 'geen' || activities.has(activity) ? [] : [`${table} names an unknown activity: ${activity}`]),
      ...Object.keys(known)
        .filter((column) => names.has(table) && !inDatabase.has(`${table}.${column}`))
        .map((column) => `${table}.${column} is declared and not in the database`),
    ]),
    ...columns
      .filter(({ table, name }) => register[table] && !(name in register[table].columns))
      .map(({ table, name }) => `${table}.${name} has no data class`),
    ...Object.entries(register)
      .filter(([, each]) => each.activity === 'geen' && Object.values(each.columns).some((c) => c !== 'D0'))
      .map(([table]) => `${table} holds more than public data and names no activity`),
    ...Object.entries(register)
      .filter(
        ([, each]) => each.class === 'published' && Object.values(each.columns).some((c) => c !== 'D0' && c !== 'D10'),
      )
      .map(([table]) => `${table} is published and holds more than public data`),
  ];
}

/** Tenants cannot meet in a key: `tenant_id` stands first in each, and on both sides of a reference. */
function tenantFirst({ columns, indexes, foreignKeys }: Catalogue, register: TableRegister): string[] {
  const isOwned = (table: string) => ['tenant', 'published'].includes(register[table]?.class ?? '');
  // what everybody reads, a runner seeks by its day, the sealer by its number, or a holder by its own name, is also sought without a tenant; never a key
  const isSoughtWidely = (table: string, first: string | null) => {
    const declaration = register[table];
    return (
      declaration?.class === 'published' ||
      (declaration?.class === 'tenant' &&
        (declaration.due === true || declaration.log === true || declaration.holderColumn === first))
    );
  };
  const tenantColumns = new Set(
    columns.filter(({ name, required }) => name === 'tenant_id' && required).map(({ table }) => table),
  );
  return [
    ...Object.keys(register)
      .filter((table) => isOwned(table) && !tenantColumns.has(table))
      .map((table) => `${table} has no tenant_id that is always filled`),
    ...indexes
      .filter(
        ({ table, first, unique }) =>
          isOwned(table) && first !== 'tenant_id' && (unique || !isSoughtWidely(table, first)),
      )
      .map(({ table, name }) => `${name} on ${table} does not begin with tenant_id`),
    ...foreignKeys
      .filter(
        ({ table, target, pairs }) => isOwned(target) && !(isOwned(table) && pairs.includes('tenant_id=tenant_id')),
      )
      .map(({ table, name }) => `${name} of ${table} refers to rows of a tenant without tenant_id on both sides`),
  ];
}

/** Row-level security is on and forced, with the policies of the register and no other; views look with the eyes of who asks. */
async function security(client: Client, { tables }: Catalogue, register: TableRegister): Promise<string[]> {
  const policies = (
    await client.query<{ name: string }>(
      `select schemaname || '.' || tablename || ': ' || policyname as name from pg_policies`,
    )
  ).rows.map(({ name }) => name);
  const promised = new Set(
    Object.entries(register)
      .filter(([, declaration]) => !PLATFORM_WITHOUT_ROWS(declaration))
      .flatMap(([table, declaration]) =>
        policiesOf(declaration).flatMap(({ door, verbs }) => verbs.map((verb) => `${table}: ${door}_${verb}`)),
      ),
  );
  const openViews = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false))`,
  );
  const definers = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       join pg_roles r on r.oid = p.proowner
      where ${OURS} and p.prosecdef
        and (r.rolsuper or not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%'))`,
  );
  return [
    ...tables
      .filter(({ name, secured, forced }) => {
        const declaration = register[name];
        return declaration && !PLATFORM_WITHOUT_ROWS(declaration) && !(secured && forced);
      })
      .map(({ name }) => `row-level security of ${name} is not on and forced`),
    ...policies
      .filter((name) => !promised.has(name))
      .map((name) => `a policy that the register does not know: ${name}`),
    ...[...promised].filter((name) => !policies.includes(name)).map((name) => `a policy is missing: ${name}`),
    ...openViews.rows.map(({ name }) => `${name} is a view without security_invoker`),
    ...definers.rows.map(({ name }) => `${name} runs as its maker: a superuser, or without a search_path of its own`),
  ];
}

/**
 * What a feature lets be counted: for the nation through that door and no other, or of an organisation by itself; a view each, never
 * both (decision 22).
 */
const CONTRACT_VIEW = /^\w+\.(insight_\w+: inbeeld_insight|own_\w+: inbeeld_own) select$/;

/** Our roles own nothing, pass no belt and are no other; before a door nothing can be read. */
async function roles(client: Client, register: TableRegister, loginRole: string): Promise<string[]> {
  const doors = [...DOORS.map(doorRole), COURIER_ROLE];
  const ours = [...doors, loginRole];
  const many = async (text: string, values: unknown[]) =>
    (await client.query<{ name: string }>(text, values)).rows.map(({ name }) => name);
  const attributes = await many(
    `select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    [ours],
  );
  const logins = await many(`select rolname as name from pg_roles where rolname = any($1) and rolcanlogin`, [doors]);
  const inherits = await many(
    `select r.rolname || ' in ' || g.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid
      where r.rolname = any($1) or (r.rolname = $2 and (r.rolinherit or not g.rolname = any($1)))`,
    [doors, loginRole],
  );
  const owners = await many(
    `select r.rolname || ' owns ' || n.nspname || '.' || c.relname as name
       from pg_class c join pg_roles r on r.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace
      where r.rolname = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
     union all select r.rolname || ' owns schema ' || n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname = any($1)`,
    [ours],
  );
  const granted = (
    await client.query<{ table: string; grantee: string; verb: string }>(
      `select n.nspname || '.' || c.relname as table, coalesce(r.rolname, 'public') as grantee, lower(a.privilege_type) as verb
         from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
        where ${OURS} and c.relkind in ('r', 'p', 'f', 'v') and a.grantee <> c.relowner
       union all
       select n.nspname || '.' || c.relname, coalesce(r.rolname, 'public'), 'column ' || t.attname
         from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
              aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee where ${OURS}`,
    )
  ).rows.map(({ table, grantee, verb }) => `${table}: ${grantee} ${verb}`);
  const roleOf = (door: string) =>
    door === 'login' ? loginRole : door === 'courier' ? COURIER_ROLE : doorRole(door as (typeof DOORS)[number]);
  const promised = new Set(
    Object.entries(register).flatMap(([table, declaration]) =>
      policiesOf(declaration).flatMap(({ door, verbs, columns }) =>
        columns
          ? columns.map((column) => `${table}: ${roleOf(door)} column ${column}`)
          : verbs.map((verb) => `${table}: ${roleOf(door)} ${verb}`),
      ),
    ),
  );
  const readable = await many(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and has_schema_privilege($1, n.oid, 'usage') and has_any_column_privilege($1, c.oid, 'select, insert, update')`,
    [loginRole],
  );
  return [
    ...attributes.map((name) => `${name} may more than a role of ours ever should`),
    ...logins.map((name) => `${name} is a door and can log in`),
    ...inherits.map((name) => `${name}: a door is a member of nothing, and the login is only what it chooses to be`),
    ...owners,
    ...granted
      .filter((name) => !promised.has(name) && !CONTRACT_VIEW.test(name))
      .map((name) => `a grant that the register does not know: ${name}`),
    ...[...promised].filter((name) => !granted.includes(name)).map((name) => `a grant is missing: ${name}`),
    ...readable
      .filter((name) => !READABLE_BY_LOGIN.includes(name))
      .map((name) => `${name} can be read before going through a door`),
  ];
}
