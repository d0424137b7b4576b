import type { FastifyInstance } from 'fastify';
import { HomePage } from '../ui/home-page.tsx';
import type { PageEdge } from './edge.ts';
import { navigationFor } from './navigation.ts';

/** The first page after signing in: what asks attention today. */
export function registerHomeRoutes(app: FastifyInstance, edge: PageEdge): void {
  app.get('/overzicht', { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } }, async (request, reply) => {
    const rooms = navigationFor(edge.actor(request), '').filter((item) => item.href !== '/overzicht');
    return edge.html(reply, <HomePage frame={edge.frame(request)} tasks={[]} rooms={rooms} />);
  });
}
