import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { leavingDays } from '../../../platform/members/members.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type Anchoring, anchoringOn, type Departures } from '../domain/anchoring.ts';
import type { FocalPoint } from '../domain/focal-point.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { currentFacts } from './facts.ts';
import { currentFramework } from './framework-editions.ts';

export type AnchoringTables = 'approach.fact' | 'approach.region_offer' | 'approach.element' | 'accounts.membership';

/** Whether the people named in K2.1 still work here, and from which day not. */
export async function readDepartures(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  record: FocalPoint | undefined,
): Promise<Departures> {
  if (!record) return { ownerLeftOn: undefined, substituteLeftOn: undefined };
  const [ownerLeftOn, substituteLeftOn] = await leavingDays(tx, tenantId, [record.focalPoint, record.substitute]);
  return { ownerLeftOn, substituteLeftOn };
}

/** The ten tests of the actor's municipality today. Computed from facts at every look, so a lapse shows the moment it happens. */
export async function readAnchoring(
  tx: Tx<AnchoringTables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<Anchoring> {
  const departures = await readDepartures(tx, organisationId, await loadFocalPoint(tx, organisationId));
  return anchoringOn(currentFramework(), await currentFacts(tx, organisationId), departures, today);
}
