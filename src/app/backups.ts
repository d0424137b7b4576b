import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openBackup } from '../platform/backup/backup-file.ts';
import { LATER_TOMBSTONES } from '../platform/backup/load-part.ts';
import { erasedSince, oneAtATime } from '../platform/backup/owner-looks.ts';
import { type Restored, restoreBackup } from '../platform/backup/restore-backup.ts';
import { type BackupTaken, takeBackup } from '../platform/backup/take-backup.ts';
import type { BackupSettings } from '../platform/config.ts';
import { connect } from '../platform/db/database.ts';
import { replayTombstones } from '../platform/retention/replay-tombstones.ts';
import type { KeySource } from '../platform/vault/key-source.ts';
import { ERASERS } from './erasers.ts';
import { withAdmin } from './installation.ts';
import { type DatabasePlace, migrationOf } from './open-database.ts';
import { TABLES } from './tables.ts';

/** Whose backup it is, and what seals it. */
export interface BackupSource {
  readonly adminUrl: string;
  readonly keys: KeySource;
}

/** The two files of a backup. */
export interface BackupFiles {
  readonly gegevens: string;
  readonly sleutels: string;
}

const DAY_MS = 86_400_000;
/** A key that was destroyed is nowhere any more after this (docs/decisions/0014); no setting makes it longer. */
const KEYS_DAYS = 35;

/** Takes a backup in two folders, named after its moment. */
export async function backUp(
  { adminUrl, keys }: BackupSource,
  folders: { readonly folder: string; readonly keysFolder: string },
  at: Date,
  only?: 'sleutels',
): Promise<BackupTaken & { readonly files: Partial<BackupFiles> }> {
  const name = (part: string) => `in-beeld-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z-${part}.ibk`;
  const files = {
    ...(!only && { gegevens: join(folders.folder, name('gegevens')) }),
    sleutels: join(folders.keysFolder, name('sleutels')),
  };
  for (const folder of [folders.keysFolder, ...(only ? [] : [folders.folder])])
    await mkdir(folder, { recursive: true, mode: 0o700 });
  const taken = await takeBackup({ adminUrl, register: TABLES, keys, files, at });
  return { ...taken, files };
}

/** Restores a backup in an empty database: nobody who was erased since comes back. */
export async function restore(
  place: DatabasePlace,
  keys: KeySource,
  files: BackupFiles,
  onStep: (step: string) => void,
): Promise<Restored> {
  return restoreBackup({
    ...migrationOf(place),
    files,
    keys,
    onStep,
    replay: () =>
      withAdmin(place.adminUrl, async (owner) => {
        const database = connect(place.url, () => {}, 2, 'administering');
        try {
          return await replayTombstones(database.kysely, owner, LATER_TOMBSTONES, ERASERS);
        } finally {
          await database.close();
        }
      }),
  });
}

/** What /gezond says of the backups that the process makes by itself. */
export interface BackupHealth {
  status: 'in orde' | 'mislukt';
  laatste?: string;
}

/**
 * One round of the backups that the process makes: a whole one when the last is too old, and the keys alone when something was erased
 * since, so that the newest keys always know who is gone. One process at a time. Then it clears away what was kept long enough.
 */
export function backupRound(source: BackupSource, settings: BackupSettings, health: BackupHealth, now: () => Date) {
  return async (): Promise<void> => {
    try {
      await oneAtATime(source.adminUrl, async () => {
        const at = now();
        const [data, keys] = [await made(settings.folder), await made(settings.keysFolder)];
        const [last, lastKeys] = [data[0], keys[0]];
        if (!last || at.getTime() - last.at >= settings.everyHours * 3_600_000) await backUp(source, settings, at);
        else if (!lastKeys || (await erasedSince(source.adminUrl, new Date(lastKeys.at))))
          await backUp(source, settings, at, 'sleutels');
        await clear(data, at.getTime() - settings.keepDays * DAY_MS);
        await clear(keys, at.getTime() - Math.min(settings.keepDays, KEYS_DAYS) * DAY_MS);
        const newest = (await made(settings.folder))[0];
        if (newest) health.laatste = new Date(newest.at).toISOString();
      });
      health.status = 'in orde';
    } catch (error) {
      health.status = 'mislukt';
      throw error;
    }
  };
}

interface Made {
  readonly file: string;
  readonly at: number;
}

/** The backups in a folder, the newest first. */
async function made(folder: string): Promise<readonly Made[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = names.filter((name) => name.endsWith('.ibk')).map((name) => join(folder, name));
  const headers = await Promise.all(
    files.map(async (file) => ({ file, at: Date.parse((await openBackup(file)).header.gemaakt) })),
  );
  return headers.sort((one, other) => other.at - one.at);
}

/** The newest stays, however old. */
async function clear(made: readonly Made[], before: number): Promise<void> {
  for (const { file, at } of made.slice(1)) if (at < before) await rm(file);
}
