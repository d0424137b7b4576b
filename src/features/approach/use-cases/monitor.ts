import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import {
  type DatedMembership,
  listMunicipalities,
  type Municipality,
  membershipsOfKinds,
} from '../../organisations/index.ts';
import type { AdoptingBody } from '../domain/adoption.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { type AnchoredState, type Filtered, MONITOR_REGIONS, type MonitorRegion } from '../domain/monitor-filter.ts';
import { holdsToday, type MonitorState, monitorState } from '../domain/monitor-state.ts';
import type { PublicFact } from '../domain/public-fact.ts';
import { type EvidenceKind, nearLapse, type PublishedElement, standingBeside, standingOn } from '../domain/standing.ts';
import { type MonitorStanding, standingsOfAll } from '../persistence/monitor-query.ts';
import { openPublicFacts, type PublicFactTables } from '../persistence/public-fact-store.ts';
import { publishingTenants } from '../persistence/publication-store.ts';
import type { StandingTables } from '../persistence/standing-query.ts';
import { currentFramework } from './framework-editions.ts';

export type MonitorTables =
  | StandingTables
  | PublicFactTables
  | 'approach.publication'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

export interface MonitorElement {
  readonly id: string;
  readonly title: string;
}

/** What the country sees: anchoring, and the few elements of IBP 5.11. The first is what the monitor opens with. */
export const MONITOR_ELEMENTS: readonly MonitorElement[] = [
  ...currentFramework()
    .elements.filter(({ isIbp }) => isIbp)
    .map(({ id, title }) => ({ id, title }))
    .sort((one, other) => Number(other.id === FOCAL_POINT_ELEMENT) - Number(one.id === FOCAL_POINT_ELEMENT)),
  { id: ANCHORING_ELEMENT, title: 'Borging: de tien toetsen' },
];

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** How one element stands in one municipality today; the days of a public source while the municipality published nothing itself. */
export interface ElementToday {
  readonly state: MonitorState;
  readonly how?: PublishedElement['state'] | undefined;
  readonly decidedOn: PlainDate | undefined;
  readonly lapsesOn: PlainDate | undefined;
  readonly evidenceKind?: EvidenceKind | undefined;
  /** Who decided, as a function; only for policy. */
  readonly adoptingBody?: AdoptingBody | undefined;
  /** Where everybody can read it. */
  readonly link?: string | undefined;
  /** What VNG found in a public source and the municipality did not confirm. */
  readonly publicFact?: PublicFact | undefined;
}

/** One municipality on the monitor. */
export interface MonitorRow {
  readonly municipality: Municipality;
  /** The region of each kind today; undefined when no source names one. */
  readonly regions: Readonly<Partial<Record<MonitorRegion, Region>>>;
  readonly anchored: AnchoredState;
  /** The municipality lets everybody see how its approach stands. */
  readonly isPublic: boolean;
  /** How an element of `MONITOR_ELEMENTS` stands. */
  readonly element: (id: string) => ElementToday;
}

const NOTHING: ElementToday = { state: 'unknown', decidedOn: undefined, lapsesOn: undefined };

/** The country today, and to which region every municipality belonged when. */
export interface Monitor {
  /** In Dutch alphabetical order. */
  readonly rows: readonly MonitorRow[];
  readonly memberships: readonly DatedMembership[];
}

/** Every municipality that exists today, with its regions and how each element of the monitor stands. Through the door `published`. */
export async function readMonitor(tx: Tx<MonitorTables>, today: PlainDate): Promise<Monitor> {
  const municipalities = await listMunicipalities(tx, today);
  const memberships = await membershipsOfKinds(tx, MONITOR_REGIONS);
  const publicFacts = await openPublicFacts(tx);
  const standings = await standingsOfAll(
    tx,
    MONITOR_ELEMENTS.map(({ id }) => id),
  );
  const publishing = await publishingTenants(tx);
  const regionsOf = regionsToday(memberships, today);
  const near = nearLapse(today);
  const elements = new Map<string, Map<string, ElementToday>>();
  const know = (organisationId: string, element: string, known: ElementToday) => {
    const of = elements.get(organisationId);
    if (of) of.set(element, known);
    else elements.set(organisationId, new Map([[element, known]]));
  };
  for (const fact of publicFacts) know(fact.municipalityId, fact.element, fromPublicSource(fact, today));
  // what the municipality says itself comes first, also when it lapsed
  for (const each of standings) know(each.organisationId, each.element, fromStanding(each, today, near));
  const rows = municipalities.map((municipality): MonitorRow => {
    const { organisationId } = municipality;
    const known = elements.get(organisationId);
    const element = (id: string) => known?.get(id) ?? NOTHING;
    const anchoring = element(ANCHORING_ELEMENT).state;
    return {
      municipality,
      regions: regionsOf.get(organisationId) ?? {},
      anchored: holdsToday(anchoring) ? 'anchored' : anchoring === 'lapsed' ? 'lapsed' : 'not',
      isPublic: publishing.has(organisationId),
      element,
    };
  });
  return { rows, memberships };
}

function fromStanding(standing: MonitorStanding, today: PlainDate, near: PlainDate): ElementToday {
  const { organisationId: _organisationId, element: _element, ...published } = standing;
  return { ...published, state: monitorState(standingOn(standing, today, near), standing.how) };
}

function fromPublicSource(publicFact: PublicFact, today: PlainDate): ElementToday {
  const { decidedOn, validUntil, adoptingBody, link } = publicFact;
  const state = standingBeside(undefined, publicFact, today);
  return { state, decidedOn, lapsesOn: validUntil, adoptingBody, link, publicFact };
}

function regionsToday(
  memberships: readonly DatedMembership[],
  today: PlainDate,
): ReadonlyMap<string, Partial<Record<MonitorRegion, Region>>> {
  const regions = new Map<string, Partial<Record<MonitorRegion, Region>>>();
  for (const { organisationId, kind, region, validFrom, validUntil } of memberships) {
    if (!region || validFrom > today || (validUntil !== undefined && validUntil <= today)) continue;
    const known = regions.get(organisationId) ?? {};
    known[kind as MonitorRegion] = region;
    regions.set(organisationId, known);
  }
  return regions;
}

/** What a row is filtered on, for the chosen element. */
export function filteredOn(row: MonitorRow, element: string): Filtered {
  const { province, 'police-unit': policeUnit, 'safety-region': safetyRegion } = row.regions;
  return {
    name: row.municipality.name,
    regions: { province: province?.code, 'police-unit': policeUnit?.code, 'safety-region': safetyRegion?.code },
    state: row.element(element).state,
    anchored: row.anchored,
  };
}

/** What every organisation published of the elements of IBP 5.11, holding or lapsed; through the door `published`. */
export async function publishedByAll(tx: Tx<StandingTables>): Promise<readonly MonitorStanding[]> {
  const elements = currentFramework()
    .elements.filter(({ isIbp }) => isIbp)
    .map(({ id }) => id);
  return standingsOfAll(tx, elements);
}

/** What of it holds today, by organisation and element; through the door `published`. */
export async function arrangedAt(
  tx: Tx<StandingTables>,
  today: PlainDate,
): Promise<ReadonlyMap<string, ReadonlyMap<string, MonitorStanding>>> {
  const holding = (await publishedByAll(tx)).filter(({ lapsesOn }) => lapsesOn > today);
  return new Map(
    [...Map.groupBy(holding, ({ organisationId }) => organisationId)].map(([id, standings]) => [
      id,
      new Map(standings.map((standing) => [standing.element, standing])),
    ]),
  );
}
