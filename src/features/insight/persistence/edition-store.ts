import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { LoggedEdition, ReleasedEdition } from '../domain/release/edition.ts';
import type { ReleasedFigures } from '../domain/release/released-figures.ts';

type EditionTx = Tx<'insight.edition'>;

const LOGGED = [
  'reference',
  'title',
  'years',
  'released_at as releasedAt',
  'asked_by as askedBy',
  'released_by as releasedBy',
  'report',
  'sha256',
] as const;

/** Every edition, newest first. */
export async function listEditions(tx: EditionTx): Promise<readonly LoggedEdition[]> {
  const rows = await tx
    .selectFrom('insight.edition')
    .select(LOGGED)
    .orderBy('released_at', 'desc')
    .orderBy('reference')
    .execute();
  return rows as unknown as readonly LoggedEdition[];
}

/** One edition by its reference, or the last one. */
export async function findEdition(tx: EditionTx, reference?: string): Promise<ReleasedEdition | undefined> {
  const row = await tx
    .selectFrom('insight.edition')
    .select([...LOGGED, 'body as figures'])
    .$if(reference !== undefined, (query) => query.where('reference', '=', reference!))
    .orderBy('released_at', 'desc')
    .orderBy('reference')
    .limit(1)
    .executeTakeFirst();
  return row as unknown as ReleasedEdition | undefined;
}

/** The editions of one publisher with the proposals they came from, oldest first. */
export async function editionsOf(
  tx: EditionTx,
  tenantId: string,
): Promise<readonly { readonly reference: string; readonly proposalId: string; readonly figures: ReleasedFigures }[]> {
  const rows = await tx
    .selectFrom('insight.edition')
    .select(['reference', 'proposal_id as proposalId', 'body as figures'])
    .where('tenant_id', '=', tenantId)
    .orderBy('released_at')
    .orderBy('reference')
    .execute();
  return rows as unknown as Awaited<ReturnType<typeof editionsOf>>;
}

/** The references of one publisher, in the order of the alphabet. */
export async function referencesOf(tx: EditionTx, tenantId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('insight.edition')
    .select('reference')
    .where('tenant_id', '=', tenantId)
    .orderBy('reference')
    .execute();
  return rows.map(({ reference }) => reference);
}

/** The reference of the edition that a proposal became. */
export async function editionOfProposal(
  tx: EditionTx,
  tenantId: string,
  proposalId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('insight.edition')
    .select('reference')
    .where('tenant_id', '=', tenantId)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return row?.reference;
}

/** Waits until no other transaction releases for this publisher; held until the transaction ends. */
export async function awaitRelease(tx: EditionTx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`insight.edition ${tenantId}`}, 0))`.execute(tx);
}

export async function addEdition(
  tx: EditionTx,
  tenantId: string,
  edition: ReleasedEdition & { readonly proposalId: string },
): Promise<void> {
  await tx
    .insertInto('insight.edition')
    .values({
      tenant_id: tenantId,
      reference: edition.reference,
      proposal_id: edition.proposalId,
      title: edition.title,
      years: [...edition.years],
      released_at: edition.releasedAt,
      asked_by: edition.askedBy,
      released_by: edition.releasedBy,
      body: JSON.stringify(edition.figures),
      report: JSON.stringify(edition.report),
      sha256: edition.sha256,
    })
    .execute();
}
