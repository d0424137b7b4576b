import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FiguresPage } from '../ui/figures-page.tsx';
import { signalFigures } from '../use-cases/signal-figures.ts';

/** Who steers by totals. */
const STEERERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'];

/** How many signals came in and what was done with them. */
export function registerFiguresRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(
    '/meldingen/cijfers',
    { config: { access: STEERERS, purpose: 'VA-11', data: ['D1', 'D9'] } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const figures = await edge.look(request, 'own', (tx, time) => signalFigures(tx, actor, time));
      return edge.html(
        reply,
        <FiguresPage frame={edge.frame(request)} municipality={actor.organisationName} {...figures} />,
      );
    },
  );
}
