import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSealer, type Sealer } from '../../src/platform/audit/seal.ts';
import { INSTALLATION, type SealKeys, sealKeysOf } from '../../src/platform/audit/seal-signer.ts';
import { verifySeal } from '../../src/platform/audit/verify.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { countMonths, monthEraser } from '../../src/platform/retention/erase-months.ts';
import { eraseWork } from '../../src/platform/retention/erase-work.ts';
import { SETTLE_TERM } from '../../src/platform/retention/settle-term.ts';
import { runDue } from '../../src/platform/runner/run-due.ts';
import { TenantKeys } from '../../src/platform/vault/tenant-keys.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

/** Lines of one organisation in one month, of which as many deeds as decisions; others have as many in the same month. */
const LINES = Number(process.env.PROOF_N ?? 1_000_000);
const MONTH = '2016-03';
const A_STATEMENT = 50_000;
const LONG = 3_600_000;
const seconds = (since: number) => (performance.now() - since) / 1000;

describe(`a month of ${LINES} lines of one organisation, in a log of ${2 * LINES}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-wissen-'));
  let server: EmbeddedServer;
  let database: TestDatabase;
  let sealer: Sealer;
  let keys: SealKeys;
  let fg: Actor;

  beforeAll(async () => {
    server = await acquireEmbeddedServer({ dataDir: folder });
    database = await createDatabase({ reference: false, serverUrl: server.adminUrl('postgres') });
    keys = sealKeysOf(
      new TenantKeys(INSTALLATION, [{ id: newId(), purpose: 'signing', state: 'active', key: randomBytes(32) }]),
    );
    sealer = createSealer(database.kysely, async () => keys);
    fg = await anActor(database, 'fg', await anOrganisation(database));
  }, LONG);
  afterAll(async () => {
    await database?.close();
    await server?.release();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes when its term has passed, and the seal still verifies', { timeout: LONG }, async () => {
    await database.admin.transaction().execute(async (tx) => {
      await sql`set local role inbeeld_keeper`.execute(tx);
      for (const log of ['decision', 'event']) await sql`select audit.lay_months(${log}, '2016-01-01', 8)`.execute(tx);
    });
    const others = await Promise.all(Array.from({ length: 5 }, () => anOrganisation(database)));
    const laying = performance.now();
    for (let from = 0; from < LINES / 2; from += A_STATEMENT)
      for (const id of [fg.organisationId, others[(from / A_STATEMENT) % others.length]!.id])
        await lay(id, from, Math.min(A_STATEMENT, LINES / 2 - from));
    const sealing = performance.now();
    await sealer.seal();
    console.log(
      `${2 * LINES} regels gelegd in ${((sealing - laying) / 1000).toFixed(0)} s en verzegeld in ${seconds(sealing).toFixed(0)} s`,
    );
    await countMonths(database.kysely);
    await settle();
    const begin = performance.now();
    const troubles: string[] = [];
    await runDue(database.kysely, [eraseWork([monthEraser])], {
      wait: true,
      onError: (error) => void troubles.push((error as Error).message),
    });
    console.log(`gewist in ${seconds(begin).toFixed(1)} s: ${troubles.join('; ') || 'zonder fout'}`);
    expect(troubles).toEqual([]);
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from audit.event
      where tenant_id = ${fg.organisationId} and to_char(recorded_at, 'YYYY-MM') = ${MONTH}`.execute(database.admin);
    expect(rows).toEqual([{ n: 0 }]);
    await sealer.seal();
    const checking = performance.now();
    const found = await verifySeal(database.kysely, { publicKey: keys[0].publicKey });
    console.log(`nagegaan in ${seconds(checking).toFixed(1)} s, ${found.lines} regels over`);
    expect(found).toMatchObject({ findings: [], erased: [{ erasure: { lines: LINES } }] });
  });

  async function lay(tenantId: string, from: number, count: number): Promise<void> {
    const lines = sql`select gen_random_uuid() as id, n,
        ${`${MONTH}-01T00:00:00Z`}::timestamptz + make_interval(secs => ((${from} + n) * 2500000.0 / ${LINES / 2})::float8) as at
      from generate_series(1, ${count}::int) n`;
    await sql`insert into audit.decision (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, role, activity, action, ground)
      select ${tenantId}::uuid, id, id, at, at, id, 'medewerker', 'VA-02', 'proof.read', 'role' from (${lines}) l`.execute(
      database.admin,
    );
    await sql`insert into audit.event (tenant_id, id, trace_id, occurred_at, recorded_at, person_id, person_name, role, activity,
        action, subject_kind, subject_id)
      select ${tenantId}::uuid, id, id, at, at, id, 'Noor Fictief', 'medewerker', 'VA-02', 'proof.read', 'proof.case',
        (n % 1000)::text from (${lines}) l`.execute(database.admin);
  }

  /** The organisation settles the term, and so the month is due. */
  async function settle(): Promise<void> {
    await enter(database.kysely, { door: 'own', tenantId: fg.organisationId }, (tx, time) =>
      SETTLE_TERM.execute(
        tx,
        {
          tenantId: fg.organisationId,
          id: newId(),
          subject: { kind: 'retention.term', id: newId() },
          payload: { rule: 'audit-line', what: 'proef', period: 'P5Y', category: '9.9 (proef)', erasedAtOnce: 0 },
          reason: 'proef',
          requestedBy: { personId: newId(), name: 'Voorbeeld, eerste (fictief)', role: 'fg' },
        },
        fg,
        time,
      ),
    );
  }
});
