import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_MARK } from '../../src/shared-kernel/demo-mark.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { sharedDatabase } from '../support/database.ts';

/** What has no room for a mark: lists by contract and files for machines carry it in the header alone. */
const IN_THE_HEADER_ALONE = [
  '/demo/personen.json',
  '/demo/post.json',
  '/robots.txt',
  '/favicon.ico',
  '/.well-known/security.txt',
];

describe('every answer of an example environment', () => {
  let demo: TestApp;
  let real: TestApp;

  beforeAll(async () => {
    const database = await sharedDatabase();
    demo = await testApp(database);
    real = await testApp(database, 'real');
  });
  afterAll(async () => {
    await demo?.server.close();
    await real?.server.close();
  });
  const open = ({ routes }: TestApp) =>
    routes.filter(({ method, path, config }) => method === 'GET' && config.access === 'public' && !path.includes(':'));
  const ask = (app: TestApp, url: string) =>
    app.server.inject({ method: 'GET', url, headers: { 'x-forwarded-proto': 'https' } });

  it('says that nothing of it is real, on every public address', async () => {
    expect(open(demo).length).toBeGreaterThan(20);
    for (const { path } of open(demo)) {
      const answer = await ask(demo, path);
      expect([path, answer.headers['in-beeld-merk']]).toEqual([path, DEMO_MARK]);
      const isEmptyTable = path.endsWith('.csv') && answer.body.trim().split('\n').length === 1; // a column without rows
      const isPdf = answer.body.startsWith('%PDF'); // its words are packed; the tests of documents read them
      if (answer.statusCode !== 200 || isPdf || isEmptyTable || IN_THE_HEADER_ALONE.includes(path)) continue;
      expect([path, answer.body.includes(DEMO_MARK)]).toEqual([path, true]);
    }
  });

  it.each(['/api/v1/bestaat-niet', '/api/v1/eigen-scan'])('also when it is a refusal: %s', async (path) => {
    const answer = await ask(demo, path);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ merk: DEMO_MARK, status: answer.statusCode });
  });

  it('and no answer of a real one', async () => {
    expect(open(real).length).toBeGreaterThan(20);
    for (const { path } of open(real)) {
      const answer = await ask(real, path);
      expect([path, answer.headers['in-beeld-merk'], answer.body.includes(DEMO_MARK)]).toEqual([
        path,
        undefined,
        path.endsWith('openapi.json'),
      ]);
    }
  });
});
