import type { FastifyInstance } from 'fastify';
import { GalleryPage } from '../ui/gallery/gallery-page.tsx';
import type { PageEdge } from './edge.ts';

/** Every component in every state on one page: for who builds a screen, and for the checks on accessibility. Demo only. */
export function registerGalleryRoutes(app: FastifyInstance, edge: PageEdge): void {
  app.get(
    '/demo/onderdelen',
    { config: { access: 'public', purpose: 'geen', data: ['D0'], demoOnly: true } },
    async (request, reply) => edge.html(reply, <GalleryPage frame={edge.frame(request)} />),
  );
}
