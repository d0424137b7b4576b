import type { AnyTx } from '../../../platform/db/transact.ts';
import type { ListSource } from '../../../shared-kernel/list-source.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type YearOfLists, yearOfLists } from '../domain/own-lists.ts';
import { listedPersons } from '../persistence/list-store.ts';

/** The lists that the organisation of the actor keeps itself, a year each, the last first; none when it keeps no lists. */
export async function readOwnLists(
  tx: AnyTx,
  { organisationId }: Pick<Actor, 'organisationId'>,
  source: ListSource,
): Promise<readonly YearOfLists[]> {
  const years = Map.groupBy(await listedPersons(tx, source, organisationId), ({ year }) => year);
  return [...years].map(([year, listed]) => yearOfLists(year, listed, source.names));
}
