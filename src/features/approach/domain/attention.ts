import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ANCHORING_ELEMENT } from './anchoring.ts';
import { FOCAL_POINT_ELEMENT } from './focal-point.ts';
import { type Standing, standingOn } from './standing.ts';

/** Something that the country sees as lapsed, or that lapses within 90 days. */
export interface Lapse {
  readonly element: string;
  readonly lapsesOn: PlainDate;
  /** Today or before; otherwise it is still to come. */
  readonly isLapsed: boolean;
}

/** What lapsed or is about to, the earliest first. Anchoring that ends with something else is no second thing to do. */
export function lapsesOn(standings: ReadonlyMap<string, Standing>, today: PlainDate): readonly Lapse[] {
  const all = [...standings].flatMap(([element, standing]): readonly Lapse[] => {
    const state = standingOn(standing, today);
    return state === 'lapsed' || state === 'lapsing'
      ? [{ element, lapsesOn: standing.lapsesOn, isLapsed: state === 'lapsed' }]
      : [];
  });
  return all
    .filter(
      ({ element, lapsesOn: on }) =>
        element !== ANCHORING_ELEMENT ||
        !all.some((other) => other.element !== ANCHORING_ELEMENT && other.lapsesOn === on),
    )
    .sort((one, other) => (one.lapsesOn < other.lapsesOn ? -1 : one.lapsesOn > other.lapsesOn ? 1 : 0));
}

/** What a municipality does next on the way from scan to anchored, as long as the way is not walked. */
export type Step = 'begin' | 'finish-scan' | 'plan' | 'focal-point';

/** The next steps of a municipality; none when nothing is open that it did not choose itself. */
export function stepsFrom({
  scan,
  hasPlan,
  standings,
}: {
  readonly scan: { readonly isOpen: boolean; readonly settledOn: PlainDate | undefined };
  readonly hasPlan: boolean;
  readonly standings: ReadonlyMap<string, Standing>;
}): readonly Step[] {
  if (scan.settledOn === undefined && !hasPlan) {
    if (scan.isOpen) return ['finish-scan'];
    return standings.size === 0 ? ['begin'] : [];
  }
  return [
    ...(hasPlan ? [] : (['plan'] as const)),
    ...(standings.has(FOCAL_POINT_ELEMENT) ? [] : (['focal-point'] as const)),
  ];
}

/** The elements that the parameters of an alarm name: one, or several that went together. */
export const elementsIn = ({ onderdeel = '' }: Readonly<Record<string, string>>): readonly string[] =>
  onderdeel.split(' ').filter(Boolean);

/** An element that lapsed somewhere in the country: in how many municipalities, and in how many of them lately. */
export interface LapsedInCountry {
  readonly element: string;
  readonly count: number;
  readonly lately: number;
}

/** So many days ago something lapsed "lately": as long as it is warned of ahead. */
export const LATELY_DAYS = 90;

/** What lapsed in the country, by element: what lapsed lately in most places first. */
export function lapsedInCountry(
  standings: readonly (Standing & { readonly element: string })[],
  today: PlainDate,
): readonly LapsedInCountry[] {
  const since = addDays(today, -LATELY_DAYS);
  const lapsed = standings.filter((standing) => standingOn(standing, today) === 'lapsed');
  return [...Map.groupBy(lapsed, ({ element }) => element)]
    .map(([element, all]) => ({
      element,
      count: all.length,
      lately: all.filter(({ lapsesOn: on }) => on > since).length,
    }))
    .sort(
      (one, other) => other.lately - one.lately || other.count - one.count || one.element.localeCompare(other.element),
    );
}
