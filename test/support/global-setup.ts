import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser address of the server the tests run on, without database. */
    readonly serverUrl: string;
  }
}

/** One embedded server for a whole run (or the server of FLOOR_DATABASE_URL), gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === 'floor' && process.env.FLOOR_DATABASE_URL) {
    project.provide('serverUrl', process.env.FLOOR_DATABASE_URL);
    return async () => {};
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-test-'));
  const server = await acquireEmbeddedServer({ dataDir, durable: false });
  project.provide('serverUrl', server.adminUrl('postgres'));
  return async () => {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
