import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { type MonitorState, monitorState } from '../domain/monitor-state.ts';
import type { PublicFact } from '../domain/public-fact.ts';
import { PUBLIC_ELEMENTS } from '../domain/publication.ts';
import { standingBeside } from '../domain/standing.ts';
import {
  answersOf,
  openPublicFacts,
  type PublicFactTables,
  type SaidOfSource,
} from '../persistence/public-fact-store.ts';
import { loadPublication } from '../persistence/publication-store.ts';
import { type SeenStanding, type StandingTables, standingsOf } from '../persistence/standing-query.ts';
import { MONITOR_ELEMENTS } from './monitor.ts';

export type { SaidOfSource };

/** Who sees the whole country, also what a municipality does not publish for everybody. */
export const MONITOR_READERS: readonly Role[] = [
  'vng-adviseur',
  'comensha-adviseur',
  'ketenregisseur',
  'analist',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
];

/** Who looks at a municipality: whoever may see the monitor, or everybody. */
export type Audience = 'partners' | 'public';

export const audienceOf = (role: Role | undefined): Audience =>
  role !== undefined && MONITOR_READERS.includes(role) ? 'partners' : 'public';

/** One element of one municipality, as others see it. */
export interface SeenElement {
  readonly element: string;
  readonly title: string;
  readonly state: MonitorState;
  readonly standing: SeenStanding | undefined;
  /** What VNG found, where the municipality published nothing itself. */
  readonly publicFact: PublicFact | undefined;
}

export type SeenTables = StandingTables | PublicFactTables | 'approach.publication';

/**
 * How the approach of a municipality stands in the eyes of others; undefined when they may not see it. The one question behind the
 * page of a municipality, and behind the page on which the municipality sees what others see. Through the door `published`.
 */
export async function seenBy(
  audience: Audience,
  tx: Tx<SeenTables>,
  municipalityId: string,
  { today }: { readonly today: PlainDate },
): Promise<readonly SeenElement[] | undefined> {
  if (audience === 'public' && !(await loadPublication(tx, municipalityId)).isPublic) return undefined;
  const standings = await standingsOf(tx, municipalityId);
  const facts = audience === 'partners' ? await openPublicFacts(tx, { municipalityId }) : [];
  return MONITOR_ELEMENTS.filter(({ id }) => audience === 'partners' || PUBLIC_ELEMENTS.includes(id)).map(
    ({ id, title }) => {
      const standing = standings.get(id);
      const publicFact = standing ? undefined : facts.find(({ element }) => element === id);
      const state = monitorState(standingBeside(standing, publicFact, today), standing?.state);
      return { element: id, title, state, standing, publicFact };
    },
  );
}

/** What VNG reads of what the municipality said of public sources. Through the door `published`. */
export async function saidOfSources(
  tx: Tx<PublicFactTables>,
  municipalityId: string,
): Promise<readonly SaidOfSource[]> {
  return answersOf(tx, municipalityId);
}
