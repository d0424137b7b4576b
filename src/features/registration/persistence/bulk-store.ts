import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openBytes, sealFor } from '../../../platform/vault/sealing.ts';
import type { BulkMode, BulkProblem } from '../domain/bulk-table.ts';

type Table = 'registration.bulk';
type Rows = 'registration.bulk_row';
type Vault = 'vault.dossier_key';
const ROWS = 'registration.bulk.rows';

/** A file with registrations as it stands, without what it says about anybody. */
export interface Bulk {
  readonly id: string;
  readonly dossierId: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedMembership: string;
  readonly recordedRole: string;
  readonly receivedAt: Date;
  readonly letters: string | undefined;
  readonly rowCount: number;
  /** Rows in which nothing was wrong, those that were registered before counted too. */
  readonly goodCount: number;
  readonly knownCount: number;
  readonly sentCount: number;
  /** How many of the good rows were handled. */
  readonly nextRow: number;
  readonly mode: BulkMode | undefined;
  readonly startedAt: Date | undefined;
  readonly nextAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  readonly stoppedBy: string | undefined;
}

const COLUMNS = [
  'id',
  'dossier_id',
  'recorded_by',
  'recorded_by_name',
  'recorded_membership',
  'recorded_role',
  'received_at',
  'letters',
  'row_count',
  'good_count',
  'known_count',
  'sent_count',
  'next_row',
  'mode',
  'started_at',
  'next_at',
  'finished_at',
  'stopped_by',
] as const;

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly recorded_by: string;
  readonly recorded_by_name: string;
  readonly recorded_membership: string;
  readonly recorded_role: string;
  readonly received_at: Date;
  readonly letters: string | null;
  readonly row_count: number;
  readonly good_count: number;
  readonly known_count: number;
  readonly sent_count: number;
  readonly next_row: number;
  readonly mode: string | null;
  readonly started_at: Date | null;
  readonly next_at: Date | null;
  readonly finished_at: Date | null;
  readonly stopped_by: string | null;
}

const bulkOf = (row: Row): Bulk => ({
  id: row.id,
  dossierId: row.dossier_id,
  recordedBy: row.recorded_by,
  recordedByName: row.recorded_by_name,
  recordedMembership: row.recorded_membership,
  recordedRole: row.recorded_role,
  receivedAt: row.received_at,
  letters: row.letters ?? undefined,
  rowCount: row.row_count,
  goodCount: row.good_count,
  knownCount: row.known_count,
  sentCount: row.sent_count,
  nextRow: row.next_row,
  mode: (row.mode as BulkMode | null) ?? undefined,
  startedAt: row.started_at ?? undefined,
  nextAt: row.next_at ?? undefined,
  finishedAt: row.finished_at ?? undefined,
  stoppedBy: row.stopped_by ?? undefined,
});

/** Lays down a file that was read; its rows sealed under the key of its own dossier, which is there already. */
export async function insertBulk(
  tx: Tx<Table | Vault>,
  tenantId: string,
  bulk: Pick<
    Bulk,
    | 'id'
    | 'recordedBy'
    | 'recordedByName'
    | 'recordedMembership'
    | 'recordedRole'
    | 'receivedAt'
    | 'letters'
    | 'rowCount'
    | 'goodCount'
    | 'knownCount'
  >,
  content: { readonly rows: Buffer; readonly mark: Buffer; readonly problems: readonly BulkProblem[] },
): Promise<void> {
  await tx
    .insertInto('registration.bulk')
    .values({
      tenant_id: tenantId,
      id: bulk.id,
      dossier_id: bulk.id,
      recorded_by: bulk.recordedBy,
      recorded_by_name: bulk.recordedByName,
      recorded_membership: bulk.recordedMembership,
      recorded_role: bulk.recordedRole,
      received_at: bulk.receivedAt,
      content_mark: content.mark,
      letters: bulk.letters ?? null,
      row_count: bulk.rowCount,
      good_count: bulk.goodCount,
      known_count: bulk.knownCount,
      problems: JSON.stringify(content.problems),
      rows: await sealFor(tx, bulk.id, ROWS, bulk.id, content.rows),
    })
    .execute();
}

/** The newest file of this person with the same table in it. */
export async function bulkWithMark(
  tx: Tx<Table>,
  tenantId: string,
  personId: string,
  marks: readonly Buffer[],
): Promise<Bulk | undefined> {
  const row = await tx
    .selectFrom('registration.bulk')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('recorded_by', '=', personId)
    .where('content_mark', 'in', [...marks])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && bulkOf(row);
}

/** One page of the files of one person, newest first, and how many there are. */
export async function bulksBy(
  tx: Tx<Table>,
  tenantId: string,
  personId: string,
  page: { readonly offset: number; readonly size: number },
): Promise<{ readonly rows: readonly Bulk[]; readonly total: number }> {
  const own = tx.selectFrom('registration.bulk').where('tenant_id', '=', tenantId).where('recorded_by', '=', personId);
  const { total } = await own.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await own
    .select(COLUMNS)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.size)
    .execute();
  return { rows: rows.map(bulkOf), total: Number(total) };
}

