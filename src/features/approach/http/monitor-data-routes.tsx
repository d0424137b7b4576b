import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { sendProblem } from '../../../platform/http/problem.ts';
import {
  CSV_TYPE,
  csvwMetadata,
  jsonRow,
  type OpenColumn,
  type OpenTableFacts,
  writeCsv,
} from '../../../platform/open-data/open-table.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { isAskedFor, MONITOR_REGIONS } from '../domain/monitor-filter.ts';
import { PUBLIC_ELEMENTS } from '../domain/publication.ts';
import { MonitorColumnsPage } from '../ui/monitor-columns-page.tsx';
import { REGION_NAMES } from '../ui/monitor-words.ts';
import { filteredOn, MONITOR_ELEMENTS, type MonitorRow, readMonitor } from '../use-cases/monitor.ts';
import { readTrend } from '../use-cases/monitor-trend.ts';
import { addressProblem, type MonitorAddress, readMonitorAddress } from './monitor-address.ts';
import { type DataRow, knownToReader, MONITOR_COLUMNS } from './monitor-columns.ts';
import { FILTERS, SOURCE, TITLES, TREND_VERSIONS, UNCERTAINTY, VERSIONS, type Version } from './monitor-data-texts.ts';
import { TREND_COLUMNS, type TrendRow } from './monitor-trend-columns.ts';

/** What a table says of itself, in every format. */
interface Head {
  readonly facts: OpenTableFacts;
  readonly version: Version;
}

/** One of the two tables, as it is written in every format. */
interface Table<Row> extends Head {
  readonly columns: readonly OpenColumn<Row>[];
  readonly rows: readonly Row[];
}

/** What was not understood in the address, or was asked and is not for this reader. */
interface Wrong {
  readonly wrong: MonitorAddress['errors'];
}

/**
 * The monitor as data that everybody may take away: what municipalities publish for everybody, and everything for who may see the
 * monitor. One list of columns makes the CSV, the JSON, the description and the page.
 */
export function registerMonitorDataRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly readers: readonly Role[] },
): void {
  const open = { access: 'public', purpose: 'VA-12', data: ['D0'] } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;

  /** Who may see the monitor sees everything, unless she asks for what everybody sees. */
  const versionFor = (request: FastifyRequest): Version => {
    const { actor } = request.visitor;
    const asksPublic = (request.query as Record<string, unknown>).versie === 'openbaar';
    return actor && options.readers.includes(actor.role) && !asksPublic ? 'volledig' : 'openbaar';
  };

  /** The address as this reader may ask it: an element that is not for her is not understood. */
  function addressFor(request: FastifyRequest, rows: readonly MonitorRow[], version: Version): MonitorAddress {
    const address = readMonitorAddress(request.query, rows);
    if (version === 'volledig' || !address.element || PUBLIC_ELEMENTS.includes(address.element.id)) return address;
    const text = `Dit onderdeel is niet openbaar. Kies ${PUBLIC_ELEMENTS.join(' of ')}.`;
    return { ...address, errors: { ...address.errors, onderdeel: text } };
  }

  async function dataFor(request: FastifyRequest): Promise<Table<DataRow> | Wrong> {
    const version = versionFor(request);
    const { rows, today } = await edge.look(request, 'published', async (tx, time) => ({
      rows: (await readMonitor(tx, time.today)).rows,
      today: time.today,
    }));
    const address = addressFor(request, rows, version);
    if (Object.keys(address.errors).length > 0) return { wrong: address.errors };
    return {
      columns: MONITOR_COLUMNS,
      rows: dataRows(rows, address, version, today),
      version,
      facts: {
        file: 'data.csv',
        id: 'monitor',
        title: TITLES.data,
        description: VERSIONS[version],
        date: today,
        mark,
      },
    };
  }

  async function trendFor(request: FastifyRequest): Promise<Table<TrendRow> | Wrong> {
    const version = versionFor(request);
    const { rows, address, today } = await edge.look(request, 'published', async (tx, time) => {
      const country = await readMonitor(tx, time.today);
      const address = addressFor(request, country.rows, version);
      const elements = elementsFor(address, version);
      const publishing = country.rows.filter(({ isPublic }) => isPublic);
      const trend = await readTrend(
        tx,
        country,
        {
          elements: elements.map(({ id }) => id),
          regions: address.filter.regions,
          step: address.step,
          only:
            version === 'volledig'
              ? undefined
              : new Set(publishing.map(({ municipality }) => municipality.organisationId)),
        },
        time.today,
      );
      const area = areaOf(country.rows, address);
      const rows = elements.flatMap((element) =>
        (trend.get(element.id) ?? []).map((point): TrendRow => ({ point, element, area })),
      );
      return { rows, address, today: time.today };
    });
    if (Object.keys(address.errors).length > 0) return { wrong: address.errors };
    return {
      columns: TREND_COLUMNS,
      rows,
      version,
      facts: {
        file: 'verloop.csv',
        id: 'monitor-verloop',
        title: TITLES.trend,
        description: TREND_VERSIONS[version],
        date: today,
        mark,
      },
    };
  }

  function register<Row>(
    base: string,
    read: (request: FastifyRequest) => Promise<Table<Row> | Wrong>,
    list: string,
  ): void {
    const config = open;
    const answer = (write: (reply: FastifyReply, table: Table<Row>) => FastifyReply) => {
      return async (request: FastifyRequest, reply: FastifyReply) => {
        const table = await read(request);
        // the same address tells more to who is signed in
        reply.header('Vary', 'Cookie').header('Cache-Control', 'private, no-cache');
        if ('wrong' in table) return sendProblem(reply, addressProblem(table.wrong));
        if (table.version === 'openbaar')
          reply.header('Access-Control-Allow-Origin', '*').header('Cross-Origin-Resource-Policy', 'cross-origin');
        return write(reply, table);
      };
    };
    app.get(
      `${base}.csv`,
      { config },
      answer((reply, { columns, rows, facts }) =>
        reply
          .header('Link', `<${facts.file}-metadata.json>; rel="describedby"; type="application/csvm+json"`)
          .header('Content-Disposition', `attachment; filename="${facts.id}.csv"`)
          .type(CSV_TYPE)
          .send(writeCsv(columns, rows, mark)),
      ),
    );
    app.get(
      `${base}.csv-metadata.json`,
      { config },
      answer((reply, { columns, facts }) =>
        reply.type('application/csvm+json; charset=utf-8').send(JSON.stringify(csvwMetadata(columns, facts))),
      ),
    );
    app.get(
      `${base}.json`,
      { config },
      answer((reply, table) =>
        reply.send({ ...jsonHead(table), [list]: table.rows.map((row) => jsonRow(table.columns, row)) }),
      ),
    );
  }

  register('/monitor/data', dataFor, 'standen');
  register('/monitor/verloop', trendFor, 'verloop');

  // the twin of the map, at the address of the page
  app.get('/monitor.json', { config: { ...open, access: options.readers } }, async (request, reply) => {
    const table = await dataFor(request);
    if ('wrong' in table) return sendProblem(reply, addressProblem(table.wrong));
    const asked = readMonitorAddress(request.query, []).element ?? MONITOR_ELEMENTS[0]!;
    const rows = table.rows.filter(({ element }) => element.id === asked.id);
    return reply.send({
      ...jsonHead(table),
      id: `monitor-${asked.id}`,
      onderdeel: asked.id,
      gemeenten: rows.map((row) => jsonRow(MONITOR_COLUMNS, row)),
    });
  });

  for (const path of pathsOf('monitorData'))
    app.get(path, { config: open }, (request, reply) =>
      edge.html(
        reply,
        <MonitorColumnsPage
          frame={edge.frame(request)}
          columns={MONITOR_COLUMNS}
          trendColumns={TREND_COLUMNS}
          filters={FILTERS}
        />,
      ),
    );
}

