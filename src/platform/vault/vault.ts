import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { DB } from '../db/tables.generated.ts';
import { enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { publicBytesOf } from './exchange-pair.ts';
import type { KeySource } from './key-source.ts';
import { type LinkageKey, openLinkageKey } from './linkage-key.ts';
import {
  insertTenantKeys,
  publishExchangeKey,
  type TenantKeyRow,
  tenantKeyContext,
  tenantKeyRows,
} from './tenant-key-store.ts';
import { KEY_PURPOSES, TenantKeys } from './tenant-keys.ts';

/** How long open keys are handed out, and when they are overwritten: in milliseconds of real time. */
export const KEYS_ARE_LENT_MS = 20_000;
export const KEYS_ARE_WIPED_MS = 30_000;

/** Opens the keys of organisations. */
export interface Vault {
  /**
   * The open keys of an organisation, made when it has none yet. Asks the master key, so never inside a transaction.
   * @throws KeysUnavailable when the master key cannot be reached
   */
  keysFor(tenantId: string): Promise<TenantKeys>;
  /**
   * The key by which a register marks what is alike in names, made when it has none yet: for the work that compares, never for a deed
   * of a person. Not inside a transaction either.
   * @throws KeysUnavailable when the master key cannot be reached
   */
  linkageKeyFor(tenantId: string): Promise<LinkageKey>;
  /** Overwrites every key that is open. */
  close(): void;
}

export function createVault(db: Kysely<DB>, source: KeySource): Vault {
  const keys = lending((tenantId) => openKeys(db, source, tenantId));
  const linkageKeys = lending((tenantId) => openLinkageKey(db, source, tenantId));
  return {
    keysFor: (tenantId) => keys.of(tenantId),
    linkageKeyFor: (tenantId) => linkageKeys.of(tenantId),
    close() {
      keys.close();
      linkageKeys.close();
    },
  };
}

/** Opens keys once, and hands them out to whoever asks within the seconds that they are lent. */
function lending<Keys extends { readonly tenantId: string; wipe(): void }>(open: (tenantId: string) => Promise<Keys>) {
  const opened = new Map<string, Promise<Keys>>();
  const wipes = new Map<NodeJS.Timeout, Keys>();

  /** Overwritten after thirty seconds; handed out for twenty, so that a deed of ten seconds can end. */
  function keep(keys: Keys, opening: Promise<Keys>): void {
    setTimeout(() => {
      if (opened.get(keys.tenantId) === opening) opened.delete(keys.tenantId);
    }, KEYS_ARE_LENT_MS).unref();
    const timer = setTimeout(() => {
      wipes.delete(timer);
      keys.wipe();
    }, KEYS_ARE_WIPED_MS).unref();
    wipes.set(timer, keys);
  }

  return {
    of(tenantId: string): Promise<Keys> {
      const known = opened.get(tenantId);
      if (known) return known;
      const opening: Promise<Keys> = open(tenantId).then(
        (keys) => {
          keep(keys, opening);
          return keys;
        },
        (error: unknown) => {
          opened.delete(tenantId);
          throw error;
        },
      );
      opened.set(tenantId, opening);
      return opening;
    },
    close(): void {
      opened.clear();
      for (const [timer, keys] of wipes) {
        clearTimeout(timer);
        keys.wipe();
      }
      wipes.clear();
    },
  };
}

/** The keys of an organisation, opened now; whoever asks wipes them. */
export async function openKeys(db: Kysely<DB>, source: KeySource, tenantId: string): Promise<TenantKeys> {
  const read = () => enter(db, { door: 'own', tenantId, readOnly: true }, (tx) => tenantKeyRows(tx, tenantId));
  const found = await read();
  const isWhole = KEY_PURPOSES.every((purpose) =>
    found.some((row) => row.purpose === purpose && row.state === 'active'),
  );
  if (!isWhole) await makeMissing(db, source, tenantId, found);
  const rows = isWhole ? found : await read();
  const keys = await source.unwrap(rows);
  return new TenantKeys(
    tenantId,
    rows.map(({ id, purpose, state }, index) => ({ id, purpose, state, key: keys[index]! })),
  );
}

/** An organisation that comes for the first time gets keys. Two processes at once make one set. */
async function makeMissing(
  db: Kysely<DB>,
  source: KeySource,
  tenantId: string,
  found: readonly TenantKeyRow[],
): Promise<void> {
  const made = KEY_PURPOSES.filter(
    (purpose) => !found.some((row) => row.purpose === purpose && row.state === 'active'),
  ).map((purpose) => ({ id: newId(), purpose, key: randomBytes(32) }));
  const wrapped = await source.wrap(
    made.map(({ id, purpose, key }) => ({ context: tenantKeyContext(tenantId, purpose, id), key })),
  );
  const publicBytes = made
    .filter(({ purpose }) => purpose === 'exchange')
    .map(({ id, key }) => ({ id, bytes: publicBytesOf(key) }));
  for (const { key } of made) key.fill(0);
  const at = realNow();
  await enter(db, { door: 'own', tenantId }, async (tx) => {
    await insertTenantKeys(
      tx,
      tenantId,
      made.map(({ id, purpose }, index) => ({ ...wrapped[index]!, id, purpose, state: 'active' })),
      at,
    );
    const laid = await tenantKeyRows(tx, tenantId);
    for (const { id, bytes } of publicBytes)
      if (laid.some((row) => row.id === id)) await publishExchangeKey(tx, tenantId, { id, publicKey: bytes }, at);
  });
}
