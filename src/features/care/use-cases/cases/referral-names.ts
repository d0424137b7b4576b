import type { MessageKind } from '../../../../platform/exchange/message-kind.ts';

/** A referral at its sender, as the logs name it. */
export const REFERRAL_SUBJECT = 'care.referral';
export const REFERRALS_PATH = '/zorgcoordinatie/verwijzingen';
/** A referral came in. */
export const REFERRAL_ARRIVED = 'care.referral-arrived';
/** A referral that came in and waits for an answer here, as its terms name it. */
export const WAITING_SUBJECT = 'care.received-referral';
/** It must be answered today: for who coordinates care. */
export const REFERRAL_WAITS = 'care.referral-waits';
/** Nobody answered within the norm: for who leads them, or runs the organisation here. */
export const REFERRAL_OVERDUE = 'care.referral-overdue';
export const referralPath = (id: string): string => `${REFERRALS_PATH}/${id}`;

/** Parts of a case, to who coordinates care elsewhere: always with a consent for that one organisation. */
export const REFERRAL: MessageKind = {
  kind: 'zorgverwijzing',
  label: 'Verwijzing of overdracht van zorgcoördinatie',
  activity: 'VA-03',
  data: ['D4', 'D5', 'D8'],
  requiresConsent: true,
};

/** The same in an emergency, without consent: a kind of its own, so that every copy shows what it is. */
export const EMERGENCY_REFERRAL: MessageKind = {
  kind: 'zorgverwijzing-noodgeval',
  label: 'Verwijzing van zorgcoördinatie in een noodgeval, zonder toestemming',
  activity: 'VA-03',
  data: ['D4', 'D5'],
  requiresConsent: false,
};

/** What the two say about a referral besides: it hangs on the referral, and goes only while that may be shared. */
export const REFERRAL_REMARK: MessageKind = {
  kind: 'zorgverwijzing-opmerking',
  label: 'Opmerking bij een verwijzing van zorgcoördinatie',
  activity: 'VA-03',
  data: ['D5'],
  requiresConsent: false,
};
export const remarkPath = (messageId: string): string => `${REFERRALS_PATH}/${messageId}/opmerking`;

export const REFERRAL_MESSAGES: readonly MessageKind[] = [REFERRAL, EMERGENCY_REFERRAL];
export const REFERRAL_MESSAGE_KINDS: readonly string[] = REFERRAL_MESSAGES.map(({ kind }) => kind);
