import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { Sector } from './signal-report.ts';

/** What is arranged before an inspection: whoever loses a bed tonight, has one tonight. */
export const CHECK_ITEMS = [
  'interpreter',
  'care',
  'rights',
  'bed',
  'children',
  'transport',
  'belongings',
  'aftercare',
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];

/** What no inspection goes without: somebody for care, somebody who tells people their rights, and places to sleep. */
export const ALWAYS_NEEDED: ReadonlySet<CheckItem> = new Set(['care', 'rights', 'bed']);

export const CHECK_ANSWERS = ['arranged', 'not-needed'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const INSPECTION_PARTNERS = [
  'municipality',
  'police',
  'labour-authority',
  'tax-authority',
  'border-police',
  'fire-safety',
  'food-safety',
  'benefits',
  'housing-corporation',
  'other',
] as const;
export type InspectionPartner = (typeof INSPECTION_PARTNERS)[number];

/** How a partner enters a home, if it does: with the consent of who lives there, or by a warrant. */
export const HOME_ENTRIES = ['none', 'consent', 'warrant'] as const;
export type HomeEntry = (typeof HOME_ENTRIES)[number];

export interface PreparedItem {
  readonly item: CheckItem;
  readonly answer: CheckAnswer;
  readonly note: string;
  readonly answeredOn: PlainDate;
  readonly answeredByName: string;
}

export interface Partner {
  readonly partner: InspectionPartner;
  readonly power: string;
  readonly purpose: string;
  readonly homeEntry: HomeEntry;
}

/** Who lost a home or work by what the municipality did, and where those without a home went. Numbers, never who. */
export interface Aftermath {
  readonly lostHome: number;
  readonly lostWork: number;
  readonly wentShelter: number;
  readonly wentHousing: number;
  readonly wentFamily: number;
  readonly wentAbroad: number;
  readonly wentUnknown: number;
}

export interface InspectionOutcome extends Aftermath {
  readonly peopleMet: number;
  readonly minorsMet: number;
  readonly possibleVictims: number;
}

export interface Inspection {
  readonly id: string;
  readonly dossierId: string;
  readonly theme: string;
  readonly sector: Sector;
  readonly plannedOn: PlainDate;
  readonly plannedByName: string;
  readonly readyOn: PlainDate | undefined;
  readonly heldOn: PlainDate | undefined;
  readonly cancelledOn: PlainDate | undefined;
  readonly outcome: InspectionOutcome | undefined;
}

/** Where an inspection stands. Never stored: it follows from the days. */
export type InspectionStatus = 'planned' | 'ready' | 'held' | 'cancelled';

export function inspectionStatus(dates: Pick<Inspection, 'readyOn' | 'heldOn' | 'cancelledOn'>): InspectionStatus {
  if (dates.cancelledOn) return 'cancelled';
  if (dates.heldOn) return 'held';
  return dates.readyOn ? 'ready' : 'planned';
}

export type PlanRefusal = { readonly code: 'planned-in-past' | 'inspection-names-somebody' };

/** Whether an inspection may be planned so: on a day to come, with a theme that names nobody. */
export function checkPlan(
  plan: { readonly theme: string; readonly plannedOn: PlainDate },
  today: PlainDate,
): Result<undefined, PlanRefusal> {
  if (plan.plannedOn < today) return err({ code: 'planned-in-past' });
  return namesNobody([plan.theme]);
}

/** Texts about an inspection say what, never whom: they are not sealed. */
export function namesNobody(
  texts: readonly string[],
): Result<undefined, { readonly code: 'inspection-names-somebody' }> {
  const names = texts.map(guardText).some(({ numbers, looksLikeName }) => numbers.length > 0 || looksLikeName);
  return names ? err({ code: 'inspection-names-somebody' }) : ok(undefined);
}

export type PrepareRefusal = { readonly code: 'always-needed' | 'inspection-names-somebody' };

/** Whether this may stand as the answer about one thing: a place to sleep is never «not needed». */
export function checkPrepared(
  prepared: Pick<PreparedItem, 'item' | 'answer' | 'note'>,
): Result<undefined, PrepareRefusal> {
  if (prepared.answer === 'not-needed' && ALWAYS_NEEDED.has(prepared.item)) return err({ code: 'always-needed' });
  return namesNobody([prepared.note]);
}

/** What is missing before an inspection is ready: things without an answer, and a partner that says by what power it comes. */
export function missingFor(
  prepared: readonly Pick<PreparedItem, 'item'>[],
  partners: readonly Partner[],
): readonly (CheckItem | 'partner')[] {
  const open = CHECK_ITEMS.filter((item) => !prepared.some((each) => each.item === item));
  return partners.length === 0 ? [...open, 'partner'] : open;
}

export type AftermathRefusal = { readonly code: 'went-does-not-add-up' };

/** Everybody who lost a home went somewhere, if only nobody knows where. */
export function checkAftermath(after: Aftermath): Result<undefined, AftermathRefusal> {
  const went = after.wentShelter + after.wentHousing + after.wentFamily + after.wentAbroad + after.wentUnknown;
  return went === after.lostHome ? ok(undefined) : err({ code: 'went-does-not-add-up' });
}

export type OutcomeRefusal = AftermathRefusal | { readonly code: 'held-in-future' | 'more-than-met' };

/** Whether an inspection may be recorded as held with these numbers. */
export function checkOutcome(
  outcome: InspectionOutcome,
  heldOn: PlainDate,
  today: PlainDate,
): Result<undefined, OutcomeRefusal> {
  if (heldOn > today) return err({ code: 'held-in-future' });
  if (outcome.minorsMet > outcome.peopleMet || outcome.possibleVictims > outcome.peopleMet)
    return err({ code: 'more-than-met' });
  return checkAftermath(outcome);
}
