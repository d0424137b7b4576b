import type { Transaction } from 'kysely';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { DB } from './tables.generated.ts';

declare const owns: unique symbol;
/**
 * A transaction that may touch only the tables it names. The brand is contravariant: a wider transaction fits where a narrower
 * one is asked, never the other way round.
 */
// @ts-expect-error TS2636: read member by member, Kysely's builders are invariant. Said once here, two of them are compared by the
// tables they name instead of by their thousands of members, and checking the types takes a third of the time.
export interface Tx<in Table extends keyof DB> extends Transaction<Pick<DB, Table>> {
  readonly [owns]: (table: Table) => void;
}

/** A transaction that may touch everything its door allows: what the edge hands to a use case. */
export type AnyTx = Tx<keyof DB>;

/** Moment and day on the domain clock, the same in every process. */
export interface DomainTime {
  readonly now: Date;
  readonly today: PlainDate;
}

/** What every command answers: the record it was about, for the audit event. */
export interface Done {
  readonly subject: { readonly kind: string; readonly id: string };
}
