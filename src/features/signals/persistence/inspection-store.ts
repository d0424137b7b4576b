import type { Selectable } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, blindIndexes, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type {
  CheckAnswer,
  CheckItem,
  HomeEntry,
  Inspection,
  InspectionOutcome,
  InspectionPartner,
  Partner,
  PreparedItem,
} from '../domain/inspection.ts';
import { normalisedPlace, type Sector } from '../domain/signal-report.ts';
import {
  AFTERMATH_COLUMNS,
  aftermathRow,
  type FoundMeasure,
  found as foundMeasure,
  MEASURES_A_PAGE,
  toAftermath,
} from './measure-rows.ts';

type Table = 'signals.inspection';
type Vault = 'vault.dossier_key';
const PLACE = 'signals.inspection.place';

const COLUMNS = [
  'id',
  'dossier_id',
  'theme',
  'sector',
  'planned_on',
  'planned_by_name',
  'ready_on',
  'held_on',
  'cancelled_on',
  'people_met',
  'minors_met',
  'possible_victims',
  ...AFTERMATH_COLUMNS,
] as const;

type Row = Pick<Selectable<DB['signals.inspection']>, (typeof COLUMNS)[number]>;

/** A row as the domain knows it; the database holds that an outcome is whole. */
function toInspection(row: Row): Inspection {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    theme: row.theme,
    sector: row.sector as Sector,
    plannedOn: row.planned_on,
    plannedByName: row.planned_by_name,
    readyOn: row.ready_on ?? undefined,
    heldOn: row.held_on ?? undefined,
    cancelledOn: row.cancelled_on ?? undefined,
    outcome: row.held_on
      ? {
          peopleMet: row.people_met!,
          minorsMet: row.minors_met!,
          possibleVictims: row.possible_victims!,
          ...toAftermath(row),
        }
      : undefined,
  };
}

/** Lays an inspection; its address, when it has one, sealed under the key of its dossier, which is there already. */
export async function insertInspection(
  tx: Tx<Table | Vault>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  planned: {
    readonly id: string;
    readonly theme: string;
    readonly sector: Sector;
    readonly place: string | undefined;
    readonly plannedOn: PlainDate;
  },
): Promise<void> {
  const { id, place } = planned;
  await tx
    .insertInto('signals.inspection')
    .values({
      tenant_id: actor.organisationId,
      id,
      dossier_id: id,
      theme: planned.theme,
      sector: planned.sector,
      place: place === undefined ? null : await sealFor(tx, id, PLACE, id, place),
      place_index: place === undefined ? null : blindIndex(tx, PLACE, normalisedPlace(place)),
      planned_on: planned.plannedOn,
      planned_by: actor.personId,
      planned_by_name: actor.personName,
    })
    .execute();
}

