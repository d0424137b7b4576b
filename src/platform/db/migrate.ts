import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { COURIER_ROLE, DOORS, doorRole } from './doors.ts';
import { ensureRoles, quoteIdent, quoteLiteral } from './roles.ts';
import { accessSql, type TableRegister } from './table-register.ts';

/** The database refuses to be brought to this version; nothing was changed. Ends in exit code 4. */
export class MigrationRefused extends Error {}

export interface MigrateOptions {
  readonly adminUrl: string;
  readonly loginRole: string;
  /** Given when the login is ours to make; absent when it is the operator's own. */
  readonly loginPassword: string | undefined;
  readonly directory: string;
  readonly register: TableRegister;
  /** What an empty database becomes, for ever. */
  readonly kind: 'demo' | 'real';
  readonly onStep?: (name: string) => void;
  /** Only up to this migration, and without the access rules: what a backup of that version is laid in. */
  readonly upTo?: string;
  /** This is the restore itself: until it has ended it may, and nobody else. */
  readonly isRestoring?: boolean;
  /** Called with what the database is, or is about to become, before anything of it changes; throwing ends the start. */
  readonly onKind?: (kind: 'demo' | 'real') => void;
}

export interface Migrated {
  /** True when the database was empty: it has reference and demo data still to come. */
  readonly created: boolean;
  readonly kind: 'demo' | 'real';
  /** The last migration, e.g. '20261125T1500_approach_create_element'. */
  readonly version: string;
  readonly serverVersion: string;
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const LOCK = 7_310_001;

/** The migration files in order of their names. */
export function readMigrations(directory: string): readonly MigrationFile[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(directory, file), 'utf8');
      return { name: file.replace(/\.sql$/, ''), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database to the version of this program: roles, migrations (each in a transaction of its own, once), then the
 * repeatable functions and the access rules, applied again whenever they changed. Two processes at once wait for each other.
 * @throws MigrationRefused when a migration that ran was changed since, or the database is newer than the program.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const admin = new Client({ connectionString: options.adminUrl, application_name: 'in-beeld migreren' });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const { server } = (
      await admin.query<{ server: number }>(`select current_setting('server_version_num')::int as server`)
    ).rows[0]!;
    if (server < 150_000)
      throw new MigrationRefused(
        `PostgreSQL 15 of nieuwer is nodig; deze server is versie ${Math.floor(server / 10_000)}.`,
      );
    const known = await kindOf(admin);
    await refuseHalfRestored(admin, known !== undefined, options);
    if (!known) await refuseForeign(admin);
    const kind = known ?? options.kind;
    options.onKind?.(kind);
    await ensureRoles(admin, options.loginRole, options.loginPassword);
    if (!known) await prepare(admin, kind, options.isRestoring ?? false);
    await runPending(admin, options);
    if (options.upTo === undefined) await applyRepeatables(admin, options);
    const version =
      (await admin.query<{ name: string }>('select name from platform.migration order by name desc limit 1')).rows[0]
        ?.name ?? 'geen';
    return { created: !known, kind, version, serverVersion: `${Math.floor(server / 10_000)}.${server % 10_000}` };
  } finally {
    await admin.end();
  }
}

/** What this database was made to be; undefined when it is not ours yet. */
async function kindOf(admin: Client): Promise<'demo' | 'real' | undefined> {
  const { rowCount } = await admin.query(
    `select 1 from pg_tables where schemaname = 'platform' and tablename = 'installation'`,
  );
  if (!rowCount) return undefined;
  return (await admin.query<{ kind: 'demo' | 'real' }>('select kind from platform.installation')).rows[0]!.kind;
}

async function refuseForeign(admin: Client): Promise<void> {
  const others = await admin.query(
    `select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1`,
  );
  if (others.rowCount)
    throw new MigrationRefused('Deze database is niet leeg en is niet van In Beeld. Maak een lege database.');
}

/** Stands on the schema `platform` from the first moment of a restore until nothing is left to do. */
const RESTORING = 'terugzetten';

/** A restore that was cut off is begun again, and meanwhile nobody serves from it; a database that is used is never restored over. */
async function refuseHalfRestored(
  admin: Client,
  isKnown: boolean,
  { isRestoring = false }: MigrateOptions,
): Promise<void> {
  if (!isKnown) return;
  const isHalf = await isHalfRestored(admin);
  if (isHalf && !isRestoring)
    throw new MigrationRefused(
      'In deze database wordt een reservekopie teruggezet, of dat is afgebroken. Geef dezelfde opdracht nog eens; daarna start In Beeld.',
    );
  if (!isHalf && isRestoring)
    throw new MigrationRefused('Deze database is al in gebruik. Terugzetten kan alleen in een lege database.');
}

