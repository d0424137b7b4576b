import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkSums } from '../../platform/backup/backup-file.ts';
import { isServed } from '../../platform/backup/owner-looks.ts';
import { realNow, stopwatch } from '../../platform/clock/real-time.ts';
import { type Config, ConfigurationError, readConfig } from '../../platform/config.ts';
import { keySourceOfSettings } from '../../platform/vault/installation-keys.ts';
import type { KeySource } from '../../platform/vault/key-source.ts';
import { type BackupFiles, backUp, restore as restoreFiles } from '../backups.ts';
import { findDatabase, type OpenDatabase } from '../open-database.ts';
import { print, progress, withInstallation } from './with-installation.ts';

const text = { type: 'string' } as const;
const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;
const speed = (bytes: number, milliseconds: number) => Math.round(bytes / 1e5 / (milliseconds / 1000)) / 10;

/** Takes a backup now, or checks files of one against their checksums. */
export async function backup(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { naar: text, sleutels: text },
  });
  const [what, ...files] = positionals;
  if (what === 'check' && files.length > 0) {
    for (const file of files) print({ bestand: file, stukkenInOrde: await checkSums(file) });
    return 0;
  }
  if (what !== undefined || !values.naar || !values.sleutels || resolve(values.naar) === resolve(values.sleutels))
    throw new ConfigurationError(
      'Gebruik: backup --naar MAP --sleutels ANDERE-MAP, of: backup check BESTAND. Gegevens en sleutels liggen nooit op één plek.',
    );
  const folders = { folder: resolve(values.naar), keysFolder: resolve(values.sleutels) };
  return withInstallation(async (installation) => {
    refuseSharedDemoKey(installation);
    const elapsed = stopwatch();
    const taken = await backUp(sourceOf(installation), folders, realNow());
    const took = elapsed();
    print({
      ...taken.files,
      tabellen: taken.tables,
      rijen: taken.rows,
      seconden: seconds(took),
      megabytePerSeconde: speed(taken.bytes, took),
    });
    return 0;
  });
}

const sourceOf = ({ adminUrl, keys }: OpenDatabase) => ({ adminUrl, keys: keys.source });

/** A demo on a server of its own keeps its key in the database, and a key that lies in the backup opens nothing. */
function refuseSharedDemoKey({ kind, source }: OpenDatabase): void {
  const { keyFileWasSet, keyService } = readConfig(process.env);
  if (kind === 'demo' && source === 'eigen server' && !keyFileWasSet && !keyService)
    throw new ConfigurationError(
      'Deze voorbeeldomgeving bewaart haar sleutel in de database zelf. Een reservekopie daarvan kan niemand openen: maak de omgeving met KEY_FILE.',
    );
}

const RESTORE_USAGE = 'Gebruik: restore --gegevens BESTAND --sleutels BESTAND [--proef]';

/** Restores a backup in the empty database of the settings; `--proef` does it in a server that is thrown away. */
export async function restore(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { gegevens: text, sleutels: text, proef: { type: 'boolean' } },
  });
  if (!values.gegevens || !values.sleutels) throw new ConfigurationError(RESTORE_USAGE);
  const files = { gegevens: resolve(values.gegevens), sleutels: resolve(values.sleutels) };
  const config = readConfig(process.env);
  const keys = await keySourceOfSettings(config);
  if (!keys)
    throw new ConfigurationError(
      `Er is geen sleutelbestand op ${config.keyFile}. Zet KEY_FILE op dat van de omgeving waarvan de reservekopie is, of KEY_SERVICE op haar sleuteldienst.`,
    );
  if (!values.proef) return restoreInto(config, keys, files);
  const dataDir = await mkdtemp(join(tmpdir(), 'in-beeld-proef-'));
  try {
    return await restoreInto({ ...config, dataDir, databaseUrl: undefined, databaseAdminUrl: undefined }, keys, files);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function restoreInto(config: Config, keys: KeySource, files: BackupFiles): Promise<number> {
  const elapsed = stopwatch();
  const place = await findDatabase(config, progress);
  try {
    const restored = await restoreFiles(place, keys, files, progress);
    const took = elapsed();
    print({
      gemaakt: restored.gemaakt,
      tabellen: restored.loaded.tables,
      rijen: restored.loaded.rows,
      opnieuwGewist: restored.replayed,
      migratie: restored.migrated.version,
      database: restored.migrated.serverVersion,
      seconden: seconds(took),
      megabytePerSeconde: speed(restored.loaded.bytes, took),
    });
    return 0;
  } finally {
    await place.release();
  }
}

/** Moves an installation to another server in one go: a backup that is restored there at once, and then goes. */
export async function move(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { naar: text, beheer: text } });
  if (!values.naar) throw new ConfigurationError('Gebruik: move --naar postgres://… [--beheer postgres://…]');
  const config = readConfig(process.env);
  const to = readConfig({
    ...process.env,
    DATABASE_URL: values.naar,
    DATABASE_ADMIN_URL: values.beheer ?? values.naar,
  });
  const between = await mkdtemp(join(tmpdir(), 'in-beeld-verhuizen-'));
  try {
    return await withInstallation(async (installation) => {
      refuseSharedDemoKey(installation);
      // what somebody fills in while we move would stay behind
      if (await isServed(installation.adminUrl))
        throw new ConfigurationError('In Beeld draait nog op de database die u verhuist. Stop het eerst.');
      const source = sourceOf(installation);
      const { files } = await backUp(source, { folder: join(between, 'g'), keysFolder: join(between, 's') }, realNow());
      const code = await restoreInto(to, source.keys, files as BackupFiles);
      progress(
        `Verhuisd. Start voortaan met DATABASE_URL, DATABASE_ADMIN_URL en ${config.keyService ? 'KEY_SERVICE' : `KEY_FILE=${config.keyFile}`}. De oude database is niet veranderd: ruim haar op als alles werkt.`,
      );
      return code;
    });
  } finally {
    await rm(between, { recursive: true, force: true });
  }
}
