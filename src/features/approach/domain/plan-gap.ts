import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { countsOn, type ElementState, type Fact, isArranged } from './fact.ts';
import type { Framework, FrameworkElement } from './framework.ts';

/** An element that is not arranged today, and how it stands. */
export interface Gap {
  readonly element: FrameworkElement;
  readonly state: ElementState;
}

/** What is known best of each element today: arranged by any source that still counts, or else the latest that was said. */
export function bestFacts(facts: readonly Fact[], today: PlainDate): ReadonlyMap<string, Fact> {
  const best = new Map<string, Fact>();
  const rank = (fact: Fact) =>
    (countsOn(fact, today) ? 2 : 0) + (isArranged(fact.state) || fact.state === 'not-applicable' ? 1 : 0);
  for (const fact of [...facts].sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())) {
    const known = best.get(fact.element);
    if (!known || rank(fact) >= rank(known)) best.set(fact.element, fact);
  }
  return best;
}

/** True when this fact settles the element today: it is arranged, or does not apply here. */
export function settles(fact: Fact | undefined, today: PlainDate): boolean {
  return fact !== undefined && countsOn(fact, today) && (isArranged(fact.state) || fact.state === 'not-applicable');
}

/** Every element that is not arranged today, in the order of the framework, the basis first. */
export function gapsOn(framework: Framework, facts: readonly Fact[], today: PlainDate): readonly Gap[] {
  const best = bestFacts(facts, today);
  const gaps = framework.elements
    .filter(({ id }) => !settles(best.get(id), today))
    .map((element) => ({ element, state: stateOf(best.get(element.id), today) }));
  return [...gaps].sort((a, b) => Number(a.element.plateau !== 'basis') - Number(b.element.plateau !== 'basis'));
}

function stateOf(fact: Fact | undefined, today: PlainDate): ElementState {
  if (!fact) return 'unknown';
  return countsOn(fact, today) || !isArranged(fact.state) ? fact.state : 'absent';
}
