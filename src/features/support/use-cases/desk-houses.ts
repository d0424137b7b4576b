import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import { organisationsOfKind } from '../../organisations/index.ts';

/** The two organisations that share the desk, as far as they are there today. */
export async function deskIdsOn(
  tx: Tx<'organisations.organisation'>,
  today: DomainTime['today'],
): Promise<readonly string[]> {
  const halves = [await organisationsOfKind(tx, 'vng', today), await organisationsOfKind(tx, 'comensha', today)];
  return halves.flatMap(([first]) => first?.id ?? []);
}

/** Tells both halves of the desk, each in its own house, that something waits; the half that is not there hears nothing. */
export async function tellDesk(
  tx: Tx<DeadlineTables>,
  deskIds: readonly string[],
  to: { readonly kind: string; readonly path: string },
  now: Date,
): Promise<void> {
  for (const tenantId of deskIds)
    for (const role of ['vng-adviseur', 'comensha-adviseur'] as const)
      await tellHouse(tx, { tenantId, role, ...to }, now);
}
