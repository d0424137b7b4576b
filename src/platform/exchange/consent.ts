import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';

type Table = 'exchange.consent';

/** That somebody agreed that one kind of message about her dossier goes to one organisation. */
export interface Consent {
  readonly id: string;
  readonly tenantId: string;
  readonly dossierId: string;
  readonly receiverId: string;
  readonly kind: string;
  readonly givenOn: PlainDate;
  /** The first day on which it no longer holds. */
  readonly validUntil: PlainDate;
}

/**
 * Writes down a consent where the courier looks for it. Whoever asked for it keeps the record of how (text, language, witness) and
 * calls this in the same transaction, once for each receiver and kind of message.
 */
export async function recordConsent(tx: Tx<Table>, consent: Consent): Promise<void> {
  await recordConsents(tx, [consent]);
}

/** The same for many at once, in one statement. */
export async function recordConsents(tx: Tx<Table>, consents: readonly Consent[]): Promise<void> {
  if (consents.length === 0) return;
  await tx
    .insertInto('exchange.consent')
    .values(
      consents.map((consent) => ({
        tenant_id: consent.tenantId,
        id: consent.id,
        dossier_id: consent.dossierId,
        receiver_id: consent.receiverId,
        kind: consent.kind,
        given_on: consent.givenOn,
        valid_until: consent.validUntil,
      })),
    )
    .execute();
}

/** From this moment nothing is sent on this consent any more. What went on it stays with the receiver until it is withdrawn there. False when there is none, or it was withdrawn before. */
export async function withdrawConsent(tx: Tx<Table>, tenantId: string, id: string, at: Date): Promise<boolean> {
  const withdrawn = await tx
    .updateTable('exchange.consent')
    .set({ withdrawn_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows === 1n;
}

/** Whether a consent holds today. */
export async function consentHolds(tx: Tx<Table>, tenantId: string, id: string, today: PlainDate): Promise<boolean> {
  const found = await tx
    .selectFrom('exchange.consent')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('given_on', '<=', today)
    .where('valid_until', '>', today)
    .executeTakeFirst();
  return found !== undefined;
}
