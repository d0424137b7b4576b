import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { copyContent } from '../src/app/installation.ts';
import { TABLES } from '../src/app/tables.ts';
import { connect } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { DB } from '../src/platform/db/tables.generated.ts';
import { acquireEmbeddedServer } from '../src/platform/embedded-postgres/embedded-server.ts';

/** Says one line of the result. */
export type Say = (line?: string) => void;
type Comma = (value: number) => string;

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;

/** A database of its own with all migrations, to lay rows in and to measure reading them; gone afterwards. */
export async function onBenchDatabase(
  { say, comma }: { readonly say: Say; readonly comma: Comma },
  run: (bench: {
    /** The owner, past every policy, to lay rows. */
    readonly client: Client;
    /** The application's own login. */
    readonly db: Kysely<DB>;
    /** Runs it some times to warm up, then `turns` times, and says the median and p95 in milliseconds. */
    readonly measure: (
      name: string,
      budgetMs: number,
      turns: number,
      once: (index: number) => Promise<unknown>,
    ) => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-bench-'));
  const server = await acquireEmbeddedServer({ dataDir: folder, durable: false });
  try {
    const adminUrl = server.adminUrl('postgres');
    const [loginRole, loginPassword] = ['inbeeld_bench', 'bench'];
    await migrate({ adminUrl, loginRole, loginPassword, directory: 'migrations', register: TABLES, kind: 'demo' });
    const admin = connect(adminUrl, () => {}, 2);
    await copyContent(admin.kysely);
    await admin.close();
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    const url = new URL(adminUrl);
    url.username = loginRole;
    url.password = loginPassword;
    const database = connect(url.href, () => {}, 4);
    await run({
      client,
      db: database.kysely,
      async measure(name, budgetMs, turns, once) {
        for (let index = 0; index < Math.min(10, turns); index++) await once(index);
        const times: number[] = [];
        for (let index = 0; index < turns; index++) {
          const from = performance.now();
          await once(index);
          times.push(performance.now() - from);
        }
        say(`- ${name}: mediaan ${comma(at(times, 0.5))} ms, p95 ${comma(at(times, 0.95))} ms (grens ${budgetMs} ms).`);
      },
    });
    await database.close();
    await client.end();
  } catch (problem) {
    // before the server goes, and takes its connections with it
    console.error(problem);
    throw problem;
  } finally {
    await server.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
