import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { carriersToday } from '../features/organisations/index.ts';
import { ClosedFeaturePage, GATE_READERS, readGate } from '../features/privacy/index.ts';
import { LogUnavailable } from '../platform/audit/write-lines.ts';
import { OrganisationEnded } from '../platform/db/transact.ts';
import { FeatureClosed, HttpRefusal } from '../platform/http/edge.ts';
import { sendProblem } from '../platform/http/problem.ts';
import type { RouteEntry } from '../platform/http/route-config.ts';
import { KeysUnavailable } from '../platform/vault/key-source.ts';
import { ErrorPage, type ErrorStatus } from '../ui/error-page.tsx';
import { API_VERSION } from './api.ts';
import type { PageEdge } from './edge.ts';
import { PROCESSING_REGISTER } from './processing-activities.ts';
import { REFUSALS, refusalIn } from './refusals.ts';

/** To a system, which knows no pages. */
const NO_SUCH_ADDRESS = {
  title: 'Dit adres bestaat niet',
  what: 'Op dit adres staat niets, of u hebt er geen toegang toe.',
};

const isApi = (request: FastifyRequest) => request.url.startsWith('/api/');

/** One table turns what went wrong into a page or a problem; a defect gets a number under which its log line is found. */
export function addErrorHandling(app: FastifyInstance, edge: PageEdge, routes: () => readonly RouteEntry[]): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isApi(request)) reply.header('API-Version', API_VERSION);
  });

  app.setNotFoundHandler((request, reply) => {
    if (!isApi(request)) return answer(request, reply, 404, 'not-found');
    const allowed = methodsAt(request.url.split('?')[0]!, routes());
    if (allowed.length === 0) return answer(request, reply, 404, 'not-found');
    reply.header('Allow', allowed.join(', '));
    return answer(request, reply, 405, 'method-not-allowed');
  });

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof HttpRefusal) {
      if (error.code === 'not-signed-in' && comesFromElsewhere(request)) return comeAgain(request, reply);
      if (error.code === 'not-signed-in' && !isApi(request))
        return reply.redirect(signInAddress(request, error.back), 303);
      if (error.code === 'step-up-needed' && !isApi(request)) {
        const back = error.back ?? (request.method === 'GET' ? request.url : '/overzicht');
        return reply.redirect(`/inloggen/bevestigen?terug=${encodeURIComponent(back)}`, 303);
      }
      // a tab from before the last sign-in: the form goes back to its writer
      if (error.code === 'form-expired' && error.back) return reply.redirect(error.back, 303);
      if (error.status === 401) reply.header('WWW-Authenticate', 'Bearer');
      return answer(request, reply, error.status, error.code);
    }
    if (error instanceof KeysUnavailable) {
      request.log.error(
        { err: error, route: request.routeOptions.url, traceId: request.id },
        'sleutels niet bereikbaar',
      );
      return answer(request, reply, 503, 'keys-unavailable');
    }
    if (error instanceof FeatureClosed) return sayWhatIsNeeded(request, reply, error.feature);
    if (error instanceof OrganisationEnded) return sayWhoTookOver(request, reply, error.organisationId);
    if (error.statusCode === 429) return answer(request, reply, 429, 'too-many-requests');
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
      return answer(request, reply, error.statusCode, codeOf(error.statusCode));
    request.log.error({ err: error, route: request.routeOptions.url, traceId: request.id }, 'defect');
    if (error instanceof LogUnavailable) return answer(request, reply, 503, 'log-unavailable');
    return answer(
      request,
      reply,
      isOutOfService(error) ? 503 : 500,
      isOutOfService(error) ? 'out-of-service' : 'defect',
    );
  });

  async function sayWhoTookOver(request: FastifyRequest, reply: FastifyReply, organisationId: string) {
    const successors = await edge.look(request, 'published', (tx, { today }) =>
      carriersToday(tx, organisationId, today),
    );
    const names = successors.map(({ name }) => name).join(' en ');
    const text = REFUSALS['organisation-ended']!;
    if (isApi(request)) {
      const detail = names ? `${text.what} Ga verder bij ${names}.` : text.what;
      return sendProblem(reply, { status: 409, code: 'organisation-ended', title: text.title, detail });
    }
    const page = (
      <ErrorPage frame={edge.frame(request)} status={409} title={text.title} what={text.what}>
        {names ? (
          <p>
            {names} heeft het werk overgenomen. <a href="/inloggen">Log opnieuw in om daar verder te gaan</a>.
          </p>
        ) : null}
      </ErrorPage>
    );
    return edge.html(reply, page, 409);
  }

  async function sayWhatIsNeeded(request: FastifyRequest, reply: FastifyReply, feature: string) {
    if (isApi(request)) return answer(request, reply, 409, 'feature-closed');
    const { organisationId, role } = edge.actor(request);
    const standing = await edge.look(request, 'own', (tx, { today }) =>
      readGate(tx, organisationId, feature, PROCESSING_REGISTER, today),
    );
    if (!standing) return answer(request, reply, 409, 'feature-closed');
    const seesGate = GATE_READERS.includes(role);
    const page = <ClosedFeaturePage frame={edge.frame(request)} standing={standing} seesGate={seesGate} />;
    return edge.html(reply, page, 409);
  }

  function answer(request: FastifyRequest, reply: FastifyReply, status: number, code: string): FastifyReply {
    if (isApi(request)) {
      const { title, what } = status === 404 && code === 'not-found' ? NO_SUCH_ADDRESS : refusalIn('nl', code);
      // what could not be read at all is one fault, of the whole message
      const errors = status === 400 ? { errors: [{ in: 'body', code, detail: what } as const] } : {};
      return sendProblem(reply, { status, code, title, detail: what, ...errors });
    }
    if (!request.visitor) request.visitor = {};
    const frame = edge.frame(request);
    const text = refusalIn(frame.lang, code);
    const page =
      ([400, 403, 404, 409, 500, 503] as const).find((known) => known === status) ?? (status >= 500 ? 500 : 400);
    return edge.html(
      reply,
      <ErrorPage
        frame={frame}
        status={page as ErrorStatus}
        title={text.title}
        what={text.what}
        now={text.now}
        reference={status >= 500 ? request.id : undefined}
      />,
      status,
    );
  }
}

