import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from './roles.ts';

/** For which part of the interface between systems a registered system comes (`api.only` of a route), and as whom it acts there. */
export const SYSTEM_ROLES = { signalen: 'medewerker', opvang: 'opvang' } as const satisfies Readonly<
  Record<string, Role>
>;
export type SystemScope = keyof typeof SYSTEM_ROLES;

export function isSystemScope(scope: string): scope is SystemScope {
  return Object.hasOwn(SYSTEM_ROLES, scope);
}

/** What a system of this kind of organisation may come for: where people of that kind do the same work. Undefined when nothing. */
export function scopeFor(kind: string | undefined): SystemScope | undefined {
  const scopes = Object.keys(SYSTEM_ROLES) as SystemScope[];
  return scopes.find((scope) => ROLE_DESCRIPTIONS[SYSTEM_ROLES[scope]].heldIn.includes(kind as OrganisationKind));
}

/** How long a token of a system lives, in seconds of real time. [design: In Beeld] */
export const SYSTEM_TOKEN_SECONDS = 600;

/** More systems than this nobody oversees. [design: In Beeld] */
export const MOST_SYSTEMS = 20;

/** The public half of the key of a system (JWK, RFC 7517), and its thumbprint (RFC 7638). */
export interface SystemKey {
  readonly publicKey: Readonly<Record<string, unknown>>;
  readonly print: string;
}

/** A system of an organisation. */
export interface SystemClient {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  /** The thumbprint of its public key (RFC 7638); nothing for what was registered with a secret, before keys. */
  readonly keyPrint: string | null;
  readonly registeredOn: PlainDate;
  readonly registeredByName: string;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
}

export type RegisterRefusal = {
  readonly code: 'system-name-used' | 'system-key-used' | 'too-many-systems' | 'no-system-here';
};

/** Whether a system may be registered beside those that are: each has a name and a key of its own. */
export function judgeRegistering(
  running: readonly { readonly name: string; readonly keyPrint: string | null }[],
  asked: { readonly name: string; readonly keyPrint: string },
): Result<undefined, RegisterRefusal> {
  if (running.some(({ name }) => name === asked.name)) return err({ code: 'system-name-used' });
  if (running.some(({ keyPrint }) => keyPrint === asked.keyPrint)) return err({ code: 'system-key-used' });
  if (running.length >= MOST_SYSTEMS) return err({ code: 'too-many-systems' });
  return ok(undefined);
}
