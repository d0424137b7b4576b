import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { listMunicipalities, type Municipality } from '../../organisations/index.ts';
import { type StandingState, standingOn } from '../domain/standing.ts';
import { publishedStandings } from '../persistence/standing-query.ts';

type Tables =
  | 'approach.standing'
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** One municipality on the monitor: how one element stands there today. */
export interface MonitorRow {
  readonly municipality: Municipality;
  readonly state: StandingState;
  readonly decidedOn: PlainDate | undefined;
  readonly lapsesOn: PlainDate | undefined;
}

/** How an element stands in every municipality that exists today. */
export async function monitorElement(
  tx: Tx<Tables>,
  element: string,
  today: PlainDate,
): Promise<readonly MonitorRow[]> {
  const municipalities = await listMunicipalities(tx, today);
  const standings = await publishedStandings(tx, element);
  return municipalities.map((municipality) => {
    const standing = standings.get(municipality.organisationId);
    return {
      municipality,
      state: standingOn(standing, today),
      decidedOn: standing?.decidedOn,
      lapsesOn: standing?.lapsesOn,
    };
  });
}
