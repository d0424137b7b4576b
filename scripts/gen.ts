/**
 * Generates what is derived: the types of the tables, and the pages of docs/ that follow from the code (gen-docs.ts). Run after
 * every new migration, route or refusal: `npm run gen`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TABLES } from '../src/app/tables.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { acquireEmbeddedServer } from '../src/platform/embedded-postgres/embedded-server.ts';

const OUT = 'src/platform/db/tables.generated.ts';
const dataDir = mkdtempSync(join(tmpdir(), 'in-beeld-gen-'));
const server = process.env.DATABASE_URL ? undefined : await acquireEmbeddedServer({ dataDir, durable: false });
try {
  const adminUrl = process.env.DATABASE_URL ?? server!.adminUrl('postgres');
  await migrate({
    adminUrl,
    loginRole: 'inbeeld_gen',
    loginPassword: 'gen',
    directory: 'migrations',
    register: TABLES,
    kind: 'demo',
  });
  const run = spawnSync(
    'kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      adminUrl,
      '--out-file',
      OUT,
      '--log-level',
      'warn',
      '--exclude-pattern',
      'public.*',
      '--type-mapping',
      '{"date":"PlainDate","int8":"number"}',
      '--custom-imports',
      '{"PlainDate":"../../shared-kernel/plain-date.ts#PlainDate"}',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (run.status !== 0) throw new Error('kysely-codegen failed');
  writeFileSync(OUT, readFileSync(OUT, 'utf8').replace('#PlainDate', ''));
} finally {
  await server?.release();
  rmSync(dataDir, { recursive: true, force: true });
}
spawnSync('biome', ['check', '--write', OUT], { stdio: 'inherit' });
spawnSync(process.execPath, [join(import.meta.dirname, 'gen-docs.ts')], { stdio: 'inherit' });
