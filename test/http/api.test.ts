import { beforeAll, describe, expect, it } from 'vitest';
import { API_VERSION, openApiOf } from '../../src/app/api.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { lintOpenApi } from '../../src/platform/openapi/lint-openapi.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

/** An address of this route that exists: the reference municipalities are in every test database. */
const addressOf = (path: string) => path.replace(':code', 'GM0014').replace(':kenmerk', '7KQ4-M2XB');

/** What is not there before figures were released; what it then says is held by insight-release.test.ts. */
const UNTIL_RELEASED = new Set(['/api/v1/cijfers/geregistreerd']);

describe('the interface between systems', () => {
  let database: TestDatabase;
  let app: TestApp;
  let operations: readonly RouteEntry[];

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    operations = app.routes.filter((route) => route.config.api);
  });

  const call = (method: string, url: string, headers: Record<string, string> = {}) =>
    app.server.inject({ method: method as 'GET', url, headers: { 'x-forwarded-proto': 'https', ...headers } });
  const tokenOf = async (role: Role) =>
    bearerFor(database, await anActor(database, role, await anOrganisation(database)));
  const allowed = async ({ config: { access } }: RouteEntry) =>
    access === 'public'
      ? {}
      : { authorization: `Bearer ${await tokenOf(access === 'signed-in' ? 'medewerker' : access[0]!)}` };

  it('describes every operation, by the rules of the NL API Design Rules', () => {
    const document = openApiOf(app.routes);
    expect(operations.length).toBeGreaterThanOrEqual(3);
    expect(Object.values(document.paths as object).flatMap((path) => Object.keys(path as object))).toHaveLength(
      operations.length,
    );
    expect(lintOpenApi(document)).toEqual([]);
  });

  it('publishes the description for everybody and every website', async () => {
    const answer = await call('GET', '/api/v1/openapi.json');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'api-version': API_VERSION });
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(openApiOf(app.routes, true))));
  });

  it('answers exactly what the description promises, and nothing more', async () => {
    // what signals and registrations answer is held by tests of their own: they are there only for who made them;
    // and so is what asks for a message
    const OWN = ['Signalen', 'Registraties'];
    const isOwn = ({ config: { api } }: RouteEntry) =>
      api?.body !== undefined || api?.tags.some((tag) => OWN.includes(tag));
    for (const route of operations.filter((each) => !isOwn(each))) {
      const answer = await call(route.method, addressOf(route.path), await allowed(route));
      const status = UNTIL_RELEASED.has(route.path) ? 404 : 200;
      expect([route.path, answer.statusCode, answer.headers['api-version']]).toEqual([route.path, status, API_VERSION]);
      if (status === 404) {
        expect(answer.headers['content-type']).toContain('application/problem+json');
        continue;
      }
      const schema = route.config.api!.responses[200]!.schema!;
      expect(schema.parse(answer.json()), route.path).toEqual(answer.json());
    }
  });

  it('gives every error as a problem with version and security headers', async () => {
    const problems: [string, ReturnType<typeof call>, number][] = [];
    for (const route of operations) {
      const address = addressOf(route.path);
      const { method } = route;
      problems.push([`trailing slash ${address}`, call(method, `${address}/`), 404]);
      problems.push([`DELETE ${address}`, call('DELETE', address), 405]);
      if (route.config.api!.query)
        problems.push([
          `unknown parameter ${address}`,
          call('GET', `${address}?onbekend=1`, await allowed(route)),
          400,
        ]);
      if (route.path.includes(':code'))
        problems.push([`missing ${address}`, call('GET', route.path.replace(':code', 'GM9999')), 404]);
      if (Array.isArray(route.config.access)) {
        problems.push([`no token ${address}`, call(method, address), 401]);
        problems.push([
          `strange token ${address}`,
          call(method, address, { authorization: `Bearer ${'x'.repeat(43)}` }),
          401,
        ]);
        const outsider = route.config.access.includes('opvang') ? 'ciso' : 'opvang';
        problems.push([
          `role ${address}`,
          call(method, address, { authorization: `Bearer ${await tokenOf(outsider)}` }),
          403,
        ]);
      }
    }
    expect(problems.length).toBeGreaterThan(8);
    for (const [what, pending, status] of problems) {
      const answer = await pending;
      expect([what, answer.statusCode]).toEqual([what, status]);
      expect(answer.headers['content-type'], what).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers, what).toMatchObject({
        'api-version': API_VERSION,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(answer.json(), what).toMatchObject({
        status,
        title: expect.any(String),
        detail: expect.any(String),
        instance: expect.stringMatching(/^urn:uuid:/),
      });
      if (status === 405) expect(['GET, HEAD', 'POST'], what).toContain(answer.headers.allow);
      if (status === 401) expect(answer.headers['www-authenticate'], what).toBe('Bearer');
    }
  });

  it('names all wrong parameters at once, without repeating what was sent', async () => {
    const answer = await call('GET', '/api/v1/gemeenten?pagina=nul&paginaGrootte=9999&provincie=geheim');
    expect(
      answer
        .json()
        .errors.map((error: { location: { name: string } }) => error.location.name)
        .sort(),
    ).toEqual(['pagina', 'paginaGrootte', 'provincie']);
    expect(answer.body).not.toMatch(/geheim|9999/);
  });

  it('takes no cookie', async () => {
    const visitor = await app.visitor(await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')));
    expect((await visitor.get('/api/v1/aanpakstanden')).statusCode).toBe(401);
  });

  it('gives all 342 municipalities in one answer, and pages through them', async () => {
    expect((await call('GET', '/api/v1/gemeenten?paginaGrootte=500')).json().gemeenten).toHaveLength(342);
    const codes = (
      await Promise.all([1, 2, 3, 4].map((page) => call('GET', `/api/v1/gemeenten?pagina=${page}`)))
    ).flatMap((answer) => answer.json().gemeenten.map((municipality: { code: string }) => municipality.code));
    expect(new Set(codes).size).toBe(342);
    expect((await call('GET', '/api/v1/gemeenten?naam=sudwest fryslan')).json().gemeenten).toMatchObject([
      { naam: 'Súdwest-Fryslân' },
    ]);
    expect((await call('GET', '/api/v1/gemeenten?pagina=99')).json().gemeenten).toEqual([]);
  });
});
