import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { realNow } from '../clock/real-time.ts';
import type { DB } from '../db/tables.generated.ts';
import { enter, type Tx } from '../db/transact.ts';
import { type KeySource, KeysUnavailable, type WrappedKey } from './key-source.ts';
import { askForSweep } from './sweep.ts';

type Table = 'vault.linkage_key';

/** Marks are kept no longer than this: enough to tell records apart, in bytes. */
const MARK_BYTES = 16;

/**
 * The key under which a register marks what is alike in names. It stands apart from the keys of organisations and is opened only for
 * the work that compares; in memory for at most thirty seconds, as those are.
 */
export class LinkageKey {
  #isWiped = false;

  constructor(
    readonly tenantId: string,
    readonly key: Buffer,
  ) {}

  /** A mark for each value, filled up by chance to as many as every record has. @throws KeysUnavailable once wiped */
  marksOf(values: readonly string[], howMany: number): readonly Buffer[] {
    if (this.#isWiped) throw new KeysUnavailable('this key was lent more than thirty seconds ago');
    const marks = values.slice(0, howMany).map((value) => {
      const mark = createHmac('sha256', createSecretKey(this.key)).update(`linkage\0${value}`).digest();
      return mark.subarray(0, MARK_BYTES);
    });
    while (marks.length < howMany) marks.push(randomBytes(MARK_BYTES));
    return marks;
  }

  wipe(): void {
    this.#isWiped = true;
    this.key.fill(0);
  }
}

/** For whom a key was sealed: laid under another organisation, it does not open. */
const contextOf = (tenantId: string): string => `vault.linkage_key|${tenantId}`;

/** The key of this register, made when it has none yet; two processes at once get the same. Whoever asks wipes it. */
export async function openLinkageKey(db: Kysely<DB>, source: KeySource, tenantId: string): Promise<LinkageKey> {
  const read = () => enter(db, { door: 'own', tenantId, readOnly: true }, (tx) => linkageKeyRow(tx, tenantId));
  const found = await read();
  if (!found) await makeLinkageKey(db, source, tenantId);
  const row = found ?? (await read())!;
  const [key] = await source.unwrap([row]);
  return new LinkageKey(tenantId, key!);
}

async function makeLinkageKey(db: Kysely<DB>, source: KeySource, tenantId: string): Promise<void> {
  const key = randomBytes(32);
  const [wrapped] = await source.wrap([{ context: contextOf(tenantId), key }]);
  key.fill(0);
  await enter(db, { door: 'own', tenantId }, (tx) =>
    tx
      .insertInto('vault.linkage_key')
      .values({
        tenant_id: tenantId,
        wrapped: wrapped!.wrapped,
        master_key_id: wrapped!.masterKeyId,
        created_at: realNow(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

async function linkageKeyRow(tx: Tx<Table>, tenantId: string): Promise<WrappedKey | undefined> {
  const row = await tx
    .selectFrom('vault.linkage_key')
    .select(['wrapped', 'master_key_id as masterKeyId'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row && { ...row, context: contextOf(tenantId) };
}

/** Which registers have a key, and under which master key it is sealed; through the door `runner`. */
export async function linkageKeyStates(
  tx: Tx<Table>,
): Promise<readonly { readonly tenantId: string; readonly masterKeyId: string }[]> {
  return tx
    .selectFrom('vault.linkage_key')
    .select(['tenant_id as tenantId', 'master_key_id as masterKeyId'])
    .orderBy('tenant_id')
    .execute();
}

/** Seals these keys under the master key of today. @returns how many that were not */
export async function rewrapLinkageKeys(
  db: Kysely<DB>,
  source: KeySource,
  tenantIds: readonly string[] | undefined,
): Promise<number> {
  const current = await source.currentId();
  const states = await enter(db, { door: 'runner', readOnly: true }, (tx) => linkageKeyStates(tx));
  const old = states.filter(
    ({ tenantId, masterKeyId }) => masterKeyId !== current && (tenantIds?.includes(tenantId) ?? true),
  );
  for (const { tenantId, masterKeyId } of old) {
    const row = await enter(db, { door: 'own', tenantId, readOnly: true }, (tx) => linkageKeyRow(tx, tenantId));
    const keys = await source.unwrap([row!]);
    const [anew] = await source.wrap([{ context: contextOf(tenantId), key: keys[0]! }]);
    keys[0]!.fill(0);
    await enter(db, { door: 'own', tenantId }, async (tx) => {
      await tx
        .updateTable('vault.linkage_key')
        .set({ wrapped: anew!.wrapped, master_key_id: anew!.masterKeyId })
        .where('tenant_id', '=', tenantId)
        .where('master_key_id', '=', masterKeyId)
        .execute();
      await askForSweep(tx, realNow());
    });
  }
  return old.length;
}
