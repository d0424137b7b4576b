import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import type { NeedReason, SupportKind } from './need.ts';

/** What the desk has to give. */
export const OFFERS = {
  training: 'Training',
  visit: 'Bezoek',
  template: 'Voorbeeld of format',
  quartermaster: 'Kwartiermaker',
  expert: 'Deskundige',
} as const;
export type Offer = keyof typeof OFFERS;

/** What came of it, as the municipality and the desk see it after three months. */
export const EFFECTS = {
  arranged: 'Het is geregeld',
  busy: 'Er wordt aan gewerkt',
  nothing: 'Het hielp niet',
} as const;
export type Effect = keyof typeof EFFECTS;

export type RequestState = 'asked' | 'taken' | 'helped' | 'closed';

export interface SupportRequest {
  readonly tenantId: string;
  readonly id: string;
  readonly deskIds: readonly string[];
  readonly kind: SupportKind;
  readonly element: string;
  readonly reason: NeedReason;
  readonly wish: string;
  readonly state: RequestState;
  readonly version: number;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  /** By this day somebody of the desk has taken it. */
  readonly answerBy: PlainDate;
  readonly owner: { readonly name: string; readonly organisation: string } | undefined;
  readonly plan: { readonly offer: Offer; readonly on: PlainDate } | undefined;
  /** The session in which it has a place; undefined when it is given apart. */
  readonly sessionId: string | undefined;
  readonly helpedOn: PlainDate | undefined;
  readonly followUpOn: PlainDate | undefined;
  /** The level of the theme, 0 to 4, by the municipality's own scan: when it asked, and when it was followed up. */
  readonly levelBefore: number;
  readonly levelAfter: number | undefined;
  readonly effect: Effect | undefined;
}

export type RequestRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'edit-conflict' }
  | { readonly code: 'wrong-state' }
  | { readonly code: 'planned-in-past' };

/** The desk answers within five working days. [design: In Beeld] */
const NORM_WORKING_DAYS = 5;
/** Three months after the help somebody asks what it changed. [issue: follow-up after three months] */
const FOLLOW_UP_MONTHS = 3;

export const answerDay = (askedOn: PlainDate): PlainDate => addWorkingDays(askedOn, NORM_WORKING_DAYS);

type Moved = Result<SupportRequest, RequestRefusal>;

function from(request: SupportRequest | undefined, seenVersion: number, states: readonly RequestState[]): Moved {
  if (!request) return err({ code: 'not-found' });
  if (request.version !== seenVersion) return err({ code: 'edit-conflict' });
  return states.includes(request.state) ? ok(request) : err({ code: 'wrong-state' });
}

const next = (request: SupportRequest, change: Partial<SupportRequest>): Moved =>
  ok({ ...request, ...change, version: request.version + 1 });

/** Somebody of the desk makes it hers; a second one is refused. */
export function take(
  request: SupportRequest | undefined,
  seenVersion: number,
  owner: NonNullable<SupportRequest['owner']>,
): Moved {
  const may = from(request, seenVersion, ['asked']);
  return may.ok ? next(may.value, { state: 'taken', owner }) : may;
}

/** Says what comes and when. */
export function plan(
  request: SupportRequest | undefined,
  seenVersion: number,
  planned: NonNullable<SupportRequest['plan']>,
  today: PlainDate,
  sessionId?: string,
): Moved {
  const may = from(request, seenVersion, ['taken']);
  if (!may.ok) return may;
  return planned.on < today
    ? err({ code: 'planned-in-past' })
    : next(may.value, { plan: { offer: planned.offer, on: planned.on }, sessionId });
}

/** The help was given; in three months somebody asks what it changed. */
export function help(request: SupportRequest | undefined, seenVersion: number, today: PlainDate): Moved {
  const may = from(request, seenVersion, ['taken']);
  if (!may.ok) return may;
  return next(may.value, { state: 'helped', helpedOn: today, followUpOn: addMonths(today, FOLLOW_UP_MONTHS) });
}

/** What it changed, in words and in the scan, and so the end of it. */
export function close(
  request: SupportRequest | undefined,
  seenVersion: number,
  after: { readonly effect: Effect; readonly level: number },
): Moved {
  const may = from(request, seenVersion, ['helped']);
  return may.ok ? next(may.value, { state: 'closed', effect: after.effect, levelAfter: after.level }) : may;
}
