import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type CheckAnswer,
  type CheckItem,
  checkOutcome,
  checkPlan,
  checkPrepared,
  type Inspection,
  type InspectionOutcome,
  type InspectionStatus,
  inspectionStatus,
  missingFor,
  namesNobody,
  type OutcomeRefusal,
  type Partner,
  type PlanRefusal,
  type PreparedItem,
  type PrepareRefusal,
} from '../domain/inspection.ts';
import type { Sector } from '../domain/signal-report.ts';
import {
  deleteInspection,
  insertInspection,
  inspectionById,
  inspectionsPage,
  markInspection,
  partnersOf,
  preparedOf,
  savePartner,
  savePrepared,
} from '../persistence/inspection-store.ts';
import { MEASURES_A_PAGE } from '../persistence/measure-rows.ts';
import { type PlaceTermTables, recountPlace } from './count-place-term.ts';
import type { Asking, NotThere } from './held-report.ts';
import {
  type AtPlace,
  keepMeasure,
  type MeasureKind,
  type MeasureTables,
  openMeasure,
  reachedMeasure,
  viewPlace,
} from './measure.ts';
import { showUse } from './show-use.ts';

const INSPECTION: MeasureKind = { subject: 'signals.inspection', rule: 'inspection', list: '/meldingen/controles' };

type Tables =
  | MeasureTables
  | PlaceTermTables
  | 'signals.inspection'
  | 'signals.inspection_check'
  | 'signals.inspection_partner';

const subjectOf = (id: string) => ({ kind: INSPECTION.subject, id }) as const;
type Moved = { readonly code: 'inspection-moved-on' };

/** An inspection of which this person may do the next thing, held until the deed is done; or one answer for every other. */
async function reached(tx: Tx<Tables>, asking: Asking, id: string, letter: 'R' | 'W', time: DomainTime) {
  const found = await inspectionById(tx, asking.actor.organisationId, id, { forUpdate: letter === 'W' });
  return reachedMeasure(tx, asking, found, letter, time);
}

/** Plans an inspection. Signals about the same address are then kept until it is over, when the municipality settled for how long. */
export async function planInspection(
  tx: Tx<Tables | 'privacy.dossier'>,
  { actor }: Asking,
  plan: {
    readonly theme: string;
    readonly sector: Sector;
    readonly place: string | undefined;
    readonly plannedOn: PlainDate;
  },
  time: DomainTime,
): Promise<Result<Done, PlanRefusal>> {
  const checked = checkPlan(plan, time.today);
  if (!checked.ok) return checked;
  const { organisationId: tenantId } = actor;
  const id = await openMeasure(tx, actor, INSPECTION, time);
  await insertInspection(tx, actor, { id, ...plan });
  await keepMeasure(tx, tenantId, INSPECTION, { id, dossierId: id }, plan.plannedOn);
  if (plan.place !== undefined) await recountPlace(tx, tenantId, plan.place, undefined);
  return ok({ subject: subjectOf(id) });
}

