import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkedDocument } from '../../../platform/documents/document-tree.ts';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { DocumentPreviewPage } from '../ui/document-preview-page.tsx';
import { DocumentsPage } from '../ui/documents-page.tsx';
import { readDocumentFacts } from '../use-cases/document-facts.ts';
import { sayLastYear } from '../use-cases/document-needs.ts';
import { DOCUMENTS, type DocumentKind, ingredientsOf } from '../use-cases/documents.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PATH = '/aanpak/documenten';

/** The documents of the approach, made at the moment they are asked for. */
export function registerDocumentRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const own = { purpose: 'VA-11', data: ['D1'], access: READERS } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;

  app.get(PATH, { config: own }, async (request, reply) => {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    return edge.html(
      reply,
      <DocumentsPage frame={edge.frame(request)} documents={DOCUMENTS} source={currentFramework().source} />,
    );
  });

  function kindOf(request: FastifyRequest): DocumentKind {
    const { document } = request.params as { document: string };
    const kind = DOCUMENTS.find(({ slug }) => slug === document);
    if (!kind) throw notFound();
    return kind;
  }
  const factsOf = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, time) => readDocumentFacts(tx, edge.actor(request), mark, time));

  app.get(`${PATH}/:document`, { config: { ...own, sample: 'document-kind' } }, async (request, reply) => {
    const kind = kindOf(request);
    const facts = await factsOf(request);
    return edge.html(
      reply,
      <DocumentPreviewPage
        frame={edge.frame(request)}
        document={kind}
        sheet={checkedDocument(kind.write(facts))}
        {...ingredientsOf(kind, facts)}
        lastYear={sayLastYear(facts)}
        mayWrite={WRITERS.includes(edge.actor(request).role)}
      />,
    );
  });

  const formats: readonly (readonly [path: string, format: DocumentFormat])[] = [
    ['word', 'docx'],
    ['pdf', 'pdf'],
  ];
  for (const [path, format] of formats) {
    app.get(`${PATH}/${path}/:document`, { config: { ...own, sample: 'document-kind' } }, async (request, reply) => {
      const kind = kindOf(request);
      const facts = await factsOf(request);
      return edge.document(request, reply, kind.write(facts), { name: `${kind.slug}-${facts.today}`, format });
    });
  }
}