function elementsFor({ element }: MonitorAddress, version: Version) {
  return (element ? [element] : MONITOR_ELEMENTS).filter(
    ({ id }) => version === 'volledig' || PUBLIC_ELEMENTS.includes(id),
  );
}

function jsonHead({ facts, version }: Head) {
  return {
    ...(facts.mark && { merk: facts.mark }),
    id: facts.id,
    titel: facts.title.nl,
    versie: version,
    peildatum: facts.date,
    bron: SOURCE,
    onzekerheid: UNCERTAINTY,
    kolommen: '/monitor/kolommen',
  };
}

function dataRows(
  rows: readonly MonitorRow[],
  address: MonitorAddress,
  version: Version,
  today: PlainDate,
): readonly DataRow[] {
  const elements = elementsFor(address, version);
  return rows.flatMap((row) =>
    elements.flatMap((element): DataRow[] => {
      const seen = version === 'volledig' ? 'all' : row.isPublic ? 'published' : 'nothing';
      const data: DataRow = { row, element, today, seen };
      // a filter on what this reader may not know would tell it
      const asksUnknown = address.filter.state !== undefined || address.filter.anchored !== undefined;
      if (seen === 'nothing' && asksUnknown) return [];
      const state = knownToReader(data)?.state ?? 'unknown';
      return isAskedFor({ ...filteredOn(row, element.id), state }, address.filter) ? [data] : [];
    }),
  );
}

/** The chosen regions by name, or the country. */
function areaOf(rows: readonly MonitorRow[], { filter }: MonitorAddress): string {
  const names = MONITOR_REGIONS.flatMap((kind) => {
    const code = filter.regions[kind];
    if (code === undefined) return [];
    const known = rows.find((row) => row.regions[kind]?.code === code)?.regions[kind];
    return [known ? `${REGION_NAMES[kind].one} ${known.name}` : `onbekende ${REGION_NAMES[kind].one}`];
  });
  return names.length > 0 ? names.join(' en ') : 'Nederland';
}
