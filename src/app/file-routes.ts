import type { FastifyInstance } from 'fastify';
import { openDocument } from '../platform/files/file-store.ts';
import { notFound } from '../platform/http/edge.ts';
import { FILE_SECURITY_POLICY } from '../platform/http/security-headers.ts';
import { isUuid } from '../shared-kernel/ids.ts';
import type { PageEdge } from './edge.ts';

/** Documents that one's own organisation keeps as evidence. Always as a download: a document of a stranger never runs in a page. */
export function registerFileRoutes(app: FastifyInstance, edge: PageEdge): void {
  app.get(
    '/bestanden/:id',
    {
      config: {
        access: ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'],
        purpose: 'VA-11',
        data: ['D1'],
        sealed: true,
        sample: 'file-id',
      },
    },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const file = isUuid(id)
        ? await edge.look(request, 'own', (tx) => openDocument(tx, edge.actor(request).organisationId, id))
        : undefined;
      if (!file) throw notFound();
      return reply
        .type(file.mediaType)
        .header('Content-Security-Policy', FILE_SECURITY_POLICY)
        .header(
          'Content-Disposition',
          `attachment; filename="bestand"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .header('Content-Encoding', 'identity')
        .send(file.bytes);
    },
  );
}
