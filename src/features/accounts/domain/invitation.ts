import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { isRole, type Role } from '../../../shared-kernel/role.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from './roles.ts';

/** How long a code can be used, in hours of real time: the first administrator comes in within a day (BIO2, SEC-09). */
export const CODE_HOURS = 24;
/** How long a code can be made for what two people agreed, in days of real time. */
export const INVITATION_DAYS = 14;
/** A substitute holds a role for at most this many days. */
export const SUBSTITUTION_DAYS = 14;

/** Signs that nobody mistakes for another; 32, so that each is five bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Twenty signs are a hundred bits: not to be guessed, so that trying needs no counting. */
export const CODE_SIGNS = 20;

/** A code from this many random bytes, as people read it out: four groups of five. */
export function codeFrom(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, CODE_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.match(/.{5}/g)!.join('-');
}

/** A code as somebody typed it, whatever her capitals, spaces and dashes; something that is no code stays different from every code. */
export function readCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return signs.match(/.{1,5}/g)?.join('-') ?? '';
}

/** An invitation as far as the rules go. */
export interface InvitationState {
  readonly codeExpiresAt: Date | undefined;
  readonly lapsesAt: Date;
  readonly usedAt: Date | undefined;
  readonly withdrawnAt: Date | undefined;
}

export type Standing = 'waits' | 'has-code' | 'used' | 'withdrawn' | 'lapsed';

/** Where an invitation stands. */
export function standingOf(invitation: InvitationState, at: Date): Standing {
  if (invitation.usedAt) return 'used';
  if (invitation.withdrawnAt) return 'withdrawn';
  if (invitation.codeExpiresAt && invitation.codeExpiresAt > at) return 'has-code';
  return invitation.lapsesAt > at ? 'waits' : 'lapsed';
}

/** Whether what was begun at this moment was begun with the code that it has now, and not with one before. */
export function isCodeOf({ codeExpiresAt }: Pick<InvitationState, 'codeExpiresAt'>, begunAt: Date): boolean {
  return codeExpiresAt !== undefined && begunAt.getTime() >= codeExpiresAt.getTime() - CODE_HOURS * 3_600_000;
}

export type InviteRefusal = {
  readonly code: 'has-provider' | 'unknown-role' | 'gift-reason-missing' | 'substitution-too-long' | 'ends-in-past';
};

/** Whom an organisation wants to let in, and as what. */
export interface Invite {
  readonly role: string;
  readonly reason: string;
  /** The last day a substitute works; undefined for who stays. */
  readonly lastDay: PlainDate | undefined;
}

/** Whether somebody new may be asked in for a role: one that this kind of organisation has, where nobody else says who comes in. */
export function judgeInvite(
  invite: Invite,
  organisation: { readonly kind: string; readonly hasProvider: boolean },
  today: PlainDate,
): Result<{ readonly role: Role }, InviteRefusal> {
  if (organisation.hasProvider) return err({ code: 'has-provider' });
  const { role, lastDay } = invite;
  if (!isRole(role) || !ROLE_DESCRIPTIONS[role].heldIn.includes(organisation.kind as OrganisationKind))
    return err({ code: 'unknown-role' });
  if (lastDay !== undefined && lastDay < today) return err({ code: 'ends-in-past' });
  if (lastDay !== undefined && lastDay > addDays(today, SUBSTITUTION_DAYS - 1))
    return err({ code: 'substitution-too-long' });
  if (invite.reason.trim() === '') return err({ code: 'gift-reason-missing' });
  return ok({ role });
}

/** Who decides about a role that a colleague asks for. */
export const ROLE_DECIDERS = ['beheerder', 'fg', 'teamleider'] as const satisfies readonly Role[];

/**
 * Whether who operates the installation may let an administrator in. She is the second person as long as the organisation has
 * none: until two people there can ask and agree. After that only for administrators who lost their keys, and she says so.
 */
export function judgeOperatorInvite(
  organisation: { readonly kind: string; readonly hasProvider: boolean; readonly deciders: number },
  { accessLost }: { readonly accessLost: boolean },
): Result<undefined, { readonly code: 'has-provider' | 'unknown-role' | 'can-invite-themselves' }> {
  if (organisation.hasProvider) return err({ code: 'has-provider' });
  if (!ROLE_DESCRIPTIONS.beheerder.heldIn.includes(organisation.kind as OrganisationKind))
    return err({ code: 'unknown-role' });
  if (organisation.deciders >= 2 && !accessLost) return err({ code: 'can-invite-themselves' });
  return ok(undefined);
}
