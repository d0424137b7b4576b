import type { Tx } from '../../../platform/db/transact.ts';
import type { AdoptingBody, Adoption } from '../domain/adoption.ts';

type Adoptions = Tx<'approach.adoption'>;

/** Keeps a decision; false when this edition of the plan was adopted already. */
export async function insertAdoption(tx: Adoptions, tenantId: string, adoption: Adoption): Promise<boolean> {
  const made = await tx
    .insertInto('approach.adoption')
    .values({
      tenant_id: tenantId,
      id: adoption.id,
      plan_id: adoption.planId,
      edition: adoption.edition,
      body: adoption.body,
      mandate_holder: adoption.mandate?.holder ?? null,
      mandate_title: adoption.mandate?.title ?? null,
      mandate_on: adoption.mandate?.decidedOn ?? null,
      document_title: adoption.documentTitle,
      document_on: adoption.documentOn,
      document_link: adoption.documentLink ?? null,
      publication_link: adoption.publicationLink ?? null,
      file_id: adoption.fileId ?? null,
      decided_on: adoption.decidedOn,
      valid_until: adoption.validUntil,
      frozen: adoption.frozen,
      sha256: adoption.sha256,
      adopted_by: adoption.adoptedBy,
      adopted_at: adoption.adoptedAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id', 'edition']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Every decision of this tenant, the latest first. */
export async function loadAdoptions(tx: Adoptions, tenantId: string): Promise<readonly Adoption[]> {
  const rows = await tx
    .selectFrom('approach.adoption')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('adopted_at', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    edition: row.edition,
    body: row.body as AdoptingBody,
    mandate:
      row.mandate_holder !== null && row.mandate_title !== null && row.mandate_on !== null
        ? { holder: row.mandate_holder, title: row.mandate_title, decidedOn: row.mandate_on }
        : undefined,
    documentTitle: row.document_title,
    documentOn: row.document_on,
    documentLink: row.document_link ?? undefined,
    publicationLink: row.publication_link ?? undefined,
    fileId: row.file_id ?? undefined,
    decidedOn: row.decided_on,
    validUntil: row.valid_until,
    frozen: row.frozen,
    sha256: row.sha256,
    adoptedBy: row.adopted_by,
    adoptedAt: row.adopted_at,
  }));
}
