import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { POLICY_ELEMENT } from './adoption.ts';
import { FOCAL_POINT_ELEMENT, LONGEST_TERM_MONTHS } from './focal-point.ts';
import type { OWN_BODIES } from './statement.ts';

/** Where it stands: the collection of local regulations, an official publication, or another page that everybody can read. */
export const PUBLIC_SOURCES = ['lokaleregelgeving', 'bekendmaking', 'anders'] as const;
export type PublicSource = (typeof PUBLIC_SOURCES)[number];

/** What people read. */
export const PUBLIC_SOURCE_NAMES: Readonly<Record<PublicSource, string>> = {
  lokaleregelgeving: 'lokaleregelgeving.overheid.nl',
  bekendmaking: 'officielebekendmakingen.nl',
  anders: 'een andere openbare bron',
};

/** What VNG read about one element of one municipality. No person is in it. */
export interface PublicFactContent {
  readonly municipalityId: string;
  readonly element: string;
  readonly source: PublicSource;
  /** The number in the collection of local regulations, such as CVDR123456. */
  readonly cvdr: string | undefined;
  readonly title: string;
  readonly link: string;
  readonly adoptingBody: (typeof OWN_BODIES)[number] | undefined;
  /** The day of the decision, or of the source when it names none. */
  readonly decidedOn: PlainDate;
  /** Undefined when the source does not say. */
  readonly validUntil: PlainDate | undefined;
  /** The day on which somebody looked in the source. */
  readonly readOn: PlainDate;
}

/** A public source about a municipality, as entered. It counts for nothing: only the municipality can make it a fact. */
export interface PublicFact extends PublicFactContent {
  readonly id: string;
  /** 1 for the first; one higher with every correction. */
  readonly version: number;
  readonly enteredOn: PlainDate;
  /** From this day on it is shown nowhere. */
  readonly withdrawnOn: PlainDate | undefined;
}

/** What a municipality says of it: it is right · it is right after mending · it is not right. */
export const ANSWERS = ['bevestigd', 'aangepast', 'onjuist'] as const;
export type AnswerOutcome = (typeof ANSWERS)[number];

/** Why it is not right: a closed list, because every organisation can read the answer and no person may be in it. */
export const REJECT_REASONS = {
  'niet-van-ons': 'Dit is niet van onze gemeente',
  'niet-vastgesteld': 'Dit is nooit vastgesteld',
  ingetrokken: 'Dit is ingetrokken of vervallen',
  'ander-onderwerp': 'Dit gaat over iets anders',
} as const;
export type RejectReason = keyof typeof REJECT_REASONS;

export type PublicFactRefusal = {
  readonly code:
    | 'unknown-element'
    | 'unknown-municipality'
    | 'municipality-ended'
    | 'cvdr-missing'
    | 'link-missing'
    | 'decided-in-future'
    | 'ends-before-decision'
    | 'read-in-future'
    | 'read-before-decision'
    | 'entered-before'
    | 'stated-by-municipality';
};

/** Only the few elements that the country sees may be entered; anchoring never, because it follows from facts. */
export function checkPublicFact(
  fact: PublicFactContent,
  elements: ReadonlySet<string>,
  today: PlainDate,
): Result<PublicFactContent, PublicFactRefusal> {
  if (!elements.has(fact.element)) return err({ code: 'unknown-element' });
  if (fact.source === 'lokaleregelgeving' && fact.cvdr === undefined) return err({ code: 'cvdr-missing' });
  if (fact.decidedOn > today) return err({ code: 'decided-in-future' });
  if (fact.validUntil !== undefined && fact.validUntil <= fact.decidedOn) return err({ code: 'ends-before-decision' });
  if (fact.readOn > today) return err({ code: 'read-in-future' });
  if (fact.readOn < fact.decidedOn) return err({ code: 'read-before-decision' });
  return ok(fact);
}

/** The number in CVDR123456, CVDR123456/1, 123456 or the whole address; undefined when there is none in it. */
export function readCvdr(typed: string): string | undefined {
  const found =
    /^(?:https:\/\/(?:lokaleregelgeving|zoek\.lokaleregelgeving)\.overheid\.nl\/)?(?:CVDR)?(\d{3,9})(?:[/_]\d{1,3})?\/?$/i.exec(
      typed.trim(),
    );
  return found ? `CVDR${found[1]}` : undefined;
}

/** Where the regulation with this number stands, in the version that holds. */
export const cvdrLink = (cvdr: string): string => `https://lokaleregelgeving.overheid.nl/${cvdr}`;

/** What the municipality still has to say before a public source can be a fact of its own. */
export interface Needed {
  readonly end: boolean;
  readonly body: boolean;
}

/**
 * What confirming asks: the end when the source gives none that still comes, and for policy the body that decided. Undefined when
 * it cannot be confirmed: the focal point is recorded by name, and a decision older than the longest term no longer counts.
 */
export function neededToConfirm(fact: PublicFactContent, today: PlainDate): Needed | undefined {
  if (fact.element === FOCAL_POINT_ELEMENT) return undefined;
  const last = addMonths(fact.decidedOn, LONGEST_TERM_MONTHS);
  if (last <= today) return undefined;
  const isEndGood = fact.validUntil !== undefined && fact.validUntil > today && fact.validUntil <= last;
  return { end: !isEndGood, body: fact.element === POLICY_ELEMENT && fact.adoptingBody === undefined };
}
