import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** How one municipality stands on the list of the programme, and why: only what it published itself. */
export interface ProgrammeEntry {
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  /** The day on which they were counted. */
  readonly inhabitantsOn: PlainDate;
  /** Basis elements that it published and that lapsed. */
  readonly lapsed: readonly string[];
  /** It did not publish a route for signals that holds: so its inhabitants are without one, as far as anybody knows. */
  readonly isWithoutRoute: boolean;
}

/** The element of the internal route for signals. */
export const ROUTE_ELEMENT = 'K2.2';

/**
 * Who is called first: most lapsed basis elements, then most inhabitants without a route. Never by how easily somebody is helped: that
 * leads to large and easy ones. Who has neither is not on the list.
 */
export function orderProgramme(entries: readonly ProgrammeEntry[]): readonly ProgrammeEntry[] {
  const unserved = ({ isWithoutRoute, inhabitants }: ProgrammeEntry) => (isWithoutRoute ? inhabitants : 0);
  return entries
    .filter((entry) => entry.lapsed.length > 0 || entry.isWithoutRoute)
    .toSorted((a, b) => b.lapsed.length - a.lapsed.length || unserved(b) - unserved(a) || a.code.localeCompare(b.code));
}