/** Records what is arranged, or why it is not needed, before an inspection is held. */
export async function prepareInspection(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly id: string; readonly item: CheckItem; readonly answer: CheckAnswer; readonly note: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | Moved | PrepareRefusal>> {
  const { actor } = asking;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { measure: inspection } = found.value;
  if (isOver(inspection)) return err({ code: 'inspection-moved-on' });
  const checked = checkPrepared(input);
  if (!checked.ok) return checked;
  const { item, answer, note } = input;
  const prepared = { item, answer, note, answeredOn: time.today, answeredByName: actor.personName };
  await savePrepared(tx, actor.organisationId, inspection, prepared);
  return ok({ subject: subjectOf(inspection.id) });
}

/** Records by what power and for what purpose a partner goes along. */
export async function addPartner(
  tx: Tx<Tables>,
  asking: Asking,
  input: Partner & { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | Moved | { readonly code: 'inspection-names-somebody' }>> {
  const { actor } = asking;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { measure: inspection } = found.value;
  if (isOver(inspection)) return err({ code: 'inspection-moved-on' });
  const named = namesNobody([input.power, input.purpose]);
  if (!named.ok) return named;
  await savePartner(tx, actor, inspection, input, time.today);
  return ok({ subject: subjectOf(inspection.id) });
}

export type ReadyRefusal = NotThere | Moved | { readonly code: 'inspection-incomplete' };

/** Records that an inspection is ready: everything was answered and somebody goes along. No inspection without a bed. */
export async function makeReady(
  tx: Tx<Tables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<Done, ReadyRefusal>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, id, 'W', time);
  if (!found.ok) return found;
  const { measure: inspection } = found.value;
  if (inspectionStatus(inspection) !== 'planned') return err({ code: 'inspection-moved-on' });
  const missing = missingFor(await preparedOf(tx, tenantId, id), await partnersOf(tx, tenantId, id));
  if (missing.length > 0) return err({ code: 'inspection-incomplete' });
  await markInspection(tx, tenantId, id, { readyOn: time.today });
  return ok({ subject: subjectOf(id) });
}

/** Records that an inspection was held: how many people, never who. Only when it was ready. */
export async function recordHeld(
  tx: AnyTx,
  asking: Asking,
  input: { readonly id: string; readonly heldOn: PlainDate; readonly outcome: InspectionOutcome },
  time: DomainTime,
): Promise<Result<Done, NotThere | Moved | OutcomeRefusal | { readonly code: 'inspection-not-ready' }>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { measure: inspection } = found.value;
  if (isOver(inspection)) return err({ code: 'inspection-moved-on' });
  if (inspectionStatus(inspection) !== 'ready') return err({ code: 'inspection-not-ready' });
  const checked = checkOutcome(input.outcome, input.heldOn, time.today);
  if (!checked.ok) return checked;
  await markInspection(tx, tenantId, inspection.id, { held: { on: input.heldOn, outcome: input.outcome } });
  await keepMeasure(tx, tenantId, INSPECTION, inspection, input.heldOn);
  await showUse(tx, tenantId, 'K2.7', time);
  return ok({ subject: subjectOf(inspection.id) });
}

/** Cancels an inspection; signals about the address are then kept no longer than any other. */
export async function cancelInspection(
  tx: Tx<Tables>,
  asking: Asking,
  id: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | Moved>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, id, 'W', time);
  if (!found.ok) return found;
  if (isOver(found.value.measure)) return err({ code: 'inspection-moved-on' });
  await markInspection(tx, tenantId, id, { cancelledOn: time.today });
  const place = await found.value.openPlace(tx);
  if (place !== undefined) await recountPlace(tx, tenantId, place, id);
  return ok({ subject: subjectOf(id) });
}

const isOver = (inspection: Inspection): boolean => ['held', 'cancelled'].includes(inspectionStatus(inspection));

export interface InspectionView extends Done, AtPlace {
  readonly inspection: Inspection;
  readonly status: InspectionStatus;
  readonly prepared: readonly PreparedItem[];
  readonly partners: readonly Partner[];
  readonly missing: readonly (CheckItem | 'partner')[];
}

/** One inspection with what is arranged, who goes along, and the signals about its address. */
export async function viewInspection(
  tx: Tx<Tables | 'signals.signal_report'>,
  asking: Asking,
  { id, opens }: { readonly id: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<InspectionView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, id, 'R', time);
  if (!found.ok) return found;
  const { measure: inspection, openPlace } = found.value;
  const prepared = await preparedOf(tx, tenantId, id);
  const partners = await partnersOf(tx, tenantId, id);
  return ok({
    subject: subjectOf(id),
    inspection,
    status: inspectionStatus(inspection),
    prepared,
    partners,
    missing: missingFor(prepared, partners),
    ...(await viewPlace(tx, tenantId, subjectOf(id), opens ? openPlace : undefined)),
  });
}

/** One page of the inspections of a municipality. The address stays shut. */
export async function listInspections(tx: Tx<'signals.inspection'>, actor: Actor, page: number) {
  const { inspections, total } = await inspectionsPage(tx, actor.organisationId, page);
  return {
    inspections: inspections.map((inspection) => ({ ...inspection, status: inspectionStatus(inspection) })),
    total,
    pages: Math.max(1, Math.ceil(total / MEASURES_A_PAGE)),
  };
}

/** Erases an inspection with what was arranged and who went along. */
export const inspectionEraser: Eraser = {
  subjectKind: INSPECTION.subject,
  erase: (tx, { tenantId, id }) => deleteInspection(tx, tenantId, id),
};
