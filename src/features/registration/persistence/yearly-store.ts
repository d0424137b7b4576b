import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { RegistrationContent } from '../domain/registration.ts';
import type { YearlyField, YearlyReport } from '../domain/yearly-delivery.ts';
import { isTakenBack } from './delivery-store.ts';

type Table = 'registration.yearly_delivery';
type Sources = 'registration.record' | 'registration.delivery' | 'exchange.message';
const CONTENT = 'registration.delivery.content';

/** Every report in a year of the persons who were first reported in it, as it lies there: nothing is opened. */
function reportsOf(tx: Tx<Sources>, tenantId: string, year: number) {
  return tx
    .selectFrom('registration.delivery as d')
    .innerJoin('registration.record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'd.tenant_id').onRef('r.id', '=', 'd.record_id'),
    )
    .select(['d.id', 'd.record_id', 'd.dossier_id', 'd.reporter_type', 'd.route', 'd.region', 'd.content', 'r.root_id'])
    .select(isTakenBack().as('isTakenBack'))
    .where('d.tenant_id', '=', tenantId)
    .where(sql<boolean>`extract(year from d.received_on) = ${year}`)
    .where(
      sql<boolean>`not exists (
        select from registration.record one
        join registration.delivery earlier on earlier.tenant_id = one.tenant_id and earlier.record_id = one.id
        where one.tenant_id = r.tenant_id and one.root_id = r.root_id and extract(year from earlier.received_on) < ${year})`,
    )
    .orderBy('d.id');
}

type SourceRow = Awaited<ReturnType<ReturnType<typeof reportsOf>['execute']>>[number];

/** Changes as soon as a report comes, goes, is taken back, is told otherwise, or counts with somebody else. */
function markOf(rows: readonly SourceRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    hash.update(`${row.id} ${row.root_id} ${row.reporter_type} ${row.route} ${row.region} ${row.isTakenBack} `);
    hash.update(row.content ?? '-');
    hash.update('\n');
  }
  return hash.digest('hex');
}

/** The mark of what a delivery about a year would be made of now. */
export async function yearlyMark(tx: Tx<Sources>, tenantId: string, year: number): Promise<string> {
  return markOf(await reportsOf(tx, tenantId, year).execute());
}

/** How many reports there are of persons of this year. */
export async function countReports(tx: Tx<Sources>, tenantId: string, year: number): Promise<number> {
  const { reports } = await tx
    .selectFrom(reportsOf(tx, tenantId, year).clearSelect().clearOrderBy().select('d.id').as('found'))
    .select(({ fn }) => fn.countAll<number>().as('reports'))
    .executeTakeFirstOrThrow();
  return Number(reports);
}

/** What a delivery is made of: what was reported about each person, as far as it may still be read. */
export interface YearlySources {
  readonly mark: string;
  readonly persons: readonly (readonly YearlyReport[])[];
  /** Of so many persons nothing may be read any more. */
  readonly leftOut: number;
}

/** Opens every report of a year; each person leaves a row in the log of data processing. Who she is, is not opened. */
export async function openYear(
  tx: Tx<Sources | 'vault.dossier_key'>,
  tenantId: string,
  year: number,
): Promise<YearlySources> {
  const rows = await reportsOf(tx, tenantId, year).execute();
  const readable = rows.filter((row) => row.content !== null && !(row.route === 'by-name' && row.isTakenBack));
  const texts = await openMany(
    tx,
    readable.map((row) => ({
      sealed: row.content!,
      about: { kind: 'registration.person', id: row.record_id },
      dossierId: row.dossier_id,
      column: CONTENT,
      rowId: row.id,
    })),
  );
  const persons = new Map<string, YearlyReport[]>(rows.map(({ root_id }) => [root_id, []]));
  for (const [index, row] of readable.entries()) {
    const text = texts[index];
    if (text === undefined) continue;
    const content = JSON.parse(text) as RegistrationContent;
    const { reporter_type: reporterType, route, region } = row;
    persons.get(row.root_id)!.push({ reporterType, route, region, content });
  }
  const told = [...persons.values()].filter((reports) => reports.length > 0);
  return { mark: markOf(rows), persons: told, leftOut: persons.size - told.length };
}

/** What was made to go to the Rapporteur, and how far it is. */
export interface YearlyDelivery {
  readonly id: string;
  readonly year: number;
  /** One: the first about this year. More: a correction. */
  readonly nth: number;
  readonly k: number;
  readonly sha256: string;
  readonly sourceMark: string;
  readonly rows: number;
  readonly persons: number;
  readonly leftOut: number;
  readonly folded: Readonly<Record<YearlyField, number>>;
  readonly correctionReason: string | undefined;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly askedBy: string | undefined;
  readonly approvedBy: string | undefined;
  readonly approvedAt: Date | undefined;
}

