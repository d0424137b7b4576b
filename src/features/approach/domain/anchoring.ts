import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { bodyInWords } from './adoption.ts';
import { countsOn, EVALUATION_MONTHS, type Fact, isArranged, isHandover, isProven } from './fact.ts';
import { handoverCountsFrom, type Succession } from './focal-point.ts';
import type { AnchoringTest, Framework } from './framework.ts';
import type { Support } from './standing.ts';

/** Of the people on whom the approach rests: who left, and when. */
export interface Departures {
  /** The day from which the focal point no longer works here; undefined while she does. */
  readonly ownerLeftOn: PlainDate | undefined;
  readonly substituteLeftOn: PlainDate | undefined;
  /** The last time that somebody else took the place of one of them. */
  readonly succession: Succession | undefined;
}

/** One of the ten tests on one day: passed or not, on which evidence, until when, and what would pass it. */
export interface TestResult {
  readonly test: AnchoringTest;
  readonly isPassed: boolean;
  /** The facts it rests on; none when it is not passed. */
  readonly evidence: readonly Fact[];
  /** The first day on which it no longer passes by itself; undefined when it has no end, or is not passed. */
  readonly lapsesOn: PlainDate | undefined;
  /** Not passed: what is missing, in Dutch, for people. */
  readonly missing: string | undefined;
}

export interface Anchoring {
  readonly tests: readonly TestResult[];
  readonly isAnchored: boolean;
  /** The earliest lapse of the ten; undefined while not anchored. Nobody can tick this: it follows from facts. */
  readonly anchoredUntil: PlainDate | undefined;
  /** What it rests on where a region has a part in it, in parts that must each hold: a part holds until the last of its supports. */
  readonly regionalParts: readonly (readonly Support[])[];
}

/** A report, signal, case or drill counts for a year. [design: dossier 3.4] */
export const USE_MONTHS = 12;
export const REPORT_MONTHS = 12;

/** Facts of these sources show that the approach is used; a drill does so without any victim. */
const DRILL = 'drill';
const USE_SOURCES: ReadonlySet<Fact['source']> = new Set([DRILL, 'signals', 'care', 'registration']);

type Found =
  | {
      readonly evidence: readonly Fact[];
      readonly lapsesOn: PlainDate | undefined;
      /** Everything that would carry it too, in the parts of `regionalParts`. */
      readonly parts?: readonly (readonly Support[])[];
    }
  | { readonly missing: string };

/**
 * The ten tests of "geborgd" from what is known on a day. Source: dossier 3.4, elaboration of In Beeld; the Kader (2021) itself
 * does not prescribe them. A lapse needs no job: the same facts asked a day later give the answer of that day.
 */
export function anchoringOn(
  framework: Framework,
  facts: readonly Fact[],
  departures: Departures,
  today: PlainDate,
): Anchoring {
  const said = facts.filter((fact) => isArranged(fact.state) && fact.asOf <= today && countsOn(fact, today));
  const counting = said.filter(isProven);
  const isOnlySaid = (element: string) =>
    said.some((fact) => fact.element === element) && !counting.some((fact) => fact.element === element);
  const rules: Readonly<Record<number, () => Found>> = {
    1: () => adopted(counting),
    2: () => withEnd(adopted(counting)),
    3: () => ownerAndSubstitute(counting, departures, today),
    4: () => best(counting, 'K1.5', 'Leg vast dat uren en geld in de meerjarenbegroting staan (K1.5).'),
    5: () =>
      both(
        counting,
        ['K1.7', 'K3.7'],
        'Leg vast waar de aanpak in plannen en in het inwerkprogramma staat (K1.7 en K3.7).',
      ),
    6: () =>
      recent(
        counting,
        // that a region offers a report says nothing about this council; a dated statement of the municipality does
        (fact) => fact.element === 'K1.8' && !(fact.source === 'scan' && fact.state === 'regional'),
        REPORT_MONTHS,
        today,
        'Informeer de raad en leg het verslag vast (K1.8).',
      ),
    7: () => used(framework, counting, today),
    8: () =>
      both(counting, ['K4.1', 'K4.2'], 'Leg de afspraken met de politie en met zorgcoördinatie vast (K4.1 en K4.2).'),
    9: () =>
      recent(
        counting,
        (fact) => fact.element === 'K1.9',
        EVALUATION_MONTHS,
        today,
        'Evalueer de aanpak en leg het verslag vast (K1.9).',
      ),
    10: () => handedOver(facts, departures, today),
  };
  const parts: (readonly Support[])[] = [];
  const tests = framework.anchoringTests.map((test): TestResult => {
    const found: Found = rules[test.number]?.() ?? { missing: 'Deze toets kent dit programma nog niet.' };
    if (!('missing' in found)) parts.push(...(found.parts ?? []));
    return 'missing' in found
      ? {
          test,
          isPassed: false,
          evidence: [],
          lapsesOn: undefined,
          missing: test.elements.some(isOnlySaid) ? `${found.missing} ${ONLY_SAID}` : found.missing,
        }
      : { test, isPassed: true, evidence: found.evidence, lapsesOn: found.lapsesOn, missing: undefined };
  });
  const isAnchored = tests.length > 0 && tests.every((test) => test.isPassed);
  return {
    tests,
    isAnchored,
    anchoredUntil: isAnchored ? earliest(tests.map((test) => test.lapsesOn)) : undefined,
    regionalParts: parts.filter((supports) => supports.some(({ regionId }) => regionId !== undefined)),
  };
}