/** Whether a restore began in this database and did not end. */
export async function isHalfRestored(admin: Client): Promise<boolean> {
  const { rowCount } = await admin.query(
    `select from pg_namespace where nspname = 'platform' and obj_description(oid, 'pg_namespace') = $1`,
    [RESTORING],
  );
  return rowCount === 1;
}

async function prepare(admin: Client, kind: 'demo' | 'real', isRestoring: boolean): Promise<void> {
  await admin.query('begin');
  await admin.query(`
    create schema platform; create schema app;
    create table platform.installation (is_only boolean primary key default true check (is_only), kind text not null check (kind in ('demo', 'real')), created_at timestamptz not null default clock_timestamp(), seeded_at timestamptz, seed integer);
    create table platform.key (is_only boolean primary key default true check (is_only), demo_key text, key_check text);
    insert into platform.key default values;
    create table platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp());
    create table platform.repeatable (name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp());`);
  await admin.query('insert into platform.installation (kind) values ($1)', [kind]);
  if (isRestoring) await admin.query(`comment on schema platform is ${quoteLiteral(RESTORING)}`);
  await admin.query('commit');
}

async function runPending(admin: Client, options: MigrateOptions): Promise<void> {
  const files = readMigrations(options.directory);
  const applied = new Map(
    (await admin.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration')).rows.map(
      (row) => [row.name, row.sha256],
    ),
  );
  for (const [name, sha256] of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (!file)
      throw new MigrationRefused(
        `De database is nieuwer dan dit programma: migratie ${name} is hier onbekend. Installeer de nieuwere versie.`,
      );
    if (file.sha256 !== sha256)
      throw new MigrationRefused(
        `Migratie ${name} is na het uitvoeren veranderd. Zet het bestand terug; maak voor een verandering een nieuwe migratie.`,
      );
  }
  const { upTo } = options;
  if (upTo !== undefined && !files.some(({ name }) => name === upTo))
    throw new MigrationRefused(
      `Deze reservekopie is van een nieuwer programma: migratie ${upTo} is hier onbekend. Installeer de nieuwere versie.`,
    );
  for (const file of files.filter(({ name }) => !applied.has(name) && (upTo === undefined || name <= upTo))) {
    options.onStep?.(file.name);
    await admin.query('begin');
    try {
      await admin.query(file.sql);
      await admin.query('insert into platform.migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
      await admin.query('commit');
    } catch (error) {
      await admin.query('rollback');
      throw new MigrationRefused(`Migratie ${file.name} lukt niet: ${(error as Error).message}`, { cause: error });
    }
  }
}

async function applyRepeatables(admin: Client, options: MigrateOptions): Promise<void> {
  const access = accessSql(options.register, options.loginRole);
  const repeatables = [
    ...readMigrations(join(options.directory, 'repeatable')),
    { name: 'zz_access', sql: access, sha256: createHash('sha256').update(access).digest('hex') },
  ];
  const known = new Map(
    (await admin.query<{ name: string; sha256: string }>('select name, sha256 from platform.repeatable')).rows.map(
      (row) => [row.name, row.sha256],
    ),
  );
  if (repeatables.every((file) => known.get(file.name) === file.sha256)) return;
  options.onStep?.('toegangsregels');
  await admin.query('begin');
  try {
    for (const file of repeatables) {
      await admin.query(file.sql);
      await admin.query(
        `insert into platform.repeatable (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = clock_timestamp()`,
        [file.name, file.sha256],
      );
    }
    await grantSchemas(admin, options);
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw new MigrationRefused(`De toegangsregels lukken niet: ${(error as Error).message}`, { cause: error });
  }
}

/** Every door may look into every schema of ours; what it finds there is for the grants per table to say. */
async function grantSchemas(admin: Client, options: MigrateOptions): Promise<void> {
  const schemas = ['app', 'platform', ...new Set(Object.keys(options.register).map((table) => table.split('.')[0]!))];
  const roles = [...DOORS.map(doorRole), COURIER_ROLE].join(', ');
  const login = quoteIdent(options.loginRole);
  await admin.query(
    [...new Set(schemas)].map((schema) => `grant usage on schema ${schema} to ${roles}, ${login};`).join('\n'),
  );
  await admin.query(
    `grant execute on all functions in schema app to ${roles}; revoke execute on function app.drop_access(regclass) from public, ${roles};`,
  );
}
