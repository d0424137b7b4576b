import { Client } from 'pg';
import type { Trial } from '../../src/app/build-app.ts';
import { type AccessWorld, accessWorld } from './access-world.ts';
import { type TestApp, testApp } from './app.ts';
import { createDatabase, TABLES, type TestDatabase } from './database.ts';

/** Runs this in a world and a product of its own, with row-level security or without. */
export async function inWorld(
  isSecured: boolean,
  trial: Trial,
  run: (app: TestApp, world: AccessWorld) => Promise<void>,
) {
  const database = await createDatabase();
  if (!isSecured) await dropBelt(database);
  const world = await accessWorld(database);
  const app = await testApp(database, 'demo', trial);
  await run(app, world);
  await app.server.close();
  await world.close();
  await database.close();
}

/** Takes row-level security away from every table; the grants of the doors stay. */
export async function dropBelt({ adminUrl }: TestDatabase): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  for (const table of Object.keys(TABLES)) await admin.query(`alter table ${table} disable row level security`);
  await admin.end();
}
