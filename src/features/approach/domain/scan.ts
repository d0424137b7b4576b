import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { bodyInWords, POLICY_ELEMENT } from './adoption.ts';
import { countsOn, type ElementState, type Fact, isArranged, isHandover, isProven, type NewFact } from './fact.ts';
import type { Framework, FrameworkElement } from './framework.ts';

/** What proves an answer: a document or a place, with its days. */
export interface Evidence {
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** A document kept here. */
  readonly fileId: string | undefined;
  readonly documentOn: PlainDate | undefined;
  readonly adoptingBody: string | undefined;
  readonly decidedOn: PlainDate | undefined;
  /** From this day on it no longer counts. */
  readonly validUntil: PlainDate | undefined;
}

export const NO_EVIDENCE: Evidence = {
  title: undefined,
  link: undefined,
  fileId: undefined,
  documentOn: undefined,
  adoptingBody: undefined,
  decidedOn: undefined,
  validUntil: undefined,
};

export interface AnswerFacts {
  readonly state: ElementState;
  readonly evidence: Evidence;
  /** An organisation; undefined when the region is not known. */
  readonly regionId: string | undefined;
  /** Why it does not apply here; shown with the result. */
  readonly reason: string | undefined;
  /** Internal deliberation: stays with the answer, goes into no fact, export or interface. */
  readonly remark: string | undefined;
}

export interface Answer extends AnswerFacts {
  readonly element: string;
  readonly respondentId: string;
  readonly respondentName: string;
  /** asked: answered by a person · document, region: followed from what already existed. */
  readonly origin: 'asked' | 'document' | 'region';
  readonly version: number;
  readonly answeredAt: Date;
}

export interface Scan {
  readonly id: string;
  /** The edition it began with; it keeps that one. */
  readonly framework: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly openedAt: Date;
  readonly settledAt: Date | undefined;
  readonly version: number;
}

export interface Respondent {
  readonly membershipId: string;
  readonly name: string;
  readonly finishedAt: Date | undefined;
}

/** "Weet ik niet", passed on to a colleague. */
export interface Question {
  readonly element: string;
  readonly askedById: string;
  readonly askedByName: string;
  readonly colleagueId: string;
  readonly colleagueName: string;
  readonly answeredAt: Date | undefined;
}

/** The owner's choice between answers that differ. */
export interface Choice {
  readonly element: string;
  readonly respondentId: string;
  readonly reason: string;
  /** The answers as they were when the owner chose. */
  readonly seen: string;
  readonly chosenByName: string;
}

export type AnswerRefusal =
  | { readonly code: 'document-in-future' }
  | { readonly code: 'decided-in-future' }
  | { readonly code: 'decided-before-document' }
  | { readonly code: 'ends-before-decision' };

/** Evidence is of the past, is adopted after it was written, and ends after that. */
export function checkEvidence(evidence: Evidence, today: PlainDate): Result<Evidence, AnswerRefusal> {
  const { documentOn, decidedOn, validUntil } = evidence;
  if (documentOn && documentOn > today) return err({ code: 'document-in-future' });
  if (decidedOn && decidedOn > today) return err({ code: 'decided-in-future' });
  if (decidedOn && documentOn && decidedOn < documentOn) return err({ code: 'decided-before-document' });
  const begins = decidedOn ?? documentOn;
  if (validUntil && begins && validUntil <= begins) return err({ code: 'ends-before-decision' });
  return ok(evidence);
}

export const hasEvidence = ({ title, link, fileId }: Evidence): boolean =>
  title !== undefined || link !== undefined || fileId !== undefined;

/**
 * What the country may see of an answer: that something is there, on which evidence, since when and until when. Without one of these
 * it says no more than that somebody ticked it, and of policy not that this municipality decided on it.
 */
export function isPublishable({ element, state, evidence }: Answer): boolean {
  const { decidedOn, documentOn, validUntil, adoptingBody } = evidence;
  const isDated = (decidedOn ?? documentOn) !== undefined && validUntil !== undefined;
  const isDecided = element !== POLICY_ELEMENT || (state !== 'regional' && bodyInWords(adoptingBody) !== undefined);
  return isArranged(state) && hasEvidence(evidence) && isDated && isDecided;
}

/** What an answer still misses: it counts for less until that is there. */
export type Missing = 'evidence' | 'reason' | 'colleague';

/** What is still to be filled in with an answer; a question to a colleague makes "weet ik niet" complete. */
export function missingOf(answer: AnswerFacts, isAsked: boolean): Missing | undefined {
  if (isArranged(answer.state)) return hasEvidence(answer.evidence) ? undefined : 'evidence';
  if (answer.state === 'not-applicable') return answer.reason === undefined ? 'reason' : undefined;
  return answer.state === 'unknown' && !isAsked ? 'colleague' : undefined;
}

/** An element about which something is known already, so that nobody is asked: how it stands and who said so. */
export interface Known {
  readonly state: ElementState;
  readonly statement: string;
  readonly lapsesOn: PlainDate | undefined;
}

/** What need not be asked: other parts of the product report it, or a document or the region answered it. */
export function knownElements(
  facts: readonly Fact[],
  answers: readonly Answer[],
  today: PlainDate,
): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const { element, origin, state, evidence } of answers)
    if (origin !== 'asked')
      known.set(element, {
        state,
        statement: evidence.title ?? 'Uit wat er al is.',
        lapsesOn: evidence.validUntil,
      });
  for (const fact of facts.filter(({ source }) => source !== 'scan'))
    if (isArranged(fact.state) && countsOn(fact, today) && !isHandover(fact))
      known.set(fact.element, { state: fact.state, statement: fact.statement, lapsesOn: fact.lapsesOn });
  return known;
}

