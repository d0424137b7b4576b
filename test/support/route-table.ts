import { buildApp } from '../../src/app/build-app.ts';
import { connect } from '../../src/platform/db/database.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { TEST_KEYS } from './app.ts';

/** Every route, without a database: nothing is asked of it. */
export async function routeTable(kind: 'demo' | 'real' = 'demo'): Promise<readonly RouteEntry[]> {
  const database = connect('postgres://niemand@127.0.0.1:1/niets', () => {}, 1);
  const { server, routes } = await buildApp({
    db: database.kysely,
    kind,
    rateLimits: false,
    trustProxy: false,
    logger: false,
    vault: createVault(database.kysely, TEST_KEYS),
    health: {},
    runDue: async () => {},
  });
  await server.close();
  await database.close();
  return routes;
}
