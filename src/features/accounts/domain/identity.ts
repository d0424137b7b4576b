import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** How an organisation lets its people in: the part of the registration of its identity provider that judges. */
export interface IdentityRules {
  /** Levels that count as a strong sign-in (`acr` by the eIDAS levels, or an authentication context of Entra ID). */
  readonly strongLevels: readonly string[];
}

/** What an identity provider says of somebody: the claims of an ID token. */
export interface IdentityClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** Somebody, as her identity provider knows her. */
export interface Identity {
  /** Together they are the person, for ever; an address or a name never is. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  /** The provider's own session, to end ours when that one ends. */
  readonly providerSession: string | undefined;
  /** When she last proved herself in a way that is hard to steal; undefined when she did not. */
  readonly strongAt: Date | undefined;
}

export interface IdentityRefusal {
  readonly code: 'represents-another' | 'guest-account' | 'name-missing' | 'not-strong';
}

/** Ways of proving oneself that count as two factors or a key in the hand (RFC 8176). */
const STRONG_METHODS: ReadonlySet<string> = new Set(['mfa', 'fido', 'hwk', 'pop', 'swk', 'sc']);
const LONGEST_NAME = 120;

/**
 * Who the claims say that came in. Refused: who acts for another (`represents`, NL GOV profile for OpenID Connect 1.0.1), a guest
 * from another organisation (Entra ID), and who has no name to stand in the logs. A step-up (`stepUp`) that came back weaker than
 * asked is refused too.
 */
export function judgeIdentity(
  claims: IdentityClaims,
  rules: IdentityRules,
  { stepUp }: { readonly stepUp: boolean },
  at: Date,
): Result<Identity, IdentityRefusal> {
  if (claims.represents !== undefined) return err({ code: 'represents-another' });
  if (isGuest(claims)) return err({ code: 'guest-account' });
  const name = textIn(claims.name) ?? textIn(claims.preferred_username) ?? textIn(claims.email);
  if (!name) return err({ code: 'name-missing' });
  const strongAt = strongMoment(claims, rules, at);
  if (stepUp && !strongAt) return err({ code: 'not-strong' });
  const email = textIn(claims.email) ?? textIn(claims.preferred_username);
  return ok({
    issuer: claims.iss,
    subject: subjectOf(claims),
    name: name.slice(0, LONGEST_NAME),
    email: email?.includes('@') ? email : undefined,
    providerSession: textIn(claims.sid),
    strongAt,
  });
}

/** Entra ID gives another `sub` to every program; its `oid` is the person. Its issuer holds the organisation already. */
function subjectOf({ sub, oid, tid, iss }: IdentityClaims): string {
  return typeof oid === 'string' && typeof tid === 'string' && iss.includes(tid) ? oid : sub;
}

/** Entra ID: somebody of another organisation, or marked as a guest. */
function isGuest({ idp, acct, iss }: IdentityClaims): boolean {
  return acct === 1 || (typeof idp === 'string' && idp !== '' && idp !== iss);
}

function strongMoment(claims: IdentityClaims, { strongLevels }: IdentityRules, at: Date): Date | undefined {
  const levels = [claims.acr, claims.acrs].flat().filter((each) => typeof each === 'string');
  const methods = [claims.amr].flat().filter((each) => typeof each === 'string');
  const isStrong =
    levels.some((level) => strongLevels.includes(level)) ||
    // an organisation that names no levels trusts the ways
    (strongLevels.length === 0 && methods.some((method) => STRONG_METHODS.has(method)));
  if (!isStrong) return undefined;
  // a clock ahead of ours makes nothing fresher than now
  return typeof claims.auth_time === 'number' ? new Date(Math.min(claims.auth_time * 1000, at.getTime())) : undefined;
}

function textIn(claim: unknown): string | undefined {
  const text = typeof claim === 'string' ? claim.replace(/[\p{Cc}\p{Cf}]/gu, '').trim() : '';
  return text === '' ? undefined : text;
}
