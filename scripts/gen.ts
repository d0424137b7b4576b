/**
 * Generates what is derived: the types of the tables, and the pages of docs/ that follow from the code (gen-docs.ts). Run after
 * every new migration, route or refusal: `npm run gen`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { TABLES } from '../src/app/tables.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { acquireEmbeddedServer } from '../src/platform/embedded-postgres/embedded-server.ts';

const OUT = 'src/platform/db/tables.generated.ts';
const SEALED_OUT = 'src/platform/vault/sealed-columns.generated.ts';
const sealedColumns = Object.entries(TABLES).flatMap(([table, { sealed = [] }]) =>
  sealed.map((column) => `${table}.${column}`),
);
const indexedColumns = Object.entries(TABLES).flatMap(([table, { blindIndex = {} }]) =>
  Object.values(blindIndex).map((column) => `${table}.${column}`),
);
const union = (names: readonly string[]) =>
  names
    .toSorted()
    .map((name) => `'${name}'`)
    .join(' | ') || 'never';

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
  const sealedTypes = await typesOfSealed(adminUrl);
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
      '{"PlainDate":"../../shared-kernel/plain-date.ts#PlainDate","Sealed":"../../shared-kernel/sealed.ts#Sealed"}',
      '--overrides',
      JSON.stringify({ columns: sealedTypes }),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (run.status !== 0) throw new Error('kysely-codegen failed');
  writeFileSync(OUT, readFileSync(OUT, 'utf8').replace('#PlainDate', '').replace('#Sealed', ''));
  writeFileSync(
    SEALED_OUT,
    `/** Made by \`npm run gen\` from the register of tables (src/app/tables/). */

/** Every column whose content is sealed. */
export type SealedColumn = ${union(sealedColumns)};

/** Every sealed column that can be found by a blind index. */
export type BlindIndexColumn = ${union(indexedColumns)};
`,
  );
} finally {
  await server?.release();
  rmSync(dataDir, { recursive: true, force: true });
}
spawnSync('biome', ['check', '--write', OUT, SEALED_OUT], { stdio: 'inherit' });
spawnSync(process.execPath, [join(import.meta.dirname, 'gen-docs.ts')], { stdio: 'inherit' });

/** The type of each sealed column, with null where the database allows it. */
async function typesOfSealed(adminUrl: string): Promise<Record<string, string>> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ name: string; nullable: boolean }>(
    `select table_schema || '.' || table_name || '.' || column_name as name, is_nullable = 'YES' as nullable
       from information_schema.columns`,
  );
  await admin.end();
  return Object.fromEntries(
    rows
      .filter(({ name }) => sealedColumns.includes(name))
      .map(({ name, nullable }) => [name, `Sealed<'${name}'>${nullable ? ' | null' : ''}`]),
  );
}
