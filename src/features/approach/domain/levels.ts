import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import {
  countsOn,
  type ElementState,
  EVALUATION_MONTHS,
  type Fact,
  type FactSource,
  givenDay,
  isArranged,
  isHandover,
} from './fact.ts';
import { elementsOf, type Framework, type FrameworkElement, type Level, type Theme } from './framework.ts';

/** What shows that the approach is used, and proves nothing else: a municipality never gains by finding more victims. */
const USE_SOURCES: ReadonlySet<FactSource> = new Set(['drill', 'signals', 'care', 'registration']);

/**
 * What somebody here decided or laid down, on a day that she gave. What In Beeld dates itself is no change by anybody: a plan by the
 * day of its last entry, training by the last certificate; and use is use.
 */
const CHANGE_SOURCES: ReadonlySet<FactSource> = new Set([
  'scan',
  'adoption',
  'statement',
  'public-source',
  'focal-point',
  'reporting-route',
]);

/** Use counts for a year. [design: In Beeld] */
export const USE_COUNTS_MONTHS = 12;

/** The element that says whether the approach was evaluated: level 4 asks for it in every theme. */
const EVALUATION = 'K1.9';
/** The policy itself: a new decision on it changes every theme. */
const POLICY = 'K1.1';

/** How one element counts towards a level, and the fact that says so. */
export interface ElementResult {
  readonly element: FrameworkElement;
  /** The best of what counts today; undefined when nothing does. */
  readonly state: ElementState | undefined;
  /** It is there, with evidence; or it does not apply here, with the reason, and no law or agreement asks it of everybody. */
  readonly holds: boolean;
  /** What says so; when nothing counts today, what lapsed last. */
  readonly fact: Fact | undefined;
  /** Why it does not count, or not in full; undefined when it holds. */
  readonly lack: string | undefined;
}

export interface ThemeResult {
  readonly theme: Theme;
  readonly level: Level;
  /** One sentence: why this level. */
  readonly why: string;
  /** Exactly what is missing for the next level; empty at level 4. */
  readonly raise: readonly string[];
  readonly elements: readonly ElementResult[];
}

/**
 * The level of every theme on a day (dossier 3.3): 1 something begun · 2 every basis element with evidence · 3 used or exercised in
 * the last year · 4 the deepening elements too, evaluated in the last two years, and changed after it. One missing basis element keeps a theme below 2: nothing is averaged.
 * Facts about elements that this edition does not know are left out.
 */
export function levelsOn(framework: Framework, facts: readonly Fact[], today: PlainDate): readonly ThemeResult[] {
  const byElement = Map.groupBy(facts, ({ element }) => element);
  const resultOf = (element: FrameworkElement) => elementResult(element, byElement.get(element.id) ?? [], today);
  const evaluation = framework.elements.find(({ id }) => id === EVALUATION);
  const evaluatedOn = evaluation && lastEvaluation(byElement.get(EVALUATION) ?? [], evaluation, today);
  const policy = framework.elements.find(({ id }) => id === POLICY);
  return framework.themes.map((theme) => {
    const elements = elementsOf(framework, theme.id).map(resultOf);
    const used = elements.flatMap(({ element }) => lastUse(byElement.get(element.id) ?? [], element, today) ?? []);
    const touched = [...elements.map(({ element }) => element), ...(policy ? [policy] : [])];
    const changedOn = evaluatedOn && lastChange(touched, byElement, evaluatedOn, today);
    return { theme, elements, ...levelOf(elements, lastOf(used), { evaluatedOn, changedOn }) };
  });
}

