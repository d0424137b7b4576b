import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { Fact, NewFact } from '../domain/fact.ts';
import { insertFact, latestFacts, latestFactsAt } from '../persistence/fact-store.ts';

/**
 * Reports what is known of an element: the one way in which a feature tells the approach something. In the transaction of the deed
 * (doors `own` and `mandate`). The latest fact of an element and source holds; so a fact with state 'absent' takes one back.
 * @returns the id of the fact.
 */
export async function reportFact(
  tx: Tx<'approach.fact'>,
  tenantId: string,
  fact: NewFact,
  { now }: DomainTime,
): Promise<string> {
  const id = newId();
  await insertFact(tx, tenantId, { ...fact, id, reportedAt: now });
  return id;
}

/** The latest fact of each element and source, also those that lapsed: `countsOn(fact, today)` tells which still count. */
export async function currentFacts(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
): Promise<readonly Fact[]> {
  return latestFacts(tx, tenantId);
}

/** The facts as they stood at a moment, such as the settling of an earlier scan. */
export async function factsAt(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  moment: Date,
): Promise<readonly Fact[]> {
  const [facts = []] = await factsAtEach(tx, tenantId, [moment]);
  return facts;
}

/** The same for several moments, in their order and in one statement. */
export async function factsAtEach(
  tx: Tx<'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  moments: readonly Date[],
): Promise<readonly (readonly Fact[])[]> {
  return latestFactsAt(tx, tenantId, moments);
}
