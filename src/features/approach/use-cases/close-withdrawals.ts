import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineSubject,
  type DeadlineTables,
} from '../../../platform/deadlines/set-deadline.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { countsOn, type Fact, isArranged } from '../domain/fact.ts';
import { openElementsOf } from '../persistence/deadline-query.ts';
import { SOURCE_FOUND, silenceSources } from './close-sources.ts';
import { currentFacts } from './facts.ts';

/** The kind of deadline that says that a region no longer arranges an element. */
export const REGION_WITHDREW = 'approach.region-withdrew';

/** What a deadline about a withdrawal is about. */
export const withdrawalSubject = (id: string): DeadlineSubject => ({ kind: 'approach.region-withdrawal', id });

/** Closes what was asked because a region withdrew or VNG found a source, where all of it holds again, however it was arranged. Door `own`. */
export async function closeWithdrawals(
  tx: Tx<DeadlineTables | 'approach.fact' | 'approach.region_offer'>,
  tenantId: string,
  time: DomainTime,
  known?: readonly Fact[],
): Promise<void> {
  const open = await openElementsOf(tx, tenantId, REGION_WITHDREW);
  const found = await openElementsOf(tx, tenantId, SOURCE_FOUND);
  if (open.length + found.length === 0) return;
  const facts = known ?? (await currentFacts(tx, tenantId));
  const isArrangedNow = (element: string) => isHeld(facts, element, time.today);
  // what the municipality states itself, no public source has to tell any more
  if (found.length > 0 && found.every(({ elements }) => elements.every(isArrangedNow)))
    await silenceSources(tx, tenantId, time);
  for (const { elements, subjectId } of open)
    if (elements.every(isArrangedNow)) await completeDeadlines(tx, tenantId, withdrawalSubject(subjectId), time.now);
}

/** Something that still counts on this day says that the element is arranged. */
export function isHeld(facts: readonly Fact[], element: string, today: PlainDate): boolean {
  return facts.some(
    (fact) => fact.element === element && isArranged(fact.state) && fact.asOf <= today && countsOn(fact, today),
  );
}
