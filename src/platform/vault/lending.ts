import type { TenantKeys } from './tenant-keys.ts';

/** The key of a dossier as a transaction knows it; without `key` it was destroyed. */
export interface DossierKey {
  readonly id: string;
  readonly dossierId: string;
  readonly key: Buffer | undefined;
}

interface Lent {
  readonly keys: TenantKeys;
  readonly dossiers: Map<string, DossierKey>;
}

/** A deed asks the vault for something and was lent no keys: its route declares no data that is sealed. */
export class NoKeysLent extends Error {
  constructor() {
    super('this transaction has no keys: the route must declare the data classes it opens (D3–D8), or `sealed: true`');
  }
}

const lent = new WeakMap<object, Lent>();

/** Lends the keys of the organisation that a transaction goes in as. Done by the edge, before the deed runs. */
export function lendKeys(tx: object, keys: TenantKeys): void {
  lent.set(tx, { keys, dossiers: new Map() });
}

/** What was lent to this transaction. @throws NoKeysLent */
export function lentTo(tx: object): Lent {
  const found = lent.get(tx);
  if (!found) throw new NoKeysLent();
  return found;
}