/** Why an answer of a scan is not enough. */
const ONLY_SAID = 'In de scan staat dat er iets is, maar zonder bewijs; dat telt hier niet.';

/** The element under which the country sees until when the approach is anchored. Computed; no scan asks it. */
export const ANCHORING_ELEMENT = 'K7.1';

/** The earliest of some days, of which undefined means never. */
function earliest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.reduce(
    (first, day) => (day !== undefined && (first === undefined || day < first) ? day : first),
    undefined,
  );
}

/** Of several facts that hold, the one that holds longest. */
function longest(facts: readonly Fact[], lapsesOn: (fact: Fact) => PlainDate | undefined): Found | undefined {
  const [first, ...others] = facts;
  if (!first) return undefined;
  const best = others.reduce((held, fact) => (later(lapsesOn(fact), lapsesOn(held)) ? fact : held), first);
  const supports = facts.map((fact) => ({ ...fact, holdsUntil: lapsesOn(fact) }));
  const part = supports.map(({ regionId, element, holdsUntil }): Support => ({ regionId, element, holdsUntil }));
  return { evidence: [best], lapsesOn: lapsesOn(best), parts: [part] };
}

function later(one: PlainDate | undefined, other: PlainDate | undefined): boolean {
  return other !== undefined && (one === undefined || one > other);
}

function best(facts: readonly Fact[], element: string, missing: string): Found {
  const held = facts.filter((fact) => fact.element === element);
  return longest(held, (fact) => fact.lapsesOn) ?? { missing };
}

function both(facts: readonly Fact[], elements: readonly string[], missing: string): Found {
  const each = elements.map((element) => best(facts, element, missing));
  const found = each.filter((one): one is Exclude<Found, { missing: string }> => !('missing' in one));
  if (found.length < elements.length) return { missing };
  return {
    evidence: found.flatMap(({ evidence }) => evidence),
    lapsesOn: earliest(found.map(({ lapsesOn }) => lapsesOn)),
    parts: found.flatMap(({ parts = [] }) => parts),
  };
}

/** Adopted by who may adopt it here: a region's policy counts with this municipality's own decision, or a recorded mandate. */
function adopted(facts: readonly Fact[]): Found {
  const own = facts.filter((fact) => fact.element === 'K1.1' && isDecidedHere(fact));
  return (
    longest(own, (fact) => fact.lapsesOn) ?? {
      missing:
        'Laat het beleid vaststellen door het college, de burgemeester of de raad, en leg dat besluit vast (K1.1). Ook regionaal beleid heeft een eigen besluit nodig.',
    }
  );
}

/**
 * A body of this municipality decided, or somebody with its mandate. In a scan the region's part comes with the region's own body,
 * and a body is written in words; the other sources ask who decided here, from a closed list.
 */
function isDecidedHere({ source, state, adoptingBody }: Fact): boolean {
  if (source !== 'scan') return adoptingBody !== undefined;
  return state !== 'regional' && bodyInWords(adoptingBody) !== undefined;
}

