import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, errors, type JWK, jwtVerify } from 'jose';
import { err, ok, type Result } from '../../shared-kernel/result.ts';

/** The signatures a system may prove itself with: those of the NL GOV profile for OAuth 2.0, and what they fall back on. */
const ALGORITHMS_OF_KEY = { rsa: ['PS256', 'RS256'], ec: ['ES256'] } as const;
/** Bits of an RSA key (NCSC, ICT security guidelines for TLS: sufficient from 2048, good from 3072). */
const RSA_BITS = 2048;
const CURVE = 'prime256v1';

/** How far the clock of a system may be off, in seconds. */
export const SYSTEM_CLOCK_SECONDS = 60;
/** How old a proof may be, in seconds. */
export const PROOF_SECONDS = 300;

export type KeyRefusal = { readonly code: 'key-unreadable' | 'key-secret' | 'key-weak' };

/** The public half of the key of a system, and its thumbprint (RFC 7638, SHA-256, base64url). */
export interface SystemKey {
  readonly publicKey: JWK;
  readonly print: string;
}

/**
 * Reads what somebody pasted as the public key of a system: PEM (SPKI), a JWK, or a set of keys with one in it. A private key is
 * refused by name, for it has now been shown to somebody it was not meant for.
 */
export async function readSystemKey(text: string): Promise<Result<SystemKey, KeyRefusal>> {
  if (/PRIVATE KEY/.test(text)) return err({ code: 'key-secret' });
  const key = text.trim().startsWith('{') ? fromJwk(text) : ok(asPublicKey(text.trim()));
  if (!key.ok) return key;
  if (!key.value) return err({ code: 'key-unreadable' });
  if (!isStrong(key.value)) return err({ code: 'key-weak' });
  const publicKey = key.value.export({ format: 'jwk' }) as JWK;
  return ok({ publicKey, print: await calculateJwkThumbprint(publicKey, 'sha256') });
}

function fromJwk(text: string): Result<KeyObject | undefined, KeyRefusal> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return err({ code: 'key-unreadable' });
  }
  const keys = (read as { keys?: unknown }).keys;
  const jwk = Array.isArray(keys) ? (keys.length === 1 ? keys[0] : undefined) : read;
  if (typeof jwk !== 'object' || jwk === null) return err({ code: 'key-unreadable' });
  if ('d' in jwk || 'k' in jwk) return err({ code: 'key-secret' });
  return ok(asPublicKey(jwk as JWK));
}

function asPublicKey(key: string | JWK): KeyObject | undefined {
  try {
    return typeof key === 'string' ? createPublicKey(key) : createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS;
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === CURVE;
}

/** The id a proof says it is of, before anything of it has been checked; undefined when it says none. */
export function claimedClient(assertion: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const { sub } = claims as { sub?: unknown };
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a system proves with this that it holds the key (`private_key_jwt`, RFC 7523 section 3): of itself, for us, made just
 * now, with a `jti`. Whether the `jti` is new is for who keeps them. `at` is real time. Undefined when it proves nothing.
 */
export async function checkProof(
  assertion: string,
  publicKey: JWK,
  about: { readonly clientId: string; readonly audiences: readonly string[]; readonly at: Date },
): Promise<{ readonly jti: string; readonly expiresAt: Date } | undefined> {
  try {
    const key = asPublicKey(publicKey);
    if (!key) return undefined;
    const { payload } = await jwtVerify(assertion, key, {
      issuer: about.clientId,
      subject: about.clientId,
      audience: [...about.audiences],
      algorithms: [...ALGORITHMS_OF_KEY[key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec']],
      clockTolerance: SYSTEM_CLOCK_SECONDS,
      currentDate: about.at,
      maxTokenAge: PROOF_SECONDS,
      requiredClaims: ['iat', 'exp', 'jti'],
    });
    const { jti, iat } = payload;
    if (typeof jti !== 'string' || jti.length < 8 || jti.length > 200) return undefined;
    return { jti, expiresAt: new Date((iat! + PROOF_SECONDS + SYSTEM_CLOCK_SECONDS) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}
