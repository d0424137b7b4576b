import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../test/support/app.ts';
import { anActor, anOrganisation } from '../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../test/support/database.ts';
import { readConfig } from '../platform/config.ts';
import { connect } from '../platform/db/database.ts';
import { type ProcessMetrics, processMetrics, serveMetrics } from './process-metrics.ts';

describe('the figures of a process', () => {
  let database: TestDatabase;
  let app: TestApp;
  let figures: ProcessMetrics;

  beforeAll(async () => {
    database = await sharedDatabase();
    figures = processMetrics({
      version: '0.1.0',
      pool: database.pool,
      sealedUntil: () => '2026-01-01T00:00:00Z',
      backedUpAt: () => undefined,
    });
    app = await testApp(database, 'demo', { extend: (server) => figures.watch(server) });
  });
  afterAll(() => app.server.close());

  it('count answers by kind and outcome, and say nothing of who, which organisation or which record', async () => {
    const place = await anOrganisation(database);
    const actor = await anActor(database, 'fg', place);
    const visitor = await app.visitor(actor);
    await visitor.get('/overzicht');
    await visitor.get(`/gemeenten/${place.code}`);
    await visitor.get('/bestaat-niet');
    await app.server.inject({ method: 'GET', url: '/api/v1/aanpak/plan', headers: { 'x-forwarded-proto': 'https' } });
    const text = figures.metrics.text();
    expect(text).toMatch(/inbeeld_http_requests_total\{kind="page",status="2xx"\} [12]/);
    expect(text).toMatch(/inbeeld_http_requests_total\{kind="page",status="4xx"\} \d/);
    expect(text).toMatch(/inbeeld_http_requests_total\{kind="api",status="4xx"\} 1/);
    expect(text).toMatch(/inbeeld_http_request_duration_seconds_bucket\{kind="page",le="\+Inf"\} \d/);
    for (const secret of [place.code, place.id, actor.personId, actor.personName, 'overzicht', 'gemeenten'])
      expect(text).not.toContain(secret);
    // every label there is, with every value it can have
    const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name));
    expect([...labels].sort()).toEqual(['kind', 'le', 'state', 'status', 'version']);
  });

  it('count how rounds in the background end, and when each succeeded last', async () => {
    await figures.round('seal', async () => undefined);
    await figures.round('due', async () => false);
    await expect(
      figures.round('mail', async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    const text = figures.metrics.text();
    expect(text).toContain('inbeeld_background_rounds_total{round="seal",outcome="succeeded"} 1');
    expect(text).toContain('inbeeld_background_rounds_total{round="due",outcome="failed"} 1');
    expect(text).toContain('inbeeld_background_rounds_total{round="mail",outcome="failed"} 1');
    expect(text).toMatch(/last_success_timestamp_seconds\{round="seal"\} \d{10}/);
    expect(text).not.toMatch(/last_success_timestamp_seconds\{round="(due|mail)"/);
    expect(text).toMatch(/inbeeld_log_seal_age_seconds \d+/);
    expect(text).not.toMatch(/inbeeld_backup_age_seconds \d/);
  });

  it('are read on a port of their own, at one address, and not at the door of visitors', async () => {
    const config = readConfig({ METRICS_PORT: '0' });
    expect(config.metrics).toEqual({ host: '127.0.0.1', port: 0 });
    expect(readConfig({}).metrics).toBeUndefined();
    expect(() => readConfig({ PORT: '3000', METRICS_PORT: '3000' })).toThrow(/METRICS_PORT/);
    const served = await serveMetrics({ host: '127.0.0.1', port: 0 }, figures.metrics);
    const read = await fetch(`${served.address}/metrics`);
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(await read.text()).toContain('# TYPE process_resident_memory_bytes gauge');
    expect((await fetch(`${served.address}/`)).status).toBe(404);
    expect((await fetch(`${served.address}/metrics`, { method: 'POST' })).status).toBe(404);
    await served.close();
    expect((await (await app.visitor()).get('/metrics')).statusCode).toBe(404);
  });
});

describe('the health of a process', () => {
  it('is 503 when the database does not answer, and it lives all the same', async () => {
    const dead = connect('postgres://niemand@127.0.0.1:1/niets', () => {}, 1);
    const app = await testApp({ ...(await sharedDatabase()), kysely: dead.kysely });
    const ask = (url: string) => app.server.inject({ method: 'GET', url });
    const health = await ask('/gezond');
    expect([health.statusCode, health.json().status]).toEqual([503, 'database antwoordt niet']);
    expect((await ask('/gezond/leeft')).statusCode).toBe(200);
    await app.server.close();
    await dead.close();
  });
});
