/** One person whose data was opened: under a pseudonym, and which columns. Never the data, never who looked. */
export interface Revealed {
  /** HMAC-SHA-256 of kind and id under a key of the organisation (platform/vault), and what kind of person it is. */
  readonly subject: { readonly kind: string; readonly pseudonym: Buffer };
  /** The dossier it was read in; null when the data belong to none. */
  readonly dossierId: string | null;
  /** Names of what was opened, such as 'signals.person.name'. */
  readonly columns: readonly string[];
  /** Address of the other application that the data came from or went to. */
  readonly foreignOperation?: string;
}

/** A column by its whole name: what was in it can never stand in the log by mistake (LDV: no values). */
const COLUMN = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){2}$/;

/** Personal data would be opened in a transaction that keeps no processing log, so it stays shut. */
export class RevealUnlogged extends Error {}

/** What a transaction that keeps the processing log has opened so far, by the transaction itself. */
const ledgers = new WeakMap<object, Map<string, Revealed>>();

/**
 * Notes that data of a person is opened in this transaction. `transact` and `lookAtPersons` write one row for each person before
 * they commit; when that fails nothing was shown. Only what opens sealed data calls this.
 * @throws RevealUnlogged in any other transaction: a route that forgets to say that it looks at persons can open nothing.
 */
export function noteRevealed(tx: object, ...revealed: readonly Revealed[]): void {
  const ledger = ledgers.get(tx);
  if (!ledger)
    throw new RevealUnlogged(
      'personal data is opened only by a command or through lookAtPersons (platform/audit/reveal.ts)',
    );
  for (const each of revealed) {
    for (const column of each.columns)
      if (!COLUMN.test(column)) throw new RangeError('a column is named as schema.table.column in the processing log');
    const { subject, dossierId, foreignOperation = '' } = each;
    const key = [subject.kind, subject.pseudonym.toString('hex'), dossierId, foreignOperation].join(' ');
    const columns = new Set([...(ledger.get(key)?.columns ?? []), ...each.columns]);
    ledger.set(key, { ...each, columns: [...columns].sort() });
  }
}

/** Opens the ledger of a transaction. Whoever does this writes it down before the commit. */
export function keepLedger(tx: object): void {
  ledgers.set(tx, new Map());
}

/** The persons whose data this transaction opened, each once per dossier. */
export function revealedIn(tx: object): readonly Revealed[] {
  return [...(ledgers.get(tx)?.values() ?? [])];
}
