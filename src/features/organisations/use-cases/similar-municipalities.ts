import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type SimilarMunicipality, similarMunicipalities } from '../domain/similarity.ts';
import { municipalitiesToCompare } from '../persistence/similarity-query.ts';

type Tables =
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.neighbour'
  | 'organisations.region_membership';

/** How many are shown: also the smallest group of which anything may be shown. */
const SHOWN = 5;

/** The municipalities most like this one today (five unless told), with the reasons; none when there are fewer than five. */
export async function similarTo(
  tx: Tx<Tables>,
  code: string,
  today: PlainDate,
  count: number = SHOWN,
): Promise<readonly SimilarMunicipality[]> {
  const similar = similarMunicipalities(code, await municipalitiesToCompare(tx, today), count);
  return similar.ok ? similar.value : [];
}
