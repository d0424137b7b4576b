import { join } from 'node:path';
import { Client } from 'pg';
import { type Config, ConfigurationError } from '../platform/config.ts';
import { connect, type Database } from '../platform/db/database.ts';
import { LOGIN_ROLE } from '../platform/db/doors.ts';
import { type Migrated, migrate } from '../platform/db/migrate.ts';
import { acquireEmbeddedServer } from '../platform/embedded-postgres/embedded-server.ts';
import { loginPasswordOf, openInstallationKeys } from '../platform/vault/installation-keys.ts';
import type { InstallationKeys } from '../platform/vault/master-rotation.ts';
import { createVault, type Vault } from '../platform/vault/vault.ts';
import { installationRoot } from './assets.ts';
import { TABLES } from './tables.ts';

/** The database of this installation, migrated, with what the process needs to know of it. */
export interface OpenDatabase extends Migrated {
  readonly database: Database;
  /** As the product itself connects: through the doors. */
  readonly url: string;
  readonly adminUrl: string;
  readonly source: 'ingebouwd' | 'eigen server';
  readonly keys: InstallationKeys;
  readonly vault: Vault;
  close(): Promise<void>;
}

const DATABASE = 'inbeeld';

/** Opens the embedded database in DATA_DIR, or the one of DATABASE_URL, and brings it to this version. */
export async function openDatabase(
  config: Config,
  onStep: (step: string) => void,
  onError: (error: Error) => void,
): Promise<OpenDatabase> {
  const where = await findDatabase(config, onStep);
  try {
    const migrated = await migrate({
      ...migrationOf(where),
      kind: (config.demoAsked ?? !config.databaseUrl) ? 'demo' : 'real',
      onStep: (name) => onStep(`migreren: ${name}`),
      onKind: (kind) => checkKind(config, kind),
    });
    const keys = await openInstallationKeys(config, migrated.kind, where.adminUrl);
    const database = connect(where.url, onError);
    const vault = createVault(database.kysely, keys.source);
    return {
      ...migrated,
      database,
      url: where.url,
      adminUrl: where.adminUrl,
      source: where.source,
      keys,
      vault,
      async close() {
        vault.close();
        await database.close();
        await where.release();
      },
    };
  } catch (error) {
    await where.release();
    throw error;
  }
}

/** Where a database is, and how to get in. */
export interface DatabasePlace {
  readonly url: string;
  readonly adminUrl: string;
  readonly loginRole: string;
  readonly loginPassword: string | undefined;
  readonly source: OpenDatabase['source'];
  release(): Promise<void>;
}

/** The database of the settings, as it is: the embedded one is started when it does not run. */
export async function findDatabase(config: Config, onStep: (step: string) => void): Promise<DatabasePlace> {
  return config.databaseUrl ? ownServer(config, config.databaseUrl) : embedded(config, onStep);
}

/** What migrating needs to know of a place, and of this program. */
export const migrationOf = ({ adminUrl, loginRole, loginPassword }: DatabasePlace) => ({
  adminUrl,
  loginRole,
  loginPassword,
  directory: join(installationRoot(), 'migrations'),
  register: TABLES,
});

function ownServer(config: Config, url: string) {
  const adminUrl = config.databaseAdminUrl ?? url;
  return {
    url,
    adminUrl,
    loginRole: decodeURIComponent(new URL(url).username) || 'postgres',
    loginPassword: undefined,
    source: 'eigen server' as const,
    release: async () => {},
  };
}

async function embedded(config: Config, onStep: (step: string) => void) {
  const steps = {
    kopieren: 'database klaarzetten',
    initdb: 'database aanmaken',
    starten: 'database starten',
    overnemen: 'lopende database overnemen',
  } as const;
  const server = await acquireEmbeddedServer({ dataDir: config.dataDir, onStep: (step) => onStep(steps[step]) });
  await createDatabase(server.adminUrl('postgres'));
  const loginPassword = loginPasswordOf(server.adminUrl(DATABASE));
  return {
    url: `postgres://${LOGIN_ROLE}:${loginPassword}@${server.host}:${server.port}/${DATABASE}`,
    adminUrl: server.adminUrl(DATABASE),
    loginRole: LOGIN_ROLE,
    loginPassword,
    source: 'ingebouwd' as const,
    release: () => server.release(),
  };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const there = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!there.rowCount) await admin.query(`create database ${DATABASE}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '42P04' && code !== '23505') throw error; // another process was first
  } finally {
    await admin.end();
  }
}

/** What a database is was decided when it was made; settings that fit the other kind end the process. */
function checkKind(config: Config, kind: 'demo' | 'real'): void {
  if (config.demoAsked !== undefined && config.demoAsked !== (kind === 'demo')) {
    throw new ConfigurationError(
      kind === 'demo'
        ? 'Deze database is gemaakt als voorbeeldomgeving en blijft dat. Haal DEMO=0 weg, of maak een nieuwe, lege database.'
        : 'Deze database is een echte omgeving en wordt nooit een voorbeeldomgeving. Haal DEMO=1 weg, of maak een nieuwe, lege database.',
    );
  }
  if (kind === 'demo' && !['127.0.0.1', 'localhost', '::1'].includes(config.host)) {
    throw new ConfigurationError('Een voorbeeldomgeving luistert alleen op deze computer. Haal HOST weg.');
  }
  if (kind === 'real' && !config.rateLimits)
    throw new ConfigurationError('RATE_LIMITS=off kan alleen in een voorbeeldomgeving.');
}
