import type { LegalPosition } from '../../../shared-kernel/legal-position.ts';
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

/** On what the request rests: a consent, or an interest of life when none could be asked. */
export const HELP_GROUNDS = ['consent', 'vital-interest'] as const;
export type HelpGround = (typeof HELP_GROUNDS)[number];

/**
 * The legal positions that may go along, since each of them opens a kind of shelter. That somebody has no right to stay never goes: it is
 * told on the telephone. [content: care-attention]
 */
export const HELP_POSITIONS = [
  'reflection-period',
  'permit',
  'dutch',
  'eu-citizen',
  'minor',
  'unaccompanied-minor',
] as const satisfies readonly LegalPosition[];
export type HelpPosition = (typeof HELP_POSITIONS)[number];

/** What is at stake when it cannot wait for a consent. Article 6, first paragraph, under d of the GDPR. */
export const VITAL_INTERESTS = ['life', 'violence', 'no-safe-place', 'minor-in-danger'] as const;
export type VitalInterest = (typeof VITAL_INTERESTS)[number];

/** Why consent could not be asked, and what is at stake. Goes along in every copy. */
export interface HelpEmergency {
  readonly interest: VitalInterest;
  readonly reason: string;
}

/** Within so many days consent is asked after all. [design: In Beeld] */
export const ASK_CONSENT_DAYS = 3;

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
  /** Undefined when it was not said. */
  readonly position?: HelpPosition | undefined;
  /** On which number whoever asks is called back: never that of the person. */
  readonly callBack: string;
  /** Only of a request without consent. */
  readonly emergency: HelpEmergency | undefined;
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
  readonly ground: HelpGround;
  /** When a second person agreed that it was an emergency; undefined while nobody did. */
  readonly checkedAt: Date | undefined;
  readonly checkedByName: string | undefined;
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
