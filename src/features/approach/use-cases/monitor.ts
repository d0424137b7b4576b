import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { listMunicipalities, type Municipality } from '../../organisations/index.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { type StandingState, standingOn } from '../domain/standing.ts';
import { publishedStandings } from '../persistence/standing-query.ts';
import { currentFramework } from './framework-editions.ts';

type Tables =
  | 'approach.standing'
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** What the country sees: anchoring, and the few elements of IBP 5.11. The first is what the monitor opens with. */
export const MONITOR_ELEMENTS: readonly { readonly id: string; readonly title: string }[] = [
  ...currentFramework()
    .elements.filter(({ isIbp }) => isIbp)
    .map(({ id, title }) => ({ id, title }))
    .sort((one, other) => Number(other.id === FOCAL_POINT_ELEMENT) - Number(one.id === FOCAL_POINT_ELEMENT)),
  { id: ANCHORING_ELEMENT, title: 'Borging: de tien toetsen' },
];

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
