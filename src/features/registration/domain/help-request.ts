import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { ConsentLanguage } from './consent.ts';
import type { AgeGroup, Gender, Region } from './registration.ts';
import type { MessageStanding } from './registration-status.ts';

/** What is asked; more than one may hold. */
export const HELP_NEEDS = ['shelter', 'safety', 'care-coordination', 'health', 'legal', 'information'] as const;
export type HelpNeed = (typeof HELP_NEEDS)[number];

/** How soon. For tonight a message is never enough: the page says to call as well. */
export const HELP_URGENCIES = ['tonight', 'this-week', 'can-wait'] as const;
export type HelpUrgency = (typeof HELP_URGENCIES)[number];

export const HELP_DANGERS = ['yes', 'no', 'unknown'] as const;
export type HelpDanger = (typeof HELP_DANGERS)[number];

/** The least with which somebody can look for help. No address, no story: those are told on the phone. */
export interface HelpContent {
  readonly needs: readonly HelpNeed[];
  readonly urgency: HelpUrgency;
  /** Whether somebody may come after her. */
  readonly danger: HelpDanger;
  readonly ageGroup: AgeGroup;
  readonly gender: Gender;
  readonly region: Region;
  readonly language: ConsentLanguage;
  readonly needsInterpreter: boolean;
  readonly children: number | undefined;
  /** On which number whoever asks is called back: never that of the person. */
  readonly callBack: string;
}

/** A request for help as its sender keeps it, without what it says. */
export interface HelpRequest {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly registrationId: string;
  readonly sentOn: PlainDate;
  readonly messageId: string;
  readonly withdrawnOn: PlainDate | undefined;
}

/** Where it stands for whoever asked. Seen is the word of CoMensha, never the sending. */
export const HELP_STATUSES = ['sent', 'seen', 'refused', 'withdrawn'] as const;
export type HelpStatus = (typeof HELP_STATUSES)[number];

/** Follows from the day of withdrawal and from what became of the message; never stored. */
export function helpStatus(request: Pick<HelpRequest, 'withdrawnOn'>, message: MessageStanding): HelpStatus {
  if (request.withdrawnOn !== undefined || message === 'withdrawn') return 'withdrawn';
  if (message === 'refused' || message === 'expired') return 'refused';
  // erased after its term: it was seen before
  return message === 'accepted' || message === undefined ? 'seen' : 'sent';
}
