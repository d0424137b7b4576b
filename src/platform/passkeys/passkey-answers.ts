import { createHash, generateKeyPairSync } from 'node:crypto';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared-kernel/result.ts';

/** Where keys are made for and used: one site, to the letter. A key of another site never answers here (WebAuthn Level 2). */
export interface PasskeySite {
  readonly origin: string;
  /** The domain a key belongs to: the host of the address, without port. */
  readonly rpId: string;
}

/** The site of the address where people reach the product. */
export function siteOf(publicUrl: string): PasskeySite {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, rpId: hostname };
}

/** Refused: what was wrong with the proof stands in `why`, for the log of the program and not for whoever tries. */
export interface PasskeyRefusal {
  readonly code: 'passkey-refused';
  readonly why: string;
}

/** A key as it was made. */
export interface MadeKey {
  readonly credentialId: string;
  /** COSE (RFC 9053). */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
}

/** EdDSA, ES256 and RS256 (COSE): what keys of today can sign with. */
const ALGORITHMS = [-8, -7, -257];
const PATIENCE_MS = 5 * 60_000;
const Base64Url = z
  .string()
  .max(16_000)
  .regex(/^[\w-]*$/);

const UsedAnswer = z.object({
  id: Base64Url.min(1),
  rawId: Base64Url.min(1),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64Url.min(1),
    authenticatorData: Base64Url.min(1),
    signature: Base64Url.min(1),
    userHandle: Base64Url.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});
const MadeAnswer = UsedAnswer.extend({
  response: z.object({ clientDataJSON: Base64Url.min(1), attestationObject: Base64Url.min(1) }),
});

/** What a key answered, read but not believed. */
export type UsedAnswer = z.infer<typeof UsedAnswer>;
export type MadeAnswer = z.infer<typeof MadeAnswer>;

/** The answer of a key that was used, as the form brings it; undefined when it is none. */
export const readUsed = (text: string): UsedAnswer | undefined => readAs(UsedAnswer, text);
/** The same of a key that was made. */
export const readMade = (text: string): MadeAnswer | undefined => readAs(MadeAnswer, text);

function readAs<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the browser wrote beside the answer (WebAuthn Level 2, 5.8.1), before anything of it is believed. */
function saidIn({ response }: UsedAnswer | MadeAnswer): {
  readonly challenge?: unknown;
  readonly crossOrigin?: unknown;
} {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}

/** The question that an answer says it answers: to find it by. */
export function questionIn(answer: UsedAnswer | MadeAnswer): string {
  const { challenge } = saidIn(answer);
  return typeof challenge === 'string' ? challenge.slice(0, 200) : '';
}

/** A page of another site had ours in a frame. The library lets that pass; nobody may frame us. */
const isFramed = (answer: UsedAnswer | MadeAnswer) => saidIn(answer).crossOrigin === true;
const FRAMED = err({ code: 'passkey-refused', why: 'asked within a page of another site' } as const);

/** What the key says who is before it: what it was given when it was made. */
export function holderIn({ response }: UsedAnswer): Buffer | undefined {
  return response.userHandle === undefined ? undefined : Buffer.from(response.userHandle, 'base64url');
}

/** What is asked of a key that signs somebody in: any that she has for this site, opened by her finger, face or code. */
export function askToUse(site: PasskeySite, challenge: string): object {
  return { challenge, rpId: site.rpId, userVerification: 'required', timeout: PATIENCE_MS };
}

/** What is asked of a key that is made: that it knows by itself whose it is, and opens only to her. Which make it is, nobody asks. */
export function askToMake(
  site: PasskeySite,
  challenge: string,
  person: {
    readonly handle: Buffer;
    readonly name: string;
    readonly email: string;
    readonly hasAlready: readonly string[];
  },
): object {
  return {
    challenge,
    rp: { id: site.rpId, name: 'In Beeld' },
    user: { id: person.handle.toString('base64url'), name: person.email || person.name, displayName: person.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    excludeCredentials: person.hasAlready.map((id) => ({ type: 'public-key', id })),
    timeout: PATIENCE_MS,
  };
}

/** A public key of which nobody has the other half: P-256 as COSE writes it (RFC 9053, 7.1). */
function newKeyOfNobody(): Uint8Array<ArrayBuffer> {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  return new Uint8Array([
    ...[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20],
    ...Buffer.from(x!, 'base64url'),
    ...[0x22, 0x58, 0x20],
    ...Buffer.from(y!, 'base64url'),
  ]);
}

/** What an answer is checked against when nobody has its key, so that this takes as long. */
const KEY_OF_NOBODY = newKeyOfNobody();

/** Checks a key that was made: for this site, as an answer to this question, opened by somebody. */
export async function judgeMade(
  answer: MadeAnswer,
  site: PasskeySite,
  challenge: string,
): Promise<Result<MadeKey, PasskeyRefusal>> {
  if (isFramed(answer)) return FRAMED;
  // loaded when the first key comes: most of an hour nobody needs it
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const checked = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!checked.verified) return err({ code: 'passkey-refused', why: 'signature of the new key' });
    const { id, publicKey, counter } = checked.registrationInfo.credential;
    return ok({ credentialId: id, publicKey, counter });
  } catch (problem) {
    return err({ code: 'passkey-refused', why: messageOf(problem) });
  }
}

/**
 * Checks a key that was used. Without `publicKey` nobody has this key: as much is computed, and it is refused like a wrong signature.
 * @returns how often it was used, as it says itself
 */
export async function judgeUsed(
  answer: UsedAnswer,
  site: PasskeySite,
  challenge: string,
  publicKey: Uint8Array<ArrayBuffer> | undefined,
): Promise<Result<{ readonly counter: number }, PasskeyRefusal>> {
  if (isFramed(answer)) return FRAMED;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const checked = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      // the counter is judged by a rule of ours, which also says what then happens
      credential: { id: answer.id, publicKey: publicKey ?? KEY_OF_NOBODY, counter: 0 },
    });
    if (!checked.verified || !publicKey)
      return err({ code: 'passkey-refused', why: publicKey ? 'signature' : 'unknown key' });
    return ok({ counter: checked.authenticationInfo.newCounter });
  } catch (problem) {
    return err({ code: 'passkey-refused', why: messageOf(problem) });
  }
}

const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message.slice(0, 300) : 'unknown');

/** SHA-256 of a question: what the database keeps of it. */
export const questionHash = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();
