import type { Tx } from '../db/tx.ts';
import type { RootToKeep } from './root-file.ts';
import type { Root } from './seal-form.ts';

type Roots = Tx<'audit.root'>;

const COLUMNS = [
  'no',
  'after_seq as afterSeq',
  'up_to_seq as upToSeq',
  'batches',
  'lines',
  'merkle',
  'previous',
  'sealed_at as sealedAt',
  'flags',
  'hash',
  'key_id as keyId',
  'signature',
  'after_erasure as afterErasure',
  'up_to_erasure as upToErasure',
  'erasures',
] as const;

/** The root that was laid last; undefined before the first. */
export async function lastRoot(tx: Roots): Promise<Root | undefined> {
  return tx.selectFrom('audit.root').select(COLUMNS).orderBy('no', 'desc').limit(1).executeTakeFirst();
}

export async function rootBy(tx: Roots, no: number): Promise<Root | undefined> {
  return tx.selectFrom('audit.root').select(COLUMNS).where('no', '=', no).executeTakeFirst();
}

/** Roots in order, after a number, at most so many. */
export async function rootsAfter(tx: Roots, no: number, limit: number): Promise<readonly Root[]> {
  return tx.selectFrom('audit.root').select(COLUMNS).where('no', '>', no).orderBy('no').limit(limit).execute();
}

/** The roots after a number, with the key that signed them, to keep elsewhere. */
export async function rootsToKeep(
  tx: Tx<'audit.root' | 'audit.seal_key'>,
  after: number,
): Promise<readonly RootToKeep[]> {
  return tx
    .selectFrom('audit.root as r')
    .innerJoin('audit.seal_key as k', 'k.id', 'r.key_id')
    .select(['r.no', 'r.hash', 'r.up_to_seq as upToSeq', 'r.lines', 'r.sealed_at as sealedAt', 'r.key_id as keyId'])
    .select(['k.public_key as publicKey', 'r.signature'])
    .where('r.no', '>', after)
    .orderBy('r.no')
    .execute();
}
