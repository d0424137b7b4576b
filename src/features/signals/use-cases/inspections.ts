import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type Countdown, countdownOf, type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
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
import type { Sector, SignalReport } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import {
  deleteInspection,
  INSPECTIONS_A_PAGE,
  insertInspection,
  inspectionById,
  inspectionsPage,
  markInspection,
  type OpenPlace,
  partnersOf,
  preparedOf,
  savePartner,
  savePrepared,
} from '../persistence/inspection-store.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { placeIndexes } from '../persistence/report-store.ts';
import { type PlaceTermTables, recountPlace } from './count-place-term.ts';
import type { Asking, NotThere } from './held-report.ts';

export const INSPECTION_SUBJECT = 'signals.inspection';
export const inspectionPath = (id: string): string => `/meldingen/controles/${id}`;

type Tables =
  | DossierTables
  | KeepTables
  | PlaceTermTables
  | 'signals.inspection'
  | 'signals.inspection_check'
  | 'signals.inspection_partner'
  | 'vault.dossier_key';

const subjectOf = (id: string) => ({ kind: INSPECTION_SUBJECT, id }) as const;
type Moved = { readonly code: 'inspection-moved-on' };

/** An inspection of which this person may do the next thing, held until the deed is done; or one answer for every other. */
async function reached(
  tx: Tx<Tables>,
  { actor, policy }: Asking,
  id: string,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<{ readonly inspection: Inspection; readonly openPlace: OpenPlace }, NotThere>> {
  const found = await inspectionById(tx, actor.organisationId, id, { forUpdate: letter === 'W' });
  if (!found) return err({ code: 'not-found' });
  const { dossierId } = found.inspection;
  const asked = { dossierId, letter, dataClass: 'D3', purpose: 'VA-02' } as const;
  return (await askDossier(tx, policy, actor, asked, time)).ok ? ok(found) : err({ code: 'not-found' });
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
  // random, not in order of time: it stands in addresses
  const id = newRandomId();
  const { organisationId: tenantId } = actor;
  await openDossier(tx, actor, { id, kind: INSPECTION_SUBJECT, activity: 'VA-02', path: inspectionPath(id) }, time);
  await insertInspection(tx, actor, { id, ...plan });
  await keepRecord(tx, {
    tenantId,
    rule: 'inspection',
    subject: subjectOf(id),
    dossierId: id,
    startsOn: plan.plannedOn,
  });
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
  const { inspection } = found.value;
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
  const { inspection } = found.value;
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
  const { inspection } = found.value;
  if (inspectionStatus(inspection) !== 'planned') return err({ code: 'inspection-moved-on' });
  const missing = missingFor(await preparedOf(tx, tenantId, id), await partnersOf(tx, tenantId, id));
  if (missing.length > 0) return err({ code: 'inspection-incomplete' });
  await markInspection(tx, tenantId, id, { readyOn: time.today });
  return ok({ subject: subjectOf(id) });
}

/** Records that an inspection was held: how many people, never who. Only when it was ready. */
export async function recordHeld(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly id: string; readonly heldOn: PlainDate; readonly outcome: InspectionOutcome },
  time: DomainTime,
): Promise<Result<Done, NotThere | Moved | OutcomeRefusal | { readonly code: 'inspection-not-ready' }>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await reached(tx, asking, input.id, 'W', time);
  if (!found.ok) return found;
  const { inspection } = found.value;
  if (isOver(inspection)) return err({ code: 'inspection-moved-on' });
  if (inspectionStatus(inspection) !== 'ready') return err({ code: 'inspection-not-ready' });
  const checked = checkOutcome(input.outcome, input.heldOn, time.today);
  if (!checked.ok) return checked;
  const { id, dossierId } = inspection;
  await markInspection(tx, tenantId, id, { held: { on: input.heldOn, outcome: input.outcome } });
  await keepRecord(tx, { tenantId, rule: 'inspection', subject: subjectOf(id), dossierId, startsOn: input.heldOn });
  return ok({ subject: subjectOf(id) });
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
  if (isOver(found.value.inspection)) return err({ code: 'inspection-moved-on' });
  await markInspection(tx, tenantId, id, { cancelledOn: time.today });
  const place = await found.value.openPlace(tx);
  if (place !== undefined) await recountPlace(tx, tenantId, place, id);
  return ok({ subject: subjectOf(id) });
}

const isOver = (inspection: Inspection): boolean => ['held', 'cancelled'].includes(inspectionStatus(inspection));

export interface InspectionView extends Done {
  readonly inspection: Inspection;
  readonly status: InspectionStatus;
  readonly place: string | undefined;
  readonly prepared: readonly PreparedItem[];
  readonly partners: readonly Partner[];
  readonly missing: readonly (CheckItem | 'partner')[];
  /** Signals about the same address, without what they say. */
  readonly signals: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly countdown: Countdown | undefined;
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
  const { inspection, openPlace } = found.value;
  const place = opens ? await openPlace(tx) : undefined;
  const prepared = await preparedOf(tx, tenantId, id);
  const partners = await partnersOf(tx, tenantId, id);
  const indexes = place === undefined ? [] : placeIndexes(tx, place);
  const signals = await reportsAtPlace(tx, tenantId, indexes, undefined);
  return ok({
    subject: subjectOf(id),
    inspection,
    status: inspectionStatus(inspection),
    place,
    prepared,
    partners,
    missing: missingFor(prepared, partners),
    signals: signals.map((report) => ({ ...report, status: statusOf(report) })),
    countdown: await countdownOf(tx, tenantId, subjectOf(id)),
  });
}

/** One page of the inspections of a municipality. The address stays shut. */
export async function listInspections(tx: Tx<'signals.inspection'>, actor: Actor, page: number) {
  const { inspections, total } = await inspectionsPage(tx, actor.organisationId, page);
  return {
    inspections: inspections.map((inspection) => ({ ...inspection, status: inspectionStatus(inspection) })),
    total,
    pages: Math.max(1, Math.ceil(total / INSPECTIONS_A_PAGE)),
  };
}

/** Erases an inspection with what was arranged and who went along. */
export const inspectionEraser: Eraser = {
  subjectKind: INSPECTION_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteInspection(tx, tenantId, id),
};
