import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Asking another organisation to get in touch about a case, without saying whom it is about. */
export const CONTACT_REQUEST = {
  kind: 'contactverzoek',
  label: 'Verzoek om contact',
  activity: 'VA-09',
  data: ['D2'],
  requiresConsent: false,
} as const;

/** What a contact request says. Whoever it is about is told in the conversation, not here. */
export interface ContactRequest {
  readonly question: string;
  /** When and how the sender can be reached. */
  readonly reachable: string;
  /** Who asks, so that the other organisation knows whom to ask for. */
  readonly askedBy: string;
}

/** A request waits two weeks; then it is clear that nobody answers, and the sender calls. [design: In Beeld] */
const WAITS_DAYS = 14;

/** From this day on a request that is sent today can no longer be answered. */
export function lastDayFor(today: PlainDate): PlainDate {
  return addDays(today, WAITS_DAYS);
}

/** Why an organisation does not take a request up. */
export const REFUSAL_REASONS = {
  'niet-voor-ons': 'Dit hoort niet bij ons',
  'loopt-al': 'Wij zijn hier al mee bezig',
  onduidelijk: 'Wij begrijpen niet wat u vraagt',
} as const;
export type RefusalReason = keyof typeof REFUSAL_REASONS;

/** Why a sender takes a request back. */
export const WITHDRAWAL_REASONS = {
  'niet-meer-nodig': 'Het is niet meer nodig',
  'verkeerde-ontvanger': 'Het ging naar de verkeerde organisatie',
  'te-veel-verteld': 'Er stond te veel in',
} as const;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;

/** True when nine digits in a row pass the check of a citizen service number (BSN): it has no place in a request. */
export function holdsBsn(text: string): boolean {
  const candidates = text.matchAll(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g);
  return [...candidates].some(([found]) => {
    const digits = [...found.replace(/\D/g, '')].map(Number);
    const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
    return sum % 11 === 0 && digits.some((digit) => digit !== 0);
  });
}
