import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** How a place came to be given: by the shelter itself, as an option, or on the telephone. */
export type PlacementVia = 'own' | 'option' | 'phone';

/** Why a shelter says no. Counted as evidence, so a closed list. */
export const REFUSALS = [
  'full',
  'safety',
  'complexity',
  'gender',
  'children',
  'funding',
  'no-regional-tie',
  'place-lost',
  'other',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Where somebody goes who leaves. */
export const DEPARTURES = ['own-home', 'other-shelter', 'abroad', 'left-unknown', 'other'] as const;
export type Departure = (typeof DEPARTURES)[number];

/** What a shelter may ask before it says yes: yes, no or unknown, and never who. */
export const SAFETY_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];

/** By which way somebody goes on to a home: the quota for permit holders, urgency, or a room or a house that takes over the contract. */
export const OUTFLOW_ROUTES = ['quota', 'urgency', 'room'] as const;
export type OutflowRoute = (typeof OUTFLOW_ROUTES)[number];

/** One stay, from the option to the departure. What happened is a moment; how it stands follows from those. */
export interface Placement {
  readonly id: string;
  readonly tenantId: string;
  readonly code: string;
  readonly via: PlacementVia;
  /** The organisation that placed, and what it is called. */
  readonly holderId: string;
  readonly holderName: string;
  /** All in one house. */
  readonly placeIds: readonly string[];
  readonly requestId: string | undefined;
  readonly from: PlainDate;
  /** The first night that is not hers. */
  readonly until: PlainDate;
  readonly reservedAt: Date;
  readonly reservedByName: string;
  /** Who said yes on the telephone, at the shelter. */
  readonly phoneConfirmedBy: string | undefined;
  /** On which day that was, when it was written down later. */
  readonly promisedOn: PlainDate | undefined;
  readonly optionUntil: Date | undefined;
  readonly warnedAt: Date | undefined;
  readonly underWayAt: Date | undefined;
  readonly acceptedAt: Date | undefined;
  readonly acceptedByName: string | undefined;
  readonly refusedAt: Date | undefined;
  readonly refusal: Refusal | undefined;
  readonly withdrawnAt: Date | undefined;
  readonly lapsedAt: Date | undefined;
  readonly arrivedAt: Date | undefined;
  readonly noShowAt: Date | undefined;
  readonly departedAt: Date | undefined;
  readonly departure: Departure | undefined;
  /** The message that tells who placed where the place is. */
  readonly addressMessageId: string | undefined;
  /** The message that tells the shelter who comes. */
  readonly guestMessageId: string | undefined;
  /** Whether somebody inside is known to who comes, or to whom she fled: as the shelter heard it on the telephone, without a name. */
  readonly safetyAnswer: SafetyAnswer | undefined;
  readonly safetyAnsweredAt: Date | undefined;
  /** From when she could go on, and how; until she leaves, her place is blocked. */
  readonly readyOn: PlainDate | undefined;
  readonly outflowRoute: OutflowRoute | undefined;
  readonly version: number;
}