/** A link in a mail or on another site: the browser kept our cookie at home (SameSite=Strict), so we do not know yet who it is. */
function comesFromElsewhere(request: FastifyRequest): boolean {
  return (
    request.method === 'GET' &&
    !isApi(request) &&
    request.headers['sec-fetch-site'] === 'cross-site' &&
    request.headers['sec-fetch-mode'] === 'navigate'
  );
}

/** Lets the browser ask again, now from a page of our own, so that the cookie comes along. */
function comeAgain(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const address = request.url.replace(/[<>"'&]/g, (character) => `&#${character.charCodeAt(0)};`);
  return reply
    .code(200)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>In Beeld</title></head><body><p><a href="${address}">Ga verder naar In Beeld</a></p></body></html>`,
    );
}

/** Where to sign in and come back to: the page that was asked for, or the form that was kept. */
function signInAddress(request: FastifyRequest, kept: string | undefined): string {
  const back = kept ?? (request.method === 'POST' ? '' : request.url);
  const expired = kept || request.headers.cookie?.includes('inbeeld=') ? 'reden=verlopen' : '';
  const query = [back ? `terug=${encodeURIComponent(back)}` : '', expired].filter(Boolean).join('&');
  return `/inloggen${query ? `?${query}` : ''}`;
}

function codeOf(status: number): string {
  return status === 413 ? 'too-large' : status === 415 ? 'unsupported-media-type' : 'unreadable';
}

/**
 * The database is away, full, or too busy: a statement or an idle transaction that took too long is stopped there (57014, 25P03), a lock
 * that did not come (55P03), a connection that broke or did not come. Try again later.
 */
function isOutOfService({ code = '', message }: { code?: string; message: string }): boolean {
  return (
    /^(08|53|57P|57014|25P03|55P03)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /^Connection terminated|^timeout exceeded when trying to connect/.test(message)
  );
}

function methodsAt(path: string, routes: readonly RouteEntry[]): readonly string[] {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(path);
  return [
    ...new Set(
      routes
        .filter((route) => matches(route.path))
        .flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])),
    ),
  ];
}
