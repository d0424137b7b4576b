import { createPrivateKey } from 'node:crypto';
import { createRemoteJWKSet, customFetch as fetchesKeys, jwtVerify } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  Configuration as ProviderConfiguration,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { OutboundFetch } from '../outbound/outbound-fetch.ts';

/** An identity provider as an organisation registered it here. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  /** The id of our key, as the provider knows it. */
  readonly keyId: string;
}

/** What is kept of a sign-in that was begun, until its answer comes. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What is asked of the provider besides who somebody is. */
export interface Asked {
  /** Where the answer goes, exactly as registered. */
  readonly redirectUri: string;
  /** A sign-in that is stronger or fresh: which level (`acr_values`, or the claim `acrs` of Entra ID). */
  readonly stepUp?: { readonly levels: readonly string[]; readonly by: 'acr' | 'acrs' };
}

/** What a provider says of somebody, its signature checked: the claims of the ID token (OpenID Connect Core 1.0, section 2). */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** The provider did not answer, or not as agreed. `why` is for the administrator's log and holds nothing of a person. */
export interface ProviderRefusal {
  readonly code: 'provider-unreachable' | 'identity-refused';
  readonly why: string;
}

/** Signatures we take; never one that a shared secret makes, and never none (NL GOV profile for OpenID Connect). */
const SIGNATURES = ['PS256', 'ES256', 'RS256'];
/** How far the clock of a provider may differ from ours, in seconds. */
const CLOCK_SECONDS = 60;
/** A logout token is used within this many seconds of being made (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
const LOGOUT_SECONDS = 120;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** How long what a provider says of itself is believed, in milliseconds. */
const DISCOVERY_MS = 10 * 60_000;

/** Speaks OpenID Connect with identity providers, for whoever wants to sign in. */
export interface RelyingParty {
  /** Where the browser goes to sign in, and what to keep until it comes back. `privateKey` is PKCS #8. */
  begin(provider: Provider, asked: Asked): Promise<Result<{ address: string; attempt: Attempt }, ProviderRefusal>>;
  /** Exchanges the answer at `callback`, the address with its parameters, for who somebody is. */
  finish(
    provider: Provider,
    privateKey: Uint8Array,
    callback: URL,
    attempt: Attempt,
    asked: Asked,
  ): Promise<Result<Claims, ProviderRefusal>>;
  /** Whose sessions the provider wants to end, when this is a logout token of it for us that is fresh. */
  readLogout(
    provider: Provider,
    token: string,
    at: Date,
  ): Promise<Result<{ subject?: string; session?: string; madeAt: Date }, ProviderRefusal>>;
}

