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
}

/** Lays the kinds as they are now. One that is left out stays, for what was sent; agreements for it lapse by themselves. */
export async function layMessageKinds(
  owner: Tx<'exchange.message_kind'>,
  kinds: readonly MessageKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  await owner
    .insertInto('exchange.message_kind')
    .values(
      kinds.map(({ kind, label, activity, requiresConsent }) => ({
        kind,
        label,
        activity,
        requires_consent: requiresConsent,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('kind').doUpdateSet({
        label: sql`excluded.label`,
        activity: sql`excluded.activity`,
        requires_consent: sql`excluded.requires_consent`,
      }),
    )
    .execute();
}

/** What the database knows of a kind. */
export type LaidKind = Omit<MessageKind, 'data'>;

/** Every kind of message, by its label. */
export async function messageKinds(tx: Tx<'exchange.message_kind'>): Promise<readonly LaidKind[]> {
  return tx
    .selectFrom('exchange.message_kind')
    .select(['kind', 'label', 'activity', 'requires_consent as requiresConsent'])
    .orderBy('label')
    .execute();
}
