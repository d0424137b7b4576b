import type { BackupHeader } from './backup-file.ts';
import type { CopiedTable, TableSum } from './table-copy.ts';

/**
 * Every table of every schema in the register is in a backup, but these. A new table needs no line here: it is copied by being
 * there. What is left out would do harm when it came back, or is made anew by migrating.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'platform.migration': 'made by migrating',
  'platform.repeatable': 'made by migrating',
  'platform.idempotency': 'answers to forms of a moment ago; what they lead to may not be in the backup',
  'accounts.session': 'who had been signed out would be signed in again',
  'accounts.access_token': 'a token that was withdrawn would open again',
  'accounts.late_form': 'opens with a cookie of an hour only',
};

/** Tombstones go along with the keys, so that the newest of them are there however old the data are. */
export const TOMBSTONES = 'retention.tombstone';

/** Keys stand apart from what they open, and are kept for days, not years (docs/decisions/0014). */
const isKey = (table: string) => table.startsWith('vault.') || table === 'platform.key';

/** Whether a part of a backup holds this table. */
export function isIn(part: BackupHeader['deel'], table: string): boolean {
  if (table in LEFT_OUT) return false;
  return part === 'sleutels' ? isKey(table) || table === TOMBSTONES : !isKey(table);
}

/** What stands between the bytes: which table begins, what it held, and at the end all of them with where the counters stood. */
export type Word =
  | { readonly begint: CopiedTable }
  | { readonly eindigt: TableSum }
  | { readonly alles: Readonly<Record<string, TableSum>>; readonly tellers: readonly Counter[] };

/** A sequence: the number it gave last, undefined when it gave none. */
export interface Counter {
  readonly name: string;
  readonly last: string | null;
}

/** For what the key of a file is sealed: for this file of this backup and nothing else. */
export const keyContext = ({ kenmerk, deel }: Pick<BackupHeader, 'kenmerk' | 'deel'>) => `backup:${kenmerk}:${deel}`;
