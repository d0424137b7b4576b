import { sql } from 'kysely';
import type { DataClass } from '../db/table-register.ts';
import type { Tx } from '../db/transact.ts';

/** A kind of message between organisations. Features name theirs in src/app/message-kinds.ts. */
export interface MessageKind {
  readonly kind: string;
  /** What people call it. */
  readonly label: string;
  /** For which processing activity it is sent. */
  readonly activity: string;
  /** Which classes of data are in it, for who oversees what is shared. */
  readonly data: readonly DataClass[];
  /** It is carried only on a consent that holds. */
  readonly requiresConsent: boolean;
  /** A law orders it to be sent, whatever the two agreed: true only for what says nothing about a person. */
  readonly isOrderedByLaw?: boolean;
}

/**
 * The kind of a notice that an earlier message was erased where it came from. It hangs on that message by its id as a remark does, and is
 * none: it is not shown with it, and stays when that message goes.
 */
export const ERASURE_NOTICE_KIND = 'elders-gewist';

/** Lays the kinds as they are now. One that is left out stays, for what was sent; agreements for it lapse by themselves. */
export async function layMessageKinds(
  owner: Tx<'exchange.message_kind'>,
  kinds: readonly MessageKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  await owner
    .insertInto('exchange.message_kind')
    .values(
      kinds.map(({ kind, label, activity, requiresConsent, isOrderedByLaw = false }) => ({
        kind,
        label,
        activity,
        requires_consent: requiresConsent,
        requires_agreement: !isOrderedByLaw,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('kind').doUpdateSet({
        label: sql`excluded.label`,
        activity: sql`excluded.activity`,
        requires_consent: sql`excluded.requires_consent`,
        requires_agreement: sql`excluded.requires_agreement`,
      }),
    )
    .execute();
}

/** What the database knows of a kind. */
export type LaidKind = Omit<MessageKind, 'data' | 'isOrderedByLaw'> & {
  /** Two organisations can agree to exchange it; what a law orders needs no agreement. */
  readonly isAgreed: boolean;
};

/** Every kind of message, by its label. */
export async function messageKinds(tx: Tx<'exchange.message_kind'>): Promise<readonly LaidKind[]> {
  return tx
    .selectFrom('exchange.message_kind')
    .select(['kind', 'label', 'activity', 'requires_consent as requiresConsent', 'requires_agreement as isAgreed'])
    .orderBy('label')
    .execute();
}