export const PLACEMENT_STATES = [
  'option',
  'accepted',
  'under-way',
  'arrived',
  'departed',
  'refused',
  'withdrawn',
  'lapsed',
  'no-show',
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** How a stay stands: the last thing that happened. */
export function placementState(placement: Placement): PlacementState {
  if (placement.refusedAt) return 'refused';
  if (placement.withdrawnAt) return 'withdrawn';
  if (placement.lapsedAt) return 'lapsed';
  if (placement.noShowAt) return 'no-show';
  if (placement.departedAt) return 'departed';
  if (placement.arrivedAt) return 'arrived';
  if (placement.underWayAt) return 'under-way';
  return placement.acceptedAt ? 'accepted' : 'option';
}

/** Somebody is in it, or it is kept for her. */
export const isRunning = (placement: Placement): boolean =>
  ['option', 'accepted', 'under-way', 'arrived'].includes(placementState(placement));

/** What can be done with a stay, by which side. */
export const PLACEMENT_ACTIONS = {
  accept: 'shelter',
  refuse: 'shelter',
  'answer-safety': 'shelter',
  cancel: 'shelter',
  arrive: 'shelter',
  miss: 'shelter',
  ready: 'shelter',
  extend: 'shelter',
  move: 'shelter',
  depart: 'shelter',
  'set-out': 'placer',
  'tie-request': 'placer',
  'tell-guest': 'placer',
  withdraw: 'placer',
} as const;
export type PlacementAction = keyof typeof PLACEMENT_ACTIONS;

/** Which action from which state. Whoever is under way without an acceptance is still to be accepted. */
const ALLOWED: Readonly<Record<PlacementAction, readonly PlacementState[]>> = {
  accept: ['option', 'under-way'],
  refuse: ['option'],
  'answer-safety': ['option'],
  // who is inside is moved first
  cancel: ['accepted', 'under-way'],
  arrive: ['option', 'accepted', 'under-way'],
  miss: ['accepted', 'under-way'],
  ready: ['arrived'],
  extend: ['accepted', 'under-way', 'arrived'],
  move: ['accepted', 'under-way', 'arrived'],
  depart: ['arrived'],
  'set-out': ['option', 'accepted'],
  'tie-request': ['option', 'accepted', 'under-way', 'arrived', 'departed'],
  'tell-guest': ['accepted', 'under-way', 'arrived'],
  withdraw: ['option', 'accepted', 'under-way'],
};

/** What a shelter may do with a stay it entered itself. */
const OF_OWN: readonly PlacementAction[] = ['depart', 'ready', 'extend', 'move'];

export function mayDo(placement: Placement, action: PlacementAction): boolean {
  if (action === 'accept' && placement.acceptedAt) return false;
  // on the way without a yes, or on no ground yet: nobody is told who comes before that
  if (action === 'tell-guest' && !(placement.acceptedAt && placement.requestId)) return false;
  if (action === 'tie-request' && placement.requestId) return false;
  // what a shelter entered itself has no other side
  if (placement.via === 'own') return OF_OWN.includes(action) && placementState(placement) === 'arrived';
  return ALLOWED[action].includes(placementState(placement));
}

/** Nobody wrote down yet for which request it is, and so on what ground: a place found on the telephone blocks first. */
export const isGroundMissing = (placement: Placement): boolean => mayDo(placement, 'tie-request');

/** Every action this side can take now, in the order of the list. */
export function actionsFor(placement: Placement, side: 'shelter' | 'placer'): readonly PlacementAction[] {
  return (Object.keys(PLACEMENT_ACTIONS) as PlacementAction[]).filter(
    (action) => PLACEMENT_ACTIONS[action] === side && mayDo(placement, action),
  );
}

/** A stay of more nights is looked at again first. [design: In Beeld] */
export const LONGEST_NIGHTS = 365;
/** How long an option is kept when nobody says otherwise, and how long ahead both sides are warned, in hours. [design: In Beeld] */
export const OPTION_HOURS = 24;
export const WARNING_HOURS = 4;

const HOUR = 3_600_000;
export const optionEnds = (reservedAt: Date, hours: number): Date => new Date(reservedAt.getTime() + hours * HOUR);
/** When both sides are warned: some hours ahead, and of a short option at half of it. */
export const warnsAt = (reservedAt: Date, ends: Date): Date =>
  new Date(Math.max(ends.getTime() - WARNING_HOURS * HOUR, (reservedAt.getTime() + ends.getTime()) / 2));

export type NightsRefusal = { readonly code: 'nights-turned-round' | 'nights-in-past' | 'too-many-nights' };

/** What was promised on the telephone may be written down so many days later. [design: In Beeld] */
export const LATE_ENTRY_DAYS = 7;

/** Whether these nights can be asked. A night that began yesterday evening is still this night; `back` says how many days before may. */
export function checkNights(
  from: PlainDate,
  until: PlainDate,
  today: PlainDate,
  nights: (from: PlainDate, until: PlainDate) => number,
  back = 1,
): Result<{ readonly from: PlainDate; readonly until: PlainDate }, NightsRefusal> {
  if (until <= from) return err({ code: 'nights-turned-round' });
  if (nights(today, from) < -back) return err({ code: 'nights-in-past' });
  if (nights(from, until) > LONGEST_NIGHTS) return err({ code: 'too-many-nights' });
  return ok({ from, until });
}
