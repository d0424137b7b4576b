import { createHmac } from 'node:crypto';
import { Client } from 'pg';
import { type Config, ConfigurationError } from '../config.ts';
import { keyRingOf, masterKeyId, ringSource } from './key-ring.ts';
import { eitherSource, type KeySource } from './key-source.ts';
import { newMasterKey } from './master-key.ts';
import type { InstallationKeys } from './master-rotation.ts';
import { databaseRing, fileRing } from './ring-store.ts';
import { isSealedByService, serviceMark, tokenFrom, transitSource } from './transit-source.ts';

/**
 * The keys of this installation: a key service when there is one, else the key file, made at the first start. A demo on an own
 * server keeps its key in the database, so that several processes share it; a real one never does. Whichever it is, it must be the
 * one that sealed what stands there.
 * @throws ConfigurationError when it is another
 */
export async function openInstallationKeys(
  config: Config,
  kind: 'demo' | 'real',
  adminUrl: string,
): Promise<InstallationKeys> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const isShared = kind === 'demo' && config.databaseUrl !== undefined && !config.keyFileWasSet && !config.keyService;
    if (isShared) await admin.query('update platform.key set demo_key = coalesce(demo_key, $1)', [newMasterKey()]);
    const ring = isShared ? databaseRing(adminUrl) : fileRing(config.keyFile, { mayMake: !config.keyService });
    const text = await ring.readIfThere();
    const keys = text === undefined ? [] : keyRingOf(text, ring.where);
    const service = config.keyService;
    const marks = [...(service ? [serviceMark(service.keyName)] : []), ...keys.map(masterKeyId)];
    // an installation of before this name for a key remembered the whole of it
    const older = keys.map((key) => key.derive('sleutelcontrole').toString('base64url'));
    const held = await admin.query<{ key_check: string }>(
      'update platform.key set key_check = coalesce(key_check, $1) returning key_check',
      [marks[0]],
    );
    if (![...marks, ...older].includes(held.rows[0]!.key_check)) throw new ConfigurationError(WRONG_KEY);
    const ofRing = ringSource(() => ring.read(), ring.where);
    return {
      source: service
        ? eitherSource(ofRing, transitSource({ ...service, token: tokenFrom(service.tokenFile) }), isSealedByService)
        : ofRing,
      ring: text === undefined ? undefined : ring,
      isService: service !== undefined,
    };
  } finally {
    await admin.end();
  }
}

/**
 * The key source of the settings alone, for what stands outside any database, such as a backup that is not restored yet; undefined
 * when the key file is not there.
 */
export async function keySourceOfSettings(config: Config): Promise<KeySource | undefined> {
  const ring = fileRing(config.keyFile, { mayMake: false });
  const ofRing = ringSource(() => ring.read(), ring.where);
  const { keyService } = config;
  if (keyService)
    return eitherSource(
      ofRing,
      transitSource({ ...keyService, token: tokenFrom(keyService.tokenFile) }),
      isSealedByService,
    );
  return (await ring.readIfThere()) === undefined ? undefined : ofRing;
}

const WRONG_KEY =
  'Het sleutelbestand hoort niet bij deze database: wat verzegeld is, gaat er niet mee open. Zet KEY_FILE op het sleutelbestand van deze omgeving, of KEY_SERVICE op haar sleuteldienst.';

/**
 * The password with which the application logs in to the embedded database: made from that server's own, so that a new master key
 * changes nothing for a process that runs.
 */
export function loginPasswordOf(adminUrl: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update('database-login')
    .digest('base64url');
}

const LOCK = 7_310_013;

/** A rotation runs already. */
export class RotationUnderWay extends Error {}

/** One rotation at a time, in every process together. @throws RotationUnderWay */
export async function oneRotation<T>(adminUrl: string, run: () => Promise<T>): Promise<T> {
  return asOwner(adminUrl, async (owner) => {
    const { rows } = await owner.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
    if (!rows[0]!.got) throw new RotationUnderWay();
    return run();
  });
}

/** From now on the installation knows itself by this master key; of a key service it remembers the name, not the version. */
export async function rememberMasterKey(adminUrl: string, id: string): Promise<void> {
  const mark = id.replace(/^(dienst:[^:]+):v\d+$/, '$1');
  await asOwner(adminUrl, (owner) => owner.query('update platform.key set key_check = $1', [mark]));
}

async function asOwner<T>(adminUrl: string, run: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}
