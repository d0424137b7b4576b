import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { PersonName, Registration } from './registration.ts';

/** Where a registration stands for its sender. Counted is the receipt of the register, never the sending. */
export const REGISTRATION_STATUSES = ['draft', 'sent', 'counted', 'refused', 'withdrawn'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** How the message about it stands between the two organisations; undefined when it was erased since. */
export type MessageStanding = 'sent' | 'delivered' | 'accepted' | 'refused' | 'withdrawn' | 'expired' | undefined;

/** Follows from the days and from what became of the message; never stored. */
export function registrationStatus(
  registration: Pick<Registration, 'route' | 'sentOn' | 'withdrawnOn'>,
  message: MessageStanding,
): RegistrationStatus {
  if (registration.sentOn === undefined) return 'draft';
  // what was sent without a name before stays, whatever becomes of the name
  const isTakenBack = registration.route === 'by-name' && registration.withdrawnOn !== undefined;
  if (isTakenBack || message === 'withdrawn') return 'withdrawn';
  if (message === 'refused' || message === 'expired') return 'refused';
  // erased after its term: it was counted before
  return message === 'accepted' || message === undefined ? 'counted' : 'sent';
}

export type SendRefusal = { readonly code: 'sent-before' | 'consent-missing' | 'name-missing' | 'name-present' };

/** Whether a draft can be sent by its route. */
export function mayBeSent(
  registration: Pick<Registration, 'route' | 'sentOn'>,
  person: PersonName | undefined,
  hasConsent: boolean,
): Result<undefined, SendRefusal> {
  if (registration.sentOn !== undefined) return err({ code: 'sent-before' });
  if (registration.route === 'nameless') return person ? err({ code: 'name-present' }) : ok(undefined);
  if (registration.route === 'must') return ok(undefined);
  if (!hasConsent) return err({ code: 'consent-missing' });
  return person ? ok(undefined) : err({ code: 'name-missing' });
}

export type JoinRefusal = { readonly code: 'not-sent' | 'not-nameless' | 'joined-before' };

/** Whether a name can be added to it later: a registration without one, that was sent and had none added. */
export function mayBeJoined(
  registration: Pick<Registration, 'route' | 'sentOn' | 'joinedOn'>,
): Result<undefined, JoinRefusal> {
  if (registration.route !== 'nameless') return err({ code: 'not-nameless' });
  if (registration.sentOn === undefined) return err({ code: 'not-sent' });
  return registration.joinedOn === undefined ? ok(undefined) : err({ code: 'joined-before' });
}
