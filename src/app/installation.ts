import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { realNow } from '../platform/clock/real-time.ts';
import type { Config, SeedSize } from '../platform/config.ts';
import { copyEditions } from '../platform/content/copy-editions.ts';
import { connect } from '../platform/db/database.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { type AnyTx, look } from '../platform/db/transact.ts';
import { layMessageKinds } from '../platform/exchange/message-kind.ts';
import { bringFilesOver } from '../platform/files/bring-over.ts';
import { keyRingOf } from '../platform/vault/key-ring.ts';
import { installationRoot } from './assets.ts';
import { CONTENT_KINDS } from './content-kinds.ts';
import { MESSAGE_KINDS } from './message-kinds.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { COUNTRY_SIZES } from './seed/country.ts';
import { seedDemo, TOLD_IN_FULL } from './seed/demo.ts';
import { seedExampleDossiers } from './seed/example-dossiers.ts';
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
      await sealFilesByDossier(admin, opened);
      await copyContent(admin);
      if (config.seedSize !== 'leeg') await fillIfEmpty(admin, opened, DEFAULT_SEED, config.seedSize, onStep);
    });
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Once in the life of a database: files that were sealed before dossiers had keys are sealed anew. */
async function sealFilesByDossier(admin: Kysely<DB>, opened: OpenDatabase): Promise<void> {
  const { done } = await admin
    .selectFrom('platform.key')
    .select('files_are_sealed_by_dossier as done')
    .executeTakeFirstOrThrow();
  if (done) return;
  const organisations = await look(opened.database.kysely, { door: 'published' }, (tx) =>
    tx.selectFrom('organisations.organisation').select('id').execute(),
  );
  if (organisations.length > 0 && opened.keys.ring) {
    const [master] = keyRingOf(await opened.keys.ring.read(), opened.keys.ring.where);
    await bringFilesOver(
      opened.database.kysely,
      opened.vault,
      master,
      organisations.map(({ id }) => id),
    );
  }
  await admin.updateTable('platform.key').set({ files_are_sealed_by_dossier: true }).execute();
}

/** Lays every edition in content/ that the database does not have yet, and the kinds of messages as they are now. */
export async function copyContent(admin: Kysely<DB>): Promise<void> {
  await admin.transaction().execute(async (tx) => {
    await copyEditions(tx as AnyTx, join(installationRoot(), 'content'), CONTENT_KINDS);
    await layMessageKinds(tx as AnyTx, MESSAGE_KINDS);
  });
}

const FILL_LOCK = 7_310_002;
const FILLING_CONNECTIONS = 6;

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
  await emptyEverything(admin, opened.kind);
  onStep('gemeenten en regio’s laden');
  await seedReference(admin, installationRoot(), seed);
  if (opened.kind === 'demo') await fillDemo(admin, opened, seed, size, onStep);
  // waits for the disk, and with it everything before it lasts
  await admin.updateTable('platform.installation').set({ seeded_at: realNow(), seed }).execute();
}

async function fillDemo(
  admin: Kysely<DB>,
  { url, vault }: OpenDatabase,
  seed: number,
  size: SeedSize,
  onStep: (step: string) => void,
): Promise<void> {
  const filling = connect(url, () => {}, FILLING_CONNECTIONS, 'filling');
  try {
    await seedDemo(admin, filling.kysely, { seed, country: COUNTRY_SIZES[size], vault }, onStep);
    await seedExampleDossiers(admin, filling.kysely, vault, { codes: TOLD_IN_FULL, seed });
  } finally {
    await filling.close();
  }
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

const KEPT = [
  'platform.installation',
  'platform.key',
  'platform.migration',
  'platform.repeatable',
  'content.edition',
  // a process that runs may hold these keys open; dossier keys under them are made anew
  'vault.tenant_key',
  'vault.exchange_key',
  'vault.sweep',
  'exchange.message_kind',
];

/** The logs of a real database are never emptied: filling it writes none, also when it was cut off before. */
async function emptyEverything(admin: Kysely<DB>, kind: OpenDatabase['kind']): Promise<void> {
  const isKept = (table: string) => KEPT.includes(table) || (kind === 'real' && table.startsWith('audit.'));
  const tables = Object.keys(TABLES).filter((table) => !isKept(table));
  await admin.transaction().execute(async (tx) => {
    await sql.raw(`truncate ${tables.join(', ')}`).execute(tx);
    await tx.insertInto('platform.clock').defaultValues().execute();
  });
}

/** Runs as the owner of the tables, past the doors. */
export async function withAdmin<T>(adminUrl: string, run: (admin: Kysely<DB>) => Promise<T>): Promise<T> {
  const admin = connect(adminUrl, () => {}, 2, 'administering').kysely;
  try {
    return await run(admin);
  } finally {
    await admin.destroy();
  }
}
