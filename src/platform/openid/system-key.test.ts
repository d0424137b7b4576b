import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkProof, claimedClient, PROOF_SECONDS, readSystemKey, SYSTEM_CLOCK_SECONDS } from './system-key.ts';

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const STRONG = rsa(2048);
const CURVED = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (key: KeyObject) => String(key.export({ format: 'pem', type: key.type === 'public' ? 'spki' : 'pkcs8' }));
const jwk = (key: KeyObject) => key.export({ format: 'jwk' });

describe('the public key that somebody pastes', () => {
  const codeOf = async (text: string) => {
    const read = await readSystemKey(text);
    return read.ok ? 'ok' : read.error.code;
  };

  it('is read as PEM, as a JWK or as the one of a set, with the same thumbprint', async () => {
    const ways = [
      pem(STRONG.publicKey),
      `  ${pem(STRONG.publicKey).replaceAll('\n', '\r\n')}`,
      JSON.stringify(jwk(STRONG.publicKey)),
      JSON.stringify({ keys: [{ ...jwk(STRONG.publicKey), kid: 'eigen naam', use: 'sig' }] }),
    ];
    const prints = new Set<string>();
    for (const way of ways) {
      const read = await readSystemKey(way);
      if (!read.ok) throw new Error(read.error.code);
      prints.add(read.value.print);
      expect(Object.keys(read.value.publicKey).sort()).toEqual(['e', 'kty', 'n']);
    }
    expect(prints.size).toBe(1);
    expect(await codeOf(pem(CURVED.publicKey))).toBe('ok');
  });

  it('is refused when it is the secret half, too weak, or no key', async () => {
    expect(await codeOf(pem(STRONG.privateKey))).toBe('key-secret');
    expect(await codeOf(JSON.stringify(jwk(CURVED.privateKey)))).toBe('key-secret');
    expect(await codeOf(JSON.stringify({ kty: 'oct', k: 'Z2VoZWlt' }))).toBe('key-secret');
    expect(await codeOf(pem(rsa(1024).publicKey))).toBe('key-weak');
    expect(await codeOf(pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey))).toBe('key-weak');
    expect(await codeOf(pem(generateKeyPairSync('ed25519').publicKey))).toBe('key-weak');
    const none = ['geen sleutel', '{', '{}', '{"keys":[]}', '[]', '{"kty":"RSA","n":"__proto__","e":{}}', 'null'];
    const two = JSON.stringify({ keys: [jwk(STRONG.publicKey), jwk(CURVED.publicKey)] });
    for (const text of [...none, two]) expect(await codeOf(text), text).toBe('key-unreadable');
  });
});

describe('the proof of a system', () => {
  const AT = new Date('2026-12-01T12:00:00Z');
  const about = { clientId: 'systeem', audiences: ['https://in-beeld.invalid'], at: AT };
  const now = AT.getTime() / 1000;
  const GOOD = {
    iss: 'systeem',
    sub: 'systeem',
    aud: 'https://in-beeld.invalid',
    jti: 'een-keer-1',
    iat: now,
    exp: now + 60,
  };
  const signed = (claims: object = GOOD, key = STRONG.privateKey, alg = 'PS256') =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(key);
  const checked = async (assertion: string, at = AT) =>
    checkProof(assertion, jwk(STRONG.publicKey) as never, { ...about, at });

  it('says of whom it is, for us, just now, once', async () => {
    const proof = await checked(await signed());
    expect(proof?.jti).toBe('een-keer-1');
    // remembered for as long as it could be used again
    expect(proof!.expiresAt.getTime()).toBe(AT.getTime() + (PROOF_SECONDS + SYSTEM_CLOCK_SECONDS) * 1000);
    expect(await checked(await signed(GOOD, STRONG.privateKey, 'RS256'))).toBeDefined();
    expect(claimedClient(await signed())).toBe('systeem');
  });

  it('is nothing when it is of somebody else, for somebody else, unsigned, of another key, or lacks a part', async () => {
    const changes = [
      { iss: 'ander' },
      { sub: 'ander' },
      { aud: 'https://elders.invalid' },
      { jti: undefined },
      { jti: 'kort' },
      { jti: 7 },
      { iat: undefined },
      { exp: undefined },
      { exp: now - 3600 },
      { nbf: now + 3600 },
    ];
    for (const change of changes)
      expect(await checked(await signed({ ...GOOD, ...change })), JSON.stringify(change)).toBeUndefined();
    expect(await checked(await signed(GOOD, rsa(2048).privateKey))).toBeUndefined();
    expect(await checked(await signed(GOOD, CURVED.privateKey, 'ES256'))).toBeUndefined();
    const [header, claims] = (await signed()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [`${none}.${claims}.`, `${header}.${claims}.`, '', '..', 'a.b.c', '{}'])
      expect(await checked(forged), forged).toBeUndefined();
    for (const text of ['', '..', 'a.bnVsbA.c', 'a.W10.c', 'a.eyJzdWIiOjF9.c'])
      expect(claimedClient(text), text).toBeUndefined();
  });

  it('bears a clock that is a minute off, not one that is ten minutes off', async () => {
    const assertion = await signed({ ...GOOD, exp: now + 7200 });
    const minutes = (n: number) => new Date(AT.getTime() + n * 60_000);
    expect(await checked(assertion, minutes(-0.9))).toBeDefined();
    expect(await checked(assertion, minutes(5.9))).toBeDefined();
    expect(await checked(assertion, minutes(-10))).toBeUndefined();
    expect(await checked(assertion, minutes(10))).toBeUndefined();
  });
});
