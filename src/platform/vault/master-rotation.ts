import type { Kysely } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import { enter } from '../db/transact.ts';
import { keyRingOf } from './key-ring.ts';
import type { KeySource } from './key-source.ts';
import { linkageKeyStates } from './linkage-key.ts';
import { newMasterKey } from './master-key.ts';
import type { KeyRing } from './ring-store.ts';
import { type RotationOptions, rewrapTenantKeys } from './rotation.ts';
import { keyStates } from './tenant-key-store.ts';

/** Where the master key of an installation is. */
export interface InstallationKeys {
  readonly source: KeySource;
  /** The key file, or in a shared demo the row in the database; absent when only the key service holds keys. */
  readonly ring: KeyRing | undefined;
  /** The key service seals new keys. */
  readonly isService: boolean;
}

/** Keys that are not sealed under the master key of today yet. */
async function underAnother(db: Kysely<DB>, source: KeySource): Promise<number> {
  const current = await source.currentId();
  const states = await enter(db, { door: 'runner', readOnly: true }, async (tx) => [
    ...(await keyStates(tx)),
    ...(await linkageKeyStates(tx)),
  ]);
  return states.filter(({ masterKeyId }) => masterKeyId !== current).length;
}

/**
 * Makes a new master key, as the first line of the key file, and seals every organisation's keys under it while the product goes on.
 * With a key service the new version is made there; then this seals under it. A rotation that was cut off is finished first: no
 * other key is made. @returns how many keys were sealed anew
 */
export async function rotateMasterKey(
  db: Kysely<DB>,
  { source, ring, isService }: InstallationKeys,
  options: RotationOptions = {},
): Promise<number> {
  if (!isService && ring && (await underAnother(db, source)) === 0) {
    options.onStep?.('nieuwe hoofdsleutel maken');
    await ring.replace(`${newMasterKey()}\n${await ring.read()}`);
  }
  return rewrapTenantKeys(db, source, options);
}

/**
 * Takes the former master keys out of the key file. @returns how many, or undefined when some key is still sealed under one of
 * them: then nothing is taken out
 */
export async function forgetFormerMasterKeys(
  db: Kysely<DB>,
  { source, ring }: InstallationKeys,
): Promise<number | undefined> {
  if ((await underAnother(db, source)) > 0) return undefined;
  if (!ring) return 0;
  const text = await ring.read();
  const former = keyRingOf(text, ring.where).length - 1;
  if (former > 0) await ring.replace(`${text.split('\n').find((line) => line.trim() !== '')}\n`);
  return former;
}
