import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type CaseEvent, type EventKind, GONE_KINDS, type Gone } from '../domain/cases/case-event.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.case_event';
type Vault = 'vault.dossier_key';
const CONTENT = 'care.case_event.content';

const COLUMNS = [
  'id',
  'case_id',
  'dossier_id',
  'kind',
  'happened_on',
  'steps',
  'settled_on',
  'recorded_by_name',
  'recorded_at',
  'version',
] as const;

export const eventOf = (row: {
  readonly id: string;
  readonly case_id: string;
  readonly dossier_id: string;
  readonly kind: string;
  readonly happened_on: PlainDate;
  readonly steps: string[];
  readonly settled_on: PlainDate | null;
  readonly recorded_by_name: string;
  readonly recorded_at: Date;
  readonly version: number;
}): CaseEvent => ({
  id: row.id,
  caseId: row.case_id,
  dossierId: row.dossier_id,
  kind: row.kind as EventKind,
  happenedOn: row.happened_on,
  steps: row.steps,
  settledOn: row.settled_on ?? undefined,
  recordedByName: row.recorded_by_name,
  recordedAt: row.recorded_at,
  version: row.version,
});

export async function insertEvent(
  tx: Tx<Table | Vault>,
  tenantId: string,
  event: Omit<CaseEvent, 'steps' | 'version'>,
  text: string,
): Promise<void> {
  const { id, dossierId } = event;
  await tx
    .insertInto('care.case_event')
    .values({
      tenant_id: tenantId,
      id,
      case_id: event.caseId,
      dossier_id: dossierId,
      kind: event.kind,
      happened_on: event.happenedOn,
      steps: [],
      settled_on: event.settledOn ?? null,
      content: text === '' ? null : await sealFor(tx, dossierId, CONTENT, id, text),
      recorded_by_name: event.recordedByName,
      recorded_at: event.recordedAt,
    })
    .execute();
}

/** An event with what was written about it. */
export type ToldEvent = CaseEvent & { readonly text: string | undefined };

/** What happened in a case, newest first, opened; two statements, however many. */
export async function eventsOf(
  tx: Tx<Table | Vault>,
  tenantId: string,
  caseId: string,
  limit: number,
): Promise<readonly ToldEvent[]> {
  const rows = await tx
    .selectFrom('care.case_event')
    .select(COLUMNS)
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  const told = rows.filter(({ content }) => content !== null);
  const texts = await openMany(
    tx,
    told.map(({ id, dossier_id, content }) => ({
      about: aboutPerson(caseId),
      dossierId: dossier_id,
      rowId: id,
      column: CONTENT,
      sealed: content!,
    })),
  );
  const textOf = new Map(told.map(({ id }, index) => [id, texts[index]]));
  return rows.map((row) => ({ ...eventOf(row), text: textOf.get(row.id) }));
}

/** An event of a case, held until the deed is done. */
export async function holdEvent(tx: Tx<Table>, tenantId: string, id: string): Promise<CaseEvent | undefined> {
  const row = await tx
    .selectFrom('care.case_event')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && eventOf(row);
}

export async function writeSteps(
  tx: Tx<Table>,
  tenantId: string,
  { id, version }: CaseEvent,
  steps: readonly string[],
  settledOn: PlainDate | undefined,
): Promise<void> {
  await tx
    .updateTable('care.case_event')
    .set({ steps: [...steps], settled_on: settledOn ?? null, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Who of these cases is gone: she left or is missing, and nobody wrote that she is back since. By case; those who are not gone are not in it. */
export async function goneFrom(
  tx: Tx<Table>,
  tenantId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Gone>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('care.case_event')
    .distinctOn('case_id')
    .select(['case_id', 'kind', 'happened_on'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', 'in', caseIds)
    .where('kind', 'in', [...GONE_KINDS, 'returned'])
    .orderBy('case_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const kind = GONE_KINDS.find((each) => each === row.kind);
      return kind ? [[row.case_id, { kind, since: row.happened_on }] as const] : [];
    }),
  );
}