/** What the scan before this one settled with evidence that still counts, of what this respondent was not asked or did not answer. */
export function takeableOf(
  framework: Framework,
  facts: readonly Fact[],
  answers: readonly Answer[],
  known: ReadonlyMap<string, Known>,
  me: string,
  today: PlainDate,
): readonly string[] {
  const isAnswered = (id: string) => answers.some((each) => each.element === id && each.respondentId === me);
  const holds = (fact: Fact) =>
    fact.source === 'scan' && isArranged(fact.state) && isProven(fact) && countsOn(fact, today);
  return framework.elements
    .map(({ id }) => id)
    .filter((id) => !known.has(id) && !isAnswered(id) && facts.some((fact) => fact.element === id && holds(fact)));
}

/** How far one respondent is with the elements of a plateau: answered or known, out of all. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export function progressOf(
  elements: readonly FrameworkElement[],
  answers: readonly Answer[],
  known: ReadonlyMap<string, Known>,
  respondentId: string,
): Progress {
  const own = new Set(answers.filter((answer) => answer.respondentId === respondentId).map(({ element }) => element));
  return { done: elements.filter(({ id }) => own.has(id) || known.has(id)).length, of: elements.length };
}

/** The elements that nobody answered and that are not known from elsewhere: settled like this, they count as not known. */
export function unansweredOf(
  elements: readonly FrameworkElement[],
  answers: readonly Answer[],
  known: ReadonlyMap<string, Known>,
): readonly FrameworkElement[] {
  const answered = new Set(answers.map(({ element }) => element));
  return elements.filter(({ id }) => !answered.has(id) && !known.has(id));
}

/** Respondents who do not say the same of an element. */
export interface Difference {
  readonly element: string;
  /** One answer a respondent, in order of name. */
  readonly answers: readonly Answer[];
  /** What the owner saw when choosing: changes with every answer. */
  readonly seen: string;
  /** The choice, as long as no answer changed after it. */
  readonly choice: Choice | undefined;
}

/** Who does not know differs from nobody. */
const saysSomething = ({ state }: Answer) => state !== 'unknown';

function byElement(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  return Map.groupBy(
    [...answers].sort(
      (a, b) => a.respondentName.localeCompare(b.respondentName, 'nl') || a.respondentId.localeCompare(b.respondentId),
    ),
    ({ element }) => element,
  );
}

/** Every element on which respondents differ, in order of the framework. */
export function differencesOf(
  framework: Framework,
  answers: readonly Answer[],
  choices: readonly Choice[],
): readonly Difference[] {
  const grouped = byElement(answers.filter(saysSomething));
  return framework.elements.flatMap(({ id }) => {
    const given = grouped.get(id) ?? [];
    if (new Set(given.map(({ state }) => state)).size < 2) return [];
    const seen = given.map(({ respondentId, version }) => `${respondentId}:${version}`).join(' ');
    const choice = choices.find((each) => each.element === id && each.seen === seen);
    return [{ element: id, answers: given, seen, choice }];
  });
}

/** The answer that holds for an element: the owner's choice, or what all say; of equals the one with the best evidence. */
export function settledAnswer(answers: readonly Answer[], difference: Difference | undefined): Answer | undefined {
  if (difference)
    return difference.answers.find(({ respondentId }) => respondentId === difference.choice?.respondentId);
  const weight = ({ state, evidence, reason, answeredAt }: Answer) => [
    Number(state !== 'unknown'),
    Number(hasEvidence(evidence) || reason !== undefined),
    evidence.validUntil ?? '',
    answeredAt.toISOString(),
  ];
  return [...answers].sort((a, b) => {
    const [one, other] = [weight(a), weight(b)];
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? 0 : one[at]! < other[at]! ? 1 : -1;
  })[0];
}

/** Without an end date an answer counts for two years; then it is asked again. [design: In Beeld] */
export const ANSWER_HOLDS_MONTHS = 24;

const STATEMENTS: Readonly<Record<ElementState, string>> = {
  absent: 'Is er niet.',
  started: 'Is gestart.',
  present: 'Is er.',
  working: 'Is er, en is het laatste jaar gebruikt of geoefend.',
  regional: 'Is regionaal belegd.',
  unknown: 'Is niet bekend.',
  'not-applicable': 'Is niet van toepassing.',
};

/** The settled answer as a fact. A remark does not go along. */
export function factOf(answer: Answer, scanId: string, reportedBy: string, today: PlainDate): NewFact {
  const { state, evidence, reason } = answer;
  const holds = isArranged(state) || state === 'not-applicable';
  // policy has an end when somebody gave it one, and nobody makes one up
  const askedAgainOn = answer.element === POLICY_ELEMENT ? undefined : addMonths(today, ANSWER_HOLDS_MONTHS);
  const lapsesOn = holds ? (evidence.validUntil ?? askedAgainOn) : undefined;
  // "working" is about the year before the scan; the rest dates from the decision
  const given = state === 'working' ? undefined : (evidence.decidedOn ?? evidence.documentOn);
  const about = given ?? today;
  return {
    element: answer.element,
    source: 'scan',
    state,
    asOf: lapsesOn && lapsesOn < about ? lapsesOn : about,
    isDayGiven: given !== undefined,
    lapsesOn,
    isEndGiven: lapsesOn === undefined || evidence.validUntil !== undefined,
    statement: state === 'not-applicable' && reason ? `Niet van toepassing: ${reason}` : STATEMENTS[state],
    evidenceTitle: evidence.title,
    evidenceLink: evidence.link,
    evidenceFileId: evidence.fileId,
    adoptingBody: evidence.adoptingBody,
    regionId: answer.regionId,
    subjectId: scanId,
    reportedBy,
  };
}
