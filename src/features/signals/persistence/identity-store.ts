import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, blindIndexes, openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type PersonIdentity, personKey } from '../domain/person.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { REPORT_COLUMNS, toReport } from './report-rows.ts';

type Table = 'signals.identity';
type Vault = 'vault.dossier_key';
const CONTENT = 'signals.identity.content';

/** That a person in a signal is known, without who it is. */
export interface KnownPerson {
  readonly id: string;
  readonly recordedOn: PlainDate;
}

/** Seals who a person is under the key of the signal's dossier, with the index by which she is recognised here and nowhere else. */
export async function insertIdentity(
  tx: Tx<Table | Vault>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  recorded: { readonly id: string; readonly person: PersonIdentity; readonly by: string; readonly on: PlainDate },
): Promise<void> {
  const { id, person } = recorded;
  const key = personKey(person);
  await tx
    .insertInto('signals.identity')
    .values({
      tenant_id: tenantId,
      id,
      report_id: report.id,
      dossier_id: report.dossierId,
      content: await sealFor(tx, report.dossierId, CONTENT, id, JSON.stringify(person)),
      person_index: key === undefined ? null : blindIndex(tx, CONTENT, key),
      recorded_by: recorded.by,
      recorded_on: recorded.on,
    })
    .execute();
}

/** How many persons of a signal are known, in the order in which they were recorded. Opens nothing. */
export async function personsOf(tx: Tx<Table>, tenantId: string, reportId: string): Promise<readonly KnownPerson[]> {
  const rows = await tx
    .selectFrom('signals.identity')
    .select(['id', 'recorded_on as recordedOn'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('recorded_on')
    .orderBy('id')
    .execute();
  return rows;
}

/** Opens who a person is; a row in the log of data processing. Undefined when she is not in this signal, or was erased. */
export async function openIdentity(
  tx: Tx<Table | Vault>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  id: string,
): Promise<PersonIdentity | undefined> {
  const row = await tx
    .selectFrom('signals.identity')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', report.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const about = { kind: 'signals.identity', id };
  const [text] = await openMany(tx, [
    { sealed: row.content, about, dossierId: report.dossierId, column: CONTENT, rowId: id },
  ]);
  return text === undefined ? undefined : (JSON.parse(text) as PersonIdentity);
}

/** Signals with the same person, by the organisation's own index; who it is stays shut. */
export async function reportsWithPerson(
  tx: Tx<Table | 'signals.signal_report'>,
  tenantId: string,
  indexes: readonly Buffer[],
  besides: string | undefined,
): Promise<readonly SignalReport[]> {
  if (indexes.length === 0) return [];
  let found = tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('signals.identity')
        .select('report_id')
        .where('tenant_id', '=', tenantId)
        .where('person_index', 'in', [...indexes]),
    );
  if (besides) found = found.where('id', '!=', besides);
  const rows = await found.orderBy('received_on', 'desc').orderBy('id').limit(50).execute();
  return rows.map(toReport);
}

/** The indexes of the persons of a signal as they stand: of whatever key they were made with. */
export async function indexesOf(tx: Tx<Table>, tenantId: string, reportId: string): Promise<readonly Buffer[]> {
  const rows = await tx
    .selectFrom('signals.identity')
    .select('person_index')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('person_index', 'is not', null)
    .execute();
  return rows.map((row) => Buffer.from(row.person_index!));
}

/** To seek a person by, under the key of today and those of before; nothing for who is known by a name alone. */
export function personIndexes(tx: object, person: Pick<PersonIdentity, 'name' | 'birthDate'>): readonly Buffer[] {
  const key = personKey(person);
  return key === undefined ? [] : blindIndexes(tx, CONTENT, key);
}

/** One time that somebody opened who a person is. */
export interface Opening {
  readonly id: string;
  readonly openedAt: Date;
  readonly openedByName: string;
  readonly reason: string;
}

export async function insertOpening(
  tx: Tx<'signals.identity_opening'>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  /** Without `identityId` it is how a source from outside may be reached. */
  opening: Opening & { readonly identityId: string | undefined },
): Promise<void> {
  await tx
    .insertInto('signals.identity_opening')
    .values({
      tenant_id: tenantId,
      id: opening.id,
      identity_id: opening.identityId ?? null,
      report_id: report.id,
      dossier_id: report.dossierId,
      opened_at: opening.openedAt,
      opened_by_name: opening.openedByName,
      reason: opening.reason,
    })
    .execute();
}

/** Who opened the persons of a signal, newest first. */
export async function openingsOf(
  tx: Tx<'signals.identity_opening'>,
  tenantId: string,
  reportId: string,
): Promise<readonly Opening[]> {
  return tx
    .selectFrom('signals.identity_opening')
    .select(['id', 'opened_at as openedAt', 'opened_by_name as openedByName', 'reason'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
}

/** Every opening of the organisation, newest first, for who supervises: which signal, who and why, never who it was. */
export async function latestOpenings(
  tx: Tx<'signals.identity_opening' | 'signals.signal_report'>,
  tenantId: string,
): Promise<readonly (Opening & { readonly code: string })[]> {
  return tx
    .selectFrom('signals.identity_opening as o')
    .innerJoin('signals.signal_report as r', (join) =>
      join.onRef('r.tenant_id', '=', 'o.tenant_id').onRef('r.id', '=', 'o.report_id'),
    )
    .select(['o.id', 'o.opened_at as openedAt', 'o.opened_by_name as openedByName', 'o.reason', 'r.code'])
    .where('o.tenant_id', '=', tenantId)
    .orderBy('o.opened_at', 'desc')
    .limit(100)
    .execute();
}
