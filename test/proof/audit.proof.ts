import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookIntoLog } from '../../src/features/privacy/use-cases/insight-into-log.ts';
import { noteRevealed } from '../../src/platform/audit/reveal.ts';
import { createSealer, type Sealer } from '../../src/platform/audit/seal.ts';
import { INSTALLATION, type SealKeys, sealKeysOf } from '../../src/platform/audit/seal-signer.ts';
import { verifySeal } from '../../src/platform/audit/verify.ts';
import { enter, transact } from '../../src/platform/db/transact.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { TenantKeys } from '../../src/platform/vault/tenant-keys.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { ok } from '../../src/shared-kernel/result.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

/** Lines in the logs; the proof in full has five million. */
const LINES = Number(process.env.PROOF_N ?? 5_000_000);
const AT_ONCE = 50;
const SECONDS = LINES >= 1_000_000 ? 15 : 3;
const MONTHS = 24;
/** One deed is three lines: a decision, an event and a person. */
const DEEDS = Math.floor(LINES / 3);
const A_STATEMENT = 50_000;
const LONG = 3_600_000;

const seconds = (since: number) => (performance.now() - since) / 1000;
const middle = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;

describe(`the logs with ${LINES} lines`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-audit-'));
  let server: EmbeddedServer;
  let database: TestDatabase;
  let sealer: Sealer;
  let keys: SealKeys;
  let actor: Actor;

  beforeAll(async () => {
    // a server that writes to disk before it says so, as the product has it
    server = await acquireEmbeddedServer({ dataDir: folder });
    database = await createDatabase({ reference: false, serverUrl: server.adminUrl('postgres'), connections: AT_ONCE });
    keys = sealKeysOf(
      new TenantKeys(INSTALLATION, [{ id: newId(), purpose: 'signing', state: 'active', key: randomBytes(32) }]),
    );
    sealer = createSealer(database.kysely, async () => keys);
    actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
  });
  afterAll(async () => {
    await database?.close();
    await server?.release();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`are written for one busy organisation by ${AT_ONCE} at once, with a person opened in each deed and the seal laid meanwhile`, {
    timeout: LONG,
  }, async () => {
    const state = { done: 0, going: true };
    const sealing = (async () => {
      while (state.going) {
        await sealer.seal();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    })();
    const begin = performance.now();
    const writers = Array.from({ length: AT_ONCE }, async () => {
      while (seconds(begin) < SECONDS) if (await oneDeed()) state.done++;
    });
    await Promise.all(writers);
    const took = seconds(begin);
    state.going = false;
    await sealing;
    await sealer.seal();
    console.log(
      `${state.done} opdrachten in ${took.toFixed(1)} s: ${Math.round(state.done / took)} per seconde (gevraagd 500)`,
    );
    expect(await verifySeal(database.kysely, { publicKey: keys[0].publicKey })).toMatchObject({
      lines: 3 * state.done,
      unsealed: 0,
      findings: [],
      oddities: [],
    });
  });

  /** A deed as a feature does it: one record written, one person opened. */
  async function oneDeed(): Promise<boolean> {
    const id = newId();
    const deed = { actor, activity: 'VA-02', activityVersion: 1, action: 'proof.write', traceId: newId() };
    const outcome = await transact(database.kysely, deed, async (tx) => {
      noteRevealed(tx, {
        subject: { kind: 'persoon', pseudonym: randomBytes(32) },
        dossierId: id,
        columns: ['proof.person.name'],
      });
      await tx
        .insertInto('organisations.mandate')
        .values({
          tenant_id: actor.organisationId,
          id,
          holder_id: newId(),
          capability: 'proef',
          basis: 'proef',
          valid_from: day('2020-01-01'),
          valid_until: day('2021-01-01'),
        })
        .execute();
      return ok({ subject: { kind: 'proof.record', id } });
    });
    return 'ok' in outcome && outcome.ok;
  }

  it('tell on one page what was done with a dossier', { timeout: LONG }, async () => {
    await layMonths();
    const begin = performance.now();
    for (let from = 1; from <= DEEDS; from += A_STATEMENT)
      await layDeeds(from, Math.min(from + A_STATEMENT - 1, DEEDS));
    await database.admin.connection().execute(async (db) => {
      await sql`set statement_timeout = 0`.execute(db);
      await sql`vacuum analyze audit.decision, audit.event, audit.processing`.execute(db);
      await sql`reset statement_timeout`.execute(db);
    });
    console.log(
      `${3 * DEEDS} regels gelegd in ${seconds(begin).toFixed(0)} s, over ${MONTHS} maanden en 342 organisaties`,
    );
    const times: number[] = [];
    for (let n = 0; n < 40; n++) {
      const dossier = 1 + ((n * 7919) % Math.max(1, Math.floor(DEEDS / 100)));
      const start = performance.now();
      const found = await enter(database.kysely, { door: 'own', tenantId: tenantOf(dossier) }, (tx) =>
        lookIntoLog(
          tx,
          { organisationId: tenantOf(dossier) },
          {
            search: { kind: 'id', id: dossierOf(dossier) },
            period: { from: undefined, until: undefined },
            part: { skip: 0, take: 25 },
          },
        ),
      );
      times.push(performance.now() - start);
      expect(found).toMatchObject({ ok: true, value: { total: expect.any(Number) } });
      if (found.ok) expect(found.value.deeds.every(({ opened }) => opened.length === 1)).toBe(true);
    }
    console.log(
      `tijdlijn van een dossier: mediaan ${middle(times, 0.5).toFixed(0)} ms, p95 ${middle(times, 0.95).toFixed(0)} ms (gevraagd 200)`,
    );
  });

  it('are sealed and verified', { timeout: LONG }, async () => {
    const begin = performance.now();
    const roots = await sealer.seal();
    console.log(`verzegeld in ${seconds(begin).toFixed(1)} s: ${roots.length} zegels`);
    const start = performance.now();
    const found = await verifySeal(database.kysely, { publicKey: keys[0].publicKey });
    const took = seconds(start);
    expect(found.findings).toEqual([]);
    expect(found.lines).toBeGreaterThanOrEqual(3 * DEEDS);
    console.log(
      `${found.lines} regels gecontroleerd in ${took.toFixed(1)} s: ${((took * 1_000_000) / found.lines).toFixed(1)} s per miljoen (gevraagd 10)`,
    );
    const { rows } = await sql<{ seq: number }>`select seq from audit.event order by random() limit 1`.execute(
      database.admin,
    );
    await database.admin.connection().execute(async (db) => {
      await sql`set session_replication_role = replica`.execute(db);
      await sql`update audit.event set action = 'proof.other' where seq = ${rows[0]!.seq}`.execute(db);
      await sql`set session_replication_role = default`.execute(db);
    });
    const tampered = await verifySeal(database.kysely, { publicKey: keys[0].publicKey });
    expect(tampered.findings).toMatchObject([{ kind: 'line-changed', line: rows[0]!.seq }]);
    console.log(`één gewijzigde regel van de ${found.lines} gevonden: ${rows[0]!.seq}`);
  });

  /** Months that lie behind us, for lines as of an installation of two years. */
  async function layMonths(): Promise<void> {
    for (const log of ['decision', 'event', 'processing'])
      await sql`select audit.lay_months(${log}, ((clock_timestamp() at time zone 'UTC') - make_interval(months => ${MONTHS - 1}))::timestamp, ${MONTHS - 1})`.execute(
        database.admin,
      );
  }

  /** Deeds with the same shape as `writeLines` writes; a hundred for each dossier. */
  async function layDeeds(from: number, to: number): Promise<void> {
    const deed = sql`
      select n, ${sql.raw(TENANT)} as tenant_id, md5('trace' || n)::uuid as trace_id, substr(sha256(('span' || n)::bytea), 1, 8) as span,
        at, at as recorded_at, md5('person' || n % 5000)::uuid as person_id, ${sql.raw(DOSSIER)} as dossier_id
      from generate_series(${from}::int, ${to}::int) n,
        lateral (select clock_timestamp() - make_interval(mins => ((${DEEDS}::bigint - n) * ${MONTHS - 1} * 43200 / ${DEEDS}::bigint)::int) as at) t`;
    await sql`with deed as (${deed})
      insert into audit.decision (tenant_id, id, trace_id, span_id, occurred_at, recorded_at, person_id, role, activity,
        activity_version, action, route, subject_kind, subject_id, ground)
      select tenant_id, trace_id, trace_id, span, at, recorded_at, person_id, 'aandachtsfunctionaris', 'VA-02', 1, 'proof.read',
        'GET /proof/:code', 'privacy.dossier', dossier_id::text, 'role' from deed`.execute(database.admin);
    await sql`with deed as (${deed})
      insert into audit.event (tenant_id, id, trace_id, span_id, occurred_at, recorded_at, person_id, person_name, role, activity,
        activity_version, action, subject_kind, subject_id)
      select tenant_id, trace_id, trace_id, span, at, recorded_at, person_id, 'Noor Fictief', 'aandachtsfunctionaris', 'VA-02', 1,
        'proof.read', 'privacy.dossier', dossier_id::text from deed`.execute(database.admin);
    await sql`with deed as (${deed})
      insert into audit.processing (tenant_id, trace_id, span_id, parent_span_id, occurred_at, started_at, recorded_at, name, status,
        activity, activity_version, subject_kind, subject_pseudonym, dossier_id, columns)
      select tenant_id, trace_id, substr(sha256(('child' || n)::bytea), 1, 8), span, at, recorded_at, recorded_at, 'proof.read', 'Ok', 'VA-02', 1,
        'persoon', sha256(dossier_id::text::bytea), dossier_id, '{proof.person.name,proof.person.phone}' from deed`.execute(
      database.admin,
    );
  }
});

/** The dossier and the organisation of deed n, in SQL and here. */
const COUNT = Math.max(1, Math.floor(DEEDS / 100));
const DOSSIER = `('00000000-0000-7000-9000-' || lpad((n % ${COUNT})::text, 12, '0'))::uuid`;
const TENANT = `('00000000-0000-7000-8000-' || lpad((n % ${COUNT} % 342)::text, 12, '0'))::uuid`;
const dossierOf = (n: number) => `00000000-0000-7000-9000-${String(n % COUNT).padStart(12, '0')}`;
const tenantOf = (n: number) => `00000000-0000-7000-8000-${String((n % COUNT) % 342).padStart(12, '0')}`;