function levelOf(
  elements: readonly ElementResult[],
  use: Use | undefined,
  { evaluatedOn, changedOn }: Review,
): Pick<ThemeResult, 'level' | 'why' | 'raise'> {
  const basis = elements.filter(({ element }) => element.plateau === 'basis');
  const deepening = elements.filter(({ element }) => element.plateau === 'verdieping');
  const lacking = basis.filter(({ holds }) => !holds);
  const left = basis.filter(({ holds, state }) => holds && state === 'not-applicable').length;
  const there = basis.length - lacking.length - left;
  const have = `${there} van de ${basis.length} onderdelen van de basis`;
  const mend = (results: readonly ElementResult[]) =>
    results.map(({ element, lack }) => `${element.id} ${element.title}: ${lack}`);
  if (lacking.length > 0 || there === 0) {
    const isBegun =
      use !== undefined || elements.some(({ state, fact }) => (state ? isBeginning(state) : fact !== undefined));
    return isBegun
      ? { level: 1, why: `Er is een begin: ${have} zijn er met bewijs.`, raise: mend(lacking) }
      : {
          level: 0,
          why: 'Er is nog niets waarvan wij weten.',
          raise: ['Begin met één onderdeel: wijs een eigenaar aan of maak een concept.'],
        };
  }
  if (use === undefined) {
    const show = elements
      .filter(({ element }) => element.showsUse)
      .map(({ element }) => `${element.id} ${element.title}`);
    return {
      level: 2,
      why: `${sayBasis(there, left)}, met bewijs.`,
      raise: [`Gebruik de aanpak, of oefen en leg het verslag vast. Dat kan bij: ${show.join(', ')}.`],
    };
  }
  const used = `${left > 0 ? sayBasis(there, left) : 'De basis is er'}, en is ${sayUse(use)}.`;
  const isDeepened =
    deepening.length === 0 || deepening.some(({ holds, state }) => holds && state !== 'not-applicable');
  const toDeepen = [
    ...mend(deepening.filter(({ holds }) => !holds)),
    ...(isDeepened ? [] : ['Geen onderdeel van de verdieping geldt volgens u hier: regel er ten minste één']),
    ...(evaluatedOn
      ? []
      : [
          `${EVALUATION} Effect en evaluatie: evalueer de aanpak, en leg het verslag vast met de dag ervan; het telt twee jaar`,
        ]),
    ...(changedOn
      ? []
      : [
          `Verander na de evaluatie${evaluatedOn ? ` van ${writeDutchDate(evaluatedOn)}` : ''} wat nodig is, en leg dat vast: een nieuw besluit over het beleid (${POLICY}), of een onderdeel van dit thema met een datum van daarna`,
        ]),
  ];
  if (toDeepen.length > 0 || !evaluatedOn || !changedOn) return { level: 3, why: used, raise: toDeepen };
  const reviewed = `De aanpak is geëvalueerd op ${writeDutchDate(evaluatedOn)} en daarna veranderd, op ${writeDutchDate(changedOn)}.`;
  return { level: 4, why: `${used} Ook de verdieping is er. ${reviewed}`, raise: [] };
}

/** Looked back at, and mended: both with a day that somebody gave. */
interface Review {
  readonly evaluatedOn: PlainDate | undefined;
  /** The last change after it. */
  readonly changedOn: PlainDate | undefined;
}

/** That the approach was used; whoever says so in a scan gives no day. */
interface Use {
  readonly on: PlainDate;
  readonly isDayGiven: boolean;
}

const sayUse = ({ on, isDayGiven }: Use): string =>
  isDayGiven
    ? `gebruikt of geoefend op ${writeDutchDate(on)}`
    : 'volgens de scan het laatste jaar gebruikt of geoefend';

/** Of several uses the last; one with a day of its own before one without. */
const lastOf = (uses: readonly Use[]): Use | undefined =>
  uses.toSorted((a, b) => Number(a.isDayGiven) - Number(b.isDayGiven) || a.on.localeCompare(b.on)).at(-1);

/** The day of the last evaluation with a report, as long as it is recent enough (dossier 3.4, test 9). */
function lastEvaluation(facts: readonly Fact[], element: FrameworkElement, today: PlainDate): PlainDate | undefined {
  return facts
    .filter((fact) => isArranged(fact.state) && proves(element, fact) && countsOn(fact, today))
    .flatMap((fact) => givenDay(fact) ?? [])
    .filter((on) => on <= today && addMonths(on, EVALUATION_MONTHS) > today)
    .sort()
    .at(-1);
}

/**
 * The last day after the evaluation on which something was arranged anew.
 */
function lastChange(
  elements: readonly FrameworkElement[],
  byElement: ReadonlyMap<string, readonly Fact[]>,
  evaluatedOn: PlainDate,
  today: PlainDate,
): PlainDate | undefined {
  return elements
    .filter(({ id }) => id !== EVALUATION)
    .flatMap((element) => (byElement.get(element.id) ?? []).map((fact) => ({ element, fact })))
    .filter(
      ({ element, fact }) =>
        CHANGE_SOURCES.has(fact.source) &&
        !isHandover(fact) &&
        isArranged(fact.state) &&
        proves(element, fact) &&
        countsOn(fact, today),
    )
    .flatMap(({ fact }) => givenDay(fact) ?? [])
    .filter((on) => on > evaluatedOn && on <= today)
    .sort()
    .at(-1);
}

const isBeginning = (state: ElementState): boolean => state === 'started' || isArranged(state);

