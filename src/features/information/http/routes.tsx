import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AboutPage, AccessibilityPage, PrivacyPage } from '../ui/about-pages.tsx';
import { StartPage } from '../ui/start-page.tsx';

/** The public pages that need no database. */
export function registerInformationRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  app.get('/', { config }, async (request, reply) => edge.html(reply, <StartPage frame={edge.frame(request)} />));
  app.get('/over', { config }, async (request, reply) => edge.html(reply, <AboutPage frame={edge.frame(request)} />));
  app.get('/toegankelijkheid', { config }, async (request, reply) =>
    edge.html(reply, <AccessibilityPage frame={edge.frame(request)} />),
  );
  app.get('/privacy', { config }, async (request, reply) =>
    edge.html(reply, <PrivacyPage frame={edge.frame(request)} />),
  );
}
