import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

/** The part of a key pair that an identity provider may know (JWK, RFC 7517). */
export interface PublicKey {
  readonly kty: string;
  readonly n: string;
  readonly e: string;
  readonly kid: string;
  readonly alg: 'PS256';
  readonly use: 'sig';
}

/** The key with which this program proves itself to an identity provider (`private_key_jwt`, RFC 7523): RSA of 3072 bits. */
export interface ClientKeyPair {
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
  readonly publicKey: PublicKey;
}

const generate = promisify(generateKeyPair);

/** Makes a key pair. PS256 is what both the NL GOV profile for OpenID Connect and Microsoft Entra ID take. */
export async function newClientKey(): Promise<ClientKeyPair> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 3072 });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: { kty: kty!, n: n!, e: e!, kid: randomUUID(), alg: 'PS256', use: 'sig' },
  };
}
