import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { DeclarationPage, DeclarationsPage } from '../ui/declaration-pages.tsx';
import { OWN_PATH } from '../ui/registration-words.ts';
import { declarationsToday } from '../use-cases/consent-declarations.ts';
import { REGISTRANTS } from './who.ts';

/** What somebody reads and signs, in nine languages, to read and to print. Nothing about a person. */
export function registerDeclarationRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: REGISTRANTS, purpose: 'VA-07', data: ['D0'] } as const;
  app.get(`${OWN_PATH}/verklaringen`, { config }, async (request, reply) => {
    const { doel, taal } = request.query as Record<string, unknown>;
    const { id, version, body } = await edge.look(request, 'own', (tx, { today }) => declarationsToday(tx, today));
    const one = body.declarations.find(({ purpose, language }) => purpose === doel && language === taal);
    const frame = edge.frame(request);
    return edge.html(
      reply,
      one ? (
        <DeclarationPage frame={frame} declaration={one} edition={`${id}@${version}`} />
      ) : (
        <DeclarationsPage frame={frame} declarations={body.declarations} />
      ),
    );
  });
}
