import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { type InViewEdition, InViewPage } from '../ui/in-view-page.tsx';
import { OpenDataPage } from '../ui/open-data-page.tsx';
import { inViewEditions, inViewFigures } from '../use-cases/in-view-figures.ts';
import { releasedEdition } from '../use-cases/release/editions.ts';
import { dcatCatalogue } from './dcat-catalogue.ts';
import { InViewBody, inViewBody } from './in-view-body.ts';
import { csvMetadata, toCsv, toJsonStat } from './open-data-formats.ts';

const OPEN = { access: 'public', purpose: 'VA-20', data: ['D0'] } as const;

/** Registered and estimated victims: the page, its JSON twin, the open data and the API. Everybody may read them, from any website. */
export function registerFigureRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly publicUrl?: string | undefined },
): void {
  const base = options.publicUrl?.replace(/\/$/, '') ?? '';
  const bodyOf = (edition: InViewEdition) => ({
    ...inViewBody(edition),
    ...(options.isDemo && { merk: DEMO_MARK }),
  });

  /** The edition that was asked for by its number, or the one that holds today. */
  async function editionFor(request: FastifyRequest): Promise<InViewEdition> {
    const asked = (request.query as Record<string, unknown>).uitgave;
    const [, id, version] = /^([a-z0-9-]{1,60})\.(\d{1,4})$/.exec(typeof asked === 'string' ? asked : '') ?? [];
    if (asked !== undefined && !id) throw notFound();
    const found = await edge.look(request, 'published', (tx, { today }) =>
      inViewFigures(tx, today, id ? { id, version: Number(version) } : undefined),
    );
    if (!found) throw notFound();
    return { id: found.id, version: found.version, on: found.validFrom, figures: found.body };
  }

  for (const path of pathsOf('figures'))
    app.get(path, { config: OPEN }, async (request, reply) => {
      const edition = await editionFor(request);
      const address = `${base || `${request.protocol}://${request.host}`}${path}?uitgave=${edition.id}.${edition.version}`;
      return edge.html(reply, <InViewPage frame={edge.frame(request)} edition={edition} address={address} />);
    });

  for (const path of pathsOf('openData'))
    app.get(path, { config: OPEN }, async (request, reply) => {
      const edition = await editionFor(request);
      const editions = await edge.look(request, 'published', (tx, { today }) => inViewEditions(tx, today));
      return edge.html(reply, <OpenDataPage frame={edge.frame(request)} edition={edition} editions={editions} />);
    });

  const asItIs = (body: ReturnType<typeof bodyOf>) => body;
  const files: readonly (readonly [
    path: string,
    type: string,
    write: (body: ReturnType<typeof bodyOf>) => string | object,
  ])[] = [
    ...pathsOf('figures').map((path) => [`${path}.json`, 'application/json; charset=utf-8', asItIs] as const),
    ['/open-data/in-beeld.csv', 'text/csv; charset=utf-8; header=present', toCsv],
    ['/open-data/in-beeld.csv-metadata.json', 'application/csvm+json; charset=utf-8', csvMetadata],
    ['/open-data/in-beeld.jsonstat.json', 'application/json; charset=utf-8', toJsonStat],
  ];
  for (const [path, type, write] of files)
    app.get(path, { config: OPEN }, async (request, reply) => {
      const written = write(bodyOf(await editionFor(request)));
      if (path.endsWith('.csv'))
        reply
          .header('Link', '<in-beeld.csv-metadata.json>; rel="describedby"; type="application/csvm+json"')
          .header('Content-Disposition', 'attachment; filename="in-beeld.csv"');
      return forEverySite(reply)
        .type(type)
        .send(typeof written === 'string' ? written : JSON.stringify(written));
    });

  app.get('/open-data/catalogus.jsonld', { config: OPEN }, async (request, reply) => {
    const edition = await editionFor(request);
    const released = await edge.look(request, 'published', (tx) => releasedEdition(tx));
    return forEverySite(reply)
      .type('application/ld+json; charset=utf-8')
      .send(JSON.stringify(dcatCatalogue(bodyOf(edition), base, released)));
  });

  app.get(
    '/api/v1/cijfers/in-beeld',
    {
      config: {
        ...OPEN,
        api: {
          operationId: 'inBeeldCijfersOpvragen',
          tags: ['Cijfers'],
          summary: 'Geregistreerde en geschatte slachtoffers opvragen',
          description:
            'Per jaar wat is geregistreerd en wat is geschat, met bron, marge en zekerheid. Open gegevens; geen token nodig.',
          responses: { 200: { description: 'De cijfers die vandaag gelden.', schema: InViewBody } },
        },
      },
    },
    async (request, reply) => forEverySite(reply).send(bodyOf(await editionFor(request))),
  );
}

function forEverySite(reply: FastifyReply): FastifyReply {
  return reply.header('Access-Control-Allow-Origin', '*').header('Cross-Origin-Resource-Policy', 'cross-origin');
}
