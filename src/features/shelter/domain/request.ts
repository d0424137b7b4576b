import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Needs, Urgency } from './needs.ts';
import type { ShelterType } from './place.ts';

/** From what a request begins, so that nobody types it twice; `request` is an earlier one, of somebody who has to go elsewhere. */
export const REQUEST_SOURCES = ['phone', 'call', 'help', 'request'] as const;
export type RequestSource = (typeof REQUEST_SOURCES)[number];

/** On what it rests: the person agreed, or somebody is in danger and cannot be asked. */
export type RequestGround = 'consent' | 'vital-interest';

/** How a request ended. */
export const REQUEST_OUTCOMES = ['placed', 'elsewhere', 'not-needed', 'consent-withdrawn', 'no-right'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** A request as its organisation keeps it, without what somebody needs. */
export interface PlaceRequest {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly source: RequestSource;
  readonly sourceId: string | undefined;
  readonly ground: RequestGround;
  readonly urgency: Urgency;
  /** The kinds that belong to the legal position; none when no right was found. */
  readonly types: readonly ShelterType[];
  readonly rightsEdition: string;
  /** Where a place is sought, or `unknown`. */
  readonly region: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly openedAt: Date;
  readonly openedByName: string;
  /** When somebody looked and nothing met the conditions. */
  readonly nothingAt: Date | undefined;
  readonly checkedAt: Date | undefined;
  readonly checkedByName: string | undefined;
  readonly closedAt: Date | undefined;
  readonly outcome: RequestOutcome | undefined;
  readonly version: number;
}

/** What is sealed of it. */
export interface RequestContent {
  readonly needs: Needs;
  /** On which number whoever asks is called back: never that of the person. */
  readonly callBack: string;
  /** How the consent was given, when it was written down here. */
  readonly consent: Readonly<Record<string, unknown>> | undefined;
  /** Of an emergency: what was at stake. Why is read in the room of approvals. */
  readonly interest: string | undefined;
}
