import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Framework, Level } from '../domain/framework.ts';
import { levelsOn, type ThemeResult } from '../domain/levels.ts';
import { loadOwnRegions } from '../persistence/region-offer-store.ts';
import { loadSettledScans } from '../persistence/scan-store.ts';
import { loadLevels } from '../persistence/standing-store.ts';
import { currentFacts, factsAtEach } from './facts.ts';
import { currentFramework, frameworkOf } from './framework-editions.ts';

/** How many earlier scans stand beside today. */
const EARLIER_SCANS = 3;

/** A group of fewer than five is not shown: its figures would be those of its members. */
export const SMALLEST_GROUP = 5;

export interface EarlierScan {
  readonly settledOn: PlainDate;
  readonly framework: string;
  readonly levels: ReadonlyMap<string, Level>;
}

export interface OwnResult {
  readonly framework: Framework;
  readonly themes: readonly ThemeResult[];
  /** The last scan first; each with the levels of its own day, by its own edition. */
  readonly earlier: readonly EarlierScan[];
}

/** Where the municipality stands today, from every fact that counts, beside its earlier scans. */
export async function readResult(
  tx: Tx<'approach.fact' | 'approach.region_offer' | 'approach.scan'>,
  actor: Actor,
  { today }: DomainTime,
): Promise<OwnResult> {
  const tenantId = actor.organisationId;
  const framework = currentFramework();
  const facts = await currentFacts(tx, tenantId);
  const scans = await loadSettledScans(tx, tenantId, EARLIER_SCANS);
  const then = await factsAtEach(
    tx,
    tenantId,
    scans.map(({ settledAt }) => settledAt),
  );
  const earlier = scans.map(({ settledAt, framework: edition }, index): EarlierScan => {
    const settledOn = dutchDay(settledAt);
    const themes = levelsOn(frameworkOf(edition), then[index]!, settledOn);
    return { settledOn, framework: edition, levels: new Map(themes.map(({ theme, level }) => [theme.id, level])) };
  });
  return { framework, themes: levelsOn(framework, facts, today), earlier };
}

/** How a group of municipalities stands in one theme. */
export interface GroupTheme {
  readonly theme: string;
  /** Half of the group is at this level or higher. */
  readonly middle: Level;
}

export interface GroupResult {
  readonly size: number;
  readonly themes: readonly GroupTheme[];
}

/**
 * The middle level a theme of groups of municipalities, named by id or by code, by their last scan; undefined for a group with
 * fewer than five municipalities that settled one. The own municipality counts in none. Through the door `published`.
 */
export async function readGroups(
  tx: Tx<'approach.theme_level' | 'organisations.organisation'>,
  actor: Actor,
  groups: readonly (readonly string[])[],
): Promise<readonly (GroupResult | undefined)[]> {
  const rows = (await loadLevels(tx, groups.flat())).filter(
    ({ organisationId }) => organisationId !== actor.organisationId,
  );
  return groups.map((members) => {
    const named = new Set(members);
    const own = rows.filter(({ organisationId, code }) => named.has(organisationId) || named.has(code));
    const size = new Set(own.map(({ organisationId }) => organisationId)).size;
    if (size < SMALLEST_GROUP) return undefined;
    const themes = [...Map.groupBy(own, ({ theme }) => theme)]
      .filter(([, levels]) => levels.length >= SMALLEST_GROUP)
      .map(([theme, levels]) => ({ theme, middle: middleOf(levels.map(({ level }) => level)) }));
    return { size, themes };
  });
}

/** The safety region of the actor's municipality; undefined when it is not known. */
export async function readSafetyRegion(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  actor: Actor,
  { today }: DomainTime,
) {
  const regions = await loadOwnRegions(tx, actor.organisationId, today);
  return regions.find(({ kind }) => kind === 'safety-region');
}

function middleOf(levels: readonly Level[]): Level {
  const highestFirst = [...levels].sort((a, b) => b - a);
  return highestFirst[Math.ceil(highestFirst.length / 2) - 1]!;
}
