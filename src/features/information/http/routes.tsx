import type { FastifyInstance } from 'fastify';
import type { VNode } from 'preact';
import type { Edge } from '../../../platform/http/edge.ts';
import { createKeptPages } from '../../../platform/http/kept-pages.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type PublicPage, pathsOf } from '../../../ui/public-pages.ts';
import { renderPage } from '../../../ui/render.ts';
import { AboutPage, AccessibilityPage, PrivacyPage } from '../ui/about-pages.tsx';
import { StartPage } from '../ui/start-page.tsx';
import {
  FormsPage,
  MunicipalTaskPage,
  NotTraffickingPage,
  TraffickingPage,
  WhoMeetsItPage,
} from '../ui/topic-pages.tsx';
import { formsToday } from '../use-cases/form-content.ts';
import { registerHelpRoutes } from './help-routes.tsx';

const PAGES: readonly (readonly [PublicPage, (props: { frame: PageFrame }) => VNode])[] = [
  ['start', StartPage],
  ['about', AboutPage],
  ['accessibility', AccessibilityPage],
  ['privacy', PrivacyPage],
  ['trafficking', TraffickingPage],
  ['notTrafficking', NotTraffickingPage],
  ['whoMeetsIt', WhoMeetsItPage],
  ['municipalTask', MunicipalTaskPage],
];

/** The public pages that need no database, and help now. */
export function registerInformationRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const kept = createKeptPages();
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  for (const [page, Shown] of PAGES)
    for (const path of pathsOf(page))
      app.get(path, { config }, (request, reply) =>
        kept.send(request, reply, request.url, () => renderPage(<Shown frame={edge.frame(request)} />)),
      );

  for (const path of pathsOf('forms'))
    app.get(path, { config }, async (request, reply) => {
      const edition = await edge.look(request, 'published', (tx, { today }) => formsToday(tx, today));
      const frame = edge.frame(request);
      const key = `${request.url} ${edition?.since} ${frame.nowLabel}`;
      return kept.send(request, reply, key, () => renderPage(<FormsPage frame={frame} edition={edition} />));
    });

  registerHelpRoutes(app, edge, kept);

  // browsers ask for it by themselves, also on an answer that is no page
  app.get('/favicon.ico', { config }, async (request, reply) => {
    const { icon } = edge.frame(request).assets;
    return icon ? reply.redirect(icon, 302) : reply.code(204).send();
  });
}
