import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndexes, openMany } from '../../../platform/vault/sealing.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import { type CaseFile, comparedReference } from '../domain/cases/case-file.ts';
import { aboutPerson, CASE_COLUMNS, caseOf, REFERENCE } from './case-store.ts';

type Tables = 'care.case_file';

/** A case in a list, with its own reference still sealed. */
export interface ListedCase {
  readonly file: CaseFile;
  readonly reference: Sealed<typeof REFERENCE> | null;
}

/** Opens the references of a page, by case; those without one are not in it. A row in the log of data processing for each. */
export async function openReferences(
  tx: Tx<'vault.dossier_key'>,
  listed: readonly ListedCase[],
): Promise<ReadonlyMap<string, string>> {
  const sealed = listed.flatMap(({ file, reference }) => (reference ? [{ file, reference }] : []));
  const opened = await openMany(
    tx,
    sealed.map(({ file: { id, dossierId }, reference }) => ({
      about: aboutPerson(id),
      dossierId,
      rowId: id,
      column: REFERENCE,
      sealed: reference,
    })),
  );
  return new Map(sealed.map(({ file }, index) => [file.id, opened[index] ?? '']));
}

/** The cases of hers under exactly this reference, the newest first; nothing is opened. */
export async function casesByReference(
  tx: Tx<Tables>,
  tenantId: string,
  membershipId: string,
  reference: string,
): Promise<readonly CaseFile[]> {
  const compared = comparedReference(reference);
  if (compared === '') return [];
  const rows = await tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .where('c.tenant_id', '=', tenantId)
    .where('c.reference_index', 'in', [...blindIndexes(tx, REFERENCE, compared)])
    .where((w) => w.or([w('c.coordinator_id', '=', membershipId), w('c.substitute_id', '=', membershipId)]))
    .orderBy('c.begun_on', 'desc')
    .orderBy('c.id')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(caseOf);
}

export interface CasePage {
  readonly isClosed: boolean;
  readonly offset: number;
  readonly size: number;
}

/** So many cases are counted and paged through; what comes after has a later day than all of them. */
export const MOST_LISTED = 1000;

/**
 * One page of somebody's cases, the nearest day first, and how many there are, up to one more than is listed. Hers and those she stands in
 * for are two walks along an index, each no longer than the page or the list needs, and joined afterwards.
 */
export async function casesOf(
  tx: Tx<Tables>,
  tenantId: string,
  membershipId: string,
  { isClosed, offset, size }: CasePage,
): Promise<{ readonly rows: readonly ListedCase[]; readonly total: number }> {
  const day = isClosed ? sql`c.closed_on` : sql`c.next_on`;
  const order = isClosed ? sql`day desc, id` : sql`day, id`;
  const half = (column: 'coordinator_id' | 'substitute_id', most: number) => sql`
    (select c.id, ${day} as day from care.case_file c where c.tenant_id = ${tenantId} and c.${sql.ref(column)} = ${membershipId}
      and c.closed_on is ${isClosed ? sql`not null` : sql`null`} order by ${order} limit ${most})`;
  // the page is found by the index alone; only its own rows are read
  const page = sql<string>`(select id from (${half('coordinator_id', offset + size)} union all
    ${half('substitute_id', offset + size)}) listed order by ${order} offset ${offset} limit ${size})`;
  const query = tx
    .selectFrom('care.case_file as c')
    .select(CASE_COLUMNS)
    .select('c.reference')
    .where('c.tenant_id', '=', tenantId)
    .where('c.id', 'in', page);
  const sorted = isClosed ? query.orderBy('c.closed_on', 'desc') : query.orderBy('c.next_on');
  const rows = await sorted.orderBy('c.id').execute();
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${half('coordinator_id', MOST_LISTED + 1)} union all
      ${half('substitute_id', MOST_LISTED + 1)} limit ${MOST_LISTED + 1}) listed`.execute(tx);
  return {
    rows: rows.map(({ reference, ...row }) => ({ file: caseOf(row), reference })),
    total: counted[0]?.total ?? 0,
  };
}
