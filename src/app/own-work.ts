import { countsOn, currentFacts, type FactSource } from '../features/approach/index.ts';
import type { OwnWork } from '../features/insight/index.ts';
import type { AnyTx, DomainTime } from '../platform/db/transact.ts';
import type { Actor } from '../shared-kernel/role.ts';

/** Where what it shows was kept, as people know it. */
const KEPT_IN: Partial<Readonly<Record<FactSource, string>>> = {
  signals: 'Signalen in In Beeld',
  learning: 'Leren in In Beeld',
};

/**
 * What signals and training of a municipality show today, as its approach has it: sentences with their day, never a count of signals.
 * One statement.
 */
export async function readOwnWork(
  tx: AnyTx,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<readonly OwnWork[]> {
  return (await currentFacts(tx, organisationId))
    .filter((fact) => KEPT_IN[fact.source] && fact.state !== 'absent' && countsOn(fact, today))
    .map(({ element, source, statement, asOf }) => ({ element, statement, asOf, source: KEPT_IN[source]! }))
    .toSorted((a, b) => a.element.localeCompare(b.element, 'nl', { numeric: true }));
}
