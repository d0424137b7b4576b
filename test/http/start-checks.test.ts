import { beforeAll, describe, expect, it } from 'vitest';
import { RegisterFault } from '../../src/app/check-register.ts';
import { RouteDeclarationError } from '../../src/platform/http/route-config.ts';
import { testApp } from '../support/app.ts';
import { sharedDatabase, TABLES, type TestDatabase } from '../support/database.ts';

/** The server does not start when something it serves refers to nothing in the processing register (SEC-10). */
describe('the server does not start', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await sharedDatabase();
  });
  const good = { access: ['fg'], purpose: 'VA-14', data: ['D1'] } as const;
  const startWith = (config: object | undefined, method: 'get' | 'post' = 'get', path = '/proef') =>
    testApp(database, 'demo', {
      extend: (app) => {
        app[method](path, { ...(config && { config }) }, async () => 'proef');
      },
    });

  it('but does with a route that declares everything', async () => {
    const app = await startWith(good);
    expect(app.routes.some(({ path }) => path === '/proef')).toBe(true);
    await app.server.close();
  });

  it.each([
    ['no declaration at all', undefined, 'does not declare who has access'],
    ['no access', { purpose: 'VA-14', data: ['D1'] }, 'does not declare who has access'],
    ['no purpose', { access: ['fg'], data: ['D1'] }, 'does not declare its purpose'],
    ['an unknown purpose', { ...good, purpose: 'VA-99' }, 'unknown processing activity: VA-99'],
    ['no data classes', { access: ['fg'], purpose: 'VA-14' }, 'does not declare the data classes'],
  ])('with a route that has %s', async (_what, config, message) => {
    const starting = startWith(config);
    await expect(starting).rejects.toBeInstanceOf(RouteDeclarationError);
    await expect(starting).rejects.toThrow(message);
  });

  it('with a route that writes and names no action, or has a parameter and no sample', async () => {
    await expect(startWith(good, 'post')).rejects.toThrow('does not name its action');
    await expect(startWith(good, 'get', '/proef/:id')).rejects.toThrow('names no sample');
  });

  it('with a table that names an unknown activity, or holds what its activity does not cover', async () => {
    const element = TABLES['approach.element']!;
    const startOn = (change: object) =>
      testApp(database, 'demo', {
        tables: { ...TABLES, 'approach.element': { ...element, ...change } as typeof element },
      });
    await expect(startOn({ activity: 'VA-77' })).rejects.toBeInstanceOf(RegisterFault);
    await expect(startOn({ columns: { ...element.columns, phase: 'D5' } })).rejects.toThrow(
      'approach.element holds D5, which VA-11 does not cover',
    );
  });
});
