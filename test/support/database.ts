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

/** A migrated database of its own with the reference data, for tests that need the whole country, the clock or a clean slate. */
export async function createDatabase(
  options: { readonly kind?: 'demo' | 'real'; readonly reference?: boolean } = {},
): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const name = `test_${newSecret(9)
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()}`;
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${name}`);
  const adminUrl = withDatabase(serverUrl, name);
  await migrate({
    adminUrl,
    loginRole: LOGIN,
    loginPassword: PASSWORD,
    directory: 'migrations',
    register: TABLES,
    kind: options.kind ?? 'demo',
  });
  const url = new URL(adminUrl);
  url.username = LOGIN;
  url.password = PASSWORD;
  const database = connect(url.href, () => {}, 8);
  const admin = connect(adminUrl, () => {}, 2);
  await copyContent(admin.kysely);
  if (options.reference !== false) await seedReference(admin.kysely, process.cwd(), 1);
  return {
    kysely: database.kysely,
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
