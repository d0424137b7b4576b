import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { realNow } from '../../../platform/clock/real-time.ts';
import { type Edge, HttpRefusal } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { RelyingParty } from '../../../platform/openid/relying-party.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { PASSKEY_SIGN_IN_PATH } from '../ui/passkey-pages.tsx';
import { OnTheWayPage, type SignInProblem, SignInRefusedPage } from '../ui/provider-pages.tsx';
import {
  ATTEMPT_SECONDS,
  admitIdentity,
  askedOf,
  clientKeyOf,
  endAsProviderAsks,
  findProvider,
  type IdentityProvider,
  keepAttempt,
  providerOf,
  providerWithIssuer,
  publishedKeys,
  takeBegun,
} from '../use-cases/sign-in-at-provider.ts';
import { attemptCookie, sessionCookie } from './cookie.ts';
import { localPath } from './session-routes.tsx';

/** What a provider sends to end sessions (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
const LogoutForm = z.object({ logout_token: z.string().min(1).max(8000) });
/** Where providers send people back to, on our own address. */
export const CALLBACK_PATH = '/inloggen/terug';

/**
 * Signing in with the identity provider of one's own organisation, proving oneself anew there, and being signed out by it
 * (OpenID Connect, by the NL GOV profile: code with PKCE, `private_key_jwt`). Tokens stay on this side.
 */
