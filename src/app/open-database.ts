import { join } from 'node:path';
import { Client } from 'pg';
import { type Config, ConfigurationError } from '../platform/config.ts';
import { connect, type Database } from '../platform/db/database.ts';
import { LOGIN_ROLE } from '../platform/db/doors.ts';
import { type Migrated, migrate } from '../platform/db/migrate.ts';
import { acquireEmbeddedServer } from '../platform/embedded-postgres/embedded-server.ts';
import { type MasterKey, masterKeyOf, newMasterKey, openMasterKey } from '../platform/vault/master-key.ts';
import { installationRoot } from './assets.ts';
import { TABLES } from './tables.ts';

/** The database of this installation, migrated, with what the process needs to know of it. */
export interface OpenDatabase extends Migrated {
  readonly database: Database;
  readonly adminUrl: string;
  readonly source: 'ingebouwd' | 'eigen server';
  readonly keys: MasterKey;
  close(): Promise<void>;
}

const DATABASE = 'inbeeld';

/** Opens the embedded database in DATA_DIR, or the one of DATABASE_URL, and brings it to this version. */
export async function openDatabase(
  config: Config,
  onStep: (step: string) => void,
  onError: (error: Error) => void,
): Promise<OpenDatabase> {
  const where = config.databaseUrl
    ? ownServer(config, config.databaseUrl)
    : await embedded(config, openMasterKey(config.keyFile), onStep);
  try {
    const migrated = await migrate({
      adminUrl: where.adminUrl,
      loginRole: where.loginRole,
      loginPassword: where.loginPassword,
      directory: join(installationRoot(), 'migrations'),
      register: TABLES,
      kind: (config.demoAsked ?? !config.databaseUrl) ? 'demo' : 'real',
      onStep: (name) => onStep(`migreren: ${name}`),
    });
    checkKind(config, migrated.kind);
    const keys = await keysOf(config, migrated.kind, where.adminUrl);
    const database = connect(where.url, onError);
    return {
      ...migrated,
      database,
      adminUrl: where.adminUrl,
      source: where.source,
      keys,
      async close() {
        await database.close();
        await where.release();
      },
    };
  } catch (error) {
    await where.release();
    throw error;
  }
}

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

async function embedded(config: Config, keys: MasterKey, onStep: (step: string) => void) {
  const steps = {
    kopieren: 'database klaarzetten',
    initdb: 'database aanmaken',
    starten: 'database starten',
    overnemen: 'lopende database overnemen',
  } as const;
  const server = await acquireEmbeddedServer({ dataDir: config.dataDir, onStep: (step) => onStep(steps[step]) });
  await createDatabase(server.adminUrl('postgres'));
  const loginPassword = keys.derive('database-login').toString('base64url');
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

/**
 * The keys of this installation. A demo on an own server keeps its key in the database, so that several processes share it; a real
 * one never does. Whatever the key, it must be the one that sealed what stands there.
 */
async function keysOf(config: Config, kind: 'demo' | 'real', adminUrl: string): Promise<MasterKey> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const isShared = kind === 'demo' && config.databaseUrl !== undefined && !config.keyFileWasSet;
    if (isShared) await admin.query('update platform.key set demo_key = coalesce(demo_key, $1)', [newMasterKey()]);
    const { rows } = await admin.query<{ demo_key: string | null }>('select demo_key from platform.key');
    const keys = isShared
      ? masterKeyOf(rows[0]!.demo_key!, 'De sleutel van deze voorbeeldomgeving')
      : openMasterKey(config.keyFile);
    const check = keys.derive('sleutelcontrole').toString('base64url');
    const held = await admin.query<{ key_check: string }>(
      'update platform.key set key_check = coalesce(key_check, $1) returning key_check',
      [check],
    );
    if (held.rows[0]!.key_check !== check) {
      throw new ConfigurationError(
        'Het sleutelbestand hoort niet bij deze database: wat verzegeld is, gaat er niet mee open. Zet KEY_FILE op het sleutelbestand van deze omgeving.',
      );
    }
    return keys;
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
