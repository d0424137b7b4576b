import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { CSV_TYPE, csvwMetadata, type OpenTableFacts, writeCsv } from '../../../platform/open-data/open-table.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import type { ReleasedEdition } from '../domain/release/edition.ts';
import type { ReleasedCell } from '../domain/release/released-figures.ts';
import { RegisteredPage } from '../ui/release/registered-page.tsx';
import { REGISTERED_TEXTS } from '../ui/release/registered-texts.tsx';
import { allEditions, releasedEdition } from '../use-cases/release/editions.ts';
import { EditionsBody, loggedBody, METHOD, RegisteredBody, registeredBody } from './registered-body.ts';
import { registeredColumns, TOGETHER } from './registered-columns.ts';
import { registeredJsonStat } from './registered-json-stat.ts';

const OPEN = { access: 'public', purpose: 'VA-20', data: ['D0', 'D10'] } as const;
const REFERENCE = /^geregistreerd-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/;

/** Released figures: the page, its JSON twin, the open data, the API and the log of releases. Everybody may read them. */
export function registerRegisteredRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly publicUrl?: string | undefined },
): void {
  const base = options.publicUrl?.replace(/\/$/, '') ?? '';
  const mark = options.isDemo ? DEMO_MARK : undefined;
  const marked = <Body extends object>(body: Body) => ({ ...body, ...(mark && { merk: mark }) });

  const queryOf = (request: FastifyRequest) => request.query as Readonly<Record<string, unknown>>;

  /** The edition that was asked for, or the last one. Nothing when none came out yet. @throws 404 for one that never was. */
  async function editionFor(request: FastifyRequest): Promise<ReleasedEdition | undefined> {
    const { uitgave } = queryOf(request);
    if (uitgave !== undefined && (typeof uitgave !== 'string' || !REFERENCE.test(uitgave))) throw notFound();
    const edition = await edge.look(request, 'published', (tx) => releasedEdition(tx, uitgave));
    if (uitgave !== undefined && !edition) throw notFound();
    return edition;
  }

  async function existing(request: FastifyRequest): Promise<ReleasedEdition> {
    const edition = await editionFor(request);
    if (!edition) throw notFound();
    return edition;
  }

  for (const path of pathsOf('registered')) {
    app.get(path, { config: OPEN }, async (request, reply) => {
      const edition = await editionFor(request);
      const editions = await edge.look(request, 'published', (tx) => allEditions(tx));
      const { jaar } = queryOf(request);
      const year = edition?.figures.years.find((each) => each === jaar) ?? edition?.figures.years.at(-1) ?? '';
      const address = `${base || `${request.protocol}://${request.host}`}${path}?uitgave=${edition?.reference}`;
      return edge.html(
        reply,
        <RegisteredPage
          frame={edge.frame(request)}
          edition={edition}
          year={year}
          editions={editions}
          address={address}
        />,
      );
    });
    app.get(`${path}.json`, { config: OPEN }, async (request, reply) =>
      forEverySite(reply).send(marked(registeredBody(await existing(request)))),
    );
  }

  const factsOf = (edition: ReleasedEdition): OpenTableFacts => ({
    file: 'geregistreerd.csv',
    id: edition.reference,
    title: { nl: edition.title, en: edition.title },
    description: { nl: METHOD, en: REGISTERED_TEXTS.en.methodText },
    date: dutchDay(edition.releasedAt),
    mark,
  });

  app.get('/open-data/geregistreerd.csv', { config: OPEN }, async (request, reply) => {
    const { figures, reference } = await existing(request);
    return forEverySite(reply)
      .type(CSV_TYPE)
      .header(
        'Link',
        `<geregistreerd.csv-metadata.json?uitgave=${reference}>; rel="describedby"; type="application/csvm+json"`,
      )
      .header('Content-Disposition', `attachment; filename="${reference}.csv"`)
      .send(writeCsv(registeredColumns(figures.properties), figures.cells, mark));
  });

  app.get('/open-data/geregistreerd.csv-metadata.json', { config: OPEN }, async (request, reply) => {
    const edition = await existing(request);
    const metadata = csvwMetadata(registeredColumns(edition.figures.properties), factsOf(edition));
    return forEverySite(reply).type('application/csvm+json; charset=utf-8').send(JSON.stringify(metadata));
  });

  app.get('/open-data/geregistreerd.jsonstat.json', { config: OPEN }, async (request, reply) =>
    forEverySite(reply).send(registeredJsonStat(await existing(request), mark)),
  );

  const logOf = async (request: FastifyRequest) =>
    marked({ uitgaven: (await edge.look(request, 'published', (tx) => allEditions(tx))).map(loggedBody) });

  app.get('/open-data/uitgaven.json', { config: OPEN }, async (request, reply) =>
    forEverySite(reply).send(await logOf(request)),
  );

  const tags = ['Cijfers'];
  app.get(
    '/api/v1/cijfers/uitgaven',
    {
      config: {
        ...OPEN,
        api: {
          operationId: 'uitgavenOpvragen',
          tags,
          summary: 'Het logboek van uitgegeven cijfers opvragen',
          description:
            'Elke uitgave van geregistreerde cijfers: wie erom vroeg, wie instemde, en wat de aanvaller vond. Geen token nodig.',
          responses: { 200: { description: 'De uitgaven, de nieuwste eerst.', schema: EditionsBody } },
        },
      },
    },
    async (request, reply) => forEverySite(reply).send(await logOf(request)),
  );

  app.get(
    '/api/v1/cijfers/geregistreerd',
    {
      config: {
        ...OPEN,
        api: {
          operationId: 'geregistreerdeCijfersOpvragen',
          tags,
          summary: 'Uitgegeven geregistreerde cijfers opvragen',
          description: `De laatste uitgave, of met «uitgave» een eerdere. «jaar» en elke eigenschap, zoals «vorm» of «leeftijd», kiezen cellen uit; «${TOGETHER}» is alle waarden samen. Er wordt niets opgeteld. Geen token nodig.`,
          responses: {
            200: { description: 'De cijfers van één uitgave.', schema: RegisteredBody },
            404: { description: 'Er is nog geen uitgave, of de gevraagde is er niet.' },
          },
        },
      },
    },
    async (request, reply) => {
      const edition = await existing(request);
      return forEverySite(reply).send(marked(registeredBody(edition, chosenCells(edition, queryOf(request)))));
    },
  );
}

/** The released cells that fit what was asked. A hidden cell is found and stays hidden; what was not released is not there. */
function chosenCells({ figures }: ReleasedEdition, query: Readonly<Record<string, unknown>>): readonly ReleasedCell[] {
  const { properties, cells } = figures;
  return cells.filter(
    ({ year, at }) =>
      (query.jaar === undefined || query.jaar === year) &&
      properties.every(({ id }, place) => query[id] === undefined || query[id] === (at[place] ?? TOGETHER)),
  );
}

function forEverySite(reply: FastifyReply): FastifyReply {
  return reply.header('Access-Control-Allow-Origin', '*').header('Cross-Origin-Resource-Policy', 'cross-origin');
}