export function registerProviderRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: {
    readonly isDemo: boolean;
    readonly isHttps: boolean;
    readonly publicUrl: string | undefined;
    readonly party: RelyingParty;
  },
): void {
  const { party } = options;
  const cookie = sessionCookie(options.isHttps);
  const attempts = attemptCookie(options.isHttps);
  const open = { access: 'public', purpose: 'VA-14', data: ['D0'] } as const;
  const redirectUri = options.publicUrl && new URL(CALLBACK_PATH, options.publicUrl).href;

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    problem: SignInProblem,
    back: string,
    organisation?: string,
  ) {
    const status = problem === 'provider-unreachable' ? 503 : 400;
    const page = (
      <SignInRefusedPage frame={edge.frame(request)} problem={problem} back={back} organisation={organisation} />
    );
    return edge.html(reply.clearCookie(attempts.name, attempts.options), page, status);
  }

  /** Sends the browser to the provider, by a page of ours: a form may not send it there, and a page of its own can say where it goes. */
  async function goTo(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: IdentityProvider,
    { back, sessionId }: { readonly back: string; readonly sessionId: string | undefined },
  ) {
    const code = provider.organisationCode;
    if (!redirectUri) return refuse(request, reply, 'not-set-up', back);
    const begun = await party.begin(provider, askedOf(provider, { redirectUri, stepUp: sessionId !== undefined }));
    if (!begun.ok) {
      request.log.warn({ organisatie: code, reden: begun.error.why }, 'inlogdienst antwoordt niet goed');
      return refuse(request, reply, begun.error.code, back, code);
    }
    const { address, attempt } = begun.value;
    const browser = await edge.keep(request, (tx) =>
      keepAttempt(tx, { ...attempt, provider, back, sessionId }, realNow()),
    );
    reply.setCookie(attempts.name, browser, { ...attempts.options, maxAge: ATTEMPT_SECONDS });
    return edge.html(
      reply.header('Refresh', `0; url=${address}`),
      <OnTheWayPage
        frame={edge.frame(request)}
        address={address}
        organisation={provider.organisationName}
        isStepUp={sessionId !== undefined}
      />,
    );
  }

  app.get('/inloggen/bij', { config: { ...open, action: 'accounts.begin-sign-in' } }, async (request, reply) => {
    const { organisatie, terug } = request.query as Record<string, unknown>;
    const back = localPath(terug, '/overzicht');
    const code = typeof organisatie === 'string' ? organisatie.trim().slice(0, 20) : '';
    const provider = await edge.look(request, 'account', (tx) => findProvider(tx, code));
    if (!provider) return refuse(request, reply, code === '' ? 'none-chosen' : 'no-provider', back);
    return goTo(request, reply, provider, { back, sessionId: undefined });
  });

  app.get(
    '/inloggen/bevestigen',
    { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'], action: 'accounts.begin-step-up' } },
    async (request, reply) => {
      const back = localPath((request.query as Record<string, unknown>).terug, '/overzicht');
      const { session } = request.visitor;
      if (!session) throw new HttpRefusal(401, 'not-signed-in');
      const id = session.by.providerId;
      if (options.isDemo || session.hasSteppedUp) return reply.redirect(back, 303);
      // her own key let her in: it proves her anew
      if (!id) return reply.redirect(`${PASSKEY_SIGN_IN_PATH}?terug=${encodeURIComponent(back)}`, 303);
      const provider = await edge.look(request, 'account', (tx) => providerOf(tx, { providerId: id }));
      if (!provider) return refuse(request, reply, 'no-provider', back);
      return goTo(request, reply, provider, { back, sessionId: session.id });
    },
  );

  app.get(CALLBACK_PATH, { config: { ...open, action: 'accounts.sign-in', sealed: true } }, async (request, reply) => {
    const { state } = request.query as Record<string, unknown>;
    const browser = request.cookies[attempts.name];
    if (typeof state !== 'string' || !browser || !redirectUri)
      return refuse(request, reply, 'answer-unknown', '/overzicht');
    const at = realNow();
    const attempt = await edge.keep(request, (tx) => takeBegun(tx, { state, browser }, at));
    const provider = attempt && (await edge.look(request, 'account', (tx) => providerOf(tx, attempt)));
    if (!attempt || !provider) return refuse(request, reply, 'answer-unknown', '/overzicht');
    const { back, nonce, verifier, sessionId } = attempt;
    const { organisationId, organisationCode } = provider;
    const key = await edge.look(request, 'own', (tx) => clientKeyOf(tx, provider), { tenantId: organisationId });
    if (!key) return refuse(request, reply, 'not-set-up', back);
    const callback = new URL(redirectUri);
    callback.search = request.url.split('?')[1] ?? '';
    const asked = askedOf(provider, { redirectUri, stepUp: sessionId !== undefined });
    const answer = await party.finish(provider, key, callback, { state, nonce, verifier }, asked);
    key.fill(0);
    if (!answer.ok) {
      request.log.warn({ organisatie: organisationCode, reden: answer.error.why }, 'aanmelding geweigerd');
      return refuse(request, reply, answer.error.code, back, organisationCode);
    }
    const device = String(request.headers['user-agent'] ?? '');
    const outcome = await edge.admit(request, (tx, time) =>
      admitIdentity(tx, { provider, claims: answer.value, attempt, device }, time, at),
    );
    if (!outcome.ok) {
      request.log.warn({ organisatie: organisationCode, reden: outcome.error.code }, 'aanmelding geweigerd');
      return refuse(request, reply, outcome.error.code, back, organisationCode);
    }
    return reply
      .clearCookie(attempts.name, attempts.options)
      .setCookie(cookie.name, outcome.value.token, cookie.options)
      .redirect(back, 303);
  });

  // The public halves of our keys, for the provider of this organisation to fetch (`jwks_uri`).
  app.get(
    '/inloggen/sleutels/:code',
    { config: { ...open, purpose: 'geen', sample: 'code-with-provider' } },
    async (request, reply) => {
      const { code } = request.params as { code: string };
      const keys = await edge.look(request, 'account', (tx) => publishedKeys(tx, code));
      // a provider asks, which reads no pages
      if (keys.length === 0) return reply.code(404).type('application/json').send({ keys });
      return reply.header('Cache-Control', 'public, max-age=300').type('application/json').send({ keys });
    },
  );

  app.post(
    '/inloggen/afgemeld',
    { config: { ...open, csrf: false, action: 'accounts.provider-sign-out', fields: LogoutForm } },
    async (request, reply) => {
      const form = parseForm(LogoutForm, request.body);
      const token = form.ok ? form.value.logout_token : '';
      const provider = await edge.look(request, 'account', (tx) => providerWithIssuer(tx, issuerNamedIn(token)));
      const at = realNow();
      const asked = provider && (await party.readLogout(provider, token, at));
      reply.header('Cache-Control', 'no-store');
      if (!provider || !asked?.ok) return reply.code(400).send({ error: 'invalid_request' });
      const ended = await edge.keep(request, (tx) => endAsProviderAsks(tx, provider, asked.value, at));
      request.log.info({ organisatie: provider.organisationCode, sessies: ended }, 'inlogdienst meldde af');
      return reply.code(200).send();
    },
  );
}

/** Whose word a token claims to be, before anything of it is believed. */
function issuerNamedIn(token: string): string {
  try {
    const { iss } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      iss?: unknown;
    };
    return typeof iss === 'string' ? iss.slice(0, 300) : '';
  } catch {
    return '';
  }
}
