import { connect } from '../../platform/db/database.ts';
import { buildApp } from '../build-app.ts';

/** The route table of a demo installation, as JSON. Needs no database: nothing is asked of it. */
export async function routes(_args: readonly string[]): Promise<number> {
  const database = connect('postgres://niemand@127.0.0.1:1/niets', () => {}, 1);
  const app = await buildApp({
    db: database.kysely,
    kind: 'demo',
    rateLimits: false,
    trustProxy: false,
    logger: false,
    vault: {
      keysFor: () => Promise.reject(new Error('no keys')),
      linkageKeyFor: () => Promise.reject(new Error('no keys')),
      close: () => {},
    },
    health: {},
    runDue: async () => {},
  });
  const { describeRoutes } = await import('../describe-routes.ts');
  process.stdout.write(`${JSON.stringify(describeRoutes(app.routes), null, 1)}\n`);
  await app.server.close();
  await database.close();
  return 0;
}
