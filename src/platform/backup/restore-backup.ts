import type { Client } from 'pg';
import { isHalfRestored, type Migrated, type MigrateOptions, migrate } from '../db/migrate.ts';
import type { KeySource } from '../vault/key-source.ts';
import { BackupBroken, type OpenBackup, openBackup } from './backup-file.ts';
import { keyContext } from './backup-parts.ts';
import { type Loaded, loadPart } from './load-part.ts';
import { asOwner } from './owner-looks.ts';
import { schemasOf } from './take-backup.ts';

export interface RestoreAsked extends Omit<MigrateOptions, 'kind' | 'onKind' | 'upTo' | 'isRestoring'> {
  readonly files: { readonly gegevens: string; readonly sleutels: string };
  readonly keys: KeySource;
  /** Erases again whoever was erased after the backup; the database answers nobody before it is done. */
  readonly replay: () => Promise<number>;
}

export interface Restored {
  readonly kenmerk: string;
  readonly gemaakt: string;
  readonly loaded: Loaded;
  readonly replayed: number;
  readonly migrated: Migrated;
}

/**
 * Restores a backup into an empty database: brings it to the version of the backup, lays the data and then the keys, goes on to the
 * version of this program, and erases again what was erased since. Until all of that is done no process serves from it; a restore
 * that was cut off is begun again by giving the same command. The keys may be newer than the data, and better are.
 */
export async function restoreBackup(asked: RestoreAsked): Promise<Restored> {
  const [data, keys] = [await openBackup(asked.files.gegevens), await openBackup(asked.files.sleutels)];
  refuseUnfit(data, keys, asked.files);
  const opened = new Map<OpenBackup, Buffer>();
  for (const backup of [data, keys]) opened.set(backup, await keyOf(backup, asked.keys));
  const { kenmerk, gemaakt, modus: kind } = data.header;
  const options = { ...asked, kind, isRestoring: true };
  const schemas = schemasOf(asked.register);
  await asOwner(asked.adminUrl, (client) => dropHalfRestored(client, schemas));
  let loaded: Loaded = { tables: 0, rows: 0, bytes: 0 };
  for (const backup of [data, keys]) {
    await migrate({ ...options, upTo: backup.header.versie });
    const part = await asOwner(asked.adminUrl, (client) => loadPart(client, backup, opened.get(backup)!, schemas));
    loaded = {
      tables: loaded.tables + part.tables,
      rows: loaded.rows + part.rows,
      bytes: loaded.bytes + part.bytes,
    };
    asked.onStep?.(`${backup.header.deel}: ${part.rows} rijen`);
  }
  const migrated = await migrate(options);
  asked.onStep?.('wissen wat na de reservekopie is gewist');
  const replayed = await asked.replay();
  await asOwner(asked.adminUrl, (client) => client.query('comment on schema platform is null'));
  return { kenmerk, gemaakt, loaded, replayed, migrated };
}

function refuseUnfit(data: OpenBackup, keys: OpenBackup, files: RestoreAsked['files']): void {
  if (data.header.deel !== 'gegevens' || keys.header.deel !== 'sleutels')
    throw new BackupBroken(
      `Geef eerst het bestand met gegevens en dan dat met sleutels: ${files.gegevens}, ${files.sleutels}.`,
    );
  if (keys.header.gemaakt < data.header.gemaakt)
    throw new BackupBroken(
      `De sleutels (${keys.header.gemaakt}) zijn ouder dan de gegevens (${data.header.gemaakt}). Neem de nieuwste sleutels die u hebt.`,
    );
  if (keys.header.modus !== data.header.modus) throw new BackupBroken('De sleutels zijn van een andere omgeving.');
}

async function keyOf({ header }: OpenBackup, keys: KeySource): Promise<Buffer> {
  const [key] = await keys.unwrap([
    {
      context: keyContext(header),
      wrapped: Buffer.from(header.sleutel.verzegeld, 'base64'),
      masterKeyId: header.sleutel.onder,
    },
  ]);
  return key!;
}

/** What a restore that was cut off left behind: nobody served from it, so it goes as a whole. */
async function dropHalfRestored(client: Client, schemas: readonly string[]): Promise<void> {
  if (!(await isHalfRestored(client))) return;
  await client.query(`drop schema if exists ${[...new Set(['app', ...schemas])].join(', ')} cascade`);
}
