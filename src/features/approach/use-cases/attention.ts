import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { listMunicipalities, membersOfRegion } from '../../organisations/index.ts';
import {
  type Lapse,
  type LapsedInCountry,
  lapsedInCountry,
  lapsesOn,
  type Step,
  stepsFrom,
} from '../domain/attention.ts';
import { nearLapse, type Standing } from '../domain/standing.ts';
import { standingsOfAll } from '../persistence/monitor-query.ts';
import { loadMilestones } from '../persistence/overview-query.ts';
import { openPublicFacts, type PublicFactTables } from '../persistence/public-fact-store.ts';
import { loadOffers } from '../persistence/region-offer-store.ts';
import type { StandingTables } from '../persistence/standing-query.ts';
import { KEEPERS } from './anchoring.ts';
import { MONITOR_ELEMENTS } from './monitor.ts';

type Tables =
  | StandingTables
  | PublicFactTables
  | 'approach.scan'
  | 'approach.plan'
  | 'organisations.municipality'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** What the approach asks of somebody by her role, whoever wrote it down: no alarm has to reach her first. */
export type Attention =
  /** Who keeps the approach of a municipality up. */
  | { readonly of: 'keeper'; readonly lapses: readonly Lapse[]; readonly steps: readonly Step[] }
  /** Who answers for it. */
  | {
      readonly of: 'governor';
      readonly lapses: readonly Lapse[];
      readonly standings: ReadonlyMap<string, Standing>;
      readonly hasScan: boolean;
    }
  /** Who directs a region: what it arranges itself, and its municipalities. */
  | {
      readonly of: 'region';
      readonly offers: readonly Lapse[];
      readonly municipalities: readonly {
        readonly code: string;
        readonly name: string;
        readonly lapses: readonly Lapse[];
      }[];
    }
  /** Who looks after the country: what lapsed, and what public sources say without anybody having confirmed it. */
  | {
      readonly of: 'country';
      readonly role: Role;
      readonly lapsed: readonly LapsedInCountry[];
      readonly sourcesWaiting: number;
    };

const REGION_ROLE: Role = 'ketenregisseur';
const COUNTRY_ROLES: readonly Role[] = ['vng-adviseur', 'comensha-adviseur', 'analist'];
const ELEMENTS: readonly string[] = MONITOR_ELEMENTS.map(({ id }) => id);

/** Through which door an actor of this role sees what the approach asks of her: a region and who looks after the country look at what others published. */
export function attentionDoor(role: Role): 'own' | 'published' {
  return role === REGION_ROLE || COUNTRY_ROLES.includes(role) ? 'published' : 'own';
}

/** What the approach asks of the actor today; undefined when her role carries none of it. Through `attentionDoor`. */
export async function readAttention(
  tx: Tx<Tables>,
  actor: Actor,
  { today }: Pick<DomainTime, 'today'>,
): Promise<Attention | undefined> {
  if (actor.role === REGION_ROLE) return ofRegion(tx, actor.organisationId, today);
  if (COUNTRY_ROLES.includes(actor.role)) return ofCountry(tx, actor.role, today);
  if (actor.role !== 'bestuurder' && !KEEPERS.includes(actor.role)) return undefined;
  const { scan, plan, standings } = await loadMilestones(tx, actor.organisationId, ELEMENTS);
  const lapses = lapsesOn(standings, today);
  const hasScan = scan.isOpen || scan.settledOn !== undefined;
  if (actor.role === 'bestuurder') return { of: 'governor', lapses, standings, hasScan };
  return { of: 'keeper', lapses, steps: stepsFrom({ scan, hasPlan: plan !== undefined, standings }) };
}

async function ofRegion(tx: Tx<Tables>, regionId: string, today: PlainDate): Promise<Attention> {
  const offers = (await loadOffers(tx, [regionId])).flatMap(({ element, validUntil, withdrawnOn }) =>
    withdrawnOn === undefined && validUntil <= nearLapse(today)
      ? [{ element, lapsesOn: validUntil, isLapsed: validUntil <= today }]
      : [],
  );
  const members = new Set(await membersOfRegion(tx, regionId, today));
  const published = Map.groupBy(
    (await standingsOfAll(tx, ELEMENTS)).filter(({ organisationId }) => members.has(organisationId)),
    ({ organisationId }) => organisationId,
  );
  const municipalities = (await listMunicipalities(tx, today)).flatMap(({ organisationId, code, name }) => {
    const standings = published.get(organisationId) ?? [];
    const lapses = lapsesOn(new Map(standings.map((each) => [each.element, each])), today);
    return lapses.length > 0 ? [{ code, name, lapses }] : [];
  });
  return { of: 'region', offers, municipalities };
}

async function ofCountry(tx: Tx<Tables>, role: Role, today: PlainDate): Promise<Attention> {
  const places = new Set((await listMunicipalities(tx, today)).map(({ organisationId }) => organisationId));
  const standings = (await standingsOfAll(tx, ELEMENTS)).filter(({ organisationId }) => places.has(organisationId));
  // a source about what the municipality states itself asks nothing any more
  const stated = new Set(standings.map(({ organisationId, element }) => `${organisationId} ${element}`));
  const waiting = (await openPublicFacts(tx)).filter(
    ({ municipalityId, element }) => places.has(municipalityId) && !stated.has(`${municipalityId} ${element}`),
  );
  return { of: 'country', role, lapsed: lapsedInCountry(standings, today), sourcesWaiting: waiting.length };
}
