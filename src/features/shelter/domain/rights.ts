import type { LegalPosition } from '../../../shared-kernel/legal-position.ts';
import type { ShelterType } from './place.ts';

/** What belongs to a position: kinds of shelter, or none and whom to call. */
export interface RightsRoute {
  readonly id: LegalPosition;
  readonly label: string;
  readonly types: readonly ShelterType[];
  /** What to do: never empty, so that nobody stands before an empty list. */
  readonly say: string;
  readonly source: string;
  readonly mark: 'law' | 'found' | 'own';
  readonly verifiedOn: string | null;
}

export interface RightsEdition {
  readonly routes: readonly RightsRoute[];
}

/** Which route is meant; the one for what is not known when nobody says. */
export function routeFor({ routes }: RightsEdition, position: string): RightsRoute {
  return routes.find(({ id }) => id === position) ?? routes.find(({ id }) => id === 'unknown')!;
}