export function relyingParty(outbound: OutboundFetch): RelyingParty {
  const known = new Map<string, { until: number; metadata: Promise<Configuration> }>();

  /** What a provider publishes about itself; asked again after ten minutes, and after a failure at once. */
  function discovered({ issuer, clientId }: Provider): Promise<Configuration> {
    const at = performance.now();
    const held = known.get(issuer);
    if (held && held.until > at) return held.metadata;
    const metadata = discovery(new URL(issuer), clientId, undefined, undefined, {
      timeout: 5,
      [customFetch]: (url, { method, headers, body, signal }) =>
        outbound(url, { method, headers, body: textOf(body), signal }),
      ...(issuer.startsWith('http:') && { execute: [allowInsecureRequests] }),
    });
    known.set(issuer, { until: at + DISCOVERY_MS, metadata });
    metadata.catch(() => known.delete(issuer));
    return metadata;
  }

  async function configure(provider: Provider, privateKey?: Uint8Array): Promise<Configuration> {
    const { supportsPKCE: _, ...server } = (await discovered(provider)).serverMetadata();
    const offered = server.id_token_signing_alg_values_supported ?? ['RS256'];
    const config = new ProviderConfiguration(
      { ...server, id_token_signing_alg_values_supported: offered.filter((alg) => SIGNATURES.includes(alg)) },
      provider.clientId,
      { [clockTolerance]: CLOCK_SECONDS },
      privateKey && PrivateKeyJwt({ key: signingKey(privateKey), kid: provider.keyId }),
    );
    config.timeout = 5;
    config[customFetch] = (url, { method, headers, body, signal }) =>
      outbound(url, { method, headers, body: textOf(body), signal });
    // the signature is checked too when the token came over a channel we trust
    enableNonRepudiationChecks(config);
    if (provider.issuer.startsWith('http:')) allowInsecureRequests(config);
    return config;
  }

  return {
    async begin(provider, asked) {
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      return guarded(async () => {
        const config = await configure(provider);
        const address = buildAuthorizationUrl(config, {
          response_type: 'code',
          scope: 'openid',
          redirect_uri: asked.redirectUri,
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: 'S256',
          claims: JSON.stringify({ id_token: claimsAsked(asked) }),
          ...(asked.stepUp && { max_age: '0', prompt: 'login' }),
          ...(asked.stepUp?.by === 'acr' && { acr_values: asked.stepUp.levels.join(' ') }),
        });
        return { address: address.href, attempt };
      });
    },
    async finish(provider, privateKey, callback, attempt, asked) {
      return guarded(async () => {
        const config = await configure(provider, privateKey);
        const tokens = await authorizationCodeGrant(config, callback, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
          ...(asked.stepUp && { maxAge: CLOCK_SECONDS }),
        });
        return tokens.claims() as unknown as Claims;
      });
    },
    async readLogout(provider, token, at) {
      return guarded(async () => {
        const { jwks_uri: keysAt } = (await discovered(provider)).serverMetadata();
        if (!keysAt) throw new Error('the provider publishes no keys');
        const keys = createRemoteJWKSet(new URL(keysAt), {
          [fetchesKeys]: (url, { headers, method, signal }) =>
            outbound(url, { method, headers: Object.fromEntries(headers), signal }),
        });
        const { payload } = await jwtVerify(token, keys, {
          issuer: provider.issuer,
          audience: provider.clientId,
          algorithms: SIGNATURES,
          typ: 'logout+jwt',
          clockTolerance: CLOCK_SECONDS,
          currentDate: at,
          maxTokenAge: LOGOUT_SECONDS,
          requiredClaims: ['iat', 'exp', 'jti', 'events'],
        });
        const events = payload.events as Record<string, unknown> | undefined;
        if (typeof events?.[LOGOUT_EVENT] !== 'object' || payload.nonce !== undefined)
          throw new Error('no logout token');
        const session = typeof payload.sid === 'string' ? payload.sid : undefined;
        if (!payload.sub && !session) throw new Error('names nobody');
        return {
          ...(payload.sub && { subject: payload.sub }),
          ...(session && { session }),
          madeAt: new Date(payload.iat! * 1000),
        };
      });
    },
  };
}

/** A name and an address to call somebody by; no profile. Entra ID takes a level as the claim `acrs`. */
function claimsAsked({ stepUp }: Asked): object {
  return {
    name: null,
    email: null,
    ...(stepUp?.by === 'acr' && { acr: { essential: true, values: stepUp.levels } }),
    ...(stepUp?.by === 'acrs' && { acrs: { essential: true, value: stepUp.levels[0] } }),
  };
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  return String(body);
}

function signingKey(pkcs8: Uint8Array): CryptoKey {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return key.toCryptoKey({ name: 'RSA-PSS', hash: 'SHA-256' }, false, ['sign']) as CryptoKey;
}

/** What the network does and what a provider says wrong are two things: the first may be tried again. */
async function guarded<T>(run: () => Promise<T>): Promise<Result<T, ProviderRefusal>> {
  try {
    return ok(await run());
  } catch (error) {
    const { name, code, cause } = error as { name?: string; code?: string; cause?: { code?: string } };
    const why = [name, code, cause?.code].filter((each) => typeof each === 'string').join(' ');
    return err({ code: UNREACHABLE.test(why) ? 'provider-unreachable' : 'identity-refused', why });
  }
}

const UNREACHABLE = /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|TIMEOUT|Timeout|OutboundRefused|ABORT|RESPONSE_IS_NOT/i;
