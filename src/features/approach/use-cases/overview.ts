import type { Tx } from '../../../platform/db/transact.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { POLICY_ELEMENT } from '../domain/adoption.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import type { FocalPoint, Left } from '../domain/focal-point.ts';
import type { Standing } from '../domain/standing.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { loadMilestones, type Milestones } from '../persistence/overview-query.ts';
import type { StandingTables } from '../persistence/standing-query.ts';
import { readDepartures } from './anchoring.ts';

/** How far the municipality is, from scan to anchored. */
export interface Overview extends Pick<Milestones, 'scan' | 'plan'> {
  readonly record: FocalPoint | undefined;
  /** Of the two who are named there. */
  readonly left: Left;
  /** As the country sees them. */
  readonly policy: Standing | undefined;
  readonly anchoring: Standing | undefined;
}

/** Where each step of the approach stands. */
export async function readOverview(
  tx: Tx<StandingTables | 'approach.element' | 'approach.scan' | 'approach.plan' | 'accounts.membership'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<Overview> {
  const { standings, ...milestones } = await loadMilestones(tx, organisationId, [POLICY_ELEMENT, ANCHORING_ELEMENT]);
  const record = await loadFocalPoint(tx, organisationId);
  return {
    ...milestones,
    record,
    left: await readDepartures(tx, organisationId, record),
    policy: standings.get(POLICY_ELEMENT),
    anchoring: standings.get(ANCHORING_ELEMENT),
  };
}
