import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

type Table = 'care.case_consent';

export type CaseConsentPurpose = 'help' | 'share';

/** What the person agreed to, and how. The words of the closed lists are those of every consent. */
export interface CaseConsent {
  readonly id: string;
  readonly purpose: CaseConsentPurpose;
  /** To whom parts may go; undefined for the help itself. */
  readonly receiverId: string | undefined;
  readonly givenBy: string;
  readonly manner: string;
  readonly language: string;
  readonly hasInterpreter: boolean;
  readonly wish: string | undefined;
  readonly givenOn: PlainDate;
  readonly textEdition: string;
  readonly textSha256: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
}

/** Lays a consent. @returns false when one for the same holds already: the database decides. */
export async function insertCaseConsent(
  tx: Tx<Table>,
  tenantId: string,
  of: { readonly caseId: string; readonly dossierId: string },
  consent: Omit<CaseConsent, 'withdrawnAt'> & { readonly recordedAt: Date },
): Promise<boolean> {
  const laid = await tx
    .insertInto('care.case_consent')
    .values({
      tenant_id: tenantId,
      id: consent.id,
      case_id: of.caseId,
      dossier_id: of.dossierId,
      purpose: consent.purpose,
      receiver_id: consent.receiverId ?? null,
      given_by: consent.givenBy,
      manner: consent.manner,
      language: consent.language,
      has_interpreter: consent.hasInterpreter,
      wish: consent.wish ?? null,
      given_on: consent.givenOn,
      text_edition: consent.textEdition,
      text_sha256: consent.textSha256,
      recorded_by_name: consent.recordedByName,
      recorded_at: consent.recordedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** Every consent of a case, newest first. */
export async function caseConsents(tx: Tx<Table>, tenantId: string, caseId: string): Promise<readonly CaseConsent[]> {
  const rows = await tx
    .selectFrom('care.case_consent')
    .select(['id', 'purpose', 'receiver_id', 'given_by', 'manner', 'language', 'has_interpreter', 'wish', 'given_on'])
    .select(['text_edition', 'text_sha256', 'recorded_by_name', 'withdrawn_at'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as CaseConsentPurpose,
    receiverId: row.receiver_id ?? undefined,
    givenBy: row.given_by,
    manner: row.manner,
    language: row.language,
    hasInterpreter: row.has_interpreter,
    wish: row.wish ?? undefined,
    givenOn: row.given_on,
    textEdition: row.text_edition,
    textSha256: row.text_sha256,
    recordedByName: row.recorded_by_name,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }));
}

/** Notes who withdrew a consent and when. False when it was withdrawn before. */
export async function withdrawCaseConsent(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('care.case_consent')
    .set({ withdrawn_at: by.at, withdrawn_by_name: by.name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
