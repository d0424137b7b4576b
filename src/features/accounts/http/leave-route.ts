import type { FastifyInstance } from 'fastify';
import { realNow } from '../../../platform/clock/real-time.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { endOwnSession } from '../use-cases/sessions.ts';
import { sessionCookie } from './cookie.ts';

/** The weather: everybody looks at it, and it shows nothing personal. */
export const NEUTRAL_SITE = 'https://www.knmi.nl/';

/**
 * The way out of a page, for who is being looked at. The one address where asking for a page changes something: it ends the
 * session of who asks, so that it works without script too. The browser throws away what it kept of this site, and goes on to a
 * page that says nothing. It cannot clear the history; the page before the help pages says so.
 */
export function registerLeaveRoute(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isHttps: boolean },
): void {
  const cookie = sessionCookie(options.isHttps);
  app.get('/weg', { config: { access: 'public', purpose: 'VA-14', data: ['D0'] } }, async (request, reply) => {
    const { session } = request.visitor;
    if (session)
      await edge.keep(request, (tx) => endOwnSession(tx, edge.actor(request), { id: session.id }, realNow()));
    return reply
      .clearCookie(cookie.name, cookie.options)
      .header('Clear-Site-Data', '"cache", "storage"')
      .header('Cache-Control', 'no-store')
      .redirect(NEUTRAL_SITE, 303);
  });
}
