import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type {
  ConsentData,
  ConsentLanguage,
  ConsentPurpose,
  GivenConsent,
  Giver,
  Manner,
  Representative,
  Wish,
} from '../domain/consent.ts';

type Table = 'registration.consent';

/** A consent as it was recorded, and whether it was withdrawn. */
export interface RecordedConsent extends GivenConsent {
  readonly id: string;
  readonly receiverId: string;
  readonly textEdition: string;
  readonly textSha256: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnByName: string | undefined;
}

/** The record a consent is for: a registration, or a request for help. */
export type ConsentSubject =
  | { readonly dossierId: string; readonly registrationId: string }
  | { readonly dossierId: string; readonly helpRequestId: string };

/** A consent to lay down, and for which record. */
export interface NewConsent {
  readonly subject: ConsentSubject;
  readonly consent: Omit<RecordedConsent, 'withdrawnAt' | 'withdrawnByName'> & { readonly recordedAt: Date };
}

/** Lays a consent. @returns false when one for the same purpose holds already: the database decides. */
export async function insertConsent(
  tx: Tx<Table>,
  tenantId: string,
  subject: ConsentSubject,
  consent: NewConsent['consent'],
): Promise<boolean> {
  return (await insertConsents(tx, tenantId, [{ subject, consent }])) === 1;
}

/** Lays many at once. @returns how many: one that holds already for the same purpose is left as it is. */
export async function insertConsents(tx: Tx<Table>, tenantId: string, all: readonly NewConsent[]): Promise<number> {
  if (all.length === 0) return 0;
  const laid = await tx
    .insertInto('registration.consent')
    .values(
      all.map(({ subject, consent }) => ({
        tenant_id: tenantId,
        id: consent.id,
        registration_id: 'registrationId' in subject ? subject.registrationId : null,
        help_request_id: 'helpRequestId' in subject ? subject.helpRequestId : null,
        dossier_id: subject.dossierId,
        purpose: consent.purpose,
        receiver_id: consent.receiverId,
        given_by: consent.givenBy,
        manner: consent.manner,
        language: consent.language,
        has_interpreter: consent.hasInterpreter,
        wish: consent.wish ?? null,
        data: consent.data ? [...consent.data] : null,
        representative: consent.representative ?? null,
        given_on: consent.givenOn,
        text_edition: consent.textEdition,
        text_sha256: consent.textSha256,
        recorded_by_name: consent.recordedByName,
        recorded_at: consent.recordedAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(laid.numInsertedOrUpdatedRows);
}

/** Every consent for a registration, newest first. */
export const consentsOf = (tx: Tx<Table>, tenantId: string, registrationId: string) =>
  consentsFor(tx, tenantId, 'registration_id', registrationId);

/** Every consent for a request for help, newest first. */
export const helpConsentsOf = (tx: Tx<Table>, tenantId: string, helpRequestId: string) =>
  consentsFor(tx, tenantId, 'help_request_id', helpRequestId);

async function consentsFor(
  tx: Tx<Table>,
  tenantId: string,
  column: 'registration_id' | 'help_request_id',
  id: string,
): Promise<readonly RecordedConsent[]> {
  const rows = await tx
    .selectFrom('registration.consent')
    .select(['id', 'purpose', 'receiver_id', 'given_by', 'manner', 'language', 'has_interpreter', 'wish', 'given_on'])
    .select(['data', 'representative'])
    .select(['text_edition', 'text_sha256', 'recorded_by_name', 'withdrawn_at', 'withdrawn_by_name'])
    .where('tenant_id', '=', tenantId)
    .where(column, '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as ConsentPurpose,
    receiverId: row.receiver_id,
    givenBy: row.given_by as Giver,
    manner: row.manner as Manner,
    language: row.language as ConsentLanguage,
    hasInterpreter: row.has_interpreter,
    wish: (row.wish as Wish | null) ?? undefined,
    data: (row.data as ConsentData[] | null) ?? undefined,
    representative: (row.representative as Representative | null) ?? undefined,
    givenOn: row.given_on as PlainDate,
    textEdition: row.text_edition,
    textSha256: row.text_sha256,
    recordedByName: row.recorded_by_name,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnByName: row.withdrawn_by_name ?? undefined,
  }));
}

/** Notes who withdrew it and when. False when it was withdrawn before. */
export async function markWithdrawn(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('registration.consent')
    .set({ withdrawn_at: by.at, withdrawn_by_name: by.name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
