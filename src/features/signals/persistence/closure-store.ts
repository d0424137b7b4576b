import type { Selectable } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Closure, ClosureInstrument, VictimCheck } from '../domain/closure.ts';
import type { Aftermath } from '../domain/inspection.ts';
import { normalisedPlace, type YesNoUnknown } from '../domain/signal-report.ts';
import {
  AFTERMATH_COLUMNS,
  aftermathRow,
  type FoundMeasure,
  found as foundMeasure,
  MEASURES_A_PAGE,
  toAftermath,
} from './measure-rows.ts';

type Table = 'signals.closure';
type Vault = 'vault.dossier_key';
const PLACE = 'signals.closure.place';

const COLUMNS = [
  'id',
  'dossier_id',
  'instrument',
  'intended_on',
  'recorded_by_name',
  'victim_check',
  'checked_by',
  'checked_on',
  'help_arranged',
  'ready_on',
  'carried_out_on',
  'cancelled_on',
  ...AFTERMATH_COLUMNS,
] as const;

type Row = Pick<Selectable<DB['signals.closure']>, (typeof COLUMNS)[number]>;

function toClosure(row: Row): Closure {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    instrument: row.instrument as ClosureInstrument,
    intendedOn: row.intended_on,
    recordedByName: row.recorded_by_name,
    check:
      row.victim_check && row.checked_by && row.checked_on
        ? {
            answer: row.victim_check as YesNoUnknown,
            checkedBy: row.checked_by,
            checkedOn: row.checked_on,
            isHelpArranged: row.help_arranged ?? false,
          }
        : undefined,
    readyOn: row.ready_on ?? undefined,
    carriedOutOn: row.carried_out_on ?? undefined,
    cancelledOn: row.cancelled_on ?? undefined,
    aftermath: row.carried_out_on ? toAftermath(row) : undefined,
  };
}

/** Lays a closure that is intended, its address sealed under the key of its dossier, which is there already. */
export async function insertClosure(
  tx: Tx<Table | Vault>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  intended: {
    readonly id: string;
    readonly instrument: ClosureInstrument;
    readonly place: string;
    readonly intendedOn: PlainDate;
  },
  today: PlainDate,
): Promise<void> {
  const { id, place } = intended;
  await tx
    .insertInto('signals.closure')
    .values({
      tenant_id: actor.organisationId,
      id,
      dossier_id: id,
      instrument: intended.instrument,
      place: await sealFor(tx, id, PLACE, id, place),
      place_index: blindIndex(tx, PLACE, normalisedPlace(place)),
      intended_on: intended.intendedOn,
      recorded_on: today,
      recorded_by: actor.personId,
      recorded_by_name: actor.personName,
    })
    .execute();
}

/** A closure with its sealed address; held until the deed is done when asked. Undefined when it is not there for who asks. */
export async function closureById(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  options: { readonly forUpdate: boolean } = { forUpdate: false },
): Promise<FoundMeasure<Closure> | undefined> {
  let found = tx
    .selectFrom('signals.closure')
    .select([...COLUMNS, 'place'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id);
  if (options.forUpdate) found = found.forUpdate();
  const row = await found.executeTakeFirst();
  // whoever lives there may be a victim: looking at the address is looking at somebody
  return row && foundMeasure(toClosure(row), PLACE, row.place, { kind: 'signals.closure', id });
}

/** One page of the list, the latest day first, and how many there are. Two statements. */
export async function closuresPage(
  tx: Tx<Table>,
  tenantId: string,
  page: number,
): Promise<{ readonly closures: readonly Closure[]; readonly total: number }> {
  const found = tx.selectFrom('signals.closure').where('tenant_id', '=', tenantId);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(COLUMNS)
    .orderBy('intended_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MEASURES_A_PAGE)
    .offset((page - 1) * MEASURES_A_PAGE)
    .execute();
  return { closures: rows.map(toClosure), total };
}

export async function markClosure(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  marks: {
    readonly check?: VictimCheck;
    readonly readyOn?: PlainDate;
    readonly cancelledOn?: PlainDate;
    readonly carriedOut?: { readonly on: PlainDate; readonly aftermath: Aftermath };
  },
): Promise<void> {
  const { check, carriedOut } = marks;
  await tx
    .updateTable('signals.closure')
    .set({
      ...(check && {
        victim_check: check.answer,
        checked_by: check.checkedBy,
        checked_on: check.checkedOn,
        help_arranged: check.isHelpArranged,
      }),
      ...(marks.readyOn && { ready_on: marks.readyOn }),
      ...(marks.cancelledOn && { cancelled_on: marks.cancelledOn }),
      ...(carriedOut && {
        carried_out_on: carriedOut.on,
        ...aftermathRow(carriedOut.aftermath),
      }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a closure. @returns how many rows */
export async function deleteClosure(tx: Tx<Table>, tenantId: string, id: string): Promise<number> {
  const deleted = await tx
    .deleteFrom('signals.closure')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
