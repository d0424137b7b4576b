import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { AnyTx } from '../../../platform/db/transact.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { queryProblem, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { MonitorPage } from '../ui/monitor-page.tsx';
import { ANCHORED_VALUES, REGION_FIELDS, STATE_VALUES } from '../ui/monitor-words.ts';
import { MONITOR_ELEMENTS, type MonitorRow, readMonitor } from '../use-cases/monitor.ts';
import { readTrend } from '../use-cases/monitor-trend.ts';
import { ENTERERS } from '../use-cases/public-facts.ts';
import { MONITOR_READERS } from '../use-cases/seen-by-others.ts';
import { addressProblem, monitorHref, readMonitorAddress } from './monitor-address.ts';
import { registerMonitorDataRoutes } from './monitor-data-routes.tsx';
import { rowsAskedFor, viewOf } from './monitor-view.ts';

export interface MonitorOptions {
  readonly isDemo: boolean;
  /** How many people in the country are trained: a part of the product that the approach does not know; door `published`. */
  readonly trained: (tx: AnyTx, today: PlainDate) => Promise<ComponentChildren>;
}

/** The country: what every municipality published of its approach, as a map, as a table and as data. */
export function registerMonitorRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: MonitorOptions): void {
  const monitor = { access: MONITOR_READERS, purpose: 'VA-12', data: ['D0'] } as const;
  registerMonitorDataRoutes(app, edge, { ...options, readers: MONITOR_READERS });

  app.get('/monitor', { config: monitor }, async (request, reply) => {
    const { view, address, trained, now, today } = await edge.look(request, 'published', async (tx, time) => {
      const country = await readMonitor(tx, time.today);
      const address = readMonitorAddress(request.query, country.rows);
      const element = address.element ?? MONITOR_ELEMENTS[0]!;
      const asked = { elements: [element.id], regions: address.filter.regions, step: address.step };
      const trend = (await readTrend(tx, country, asked, time.today)).get(element.id) ?? [];
      return {
        view: viewOf(country.rows, address, trend),
        address,
        trained: await options.trained(tx, time.today),
        ...time,
      };
    });
    const page = (
      <MonitorPage
        frame={edge.frame(request)}
        view={view}
        now={now}
        today={today}
        ownCode={edge.actor(request).organisationCode}
        entersPublicFacts={ENTERERS.includes(edge.actor(request).role)}
        hrefWith={(changes) => monitorHref('/monitor', address, changes)}
        fileHref={(path) => monitorHref(path, address, { onderdeel: view.element.id, tabel: '', pagina: '' })}
      >
        {trained}
      </MonitorPage>
    );
    return edge.html(reply, page, Object.keys(address.errors).length > 0 ? 400 : 200);
  });

  app.get(
    '/api/v1/aanpakstanden',
    {
      config: {
        ...monitor,
        api: {
          operationId: 'aanpakstandenOpvragen',
          tags: ['Aanpak'],
          summary: 'Stand van de aanpak opvragen',
          description:
            'Hoe een onderdeel van de aanpak er vandaag voor staat in elke gemeente. Alleen datums, geen personen.',
          query: StandingsQuery,
          responses: { 200: { description: 'De stand per gemeente.', schema: StandingsBody } },
        },
      },
    },
    async (request, reply) => {
      const query = StandingsQuery.safeParse(request.query);
      if (!query.success) return sendProblem(reply, queryProblem(query.error));
      const { rows, today } = await edge.look(request, 'published', async (tx, time) => ({
        rows: (await readMonitor(tx, time.today)).rows,
        today: time.today,
      }));
      const address = readMonitorAddress(query.data, rows);
      if (Object.keys(address.errors).length > 0) return sendProblem(reply, addressProblem(address.errors));
      const element = address.element ?? MONITOR_ELEMENTS[0]!;
      return reply.send({
        onderdeel: element.id,
        peildatum: today,
        standen: rowsAskedFor(rows, address, element).map((row) => apiRow(row, element.id)),
        ...(options.isDemo ? { merk: DEMO_MARK } : {}),
      } satisfies z.output<typeof StandingsBody>);
    },
  );
}

const ELEMENT_IDS = MONITOR_ELEMENTS.map(({ id }) => id);
const oneOf = (values: Readonly<Record<string, string>>) =>
  z.enum(Object.values(values), `Kies er een die bestaat: ${Object.values(values).join(', ')}.`);
const regionCode = (example: string) =>
  z.string().max(20).optional().describe(`Code, bijvoorbeeld ${example}; of «onbekend» voor gemeenten zonder bron.`);

const StandingsQuery = z.strictObject({
  onderdeel: z
    .enum(ELEMENT_IDS, `Kies een onderdeel dat bestaat: ${ELEMENT_IDS.join(', ')}.`)
    .default(FOCAL_POINT_ELEMENT),
  [REGION_FIELDS.province]: regionCode('PV20'),
  [REGION_FIELDS['police-unit']]: regionCode('PE01'),
  [REGION_FIELDS['safety-region']]: regionCode('VR01'),
  stand: oneOf(STATE_VALUES).optional(),
  borging: oneOf(ANCHORED_VALUES).optional().describe('Of de hele aanpak van de gemeente is geborgd.'),
  naam: z.string().max(100).optional().describe('Deel van de naam; hoofdletters en accenten maken niet uit.'),
});

const region = z.object({ code: z.string(), naam: z.string() }).nullable().describe('null als geen bron het zegt.');
const StandingBody = z
  .object({
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    provincie: region,
    politieEenheid: region,
    veiligheidsregio: region,
    stand: oneOf(STATE_VALUES),
    borging: oneOf(ANCHORED_VALUES),
    bron: z.enum(['gemeente', 'openbare-bron']).nullable().describe('Wie het zegt; null als niemand iets zegt.'),
    besluitdatum: z.iso.date().nullable(),
    vervaldatum: z.iso.date().nullable(),
  })
  .meta({ id: 'Aanpakstand' });
const StandingsBody = z
  .object({
    onderdeel: z.string(),
    peildatum: z.iso.date(),
    standen: z.array(StandingBody),
    merk: z.string().optional(),
  })
  .meta({ id: 'Aanpakstanden' });

function apiRow({ municipality, regions, anchored, element }: MonitorRow, id: string): z.output<typeof StandingBody> {
  const { state, decidedOn, lapsesOn, how, publicFact } = element(id);
  const named = (region: { readonly code: string; readonly name: string } | undefined) =>
    region ? { code: region.code, naam: region.name } : null;
  return {
    gemeente: { code: municipality.code, naam: municipality.name },
    provincie: named(regions.province),
    politieEenheid: named(regions['police-unit']),
    veiligheidsregio: named(regions['safety-region']),
    stand: STATE_VALUES[state],
    borging: ANCHORED_VALUES[anchored],
    bron: publicFact ? 'openbare-bron' : how ? 'gemeente' : null,
    besluitdatum: decidedOn ?? null,
    vervaldatum: lapsesOn ?? null,
  };
}