const COLUMNS = [
  'id',
  'year',
  'nth',
  'k',
  'content_sha256',
  'source_sha256',
  'row_count',
  'person_count',
  'left_out',
  'folded',
  'correction_reason',
  'prepared_by_name',
  'prepared_at',
  'asked_by_name',
  'approved_by_name',
  'approved_at',
] as const;

const inTable = (tx: Tx<Table>, tenantId: string) =>
  tx.selectFrom('registration.yearly_delivery').select(COLUMNS).where('tenant_id', '=', tenantId);
type Row = Awaited<ReturnType<ReturnType<typeof inTable>['execute']>>[number];

const deliveryOf = (row: Row): YearlyDelivery => ({
  id: row.id,
  year: row.year,
  nth: row.nth,
  k: row.k,
  sha256: row.content_sha256,
  sourceMark: row.source_sha256,
  rows: row.row_count,
  persons: row.person_count,
  leftOut: row.left_out,
  folded: row.folded as unknown as YearlyDelivery['folded'],
  correctionReason: row.correction_reason ?? undefined,
  preparedBy: row.prepared_by_name,
  preparedAt: row.prepared_at,
  askedBy: row.asked_by_name ?? undefined,
  approvedBy: row.approved_by_name ?? undefined,
  approvedAt: row.approved_at ?? undefined,
});

/** So many stand in the list: one a year, with its corrections. */
const SHOWN = 200;

/** What was made for the Rapporteur, the last year first. */
export async function yearlyDeliveries(tx: Tx<Table>, tenantId: string): Promise<readonly YearlyDelivery[]> {
  const rows = await inTable(tx, tenantId)
    .orderBy('year', 'desc')
    .orderBy('prepared_at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map(deliveryOf);
}

/** When the office answered what was sent, by the id of the delivery; of what waits, nothing. */
export async function receiptsOf(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  kind: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('exchange.message')
    .select(['id', 'answered_at'])
    .where('tenant_id', '=', tenantId)
    .where('box', '=', 'out')
    .where('kind', '=', kind)
    .where('state', '=', 'accepted')
    .execute();
  return new Map(rows.flatMap(({ id, answered_at }) => (answered_at ? [[id, answered_at] as const] : [])));
}

/** Everything made about a year, held in one order: who comes second waits here, and sees what the first did. */
export async function holdYear(tx: Tx<Table>, tenantId: string, year: number): Promise<readonly YearlyDelivery[]> {
  const rows = await inTable(tx, tenantId).where('year', '=', year).orderBy('id').forUpdate().execute();
  return rows.map(deliveryOf);
}

export async function yearlyDelivery(tx: Tx<Table>, tenantId: string, id: string): Promise<YearlyDelivery | undefined> {
  const row = await inTable(tx, tenantId).where('id', '=', id).executeTakeFirst();
  return row && deliveryOf(row);
}

/** The very text that is sent. */
export async function yearlyContent(tx: Tx<Table>, tenantId: string, id: string): Promise<string> {
  const { content } = await tx
    .selectFrom('registration.yearly_delivery')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return content;
}

/** Lays what was made. @returns false when the very same stands there, made by somebody else at this moment */
export async function insertYearly(
  tx: Tx<Table>,
  tenantId: string,
  made: Omit<YearlyDelivery, 'askedBy' | 'approvedBy' | 'approvedAt'> & { readonly content: string },
): Promise<boolean> {
  const laid = await tx
    .insertInto('registration.yearly_delivery')
    .values({
      tenant_id: tenantId,
      id: made.id,
      year: made.year,
      nth: made.nth,
      k: made.k,
      content: made.content,
      content_sha256: made.sha256,
      source_sha256: made.sourceMark,
      row_count: made.rows,
      person_count: made.persons,
      left_out: made.leftOut,
      folded: JSON.stringify(made.folded),
      correction_reason: made.correctionReason ?? null,
      prepared_by_name: made.preparedBy,
      prepared_at: made.preparedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** The same was made again, of what lies there now: it can be asked for again. */
export async function renewYearly(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  now: Pick<
    YearlyDelivery,
    'sourceMark' | 'leftOut' | 'folded' | 'nth' | 'correctionReason' | 'preparedBy' | 'preparedAt'
  >,
): Promise<void> {
  await tx
    .updateTable('registration.yearly_delivery')
    .set({
      source_sha256: now.sourceMark,
      left_out: now.leftOut,
      folded: JSON.stringify(now.folded),
      nth: now.nth,
      correction_reason: now.correctionReason ?? null,
      prepared_by_name: now.preparedBy,
      prepared_at: now.preparedAt,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .execute();
}

/** From now on it is a delivery, and never changes. */
export async function markApproved(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  by: { readonly asked: string; readonly approved: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('registration.yearly_delivery')
    .set({ asked_by_name: by.asked, approved_by_name: by.approved, approved_at: by.at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .execute();
}
