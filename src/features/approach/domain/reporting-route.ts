import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Changer } from '../../../shared-kernel/role.ts';
import type { NewFact } from './fact.ts';
import { LONGEST_TERM_MONTHS } from './focal-point.ts';
import { DRILL_ELEMENT } from './statement.ts';

/** When a colleague needs the route: what is going on, or when it is. */
export const SITUATIONS = ['acute', 'person', 'location', 'minor', 'labour', 'night'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** A situation as a colleague knows it, and an example of who takes it up. */
export const SITUATION_WORDS: Readonly<
  Record<Situation, { readonly title: string; readonly about: string; readonly example: string }>
> = {
  acute: {
    title: 'Nu gevaar',
    about: 'Iemand is nu in gevaar of zit opgesloten. De collega belt eerst 112; dat staat altijd bovenaan.',
    example: 'de aandachtsfunctionaris, na 112',
  },
  person: {
    title: 'Zorg om een persoon',
    about: 'Iemand is mogelijk slachtoffer.',
    example: 'de aandachtsfunctionaris',
  },
  location: {
    title: 'Zorg om een plek',
    about: 'Een pand, bedrijf of adres waar iets niet klopt.',
    example: 'de aandachtsfunctionaris',
  },
  minor: {
    title: 'Iemand onder de 18',
    about: 'De meldcode geldt. Denk aan Veilig Thuis.',
    example: 'de aandachtsfunctionaris, met wie de meldcode uitvoert',
  },
  labour: {
    title: 'Werk dat niet klopt',
    about: 'Mogelijk arbeidsuitbuiting. Denk aan de Nederlandse Arbeidsinspectie.',
    example: 'de aandachtsfunctionaris',
  },
  night: {
    title: 'Avond, nacht en weekend',
    about: 'Niemand is op kantoor. Wie is dan bereikbaar?',
    example: 'de piketdienst van de gemeente',
  },
};

/** By when whoever is named takes it up. */
export const WITHIN = ['at-once', 'today', 'next-working-day', 'three-working-days'] as const;
export type Within = (typeof WITHIN)[number];

export const WITHIN_WORDS: Readonly<Record<Within, string>> = {
  'at-once': 'meteen',
  today: 'dezelfde dag',
  'next-working-day': 'de volgende werkdag',
  'three-working-days': 'binnen drie werkdagen',
};

/** One situation: who takes it up, how to reach them, by when. What is undefined is not arranged yet. */
export interface RouteLine {
  readonly situation: Situation;
  readonly who: string | undefined;
  readonly how: string | undefined;
  readonly within: Within | undefined;
}

/** The internal route for reports of one municipality. */
export interface ReportingRoute {
  readonly version: number;
  readonly lines: readonly RouteLine[];
  /** The first day on which it must have been looked at again. */
  readonly validUntil: PlainDate;
  readonly changedBy: string;
  /** Undefined when it was not kept yet who that was: a name may be of two people. */
  readonly changedByPersonId: string | undefined;
  readonly changedAt: Date;
}

export interface RouteInput {
  readonly lines: readonly RouteLine[];
  readonly validUntil: PlainDate;
  /** The version that was on the screen; 0 when there was none. */
  readonly seenVersion: number;
}

export type RouteRefusal =
  | { readonly code: 'edit-conflict' | 'already-lapsed' | 'runs-too-long' }
  /** It was complete and counts as evidence; now something is missing. */
  | { readonly code: 'line-missing'; readonly situation: Situation };

export const isLineComplete = (line: RouteLine): boolean => Boolean(line.who && line.how && line.within);

/** The situations in which a colleague would not know what to do, in their order. */
export function missingIn(lines: readonly RouteLine[]): readonly Situation[] {
  return SITUATIONS.filter((situation) => !lines.some((line) => line.situation === situation && isLineComplete(line)));
}

/** The route as it would stand over the one before. It may be kept half-way; once complete it stays so. */
export function keepRoute(
  current: ReportingRoute | undefined,
  input: RouteInput,
  by: Changer,
  now: Date,
  today: PlainDate,
): Result<ReportingRoute, RouteRefusal> {
  const version = current?.version ?? 0;
  if (input.seenVersion !== version) return err({ code: 'edit-conflict' });
  if (input.validUntil <= today) return err({ code: 'already-lapsed' });
  if (input.validUntil > addMonths(today, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  const [missing] = missingIn(input.lines);
  if (missing && current && missingIn(current.lines).length === 0)
    return err({ code: 'line-missing', situation: missing });
  const { lines, validUntil } = input;
  return ok({
    version: version + 1,
    lines,
    validUntil,
    changedBy: by.personName,
    changedByPersonId: by.personId,
    changedAt: now,
  });
}

/** A route in which every situation is arranged, as a fact of K2.2; undefined while something is missing. */
export function factOfRoute(route: ReportingRoute, today: PlainDate): NewFact | undefined {
  if (missingIn(route.lines).length > 0) return undefined;
  return {
    element: DRILL_ELEMENT,
    source: 'reporting-route',
    state: 'present',
    asOf: today,
    lapsesOn: route.validUntil,
    statement: 'De meldroute zegt voor elke situatie wie het oppakt, hoe en wanneer.',
    evidenceTitle: 'Meldroute op één A4',
    reportedBy: route.changedBy,
  };
}

/** A drill of the route with a made-up signal. */
export interface RouteDrill {
  readonly id: string;
  readonly situation: Situation;
  readonly heldOn: PlainDate;
  /** What was practised, in one sentence without names. */
  readonly scenario: string;
  readonly routeVersion: number;
  readonly hasWorked: boolean;
  /** What must change; always there when it did not work. */
  readonly toMend: string | undefined;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export type RouteDrillInput = Pick<RouteDrill, 'situation' | 'heldOn' | 'scenario' | 'hasWorked' | 'toMend'>;

export type RouteDrillRefusal = { readonly code: 'route-missing' | 'held-in-future' | 'mend-missing' };

/** Whether this may be recorded as a drill of the route. */
export function checkRouteDrill(
  route: ReportingRoute | undefined,
  drill: RouteDrillInput,
  today: PlainDate,
): Result<RouteDrillInput & { readonly routeVersion: number }, RouteDrillRefusal> {
  const line = route?.lines.find(({ situation }) => situation === drill.situation);
  if (!route || !line || !isLineComplete(line)) return err({ code: 'route-missing' });
  if (drill.heldOn > today) return err({ code: 'held-in-future' });
  if (!drill.hasWorked && !drill.toMend) return err({ code: 'mend-missing' });
  return ok({ ...drill, routeVersion: route.version });
}
