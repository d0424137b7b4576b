import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { FOCAL_POINT_ELEMENT } from './focal-point.ts';

/** How an element stands, from nothing to used; or arranged by the region, not known, or not applicable here. */
export const ELEMENT_STATES = [
  'absent',
  'started',
  'present',
  'working',
  'regional',
  'unknown',
  'not-applicable',
] as const;
export type ElementState = (typeof ELEMENT_STATES)[number];

/** Who says so. Features that come later add theirs: signals, learning, care. */
export type FactSource =
  | 'scan'
  | 'focal-point'
  | 'plan'
  | 'adoption'
  | 'region'
  | 'public-source'
  | 'reporting-route'
  | 'drill'
  | 'statement'
  | 'signals'
  | 'learning'
  | 'care'
  | 'shelter'
  | 'registration'
  | 'collaboration'
  | 'instruments';

/** What is known of one element, who says so, and until when it counts. A fact never changes; a later one takes its place. */
export interface Fact {
  readonly id: string;
  /** 'K2.1', as in the framework. */
  readonly element: string;
  readonly source: FactSource;
  readonly state: ElementState;
  /** The day it is about: of the decision, the drill, the report. */
  readonly asOf: PlainDate;
  /** False: nobody gave the day; it is the day of the scan. Nothing may show it as a date. */
  readonly isDayGiven?: boolean | undefined;
  /** From this day on it no longer counts; undefined when it has no end. A region that withdraws its part ends it too. */
  readonly lapsesOn: PlainDate | undefined;
  /** False: nobody gave an end; on that day it is asked again. Nothing may show it as an end date. */
  readonly isEndGiven?: boolean | undefined;
  /** One sentence in Dutch for people: what it is. Never a remark of a respondent. */
  readonly statement: string;
  readonly evidenceTitle: string | undefined;
  readonly evidenceLink: string | undefined;
  readonly evidenceFileId: string | undefined;
  readonly adoptingBody: string | undefined;
  /** The region that arranges it, when that is known. */
  readonly regionId: string | undefined;
  /** The day on which that region withdrew it. */
  readonly regionWithdrewOn: PlainDate | undefined;
  /** The scan, plan or adoption it came from. */
  readonly subjectId: string | undefined;
  readonly reportedBy: string;
  readonly reportedAt: Date;
}

/** What a feature reports; the rest follows. */
export interface NewFact {
  readonly element: string;
  readonly source: FactSource;
  readonly state: ElementState;
  readonly asOf: PlainDate;
  /** False: nobody gave the day; it is the day of the scan. Nothing may show it as a date. */
  readonly isDayGiven?: boolean | undefined;
  readonly lapsesOn: PlainDate | undefined;
  /** False: nobody gave an end; on that day it is asked again. Nothing may show it as an end date. */
  readonly isEndGiven?: boolean | undefined;
  readonly statement: string;
  readonly evidenceTitle?: string | undefined;
  readonly evidenceLink?: string | undefined;
  readonly evidenceFileId?: string | undefined;
  readonly adoptingBody?: string | undefined;
  readonly regionId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** The name of the person, or of the part of the product, that reported it. */
  readonly reportedBy: string;
}

/** The element is there: arranged here, used here, or arranged by the region. */
export function isArranged(state: ElementState): boolean {
  return state === 'present' || state === 'working' || state === 'regional';
}

/**
 * A hand-over to whoever follows up the focal point: what a municipality states of K2.1. It names no owner and does not lapse; a
 * later departure asks for a new one.
 */
export function isHandover({ element, source }: Pick<Fact, 'element' | 'source'>): boolean {
  return element === FOCAL_POINT_ELEMENT && source === 'statement';
}

/** Somebody can look it up: an answer in a scan shows nothing by itself, the other sources ask for evidence or are it. */
export function isProven({ source, evidenceTitle, evidenceLink, evidenceFileId }: Fact): boolean {
  return source !== 'scan' || (evidenceTitle ?? evidenceLink ?? evidenceFileId) !== undefined;
}

/** The fact still counts on this day. */
export function countsOn(fact: Pick<Fact, 'lapsesOn'>, today: PlainDate): boolean {
  return fact.lapsesOn === undefined || fact.lapsesOn > today;
}

/** What stands where a day would stand that nobody gave. */
export const NO_DATE = 'geen datum bekend';

/** The day it is about, when somebody gave it. */
export function givenDay({ asOf, isDayGiven }: Pick<Fact, 'asOf' | 'isDayGiven'>): PlainDate | undefined {
  return isDayGiven === false ? undefined : asOf;
}

/** The day on which it ends, when somebody gave it. */
export function givenEnd({ lapsesOn, isEndGiven }: Pick<Fact, 'lapsesOn' | 'isEndGiven'>): PlainDate | undefined {
  return isEndGiven === false ? undefined : lapsesOn;
}

/** An evaluation counts for two years. [design: dossier 3.4] */
export const EVALUATION_MONTHS = 24;