/** A file of this person, and one page of what is wrong in it; undefined when it is not there, or not hers. */
export async function bulkOfPerson(
  tx: Tx<Table>,
  tenantId: string,
  personId: string,
  id: string,
  page: { readonly offset: number; readonly size: number },
): Promise<
  { readonly bulk: Bulk; readonly problems: readonly BulkProblem[]; readonly problemCount: number } | undefined
> {
  const row = await tx
    .selectFrom('registration.bulk')
    .select(COLUMNS)
    .select(sql<number>`jsonb_array_length(problems)`.as('problemCount'))
    .select(
      sql<BulkProblem[]>`coalesce((select jsonb_agg(p.problem order by p.place)
        from (select problem, place from jsonb_array_elements(problems) with ordinality as e (problem, place)
          order by place offset ${page.offset} limit ${page.size}) p), '[]'::jsonb)`.as('problems'),
    )
    .where('tenant_id', '=', tenantId)
    .where('recorded_by', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { bulk: bulkOf(row), problems: row.problems, problemCount: Number(row.problemCount) };
}

/** A file, held until the deed is done. */
export async function holdBulk(tx: Tx<Table>, tenantId: string, id: string): Promise<Bulk | undefined> {
  const row = await tx
    .selectFrom('registration.bulk')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && bulkOf(row);
}

/** Opens the rows of a file; undefined when they are gone. One line in the log of data processing: all whom it is about, together. */
export async function openRows(tx: Tx<Table | Vault>, tenantId: string, id: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('registration.bulk')
    .select(['rows', 'dossier_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.rows) return undefined;
  const about = { kind: 'registration.person', id } as const;
  const [rows] = await openBytes(tx, [{ sealed: row.rows, about, dossierId: row.dossier_id, column: ROWS, rowId: id }]);
  return rows;
}

/** Writes down how far it is. `more` is what turned out to be wrong on the way. */
export async function markBulk(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  marks: {
    readonly mode?: BulkMode;
    readonly startedAt?: Date;
    readonly nextAt?: Date | null;
    readonly nextRow?: number;
    readonly sentCount?: number;
    readonly knownCount?: number;
    readonly finishedAt?: Date;
    readonly stoppedBy?: string | null;
    readonly more?: readonly BulkProblem[];
  },
): Promise<void> {
  const { mode, startedAt, nextAt, nextRow, sentCount, knownCount, finishedAt, stoppedBy, more = [] } = marks;
  await tx
    .updateTable('registration.bulk')
    .set({
      ...(mode && { mode }),
      ...(startedAt && { started_at: startedAt }),
      ...(nextAt !== undefined && { next_at: nextAt }),
      ...(nextRow !== undefined && { next_row: nextRow }),
      ...(sentCount !== undefined && { sent_count: sentCount }),
      ...(knownCount !== undefined && { known_count: knownCount }),
      ...(finishedAt && { finished_at: finishedAt, rows: null }),
      ...(stoppedBy !== undefined && { stopped_by: stoppedBy }),
      ...(more.length > 0 && { problems: sql`problems || ${JSON.stringify(more)}::jsonb` }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** A row of a file by its marks: the number the organisation gave it, and what it said. */
export interface MarkedRow {
  readonly registrationId: string;
  readonly reference: Buffer;
  readonly content: Buffer;
}

/** Which of these numbers were used before, and for what. By hexadecimal mark. */
export async function knownRows(
  tx: Tx<Rows>,
  tenantId: string,
  references: readonly Buffer[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (references.length === 0) return new Map();
  const { rows } = await sql<{ reference_mark: Buffer; content_mark: Buffer }>`
    select reference_mark, content_mark from registration.bulk_row
    where tenant_id = ${tenantId}::uuid and reference_mark = any(${references}::bytea[])`.execute(tx);
  return new Map(rows.map((row) => [row.reference_mark.toString('hex'), row.content_mark]));
}

/**
 * Claims rows by their numbers; a number that another file claims at the same moment is waited for. @returns the registrations whose
 * number was free
 */
export async function claimRows(
  tx: Tx<Rows>,
  tenantId: string,
  bulkId: string,
  newId: () => string,
  rows: readonly MarkedRow[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  // always in the same order, so that two files do not wait for each other
  const inOrder = rows.toSorted((one, other) => Buffer.compare(one.reference, other.reference));
  const claimed = await tx
    .insertInto('registration.bulk_row')
    .values(
      inOrder.map(({ registrationId, reference, content }) => ({
        tenant_id: tenantId,
        id: newId(),
        registration_id: registrationId,
        dossier_id: registrationId,
        bulk_id: bulkId,
        reference_mark: reference,
        content_mark: content,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'reference_mark']).doNothing())
    .returning('registration_id')
    .execute();
  return new Set(claimed.map(({ registration_id }) => registration_id));
}

/** Erases that a file was there. Who was registered from it stays, under terms of its own. */
export async function deleteBulk(tx: Tx<Table>, tenantId: string, id: string): Promise<number> {
  const deleted = await tx
    .deleteFrom('registration.bulk')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
