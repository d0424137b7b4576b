import type { ProgrammeEntry } from './programme.ts';
import type { Effect, Offer, SupportRequest } from './request.ts';

/** What one kind of help did: how often it was planned or given, and what municipalities said of it three months later. */
export interface OfferResult {
  readonly offer: Offer;
  readonly planned: number;
  readonly given: number;
  readonly effects: Readonly<Record<Effect, number>>;
  /** Of those that were followed up: how many levels the themes rose together. */
  readonly levels: number;
}

type Asked = Pick<SupportRequest, 'state' | 'plan' | 'effect' | 'levelBefore' | 'levelAfter'>;

/** What each kind of help did, by what the desk planned and gave. A kind that was never planned is not there. */
export function resultsOf(offers: readonly Offer[], requests: readonly Asked[]): readonly OfferResult[] {
  return offers.flatMap((offer): OfferResult[] => {
    const those = requests.filter(({ plan }) => plan?.offer === offer);
    if (those.length === 0) return [];
    const given = those.filter(({ state }) => state === 'helped' || state === 'closed');
    const saying = (effect: Effect) => given.filter((each) => each.effect === effect).length;
    const risen = given.map(({ levelBefore, levelAfter }) => (levelAfter ?? levelBefore) - levelBefore);
    return [
      {
        offer,
        planned: those.length - given.length,
        given: given.length,
        effects: { arranged: saying('arranged'), busy: saying('busy'), nothing: saying('nothing') },
        levels: risen.reduce((sum, each) => sum + each, 0),
      },
    ];
  });
}

/** A region in which no municipality is being helped, and what is missing there. */
export interface UnsupportedRegion {
  readonly name: string;
  readonly municipalities: number;
  readonly lapsed: number;
  readonly inhabitantsWithoutRoute: number;
}

/**
 * Where nobody is helped although something is missing: most lapsed basis elements first, then most inhabitants without a route. A
 * region of which nothing is missing, as far as was published, is not there.
 */
export function unsupportedRegions(
  entries: readonly ProgrammeEntry[],
  /** Of each municipality, by its code: in which region it lies. */
  regionOf: ReadonlyMap<string, string>,
  /** The codes of the municipalities that asked support and are being helped, or were within the year. */
  supported: ReadonlySet<string>,
): readonly UnsupportedRegion[] {
  const supportedRegions = new Set([...supported].map((code) => regionOf.get(code)));
  const byRegion = Map.groupBy(entries, ({ code }) => regionOf.get(code));
  return [...byRegion]
    .flatMap(([name, those]): UnsupportedRegion[] =>
      name === undefined || supportedRegions.has(name)
        ? []
        : [
            {
              name,
              municipalities: those.length,
              lapsed: those.reduce((sum, { lapsed }) => sum + lapsed.length, 0),
              inhabitantsWithoutRoute: those.reduce(
                (sum, { isWithoutRoute, inhabitants }) => sum + (isWithoutRoute ? inhabitants : 0),
                0,
              ),
            },
          ],
    )
    .toSorted(
      (a, b) =>
        b.lapsed - a.lapsed ||
        b.inhabitantsWithoutRoute - a.inhabitantsWithoutRoute ||
        a.name.localeCompare(b.name, 'nl'),
    );
}
