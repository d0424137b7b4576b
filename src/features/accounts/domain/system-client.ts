import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';

/** As whom a system acts: somebody who passes signals on, sees how her own stand, and no more. */
export const SYSTEM_ROLE: Role = 'medewerker';

/** For which part of the interface between systems a registered system comes. */
export const SYSTEM_SCOPE = 'signalen';

/** How long a token of a system lives, in seconds of real time. [design: In Beeld] */
export const SYSTEM_TOKEN_SECONDS = 600;

/** More systems than this nobody oversees. [design: In Beeld] */
export const MOST_SYSTEMS = 20;

/** A system of an organisation, without its secret. */
export interface SystemClient {
  readonly id: string;
  readonly name: string;
  readonly registeredOn: PlainDate;
  readonly registeredByName: string;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
}

export type RegisterRefusal = { readonly code: 'secret-weak' | 'system-name-used' | 'too-many-systems' };

/** Whether a system may be registered beside those that are. Its secret was made by us: anything that does not look like it is not. */
export function judgeRegistering(
  running: readonly { readonly name: string }[],
  asked: { readonly name: string; readonly secret: string },
): Result<undefined, RegisterRefusal> {
  const isOurs = /^[\w-]{40,100}$/.test(asked.secret) && new Set(asked.secret).size >= 16;
  if (!isOurs) return err({ code: 'secret-weak' });
  if (running.some(({ name }) => name === asked.name)) return err({ code: 'system-name-used' });
  if (running.length >= MOST_SYSTEMS) return err({ code: 'too-many-systems' });
  return ok(undefined);
}