/** An inspection with its sealed address; held until the deed is done when asked. Undefined when it is not there for who asks. */
export async function inspectionById(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  options: { readonly forUpdate: boolean } = { forUpdate: false },
): Promise<FoundMeasure<Inspection> | undefined> {
  let found = tx
    .selectFrom('signals.inspection')
    .select([...COLUMNS, 'place'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id);
  if (options.forUpdate) found = found.forUpdate();
  const row = await found.executeTakeFirst();
  return row && foundMeasure(toInspection(row), PLACE, row.place, 'nobody');
}

/** One page of the list, the latest day first, and how many there are. Two statements. */
export async function inspectionsPage(
  tx: Tx<Table>,
  tenantId: string,
  page: number,
): Promise<{ readonly inspections: readonly Inspection[]; readonly total: number }> {
  const found = tx.selectFrom('signals.inspection').where('tenant_id', '=', tenantId);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(COLUMNS)
    .orderBy('planned_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MEASURES_A_PAGE)
    .offset((page - 1) * MEASURES_A_PAGE)
    .execute();
  return { inspections: rows.map(toInspection), total };
}

/** Whether another inspection that was not cancelled is about this address. */
export async function isInspected(
  tx: Tx<Table>,
  tenantId: string,
  place: string,
  besides: string | undefined,
): Promise<boolean> {
  let found = tx
    .selectFrom('signals.inspection')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('place_index', 'in', [...blindIndexes(tx, PLACE, normalisedPlace(place))])
    .where('cancelled_on', 'is', null);
  if (besides) found = found.where('id', '!=', besides);
  return (await found.limit(1).executeTakeFirst()) !== undefined;
}

export async function markInspection(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  marks: {
    readonly readyOn?: PlainDate;
    readonly cancelledOn?: PlainDate;
    readonly held?: { readonly on: PlainDate; readonly outcome: InspectionOutcome };
  },
): Promise<void> {
  const { held } = marks;
  await tx
    .updateTable('signals.inspection')
    .set({
      ...(marks.readyOn && { ready_on: marks.readyOn }),
      ...(marks.cancelledOn && { cancelled_on: marks.cancelledOn }),
      ...(held && {
        held_on: held.on,
        people_met: held.outcome.peopleMet,
        minors_met: held.outcome.minorsMet,
        possible_victims: held.outcome.possibleVictims,
        ...aftermathRow(held.outcome),
      }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Writes what is arranged, over what was said of the same thing before. */
export async function savePrepared(
  tx: Tx<'signals.inspection_check'>,
  tenantId: string,
  { id, dossierId }: Pick<Inspection, 'id' | 'dossierId'>,
  prepared: PreparedItem,
): Promise<void> {
  const said = {
    answer: prepared.answer,
    note: prepared.note,
    answered_on: prepared.answeredOn,
    answered_by_name: prepared.answeredByName,
  };
  await tx
    .insertInto('signals.inspection_check')
    .values({ tenant_id: tenantId, inspection_id: id, dossier_id: dossierId, item: prepared.item, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'inspection_id', 'item']).doUpdateSet(said))
    .execute();
}

export async function preparedOf(
  tx: Tx<'signals.inspection_check'>,
  tenantId: string,
  inspectionId: string,
): Promise<readonly PreparedItem[]> {
  const rows = await tx
    .selectFrom('signals.inspection_check')
    .select(['item', 'answer', 'note', 'answered_on', 'answered_by_name'])
    .where('tenant_id', '=', tenantId)
    .where('inspection_id', '=', inspectionId)
    .execute();
  return rows.map((row) => ({
    item: row.item as CheckItem,
    answer: row.answer as CheckAnswer,
    note: row.note,
    answeredOn: row.answered_on,
    answeredByName: row.answered_by_name,
  }));
}

/** Writes by what power and for what purpose a partner goes along, over what was said of it before. */
export async function savePartner(
  tx: Tx<'signals.inspection_partner'>,
  actor: Pick<Actor, 'organisationId' | 'personName'>,
  { id, dossierId }: Pick<Inspection, 'id' | 'dossierId'>,
  partner: Partner,
  on: PlainDate,
): Promise<void> {
  const said = {
    power: partner.power,
    purpose: partner.purpose,
    home_entry: partner.homeEntry,
    added_on: on,
    added_by_name: actor.personName,
  };
  await tx
    .insertInto('signals.inspection_partner')
    .values({
      tenant_id: actor.organisationId,
      inspection_id: id,
      dossier_id: dossierId,
      partner: partner.partner,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'inspection_id', 'partner']).doUpdateSet(said))
    .execute();
}

export async function partnersOf(
  tx: Tx<'signals.inspection_partner'>,
  tenantId: string,
  inspectionId: string,
): Promise<readonly Partner[]> {
  const rows = await tx
    .selectFrom('signals.inspection_partner')
    .select(['partner', 'power', 'purpose', 'home_entry'])
    .where('tenant_id', '=', tenantId)
    .where('inspection_id', '=', inspectionId)
    .orderBy('partner')
    .execute();
  return rows.map((row) => ({
    partner: row.partner as InspectionPartner,
    power: row.power,
    purpose: row.purpose,
    homeEntry: row.home_entry as HomeEntry,
  }));
}

/** Deletes an inspection and all that hangs on it. @returns how many rows of which table */
export async function deleteInspection(
  tx: Tx<Table | 'signals.inspection_check' | 'signals.inspection_partner'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const checks = await tx
    .deleteFrom('signals.inspection_check')
    .where('tenant_id', '=', tenantId)
    .where('inspection_id', '=', id)
    .executeTakeFirst();
  const partners = await tx
    .deleteFrom('signals.inspection_partner')
    .where('tenant_id', '=', tenantId)
    .where('inspection_id', '=', id)
    .executeTakeFirst();
  const inspections = await tx
    .deleteFrom('signals.inspection')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'signals.inspection_check': Number(checks.numDeletedRows),
    'signals.inspection_partner': Number(partners.numDeletedRows),
    'signals.inspection': Number(inspections.numDeletedRows),
  };
}
