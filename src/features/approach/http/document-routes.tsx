import type { FastifyInstance } from 'fastify';
import { createDocumentPress, DOCUMENT_TYPES } from '../../../platform/documents/document-press.ts';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, HttpRefusal, notFound } from '../../../platform/http/edge.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { DocumentsPage } from '../ui/documents-page.tsx';
import { readDocumentFacts } from '../use-cases/document-facts.ts';
import { DOCUMENTS } from '../use-cases/documents.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const PATH = '/aanpak/documenten';

/** The documents of the approach, made at the moment they are asked for. */
export function registerDocumentRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const own = { purpose: 'VA-11', data: ['D1'], access: READERS } as const;
  const mark = options.isDemo ? 'Voorbeeldgegevens, niet echt' : undefined;
  const press = createDocumentPress();
  app.addHook('onClose', async () => press.stop());

  app.get(PATH, { config: own }, async (request, reply) => {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    return edge.html(
      reply,
      <DocumentsPage frame={edge.frame(request)} documents={DOCUMENTS} source={currentFramework().source} />,
    );
  });

  const formats: readonly (readonly [path: string, format: DocumentFormat])[] = [
    ['word', 'docx'],
    ['pdf', 'pdf'],
  ];
  for (const [path, format] of formats) {
    app.get(`${PATH}/${path}/:document`, { config: { ...own, sample: 'document-kind' } }, async (request, reply) => {
      const { document } = request.params as { document: string };
      const kind = DOCUMENTS.find(({ slug }) => slug === document);
      if (!kind) throw notFound();
      const facts = await edge.look(request, 'own', (tx, time) =>
        readDocumentFacts(tx, edge.actor(request), mark, time),
      );
      const file = await press.print(kind.write(facts), format).catch((error: unknown) => {
        request.log.error({ err: error, document: kind.slug, format }, 'document not made');
        throw new HttpRefusal(503, 'document-not-made');
      });
      return reply
        .type(DOCUMENT_TYPES[format])
        .header('Content-Disposition', `attachment; filename="${kind.slug}-${facts.today}.${format}"`)
        .send(Buffer.from(file));
    });
  }
}
