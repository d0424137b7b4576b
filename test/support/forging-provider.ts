import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** How one token differs from a good one. */
export interface Forgery {
  readonly claims?: JWTPayload;
  /** Makes the whole token, when a changed claim is not enough. */
  readonly token?: (good: JWTPayload, keys: ForgingKeys) => Promise<string> | string;
}

export interface ForgingKeys {
  /** The keys that the provider publishes. */
  readonly own: GenerateKeyPairResult;
  /** Keys of somebody else. */
  readonly other: GenerateKeyPairResult;
  readonly publishedPem: string;
}

/** A provider that answers as a test wants, signed or not: for what a real one never sends. */
export async function startForgingProvider(clientId: string) {
  const own = await generateKeyPair('PS256', { extractable: true });
  const other = await generateKeyPair('PS256', { extractable: true });
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'PS256', use: 'sig' };
  const keys = { own, other, publishedPem: JSON.stringify(jwk) };
  let forgery: Forgery = {};
  let nonce = '';
  let metadata: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const send = (body: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return send({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['PS256', 'HS256', 'none'],
        ...metadata,
      });
    if (request.url === '/jwks') return send({ keys: [jwk] });
    void (async () => {
      const at = Math.floor(Date.now() / 1000);
      const good = {
        iss: issuer,
        aud: clientId,
        sub: 'a1',
        name: 'Fenna Fictief-1',
        nonce,
        iat: at,
        exp: at + 300,
        ...forgery.claims,
      };
      const token = forgery.token
        ? await forgery.token(good, keys)
        : await new SignJWT(good).setProtectedHeader({ alg: 'PS256', kid: 'own' }).sign(own.privateKey);
      send({ access_token: 'x', token_type: 'Bearer', id_token: token });
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    issuer: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    keys,
    /** What the next answer is, for the sign-in that this address begins. */
    answerWith(address: string, how: Forgery) {
      forgery = how;
      nonce = new URL(address).searchParams.get('nonce') ?? '';
    },
    /** What the provider says of itself besides. */
    publish(more: Record<string, unknown>) {
      metadata = more;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
