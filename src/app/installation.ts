import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { realNow } from '../platform/clock/real-time.ts';
import type { Config, SeedSize } from '../platform/config.ts';
import { copyEditions } from '../platform/content/copy-editions.ts';
import { connect } from '../platform/db/database.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { AnyTx } from '../platform/db/transact.ts';
import { installationRoot } from './assets.ts';
import { CONTENT_KINDS } from './content-kinds.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { seedDemo } from './seed/demo.ts';
import { seedReference } from './seed/reference.ts';
import { TABLES } from './tables.ts';

/** Random draws of the demo follow from this number, unless another is given. */
export const DEFAULT_SEED = 1;

/** Opens the database and, the first time, fills it: reference data always, people and examples only in a demo. */
export async function openInstallation(
  config: Config,
  onStep: (step: string) => void,
  onError: (error: Error) => void,
): Promise<OpenDatabase> {
  const opened = await openDatabase(config, onStep, onError);
  try {
    await withAdmin(opened.adminUrl, async (admin) => {
      await copyContent(admin);
      if (config.seedSize !== 'leeg') await fillIfEmpty(admin, opened, DEFAULT_SEED, config.seedSize, onStep);
    });
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Lays every edition in content/ that the database does not have yet. */
export async function copyContent(admin: Kysely<DB>): Promise<void> {
  await admin
    .transaction()
    .execute((tx) => copyEditions(tx as AnyTx, join(installationRoot(), 'content'), CONTENT_KINDS));
}

const FILL_LOCK = 7_310_002;

/** Lays the data when there are none. A lock makes a second process wait; a fill that was cut off is begun again. */
async function fillIfEmpty(
  admin: Kysely<DB>,
  opened: OpenDatabase,
  seed: number,
  size: SeedSize,
  onStep: (step: string) => void,
): Promise<void> {
  const { seeded_at } = await admin.selectFrom('platform.installation').select('seeded_at').executeTakeFirstOrThrow();
  if (seeded_at) return;
  await admin.connection().execute(async (locked) => {
    await sql`select pg_advisory_lock(${FILL_LOCK})`.execute(locked);
    try {
      const again = await admin.selectFrom('platform.installation').select('seeded_at').executeTakeFirstOrThrow();
      if (again.seeded_at) return;
      await fill(admin, opened, seed, size, onStep);
    } finally {
      await sql`select pg_advisory_unlock(${FILL_LOCK})`.execute(locked);
    }
  });
}

async function fill(
  admin: Kysely<DB>,
  opened: OpenDatabase,
  seed: number,
  size: SeedSize,
  onStep: (step: string) => void,
): Promise<void> {
  await emptyEverything(admin);
  onStep('gemeenten en regio’s laden');
  await seedReference(admin, installationRoot(), seed);
  if (opened.kind === 'demo') await seedDemo(admin, opened.database.kysely, { seed, size }, onStep);
  await admin.updateTable('platform.installation').set({ seeded_at: realNow(), seed }).execute();
}

/** Empties a demo and fills it again; the clock starts over. */
export async function resetDemo(
  opened: OpenDatabase,
  seed: number,
  size: SeedSize,
  onStep: (step: string) => void,
): Promise<void> {
  if (opened.kind !== 'demo') throw new Error('Alleen een voorbeeldomgeving kan opnieuw beginnen.');
  await withAdmin(opened.adminUrl, (admin) => fill(admin, opened, seed, size, onStep));
}

const KEPT = ['platform.installation', 'platform.key', 'platform.migration', 'platform.repeatable', 'content.edition'];

async function emptyEverything(admin: Kysely<DB>): Promise<void> {
  const tables = Object.keys(TABLES).filter((table) => !KEPT.includes(table));
  await admin.transaction().execute(async (tx) => {
    await sql.raw(`truncate ${tables.join(', ')}`).execute(tx);
    await tx.insertInto('platform.clock').defaultValues().execute();
  });
}

/** Runs as the owner of the tables, past the doors. */
export async function withAdmin<T>(adminUrl: string, run: (admin: Kysely<DB>) => Promise<T>): Promise<T> {
  const admin = connect(adminUrl, () => {}, 2).kysely;
  try {
    return await run(admin);
  } finally {
    await admin.destroy();
  }
}
