import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser address of the server the tests run on, without database. */
    readonly serverUrl: string;
    /** How the databases of this run begin that others are copied from; gone with the server, or afterwards. */
    readonly templates: string;
  }
}

/** One embedded server for a whole run (or the server of FLOOR_DATABASE_URL), gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const templates = `template_${process.pid}`;
  project.provide('templates', templates);
  const floor = project.name === 'floor' ? process.env.FLOOR_DATABASE_URL : undefined;
  if (floor) {
    project.provide('serverUrl', floor);
    return () => dropTemplates(floor, templates);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-test-'));
  const server = await acquireEmbeddedServer({ dataDir, durable: false });
  project.provide('serverUrl', server.adminUrl('postgres'));
  return async () => {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function dropTemplates(serverUrl: string, prefix: string): Promise<void> {
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  const { rows } = await server.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [`${prefix}_`],
  );
  for (const { name } of rows) await server.query(`drop database ${name} with (force)`);
  await server.end();
}
