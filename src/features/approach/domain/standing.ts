import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What a municipality published about one element: days, never whether it lapsed. */
export interface Standing {
  readonly decidedOn: PlainDate;
  readonly lapsesOn: PlainDate;
}

/** arranged: holds today · lapsing: holds, but ends within 90 days · lapsed: held once · unknown: nothing published. */
export type StandingState = 'arranged' | 'lapsing' | 'lapsed' | 'unknown';

const LAPSING_DAYS = 90;

/** How an element stands on a day. Computed every time from the dates, so a lapse shows the moment it happens. */
export function standingOn(standing: Standing | undefined, today: PlainDate): StandingState {
  if (!standing) return 'unknown';
  if (standing.lapsesOn <= today) return 'lapsed';
  return standing.lapsesOn <= addDays(today, LAPSING_DAYS) ? 'lapsing' : 'arranged';
}

/** One element as the country sees it: how it is arranged, its days, the kind of evidence; no person, no name. */
export interface PublishedElement {
  readonly element: string;
  readonly state: 'present' | 'working' | 'regional';
  readonly decidedOn: PlainDate;
  readonly lapsesOn: PlainDate;
  readonly evidenceKind: 'besluit' | 'besluit-met-vindplaats' | 'besluit-met-document' | 'opgave' | 'regio';
  /** The region that arranges it: when it withdraws, the element lapses. */
  readonly regionId?: string | undefined;
}
