import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays, day, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { createSealer, type Sealer } from '../audit/seal.ts';
import { INSTALLATION, type SealKeys, sealKeysOf } from '../audit/seal-signer.ts';
import { verifySeal } from '../audit/verify.ts';
import { type AnyTx, type DomainTime, enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { runDue } from '../runner/run-due.ts';
import { TenantKeys } from '../vault/tenant-keys.ts';
import { countMonths, dropEmptyMonths, isTooShortForLogs, MONTH_SUBJECT, monthEraser } from './erase-months.ts';
import { eraseWork } from './erase-work.ts';
import { holdRecord } from './hold-record.ts';
import { keepRecord } from './keep-record.ts';
import { SETTLE_TERM } from './settle-term.ts';

const LOGS = ['decision', 'event', 'processing'] as const;

describe('a month of the logs', () => {
  let database: TestDatabase;
  let sealer: Sealer;
  let keys: SealKeys;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    keys = sealKeysOf(
      new TenantKeys(INSTALLATION, [{ id: newId(), purpose: 'signing', state: 'active', key: randomBytes(32) }]),
    );
    sealer = createSealer(database.kysely, async () => keys);
    await database.admin.transaction().execute(async (tx) => {
      await sql`set local role inbeeld_keeper`.execute(tx);
      for (const log of LOGS) await sql`select audit.lay_months(${log}, '2016-01-01', 8)`.execute(tx);
    });
  });
  afterAll(async () => {
    await database.close();
  });

  const officer = async () => anActor(database, 'fg', await anOrganisation(database));
  const as = <T>({ organisationId: tenantId }: Actor, run: (tx: AnyTx, time: DomainTime) => Promise<T>) =>
    enter(database.kysely, { door: 'own', tenantId }, run);

  /** Three lines in each log in a month, as they were written then. @returns what they were about */
  async function work({ organisationId }: Actor, month: string, dossierId = newId()): Promise<string> {
    const at = `${month}-15T12:00:00Z`;
    for (let n = 0; n < 3; n++) {
      const line = {
        tenant_id: organisationId,
        trace_id: newId(),
        occurred_at: at,
        recorded_at: at,
        activity: 'VA-02',
      };
      const deed = { ...line, id: newId(), person_id: newId(), role: 'medewerker', action: 'proef.deed' };
      const about = { subject_kind: 'proef.case', subject_id: dossierId };
      await database.admin.insertInto('audit.decision').values(deed).execute();
      await database.admin
        .insertInto('audit.event')
        .values({ ...deed, ...about, person_name: 'Voorbeeld, medewerker (fictief)' })
        .execute();
      await database.admin
        .insertInto('audit.processing')
        .values({
          ...line,
          span_id: randomBytes(8),
          parent_span_id: randomBytes(8),
          name: 'proef.deed',
          status: 'Ok',
          activity_version: 1,
          subject_kind: 'persoon',
          subject_pseudonym: randomBytes(32),
          dossier_id: dossierId,
          columns: ['proef.person.name'],
        })
        .execute();
    }
    return dossierId;
  }
  const settle = (fg: Actor, rule: string, period: string) =>
    as(fg, (tx, time) =>
      SETTLE_TERM.execute(
        tx,
        {
          tenantId: fg.organisationId,
          id: newId(),
          subject: { kind: 'retention.term', id: newId() },
          payload: { rule, what: 'proef', period, category: '9.9 (proef)', erasedAtOnce: 0 },
          reason: 'proef',
          requestedBy: { personId: newId(), name: 'Voorbeeld, eerste (fictief)', role: 'fg' },
        },
        fg,
        time,
      ),
    );
  const run = async () => {
    const troubles: string[] = [];
    await runDue(database.kysely, [eraseWork([monthEraser])], {
      wait: true,
      onError: (error) => void troubles.push((error as Error).message),
    });
    return troubles;
  };
  const verify = () => verifySeal(database.kysely, { publicKey: keys[0].publicKey });
  const kinds = async () => (await verify()).findings.map(({ kind }) => kind);
  const linesOf = async (fg: Actor, log: (typeof LOGS)[number], month: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(`audit.${log}`)}
      where tenant_id = ${fg.organisationId} and to_char(recorded_at, 'YYYY-MM') = ${month}`.execute(database.admin);
    return rows[0]!.n;
  };
  const left = (fg: Actor, month: string) => Promise.all(LOGS.map((log) => linesOf(fg, log, month)));
  const recordsOf = async (fg: Actor) =>
    database.admin
      .selectFrom('retention.record')
      .selectAll()
      .where('tenant_id', '=', fg.organisationId)
      .where('subject_kind', '=', MONTH_SUBJECT)
      .orderBy('starts_on')
      .execute();
  /** Somebody with all rights on the database, past every guard; put back afterwards. */
  async function tampered(statement: string): Promise<readonly string[]> {
    const found: string[] = [];
    const undo = new Error('undo');
    await database.admin
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        const { numAffectedRows } = await sql.raw(statement).execute(tx);
        if (!numAffectedRows) throw new Error(`nothing hit: ${statement}`);
        const seen = { ...database.kysely, transaction: () => within(tx as unknown as AnyTx) };
        const { findings } = await verifySeal(seen as never, { publicKey: keys[0].publicKey });
        found.push(...new Set(findings.map(({ kind }) => kind)));
        throw undo;
      })
      .catch((error) => {
        if (error !== undo) throw error;
      });
    return found;
  }
  /** Lets a reader read inside a transaction that is under way. */
  const within = (tx: AnyTx) => ({
    setAccessMode: () => ({
      execute: async (reading: (tx: AnyTx) => unknown) => {
        await sql`set local role none`.execute(tx);
        return reading(tx);
      },
    }),
  });

  it('goes by the term that its organisation settled, with a tombstone, and the seal tells so', async () => {
    const [here, there] = [await officer(), await officer()];
    for (const month of ['2016-01', '2016-02', '2016-03']) for (const fg of [here, there]) await work(fg, month);
    await sealer.seal();
    const before = await verify();
    expect(before).toMatchObject({ findings: [], erased: [] });
    expect(await countMonths(database.kysely)).toBe(12);
    expect(await countMonths(database.kysely)).toBe(0);
    // nobody settled a term: nothing goes
    expect(await run()).toEqual([]);
    expect(await left(here, '2016-01')).toEqual([3, 3, 3]);

    await settle(here, 'audit-line', 'P5Y');
    expect((await recordsOf(here)).map(({ starts_on, ends_on }) => [starts_on, ends_on]).slice(0, 2)).toEqual(
      expect.arrayContaining([
        ['2016-02-02', '2021-02-02'],
        ['2016-02-02', null],
      ]),
    );
    expect(await run()).toEqual([]);
    expect(await left(here, '2016-01')).toEqual([0, 0, 3]);
    expect(await left(there, '2016-01')).toEqual([3, 3, 3]);
    const told = await verify();
    expect(told.findings).toEqual([]);
    expect(told.lines).toBe(before.lines - 18);
    expect(
      told.erased.map(({ erasure: e, root }) => [e.tenantId, e.logs, e.month, e.rule, e.period, e.lines, root]),
    ).toEqual(
      ['2016-01-01', '2016-02-01', '2016-03-01'].map((month) => [
        here.organisationId,
        'deeds',
        month,
        'audit-line',
        'P5Y',
        6,
        undefined,
      ]),
    );
    // the next round covers it
    const [root] = await sealer.seal();
    expect((await verify()).erased.map((each) => each.root)).toEqual([root!.no, root!.no, root!.no]);
    expect(await kinds()).toEqual([]);
    const stones = await database.admin
      .selectFrom('retention.tombstone')
      .select(['rule', 'subject_kind', 'erased'])
      .where('tenant_id', '=', here.organisationId)
      .execute();
    expect(stones).toEqual(
      Array(3).fill({ rule: 'audit-line', subject_kind: MONTH_SUBJECT, erased: { 'audit.decision, audit.event': 6 } }),
    );
    // and again by the other rule, over the same roots
    await settle(here, 'processing-line', 'P6Y');
    expect(await run()).toEqual([]);
    await sealer.seal();
    expect(await left(here, '2016-01')).toEqual([0, 0, 0]);
    expect(await verify()).toMatchObject({ findings: [], erased: { length: 6 } });
  });

  it('hides nothing that somebody else took away, put back or changed', async () => {
    const { rows } = await sql<{ tenant_id: string }>`
      select tenant_id from audit.event where to_char(recorded_at, 'YYYY-MM') = '2016-02' limit 1`.execute(
      database.admin,
    );
    const line = `tenant_id = '${rows[0]!.tenant_id}' and to_char(recorded_at, 'YYYY-MM') = '2016-02'`;
    expect(await tampered(`delete from audit.event where ${line}`)).toEqual(['line-missing']);
    expect(await tampered(`update audit.event set person_name = 'iemand anders' where ${line}`)).toEqual([
      'line-changed',
    ]);
    expect(
      await tampered(`insert into audit.event (tenant_id, seq, id, trace_id, occurred_at, recorded_at, person_id, person_name, role,
          activity, action, subject_kind, subject_id)
        select e.tenant_id, ('x' || encode(substr(p.numbers, 1, 8), 'hex'))::bit(64)::bigint, e.month_id, e.month_id,
          e.month, e.month + interval '1 day', e.month_id, 'iemand', 'fg', 'VA-02', 'proef', 'proef', 'proef'
        from audit.erasure e join audit.erasure_part p on p.erasure_no = e.no where e.no = 1`),
    ).toEqual(['line-added']);
    expect(await tampered(`update audit.erasure set period = 'P1Y' where no = 1`)).toEqual(['erasure-changed']);
    expect(await tampered('delete from audit.erasure_part where erasure_no = 1')).toEqual([
      'erasure-changed',
      'line-missing',
    ]);
    expect(await tampered('delete from audit.erasure')).toEqual(
      expect.arrayContaining(['line-missing', 'erasure-changed']),
    );
    expect(
      await tampered(`update audit.root set up_to_erasure = null, after_erasure = null, erasures = null
        where erasures is not null`),
    ).toEqual(expect.arrayContaining(['root-changed']));
    // an erasure made up for a line that somebody took away: it says so itself once a root covers it
    expect(
      await tampered(`with made_up as (
          insert into audit.erasure (tenant_id, month_id, logs, month, rule, period, lines, erased_at)
          select tenant_id, gen_random_uuid(), 'deeds', '2016-04-01', 'audit-line', 'P99Y', 1, clock_timestamp() from audit.event
          where ${line} limit 1 returning no)
        update audit.root set up_to_erasure = (select no from made_up) where no = (select max(no) from audit.root where erasures is not null)`),
    ).toEqual(expect.arrayContaining(['root-changed']));
    expect(await kinds()).toEqual([]);
  });

  it('stays while a record is held that somebody worked on in that month, and goes after it', async () => {
    const fg = await officer();
    const dossierId = await work(fg, '2016-05');
    await work(fg, '2016-06');
    await sealer.seal();
    await countMonths(database.kysely);
    const today = await as(fg, async (_tx, time) => time.today);
    const until: PlainDate = addDays(today, 200);
    await as(fg, (tx) =>
      keepRecord(tx, {
        tenantId: fg.organisationId,
        rule: 'care-dossier',
        subject: { kind: 'proef.case', id: dossierId },
        dossierId,
        startsOn: day('2016-05-10'),
      }),
    );
    const { id } = await database.admin
      .selectFrom('retention.record')
      .select('id')
      .where('subject_id', '=', dossierId)
      .executeTakeFirstOrThrow();
    await as(fg, (tx, time) => holdRecord(tx, fg, { recordId: id, ground: 'court-case', untilOn: until }, time));
    for (const rule of ['audit-line', 'processing-line']) await settle(fg, rule, 'P5Y');
    expect(await run()).toEqual([]);
    expect(await left(fg, '2016-05')).toEqual([3, 3, 3]);
    expect(await left(fg, '2016-06')).toEqual([0, 0, 0]);
    expect((await recordsOf(fg)).map(({ held_until, erased_at }) => [held_until, erased_at !== null])).toEqual([
      [until, false],
      [until, false],
      [null, true],
      [null, true],
    ]);
  });

  it('can itself be held by the officer for data protection', async () => {
    const fg = await officer();
    await work(fg, '2016-07');
    await sealer.seal();
    await countMonths(database.kysely);
    const today = await as(fg, async (_tx, time) => time.today);
    for (const { id } of await recordsOf(fg))
      await as(fg, (tx, time) =>
        holdRecord(tx, fg, { recordId: id, ground: 'investigation', untilOn: addDays(today, 30) }, time),
      );
    for (const rule of ['audit-line', 'processing-line']) await settle(fg, rule, 'P5Y');
    expect(await run()).toEqual([]);
    expect(await left(fg, '2016-07')).toEqual([3, 3, 3]);
  });

  it('does not go before its term on the clock of the database, within a year, or without a seal', async () => {
    const fg = await officer();
    await work(fg, '2016-08');
    const erase = (period: string, month = '2016-08-01') =>
      as(fg, (tx) =>
        sql`select audit.erase_month(${newId()}, 'deeds', ${month}, 'audit-line', ${period}, clock_timestamp())`.execute(
          tx,
        ),
      );
    await expect(erase('P5Y')).rejects.toThrow('heeft nog geen zegel');
    await sealer.seal();
    await expect(erase('P99Y')).rejects.toThrow('nog niet voorbij');
    await expect(erase('P364D')).rejects.toThrow('ten minste een jaar');
    expect(await left(fg, '2016-08')).toEqual([3, 3, 3]);
    expect(isTooShortForLogs('audit-line', 'P11M')).toBe(true);
    expect(isTooShortForLogs('audit-line', 'P1Y')).toBe(false);
    expect(isTooShortForLogs('signal-weighed', 'P42D')).toBe(false);
  });

  it('is taken away by no other door, and not by the owner of the tables without an erasure', async () => {
    for (const door of ['mandate', 'account', 'published', 'runner', 'sealer'])
      await expect(
        database.kysely.transaction().execute(async (tx) => {
          await sql.raw(`set local role inbeeld_${door}`).execute(tx);
          await sql`select audit.erase_month(${newId()}, 'deeds', '2016-08-01', 'audit-line', 'P1Y', clock_timestamp())`.execute(
            tx,
          );
        }),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(sql`delete from audit.event_2016_08`.execute(database.admin)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`delete from audit.erasure where no = 1`.execute(database.admin)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('is dropped from the disk once nobody has a line in it, and the seal still verifies', async () => {
    const parts = async () =>
      (
        await sql<{ name: string }>`select relname as name from pg_class
          where relnamespace = 'audit'::regnamespace and relispartition and relkind = 'r' order by 1`.execute(
          database.admin,
        )
      ).rows.map(({ name }) => name);
    const before = await parts();
    expect(await dropEmptyMonths(database.kysely)).toBeGreaterThan(0);
    const after = await parts();
    expect(before).toContain('event_2016_06');
    expect(after).not.toContain('event_2016_06');
    // others have lines there still, and what is coming stays
    expect(after).toEqual(expect.arrayContaining(['event_2016_01', 'event_2016_08', 'processing_2016_05']));
    expect(after.filter((name) => name >= 'event_2026' && name < 'event_3')).toHaveLength(4);
    expect(await kinds()).toEqual([]);
  });
});
