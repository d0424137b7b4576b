import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CoordinatorsPage } from '../ui/coordinators-page.tsx';
import { coordinatorsFor, readMunicipalOffers } from '../use-cases/coordinators.ts';
import { NAME_READERS } from './who.ts';

/** Who coordinates care for a municipality, by name: for who handles a case with them. */
export function registerCoordinatorRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: NAME_READERS, purpose: 'VA-03', data: ['D0', 'D1'], sample: 'municipality-code' } as const;
  app.get('/netwerk/dekking/:code/zorgcoordinatoren', { config }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const found = await edge.look(request, 'published', (tx, { today }) => readMunicipalOffers(tx, code, today));
    if (!found) throw notFound();
    const coordinators = await edge.look(request, 'own', (tx) => coordinatorsFor(tx, found.offers));
    return edge.html(
      reply,
      <CoordinatorsPage frame={edge.frame(request)} municipality={found.municipality} coordinators={coordinators} />,
    );
  });
}
