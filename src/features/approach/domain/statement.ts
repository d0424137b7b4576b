import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { BODY_NAMES } from './adoption.ts';
import { REPORT_MONTHS, USE_MONTHS } from './anchoring.ts';
import { EVALUATION_MONTHS, type Fact, isHandover, type NewFact } from './fact.ts';
import { LONGEST_TERM_MONTHS } from './focal-point.ts';

/** What proves it: a name, and where it stands or the document itself. */
export interface Evidence {
  readonly evidenceTitle: string;
  readonly evidenceLink: string | undefined;
  readonly evidenceFileId: string | undefined;
}

/** A drill of the route for reports: no victim is needed to show that it works. */
export interface DrillFacts extends Evidence {
  readonly heldOn: PlainDate;
  /** What was practised, in one sentence without names. */
  readonly scenario: string;
}

/** The bodies that decide for a municipality itself. */
export const OWN_BODIES = ['b-en-w', 'burgemeester', 'raad'] as const;

/** What a municipality states of one element, such as what it or its region arranged elsewhere. */
export interface StatementFacts extends Evidence {
  readonly element: string;
  readonly state: 'present' | 'regional';
  /** The region that does it, when the municipality belongs to it; what it withdraws, this statement loses too. */
  readonly regionId?: string | undefined;
  readonly sentence: string;
  /** Who decided; only asked for policy (K1.1). */
  readonly adoptingBody: (typeof OWN_BODIES)[number] | undefined;
  /** The day of the decision, the report or the hand-over. */
  readonly asOf: PlainDate;
  readonly validUntil: PlainDate | undefined;
  /** The evidence stands in a public source that VNG found and the municipality confirmed: what everybody sees may name it. */
  readonly isInPublicSource?: boolean;
}

export type StatementRefusal = {
  readonly code:
    | 'held-in-future'
    | 'older-than-known'
    | 'decided-in-future'
    | 'ends-before-decision'
    | 'already-lapsed'
    | 'runs-too-long'
    | 'end-missing'
    | 'body-missing'
    | 'unknown-region'
    | 'evidence-not-found';
};

/** The element that a drill is about: the route for reports inside the municipality. */
export const DRILL_ELEMENT = 'K2.2';

/** What is stated once and counts for a while by itself: a report to the council, an evaluation. In months. */
const COUNTS_MONTHS: Readonly<Record<string, number>> = {
  'K1.8': REPORT_MONTHS,
  'K1.9': EVALUATION_MONTHS,
};

/** For how many months a statement on this element counts by itself; undefined when it needs an end, or never ends. */
export const countsMonths = (element: string): number | undefined => COUNTS_MONTHS[element];

/** A drill as a fact. `known` is the drill that counts now: an older one never takes its place. */
export function factOfDrill(
  drill: DrillFacts,
  known: Fact | undefined,
  by: string,
  today: PlainDate,
): Result<NewFact, StatementRefusal> {
  if (drill.heldOn > today) return err({ code: 'held-in-future' });
  if (known && known.asOf > drill.heldOn) return err({ code: 'older-than-known' });
  return ok({
    element: DRILL_ELEMENT,
    source: 'drill',
    state: 'working',
    asOf: drill.heldOn,
    lapsesOn: addMonths(drill.heldOn, USE_MONTHS),
    statement: drill.scenario,
    evidenceTitle: drill.evidenceTitle,
    evidenceLink: drill.evidenceLink,
    evidenceFileId: drill.evidenceFileId,
    reportedBy: by,
  });
}

/** A statement as a fact. Policy of a region counts with the decision of the municipality itself. */
export function factOfStatement(
  stated: StatementFacts,
  by: string,
  today: PlainDate,
): Result<NewFact, StatementRefusal> {
  if (stated.asOf > today) return err({ code: 'decided-in-future' });
  if (stated.element === 'K1.1' && !stated.adoptingBody) return err({ code: 'body-missing' });
  const months = countsMonths(stated.element);
  const lapsesOn = months === undefined ? stated.validUntil : addMonths(stated.asOf, months);
  if (isHandover({ element: stated.element, source: 'statement' })) return ok(statedFact(stated, undefined, by));
  if (lapsesOn === undefined) return err({ code: 'end-missing' });
  if (lapsesOn <= stated.asOf) return err({ code: 'ends-before-decision' });
  if (months === undefined && lapsesOn <= today) return err({ code: 'already-lapsed' });
  if (lapsesOn > addMonths(stated.asOf, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  return ok(statedFact(stated, lapsesOn, by));
}

function statedFact(stated: StatementFacts, lapsesOn: PlainDate | undefined, by: string): NewFact {
  return {
    element: stated.element,
    source: stated.isInPublicSource ? 'public-source' : 'statement',
    state: stated.state,
    asOf: stated.asOf,
    lapsesOn,
    statement: stated.sentence,
    evidenceTitle: stated.evidenceTitle,
    evidenceLink: stated.evidenceLink,
    evidenceFileId: stated.evidenceFileId,
    adoptingBody: stated.adoptingBody && BODY_NAMES[stated.adoptingBody],
    regionId: stated.regionId,
    reportedBy: by,
  };
}
