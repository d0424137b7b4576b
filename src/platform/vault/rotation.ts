import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { DB } from '../db/tables.generated.ts';
import { enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { rewrapDossierKeys } from './dossier-keys.ts';
import { publicBytesOf } from './exchange-pair.ts';
import type { KeySource } from './key-source.ts';
import { rewrapLinkageKeys } from './linkage-key.ts';
import { askForSweep } from './sweep.ts';
import {
  dropFormerKeys,
  insertTenantKeys,
  keyStates,
  promoteComingKeys,
  publishExchangeKey,
  replaceWrapped,
  tenantKeyContext,
  tenantKeyRows,
} from './tenant-key-store.ts';
import type { KeyPurpose } from './tenant-keys.ts';
import { openKeys } from './vault.ts';

/**
 * How long every process needs to know of a key before the first uses it, and to let go of one that is no longer used: longer than
 * keys stay in memory. In milliseconds of real time.
 */
export const EVERYBODY_KNOWS_MS = 35_000;

export interface RotationOptions {
  /** Only these organisations; otherwise all. */
  readonly tenantIds?: readonly string[];
  readonly waitMs?: number;
  readonly onStep?: (what: string) => void;
}

/**
 * Seals the keys of every organisation under the master key of today, organisation by organisation, while the product goes on.
 * Killed halfway it is simply run again: what was done is done. @returns how many keys were sealed anew
 */
export async function rewrapTenantKeys(
  db: Kysely<DB>,
  source: KeySource,
  options: RotationOptions = {},
): Promise<number> {
  const done = { keys: 0 };
  // a process that had not seen the new master key yet may have sealed one more under the old one
  for (;;) {
    const current = await source.currentId();
    const states = await enter(db, { door: 'runner', readOnly: true }, (tx) => keyStates(tx));
    const tenants = [
      ...new Set(
        states
          .filter((each) => each.masterKeyId !== current && (options.tenantIds?.includes(each.tenantId) ?? true))
          .map((each) => each.tenantId),
      ),
    ];
    done.keys += await rewrapLinkageKeys(db, source, options.tenantIds);
    if (tenants.length === 0) return done.keys;
    options.onStep?.(`hoofdsleutel: nog ${tenants.length} organisaties`);
    for (const tenantId of tenants) {
      const rows = await enter(db, { door: 'own', tenantId, readOnly: true }, (tx) => tenantKeyRows(tx, tenantId));
      const old = rows.filter((row) => row.masterKeyId !== current);
      const keys = await source.unwrap(old);
      const wrapped = await source.wrap(old.map(({ context }, index) => ({ context, key: keys[index]! })));
      for (const key of keys) key.fill(0);
      await enter(db, { door: 'own', tenantId }, async (tx) => {
        for (const [index, row] of old.entries()) done.keys += await replaceWrapped(tx, tenantId, row, wrapped[index]!);
        await askForSweep(tx, realNow());
      });
    }
  }
}

/** Which keys of an organisation are replaced; those to recognise by are kept beside the new one for as long as something needs them. */
const ROTATED: readonly KeyPurpose[] = ['dossier', 'exchange'];
const BATCH = 500;

/**
 * Gives organisations a new key for their dossiers, and one for what others send them, while the product goes on: the new key is
 * made known, then used, then every dossier key is sealed under it, then the old one is destroyed. Between the steps every process
 * gets the time to know. Killed halfway it goes on where it was. @returns how many dossier keys were sealed anew
 */
export async function rotateTenantKeys(
  db: Kysely<DB>,
  source: KeySource,
  tenantIds: readonly string[] | 'all',
  { waitMs = EVERYBODY_KNOWS_MS, onStep }: RotationOptions = {},
): Promise<number> {
  const wanted = (tenantId: string) => tenantIds === 'all' || tenantIds.includes(tenantId);
  const states = async () =>
    (await enter(db, { door: 'runner', readOnly: true }, (tx) => keyStates(tx))).filter(
      ({ tenantId, purpose }) => wanted(tenantId) && purpose === 'dossier',
    );
  const inState = async (state: string) => (await states()).filter((each) => each.state === state);
  const untilKnown = async (state: string) => {
    const since = Math.max(0, ...(await inState(state)).map(({ stateAt }) => stateAt.getTime()));
    const rest = since + waitMs - realNow().getTime();
    if (rest <= 0) return;
    onStep?.(`wachten tot elk proces de sleutels kent (${Math.ceil(rest / 1000)} s)`);
    await setTimeout(rest);
  };

  const isGoingOn = (await states()).some(({ state }) => state !== 'active');
  if (!isGoingOn) {
    onStep?.('nieuwe sleutels maken');
    for (const { tenantId } of await inState('active')) await announce(db, source, tenantId);
  }
  const coming = await inState('coming');
  if (coming.length > 0) {
    await untilKnown('coming');
    onStep?.('nieuwe sleutels in gebruik nemen');
    for (const { tenantId } of coming)
      await enter(db, { door: 'own', tenantId }, (tx) => promoteComingKeys(tx, tenantId, ROTATED, realNow()));
  }
  const former = await inState('former');
  onStep?.(`dossiersleutels opnieuw verzegelen voor ${former.length} organisaties`);
  const first = await rewrapAll(db, source, former);
  await untilKnown('former');
  const last = await rewrapAll(db, source, former);
  onStep?.('oude sleutels vernietigen');
  for (const { tenantId } of former)
    await enter(db, { door: 'own', tenantId }, (tx) => dropFormerKeys(tx, tenantId, realNow()));
  return first + last;
}

/** Lays the new keys, known to everybody who opens the keys of this organisation from now on, and used by nobody yet. */
async function announce(db: Kysely<DB>, source: KeySource, tenantId: string): Promise<void> {
  const made = ROTATED.map((purpose) => ({ id: newId(), purpose, key: randomBytes(32) }));
  const wrapped = await source.wrap(
    made.map(({ id, purpose, key }) => ({ context: tenantKeyContext(tenantId, purpose, id), key })),
  );
  for (const { key } of made) key.fill(0);
  await enter(db, { door: 'own', tenantId }, (tx) =>
    insertTenantKeys(
      tx,
      tenantId,
      made.map(({ id, purpose }, index) => ({ ...wrapped[index]!, id, purpose, state: 'coming' as const })),
      realNow(),
    ),
  );
}

async function rewrapAll(
  db: Kysely<DB>,
  source: KeySource,
  former: readonly { readonly tenantId: string }[],
): Promise<number> {
  const done = { keys: 0 };
  for (const tenantId of new Set(former.map((each) => each.tenantId))) {
    const keys = await openKeys(db, source, tenantId);
    try {
      const pair = keys.active('exchange');
      await enter(db, { door: 'own', tenantId }, (tx) =>
        publishExchangeKey(tx, tenantId, { id: pair.id, publicKey: publicBytesOf(pair.key) }, realNow()),
      );
      for (;;) {
        const count = await enter(db, { door: 'own', tenantId }, (tx) => rewrapDossierKeys(tx, keys, BATCH));
        done.keys += count;
        if (count < BATCH) break;
      }
    } finally {
      keys.wipe();
    }
  }
  return done.keys;
}