/** What of the basis is there; what does not apply here by the municipality's own words is never said to be there. */
function sayBasis(there: number, left: number): string {
  if (left === 0) return 'Alle onderdelen van de basis zijn er';
  const others = left === 1 ? '1 onderdeel geldt' : `${left} onderdelen gelden`;
  return `Van de basis ${there === 1 ? 'is 1 onderdeel' : `zijn ${there} onderdelen`} er (${others} volgens uw gemeente hier niet)`;
}

const RANK: Readonly<Record<ElementState, number>> = {
  working: 6,
  present: 5,
  regional: 5,
  'not-applicable': 4,
  started: 3,
  absent: 2,
  unknown: 1,
};

function elementResult(element: FrameworkElement, facts: readonly Fact[], today: PlainDate): ElementResult {
  const said = facts.filter((fact) => !USE_SOURCES.has(fact.source) && !isHandover(fact));
  const counting = said.filter((fact) => countsOn(fact, today));
  const best = [...counting].sort(
    (a, b) =>
      Number(proves(element, b)) - Number(proves(element, a)) ||
      RANK[b.state] - RANK[a.state] ||
      b.asOf.localeCompare(a.asOf),
  )[0];
  if (best && proves(element, best)) return { element, state: best.state, holds: true, fact: best, lack: undefined };
  const shown = element.metByUse ? facts.find((fact) => isUse(fact, element, today)) : undefined;
  if (shown) return { element, state: 'working', holds: true, fact: shown, lack: undefined };
  const lapsed = lastLapsed(said, today);
  return { element, state: best?.state, holds: false, fact: best ?? lapsed, lack: lackOf(element, best, lapsed) };
}

/** A law or the agreement between the governments asks it of every municipality: nobody can say that it does not apply. */
const isOwedByAll = ({ duty }: FrameworkElement): boolean => duty.kind === 'wet' || duty.kind === 'ibp-5.11';

/** There with something that shows it. What another part of the product reports, is shown there. */
function proves(
  element: FrameworkElement,
  { state, source, evidenceTitle, evidenceLink, evidenceFileId }: Fact,
): boolean {
  if (state === 'not-applicable') return !isOwedByAll(element);
  const isShown = source !== 'scan' || Boolean(evidenceTitle ?? evidenceLink ?? evidenceFileId);
  return isArranged(state) && isShown;
}

/** The last of what was once arranged and has lapsed since. */
function lastLapsed(said: readonly Fact[], today: PlainDate): (Fact & { readonly lapsesOn: PlainDate }) | undefined {
  return said
    .flatMap((fact) =>
      isArranged(fact.state) && fact.lapsesOn && !countsOn(fact, today) ? [{ ...fact, lapsesOn: fact.lapsesOn }] : [],
    )
    .sort((a, b) => a.lapsesOn.localeCompare(b.lapsesOn))
    .at(-1);
}

function lackOf(
  element: FrameworkElement,
  best: Fact | undefined,
  lapsed: (Fact & { readonly lapsesOn: PlainDate }) | undefined,
): string {
  if (best && isArranged(best.state)) return `voeg bewijs toe (${withinSentence(element.evidenceAsked)})`;
  if (lapsed && lapsed.regionWithdrewOn === lapsed.lapsesOn)
    return `de regio trok dit in op ${writeDutchDate(lapsed.lapsesOn)}, regel het opnieuw`;
  if (lapsed && !best) return `dit verviel op ${writeDutchDate(lapsed.lapsesOn)}, leg het opnieuw vast`;
  if (best?.state === 'started') return 'dit is gestart, maak het af';
  if (best?.state === 'not-applicable')
    return element.duty.kind === 'wet'
      ? 'de wet vraagt dit van elke gemeente, regel het of laat de regio het doen'
      : 'dit is met alle gemeenten afgesproken, regel het of laat de regio het doen';
  if (best?.state === 'absent') return 'dit is er nog niet';
  return 'dit is nog niet bekend';
}

/** The element was used or exercised in the last year; what is "working" in the scan needs its evidence as well. */
function isUse(fact: Fact, element: FrameworkElement, today: PlainDate): boolean {
  if (fact.asOf > today || addMonths(fact.asOf, USE_COUNTS_MONTHS) <= today || !countsOn(fact, today)) return false;
  if (USE_SOURCES.has(fact.source)) return fact.state === 'working';
  return element.showsUse && fact.state === 'working' && proves(element, fact);
}

function lastUse(facts: readonly Fact[], element: FrameworkElement, today: PlainDate): Use | undefined {
  return lastOf(
    facts
      .filter((fact) => isUse(fact, element, today))
      .map(({ asOf, isDayGiven }) => ({ on: asOf, isDayGiven: isDayGiven !== false })),
  );
}
