import { Client } from 'pg';
import { inject } from 'vitest';
import { copyContent } from '../../src/app/installation.ts';
import { seedReference } from '../../src/app/seed/reference.ts';
import { TABLES } from '../../src/app/tables.ts';
import { connect, type Database } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { newSecret } from '../../src/platform/ids/uuid.ts';

/** For tests of the platform, which knows no table by name. */
export { TABLES };

export interface TestDatabase extends Database {
  /** As the owner, past every belt: for what a test must see or lay itself. */
  readonly admin: Database['kysely'];
  readonly adminUrl: string;
  readonly url: string;
}

const LOGIN = 'inbeeld_test';
const PASSWORD = 'test';
const TEMPLATE_LOCK = 7_310_009;

/** A migrated database of its own with the reference data, for tests that need the whole country, the clock or a clean slate. */
export async function createDatabase(
  options: {
    readonly kind?: 'demo' | 'real';
    readonly reference?: boolean;
    /** Another server than the one of the run, such as one that writes to disk before it says so. */
    readonly serverUrl?: string;
    readonly connections?: number;
  } = {},
): Promise<TestDatabase> {
  const serverUrl = options.serverUrl ?? inject('serverUrl');
  const wanted = { kind: options.kind ?? 'demo', reference: options.reference !== false } as const;
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  const name = `test_${randomName()}`;
  const adminUrl = withDatabase(serverUrl, name);
  if (options.serverUrl) await layDatabase(server, serverUrl, name, wanted);
  else await server.query(`create database ${name} template ${await templateOf(server, serverUrl, wanted)}`);
  const url = new URL(adminUrl);
  url.username = LOGIN;
  url.password = PASSWORD;
  const database = connect(url.href, () => {}, options.connections ?? 8);
  const admin = connect(adminUrl, () => {}, 2);
  return {
    kysely: database.kysely,
    pool: database.pool,
    admin: admin.kysely,
    adminUrl,
    url: url.href,
    async close() {
      await database.close();
      await admin.close();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}

interface Wanted {
  readonly kind: 'demo' | 'real';
  readonly reference: boolean;
}

/**
 * The database that others of its kind are copied from: laid once a run, by whoever needs it first, since copying costs a
 * tenth of migrating. The lock is of the server; both workers ask for it.
 */
async function templateOf(server: Client, serverUrl: string, wanted: Wanted): Promise<string> {
  const name = `${inject('templates')}_${wanted.kind}${wanted.reference ? '_reference' : ''}`;
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const there = await server.query('select 1 from pg_database where datname = $1', [name]);
    if (!there.rowCount) {
      const unfinished = `${name}_unfinished`;
      await server.query(`drop database if exists ${unfinished} with (force)`);
      await layDatabase(server, serverUrl, unfinished, wanted);
      await server.query(`alter database ${unfinished} rename to ${name}`);
    }
    return name;
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** A new database, migrated and filled; nobody is connected to it afterwards. */
async function layDatabase(server: Client, serverUrl: string, name: string, wanted: Wanted): Promise<void> {
  await server.query(`create database ${name}`);
  const adminUrl = withDatabase(serverUrl, name);
  await migrate({
    adminUrl,
    loginRole: LOGIN,
    loginPassword: PASSWORD,
    directory: 'migrations',
    register: TABLES,
    kind: wanted.kind,
  });
  const admin = connect(adminUrl, () => {}, 2);
  await copyContent(admin.kysely);
  if (wanted.reference) await seedReference(admin.kysely, process.cwd(), 1);
  await admin.close();
}

/** Letters and digits, different each time. */
const randomName = () =>
  newSecret(9)
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

const shared: { database?: Promise<TestDatabase> } = {};

/** The database that all files of a worker share: each test makes its own organisations, so that tenancy is tested all day. */
export function sharedDatabase(): Promise<TestDatabase> {
  shared.database ??= createDatabase();
  return shared.database;
}
