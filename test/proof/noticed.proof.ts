import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeUse } from '../../src/features/privacy/index.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

/** A day of the whole country: 342 organisations of ten people, each with a hundred deeds or more. */
const DEEDS = Number(process.env.PROOF_N ?? 400_000);
const SLICE = 20_000;
/** Tomorrow: in a new database the logs have a place for this month and those to come. */
const DAY = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000);
const AT_MOST_S = Number(process.env.PROOF_SECONDS ?? 10);

describe(`use that stands out in a day of ${DEEDS} deeds`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
    // every deed opens a dossier; now and then one of them opens forty, one after the other
    for (let from = 1; from <= DEEDS; from += SLICE) {
      const to = Math.min(DEEDS, from + SLICE - 1);
      // logged in the order of a working day, as the logs grow
      const recorded = sql`${DAY}::timestamptz + interval '7 hours' + n * interval '10 hours' / ${sql.lit(DEEDS)}`;
      await sql`insert into audit.decision (tenant_id, id, trace_id, span_id, occurred_at, recorded_at, person_id, role, activity, action, outcome)
      select md5('t' || case when n % 100 = 0 then 0 else n % 342 end)::uuid, gen_random_uuid(), md5('d' || n)::uuid, decode('0102030405060708', 'hex'),
        ${recorded}, ${recorded},
        case when n % 100 = 0 then md5('p' || n / 4000)::uuid else md5('q' || n % 3420)::uuid end, 'aandachtsfunctionaris', 'VA-02',
        'signals.read-signal', case when n % 50 = 1 then 'refused' else 'allowed' end
      from generate_series(${sql.lit(from)}, ${sql.lit(to)}) as n`.execute(database.admin);
      await sql`insert into audit.processing (tenant_id, trace_id, span_id, parent_span_id, occurred_at, recorded_at, name, status, activity,
        activity_version, subject_kind, subject_pseudonym, dossier_id, columns)
      select md5('t' || case when n % 100 = 0 then 0 else n % 342 end)::uuid, md5('d' || n)::uuid, decode('0102030405060709', 'hex'), decode('0102030405060708', 'hex'),
        ${recorded}, ${recorded}, 'signals.read-signal', 'Ok', 'VA-02', 1, 'proef', decode(repeat('ab', 32), 'hex'),
        md5('x' || n)::uuid, array['proef']
      from generate_series(${sql.lit(from)}, ${sql.lit(to)}) as n`.execute(database.admin);
    }
    // what the server does by itself as the logs grow
    await sql`vacuum analyze audit.decision, audit.processing`.execute(database.admin);
  }, 600_000);
  afterAll(() => database?.close());

  it('is found within the time that was asked', { timeout: 600_000 }, async () => {
    const begin = performance.now();
    await noticeUse(
      (tenantId, run) =>
        enter(database.kysely, tenantId ? { door: 'own', tenantId } : { door: 'sealer', readOnly: true }, run),
      { from: DAY, until: new Date(DAY.getTime() + 86_400_000) },
    );
    const seconds = (performance.now() - begin) / 1000;
    const { found } = await database.admin
      .selectFrom('privacy.noticed')
      .select((eb) => eb.fn.countAll<number>().as('found'))
      .executeTakeFirstOrThrow();
    console.log(`opvallend gebruik: ${DEEDS} handelingen, ${found} gevonden, ${seconds.toFixed(1)} s`);
    expect(found).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(AT_MOST_S);
  });
});
