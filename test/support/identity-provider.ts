import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type ClientMetadata } from 'oidc-provider';

/** Who signs in at the provider of a test, and how she proves herself there. */
export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/** A real identity provider on the loopback, with a person before its screen. */
export interface TestProvider {
  readonly issuer: string;
  readonly host: string;
  /** Registers the program as a client that proves itself with a key. */
  register(client: Pick<ClientMetadata, 'redirect_uris' | 'jwks'> & { readonly client_id: string }): void;
  /** Who sits before the screen of the provider, when a browser comes there by itself. */
  next(account: Account): void;
  /** Goes to the provider as this person and signs in. @returns where the provider sends the browser back to */
  signIn(address: string, account: Account): Promise<URL>;
  close(): Promise<void>;
}

export async function startIdentityProvider(): Promise<TestProvider> {
  const clients = new Map<string, ClientMetadata>();
  const accounts = new Map<string, Account>();
  let next: Account | undefined;
  let provider: Provider;
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    void (async () => {
      const { params, prompt } = await provider.interactionDetails(request, response);
      const account = next!;
      if (prompt.name === 'login') {
        const { acr, amr } = account;
        return provider.interactionFinished(request, response, {
          login: { accountId: account.id, ...(acr && { acr }), ...(amr && { amr: [...amr] }) },
        });
      }
      const grant = new provider.Grant({ accountId: account.id, clientId: params.client_id as string });
      grant.addOIDCScope('openid');
      grant.addOIDCClaims(['name', 'email']);
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const key = await exportJWK((await generateKeyPair('PS256', { extractable: true })).privateKey);
  provider = new Provider(issuer, {
    jwks: { keys: [{ ...key, alg: 'PS256', use: 'sig' } as never] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
      resourceIndicators: { enabled: false },
    },
    claims: { openid: ['sub', 'name', 'email'], acr: null, amr: null, auth_time: null },
    acrValues: ['http://eidas.europa.eu/LoA/substantial'],
    enabledJWA: {
      clientAuthSigningAlgValues: ['PS256'],
      idTokenSigningAlgValues: ['PS256'],
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    async findAccount(_, id) {
      const { name, email } = accounts.get(id) ?? {};
      return { accountId: id, claims: async () => ({ sub: id, name, email }) };
    },
    adapter: adapterWith(clients),
    cookies: { keys: ['test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  });
  // what a refusal of the provider says belongs to no output of a test
  provider.on('server_error', () => undefined);
  function sit(account: Account): void {
    accounts.set(account.id, account);
    next = account;
  }
  return {
    issuer,
    host: `127.0.0.1:${port}`,
    next: sit,
    register(client) {
      clients.set(client.client_id, {
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'PS256',
        ...client,
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
      });
    },
    async signIn(address, account) {
      sit(account);
      const jar = new Map<string, string>();
      let at = new URL(address);
      for (let step = 0; step < 12; step++) {
        const answer = await fetch(at, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [name, value = ''] = cookie.split(';')[0]!.split('=');
          jar.set(name!, value);
        }
        const location = answer.headers.get('location');
        if (!location) throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`);
        at = new URL(location, at);
        if (at.host !== `127.0.0.1:${port}`) return at;
      }
      throw new Error('the provider goes round in circles');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Everything in memory, but clients as they are registered now. */
function adapterWith(clients: ReadonlyMap<string, ClientMetadata>) {
  const kept = new Map<string, Record<string, unknown>>();
  const uids = new Map<string, string>();
  return (kind: string) => {
    const key = (id: string) => `${kind} ${id}`;
    return {
      async upsert(id: string, payload: Record<string, unknown>) {
        kept.set(key(id), payload);
        if (typeof payload.uid === 'string') uids.set(payload.uid, id);
      },
      async find(id: string) {
        return kind === 'Client' ? (clients.get(id) as Record<string, unknown> | undefined) : kept.get(key(id));
      },
      async findByUid(uid: string) {
        return kept.get(key(uids.get(uid) ?? ''));
      },
      async findByUserCode() {
        return undefined;
      },
      async destroy(id: string) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId: string) {
        for (const [each, { grantId: of }] of kept) if (of === grantId) kept.delete(each);
      },
      async consume(id: string) {
        const payload = kept.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
    };
  };
}
