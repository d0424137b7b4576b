import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { isRole } from '../../../shared-kernel/role.ts';
import type { HeldRole } from './membership-end.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from './roles.ts';

export type GiftRefusal = {
  readonly code: 'raises-own-role' | 'unknown-colleague' | 'unknown-role' | 'role-held' | 'gift-reason-missing';
};

/** A role for a colleague, as it is asked. */
export interface RoleGift {
  readonly personId: string;
  readonly role: string;
  readonly reason: string;
}

/**
 * Whether a role may be asked, or given, for a colleague: never for oneself, neither by who asks nor by who agrees; a role that
 * this kind of organisation has; and one that she does not hold already.
 */
export function judgeGift(
  gift: RoleGift,
  roles: readonly HeldRole[],
  kind: string,
  hands: readonly string[],
  today: PlainDate,
): Result<undefined, GiftRefusal> {
  if (hands.includes(gift.personId)) return err({ code: 'raises-own-role' });
  const held = roles.filter(
    ({ personId, validFrom, validUntil }) =>
      personId === gift.personId && validFrom <= today && (validUntil === undefined || validUntil > today),
  );
  if (held.length === 0) return err({ code: 'unknown-colleague' });
  if (!isRole(gift.role) || !ROLE_DESCRIPTIONS[gift.role].heldIn.includes(kind as OrganisationKind))
    return err({ code: 'unknown-role' });
  if (held.some(({ role }) => role === gift.role)) return err({ code: 'role-held' });
  if (gift.reason.trim() === '') return err({ code: 'gift-reason-missing' });
  return ok(undefined);
}
