import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { realNow } from '../platform/clock/real-time.ts';
import type { PoolState } from '../platform/db/database.ts';
import { createMetrics, METRICS_TYPE, type Metrics } from '../platform/metrics/metrics.ts';

/** Where the figures are read: a port of its own, that no visitor reaches. */
export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
}

/** What the process counts of itself: of its answers and of its rounds in the background. */
export interface ProcessMetrics {
  /** Counts every answer of this application. */
  watch(app: FastifyInstance): void;
  /** Runs a round in the background, and counts whether it succeeded and how long it took. */
  round<T>(name: string, run: () => Promise<T>): Promise<T>;
  readonly metrics: Metrics;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the figures are made of that the process knows itself. */
export interface Watched {
  readonly version: string;
  readonly pool: () => PoolState;
  /** Until when the logs are under seal, and when the last backup was made; undefined when not known. */
  readonly sealedUntil: () => string | undefined;
  readonly backedUpAt: () => string | undefined;
}

/** The figures of this process. Their labels are short lists of our own: no person, organisation, record or address. */
export function processMetrics({ version, pool, sealedUntil, backedUpAt }: Watched): ProcessMetrics {
  const metrics = createMetrics();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const requests = metrics.counter('inbeeld_http_requests_total', 'Beantwoorde vragen, naar soort en uitkomst.');
  const durations = metrics.histogram('inbeeld_http_request_duration_seconds', 'Duur van een antwoord.', SECONDS);
  const rounds = metrics.counter('inbeeld_background_rounds_total', 'Rondes op de achtergrond, naar uitkomst.');
  const roundDurations = metrics.histogram('inbeeld_background_round_duration_seconds', 'Duur van een ronde.', SECONDS);
  const lastRound = new Map<string, number>();
  const ageOf = (at: string | undefined) =>
    at === undefined ? undefined : (realNow().getTime() - Date.parse(at)) / 1000;

  metrics.gauge('inbeeld_info', 'De versie van dit proces.', () => [[{ version }, 1]]);
  metrics.gauge('inbeeld_background_last_success_timestamp_seconds', 'Wanneer een ronde het laatst lukte.', () =>
    [...lastRound].map(([round, at]) => [{ round }, at] as const),
  );
  metrics.gauge('inbeeld_database_connections', 'Verbindingen met de database.', () => {
    const { total, idle, waiting } = pool();
    return [
      [{ state: 'busy' }, total - idle],
      [{ state: 'idle' }, idle],
      [{ state: 'waiting' }, waiting],
    ];
  });
  metrics.gauge('inbeeld_log_seal_age_seconds', 'Hoe oud het laatste zegel over de logboeken is.', () =>
    ageOf(sealedUntil()),
  );
  metrics.gauge('inbeeld_backup_age_seconds', 'Hoe oud de laatste reservekopie is.', () => ageOf(backedUpAt()));
  metrics.gauge('process_resident_memory_bytes', 'Geheugen van het proces.', () => process.memoryUsage.rss());
  metrics.gauge('nodejs_heap_used_bytes', 'Geheugen in gebruik bij de engine.', () => process.memoryUsage().heapUsed);
  metrics.gauge('process_cpu_seconds', 'Rekentijd sinds de start.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  metrics.gauge('process_uptime_seconds', 'Hoelang het proces draait.', () => process.uptime());
  metrics.gauge('nodejs_eventloop_lag_p99_seconds', 'Hoelang iets wacht tot het proces er aan toe is.', () => {
    const lag = Number.isFinite(delay.percentile(99)) ? delay.percentile(99) / 1e9 : undefined;
    delay.reset();
    return lag;
  });

  return {
    metrics,
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        const { url = '' } = request.routeOptions;
        const kind = url.startsWith('/api/') ? 'api' : url.startsWith('/assets/') ? 'asset' : 'page';
        const labels = { kind, status: `${Math.trunc(reply.statusCode / 100)}xx` };
        requests.add(labels);
        if (kind !== 'asset') durations.observe(reply.elapsedTime / 1000, { kind });
      });
    },
    async round(name, run) {
      const begin = performance.now();
      let outcome = 'failed';
      try {
        const result = await run();
        if (result !== false) {
          outcome = 'succeeded';
          lastRound.set(name, Math.trunc(realNow().getTime() / 1000));
        }
        return result;
      } finally {
        rounds.add({ round: name, outcome });
        roundDurations.observe((performance.now() - begin) / 1000, { round: name });
      }
    },
  };
}

/** Gives the figures on a port of their own, at `/metrics` and nowhere else. @throws when the port is taken. */
export async function serveMetrics(
  { host, port }: MetricsPlace,
  metrics: Metrics,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isAsked = request.url === '/metrics' && (request.method === 'GET' || request.method === 'HEAD');
    response.writeHead(isAsked ? 200 : 404, {
      'Content-Type': isAsked ? METRICS_TYPE : 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(isAsked && request.method === 'GET' ? metrics.text() : '');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: opened } = server.address() as AddressInfo;
  return {
    address: `http://${host}:${opened}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