function withEnd(found: Found): Found {
  if ('missing' in found) return found;
  return found.lapsesOn === undefined
    ? { missing: 'Geef het beleid een einddatum of een dag van herziening (K1.1).' }
    : found;
}

function ownerAndSubstitute(facts: readonly Fact[], departures: Departures, today: PlainDate): Found {
  const gone = (leftOn: PlainDate | undefined) => leftOn !== undefined && leftOn <= today;
  if (gone(departures.ownerLeftOn))
    return { missing: 'De aandachtsfunctionaris werkt hier niet meer. Leg een opvolger vast (K2.1).' };
  if (gone(departures.substituteLeftOn))
    return { missing: 'De vervanger werkt hier niet meer. Leg een nieuwe vervanger vast (K2.1).' };
  const people = facts.filter((fact) => !isHandover(fact));
  const found = best(people, 'K2.1', 'Leg een aandachtsfunctionaris en een vervanger vast (K2.1).');
  if ('missing' in found) return found;
  return { ...found, lapsesOn: earliest([found.lapsesOn, departures.ownerLeftOn, departures.substituteLeftOn]) };
}

/** The newest of these facts, as long as it is recent enough. */
function recent(
  facts: readonly Fact[],
  fits: (fact: Fact) => boolean,
  months: number,
  today: PlainDate,
  missing: string,
): Found {
  const end = (fact: Fact) => earliest([fact.lapsesOn, addMonths(fact.asOf, months)]);
  const held = facts.filter((fact) => fits(fact) && end(fact)! > today);
  return longest(held, end) ?? { missing };
}

/**
 * Used in practice in the last year: a drill with a report is enough, and as long as there is one nothing else is looked at. So a
 * municipality never gains by having more signals. [field review, "No reward for inventing victims"]
 */
function used(framework: Framework, facts: readonly Fact[], today: PlainDate): Found {
  const missing =
    'Houd een oefening en leg het verslag vast. Een signaal of een casus telt ook; u hoeft er geen te zoeken.';
  const drilled = recent(facts, (fact) => fact.source === DRILL, USE_MONTHS, today, missing);
  if (!('missing' in drilled)) return drilled;
  // what another test asks, such as the report to the council, is not use in practice too
  const askedElsewhere = new Set(framework.anchoringTests.flatMap((test) => (test.number === 7 ? [] : test.elements)));
  const showsUse = new Set(
    framework.elements.filter(({ id, showsUse }) => showsUse && !askedElsewhere.has(id)).map(({ id }) => id),
  );
  // that the region arranges something is no use yet; a dated statement that it did the work, is
  const statedElsewhere = (fact: Fact) =>
    showsUse.has(fact.element) &&
    (fact.state === 'working' || (fact.state === 'regional' && fact.source === 'statement'));
  return recent(facts, (fact) => USE_SOURCES.has(fact.source) || statedElsewhere(fact), USE_MONTHS, today, missing);
}

/**
 * Nobody left, or whoever left handed over: also when a successor is named, and also when the name was replaced without anybody
 * leaving the organisation. A hand-over does not lapse; each departure asks for one of its own.
 */
function handedOver(
  facts: readonly Fact[],
  { ownerLeftOn, substituteLeftOn, succession }: Departures,
  today: PlainDate,
): Found {
  const handovers = facts.filter((fact) => isHandover(fact) && isArranged(fact.state) && fact.asOf <= today);
  const since = (from: PlainDate) => handovers.filter(({ asOf }) => asOf >= from);
  const leaving = [ownerLeftOn, substituteLeftOn]
    .filter((day): day is PlainDate => day !== undefined)
    .map((on) => ({ on, evidence: since(handoverCountsFrom(on, succession?.on)) }));
  const past = [
    ...leaving.filter(({ on }) => on <= today),
    ...(succession ? [{ on: succession.on, evidence: since(succession.handoverFrom) }] : []),
  ];
  if (past.some(({ evidence }) => evidence.length === 0))
    return { missing: 'Maak het overdrachtsdossier en leg vast dat de opvolger het heeft (K2.1).' };
  return {
    evidence: [...new Set(past.flatMap(({ evidence }) => evidence))],
    lapsesOn: earliest(leaving.filter(({ on, evidence }) => on > today && evidence.length === 0).map(({ on }) => on)),
  };
}
