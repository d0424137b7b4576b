import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** Somebody's role in an organisation, from a day until a day (not included). */
export interface HeldRole {
  readonly membershipId: string;
  readonly personId: string;
  readonly role: string;
  readonly validFrom: PlainDate;
  /** From this day on it is held no more; undefined when no end is known. */
  readonly validUntil: PlainDate | undefined;
}

export type EndRefusal = {
  readonly code:
    | 'not-found'
    | 'no-administrator-now'
    | 'own-membership'
    | 'already-ended'
    | 'edit-conflict'
    | 'ends-in-past'
    | 'ends-before-start'
    | 'last-administrator';
};

/** The role that manages an organisation here: there is always one that stays. */
const ADMINISTRATOR = 'beheerder';

/**
 * Ends a role on a day, today or later. Nobody ends her own: a colleague does, so that somebody knows. An organisation is never
 * left without an administrator, also not on a day that comes.
 */
export function endRole(
  roles: readonly HeldRole[],
  actor: { readonly personId: string; readonly membershipId: string },
  input: {
    readonly membershipId: string;
    readonly endsOn: PlainDate;
    /** The end as the administrator saw it. */
    readonly seenEnd: PlainDate | undefined;
  },
  today: PlainDate,
): Result<HeldRole, EndRefusal> {
  const isHeld = ({ validFrom, validUntil }: HeldRole) =>
    validFrom <= today && (validUntil === undefined || validUntil > today);
  const me = roles.find(({ membershipId }) => membershipId === actor.membershipId);
  // a colleague ended hers while she looked
  if (!me || !isHeld(me) || me.role !== ADMINISTRATOR) return err({ code: 'no-administrator-now' });
  const role = roles.find(({ membershipId }) => membershipId === input.membershipId);
  if (!role) return err({ code: 'not-found' });
  if (role.personId === actor.personId) return err({ code: 'own-membership' });
  if (role.validUntil !== undefined && role.validUntil <= today) return err({ code: 'already-ended' });
  if (role.validUntil !== input.seenEnd) return err({ code: 'edit-conflict' });
  if (input.endsOn < today) return err({ code: 'ends-in-past' });
  if (input.endsOn < role.validFrom) return err({ code: 'ends-before-start' });
  const stays = roles.some(
    (each) => each !== role && each.role === ADMINISTRATOR && each.validUntil === undefined && each.validFrom <= today,
  );
  if (role.role === ADMINISTRATOR && !stays) return err({ code: 'last-administrator' });
  return ok({ ...role, validUntil: input.endsOn });
}
