import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { AdoptingBody } from './adoption.ts';

/** What a municipality published about one element: days, never whether it lapsed. */
export interface Standing {
  readonly decidedOn: PlainDate;
  /** The day on which it lapses, or on which the region it rests on withdrew. */
  readonly lapsesOn: PlainDate;
}

/**
 * arranged: holds today · lapsing: holds, but ends within 90 days · lapsed: held once · public-source: the municipality published
 * nothing, and VNG found something in a public source that it did not confirm · unknown: nothing at all.
 */
export type StandingState = OwnState | 'public-source';

/** How it stands by what the municipality says itself. */
export type OwnState = 'arranged' | 'lapsing' | 'lapsed' | 'unknown';

const LAPSING_DAYS = 90;

/**
 * How an element stands on a day. Computed every time from the dates, so a lapse shows the moment it happens. Who asks it of a whole
 * country gives the day up to which a lapse is near, so that it is not worked out for each.
 */
export function standingOn(
  standing: Standing | undefined,
  today: PlainDate,
  near: PlainDate = nearLapse(today),
): OwnState {
  if (!standing) return 'unknown';
  if (standing.lapsesOn <= today) return 'lapsed';
  return standing.lapsesOn <= near ? 'lapsing' : 'arranged';
}

/**
 * How what held until now ends today: it lapses, and stays visible as lapsed. Only what began today and was taken back the same day
 * never held; unless somebody who carries it left today, because that mends no mistake.
 */
export function endsAsLapsed({ decidedOn }: Pick<Standing, 'decidedOn'>, hasLeft: boolean, today: PlainDate): boolean {
  return decidedOn < today || hasLeft;
}

/** What lapses up to and on this day is about to lapse. */
export function nearLapse(today: PlainDate): PlainDate {
  return addDays(today, LAPSING_DAYS);
}

/**
 * The same, beside what VNG found in a public source: what the municipality says itself always comes first, also when it lapsed; a
 * public source never makes an element arranged.
 */
export function standingBeside(
  standing: Standing | undefined,
  publicFact: object | undefined,
  today: PlainDate,
): StandingState {
  return !standing && publicFact ? 'public-source' : standingOn(standing, today);
}

/** How the municipality shows it: on its own word, by a decision, by a document, or by its region. */
export type EvidenceKind = 'besluit' | 'besluit-met-vindplaats' | 'besluit-met-document' | 'opgave' | 'regio';

/** One thing that carries a standing: the offer of a region, or something of the municipality itself. */
export interface Support {
  /** The region that offers it; when it withdraws, this carries nothing any more. Undefined for what is the municipality's own. */
  readonly regionId: string | undefined;
  readonly element: string;
  /** Undefined when it has no end of its own. */
  readonly holdsUntil: PlainDate | undefined;
}

/** One element as the country sees it: how it is arranged, its days, the kind of evidence; no person, no name. */
export interface PublishedElement {
  readonly element: string;
  readonly state: 'present' | 'working' | 'regional';
  readonly decidedOn: PlainDate;
  readonly lapsesOn: PlainDate;
  readonly evidenceKind: EvidenceKind;
  /** The region that arranges it: when it withdraws, the element lapses. */
  readonly regionId?: string | undefined;
  /** Who decided, as a function; only for policy (K1.1). */
  readonly adoptingBody?: AdoptingBody | undefined;
  /** Where everybody can read the decision. */
  readonly publicationLink?: string | undefined;
  /** What it rests on at regions, besides `regionId`: each part must hold, and holds until the last of its supports. */
  readonly regionalParts?: readonly (readonly Support[])[] | undefined;
}
