import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, TABLES, type TestDatabase } from '../../../test/support/database.ts';
import { ExchangeWorld } from '../../../test/support/exchange-world.ts';
import { addDays, day, dutchDay, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { notify } from '../deadlines/notify.ts';
import { setDeadline } from '../deadlines/set-deadline.ts';
import { messageEraser } from '../exchange/erase-message.ts';
import { attachFile, openFile, storeFile } from '../files/file-store.ts';
import { newId } from '../ids/uuid.ts';
import { runDue } from '../runner/run-due.ts';
import { type Eraser, eraseWork } from './erase-work.ts';
import { holdRecord, releaseRecord } from './hold-record.ts';
import { countdownOf, keepRecord } from './keep-record.ts';
import { erasedAtOnce, standings, tombstonesBetween } from './read-retention.ts';
import { SETTLE_TERM } from './settle-term.ts';

const CANARY = 'fictief persoon Q. Kanarie';
const KIND = 'proef.case';

/** What a feature would write: it erases the rows of its own record. The content of this one lies in files under its dossier. */
const caseEraser: Eraser = { subjectKind: KIND, erase: async () => ({}) };

describe('what passes its term', () => {
  let database: TestDatabase;
  let world: ExchangeWorld;
  let tenantId: string;
  let fg: Actor;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  beforeEach(async () => {
    // whatever an earlier test left would be due here too
    await database.admin.deleteFrom('retention.hold').execute();
    await database.admin.deleteFrom('retention.record').execute();
    world = await ExchangeWorld.make(database);
    tenantId = world.sender;
    fg = {
      personId: newId(),
      personName: 'Voorbeeld, functionaris (fictief)',
      role: 'fg',
      organisationId: tenantId,
    } as Actor;
  });

  const today = () => world.as(tenantId, async (_tx, time) => time.today);
  const settle = (rule: string, period: string, at?: Date) =>
    world.as(
      tenantId,
      async (tx, time) => {
        const request = {
          tenantId,
          id: newId(),
          subject: { kind: 'retention.term', id: newId() },
          payload: { rule, what: 'proef', period, category: '9.9 (proef)', erasedAtOnce: 0 },
          reason: 'proef',
          requestedBy: { personId: newId(), name: 'Voorbeeld, eerste (fictief)', role: 'fg' },
        };
        return SETTLE_TERM.execute(tx, request, fg, time);
      },
      at ? { at } : {},
    );
  const keep = (startsOn: PlainDate, subject = { kind: KIND, id: newId() }, dossierId?: string) =>
    world
      .as(tenantId, (tx) =>
        keepRecord(tx, {
          tenantId,
          rule: 'signal-not-taken-up',
          subject,
          startsOn,
          ...(dossierId && { dossierId }),
        }),
      )
      .then(() => subject);
  const run = (until?: Date) =>
    runDue(database.kysely, [eraseWork([caseEraser, messageEraser])], {
      wait: true,
      ...(until && { until }),
      onError: (error) => {
        throw error;
      },
    });
  const countdown = (subject: { kind: string; id: string }) =>
    world.as(tenantId, (tx) => countdownOf(tx, tenantId, subject));
  const recordOf = async ({ id }: { id: string }) =>
    database.admin.selectFrom('retention.record').selectAll().where('subject_id', '=', id).executeTakeFirstOrThrow();

  /** Every table in which a text stands in any column, as the owner sees it. */
  async function placesOf(text: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of Object.keys(TABLES)) {
      const { rows } = await sql<{ hit: boolean }>`
        select exists (select from ${sql.table(table)} t where t::text ilike ${`%${text}%`}) as hit`.execute(
        database.admin,
      );
      if (rows[0]!.hit) found.push(table);
    }
    return found.sort();
  }

  it('stays as long as the organisation settled no term, and is counted from the day it began once it did', async () => {
    const subject = await keep(day('2026-01-31'));
    expect(await countdown(subject)).toEqual({ rule: 'signal-not-taken-up', endsOn: undefined, heldUntil: undefined });
    expect(await run()).toEqual({ done: 0, failed: 0 });
    await settle('signal-not-taken-up', 'P1M');
    expect((await countdown(subject))?.endsOn).toBe('2026-02-28');
    expect((await recordOf(subject)).erase_at).toEqual(new Date('2026-02-27T23:00:00Z'));
  });

  it('knows no term of a rule that is not in the table', async () => {
    expect(await settle('bestaat-niet', 'P1M')).toEqual({ ok: false, error: { code: 'no-such-rule' } });
  });

  it('is not erased a moment early, and at most once', async () => {
    await settle('signal-not-taken-up', 'P30D');
    const now = await today();
    const subject = await keep(now);
    const ends = addDays(now, 30);
    const first = (await recordOf(subject)).erase_at!;
    expect(dutchDay(first)).toBe(ends);
    expect(dutchDay(new Date(first.getTime() - 1))).toBe(addDays(ends, -1));
    expect(await run(new Date(first.getTime() - 1))).toEqual({ done: 0, failed: 0 });
    expect(await countdown(subject)).toBeDefined();
    expect(await run(first)).toEqual({ done: 1, failed: 0 });
    expect(await run(new Date(first.getTime() + 1))).toEqual({ done: 0, failed: 0 });
    expect(await countdown(subject)).toBeUndefined();
    const stones = await world.as(tenantId, (tx) => tombstonesBetween(tx, tenantId, ends, ends, 10));
    expect(stones).toMatchObject([
      { rule: 'signal-not-taken-up', period: 'P30D', category: '9.9 (proef)', startsOn: now, endsOn: ends },
    ]);
    const { rows } = await sql<{ action: string; person_name: string }>`
      select action, person_name from audit.event where tenant_id = ${tenantId} and subject_id = ${subject.id}`.execute(
      database.admin,
    );
    expect(rows).toEqual([{ action: 'retention.erase', person_name: 'bewaartermijn' }]);
  });

  it('begins anew when the record does, and falls under another rule when it moves', async () => {
    await settle('signal-not-taken-up', 'P30D');
    await settle('signal-weighed', 'P42D');
    const subject = await keep(day('2026-01-01'));
    await keep(day('2026-03-01'), subject);
    expect((await countdown(subject))?.endsOn).toBe('2026-03-31');
    await world.as(tenantId, (tx) =>
      keepRecord(tx, { tenantId, rule: 'signal-weighed', subject, startsOn: day('2026-03-01') }),
    );
    expect(await countdown(subject)).toMatchObject({ rule: 'signal-weighed', endsOn: '2026-04-12' });
  });

  it('waits while the officer for data protection holds it, and goes once nobody does', async () => {
    await settle('signal-not-taken-up', 'P30D');
    const now = await today();
    const subject = await keep(addDays(now, -29));
    const { id } = await recordOf(subject);
    const hold = (untilOn: PlainDate) =>
      world.as(tenantId, (tx, time) => holdRecord(tx, fg, { recordId: id, ground: 'court-case', untilOn }, time));
    expect(await hold(now)).toMatchObject({ error: { code: 'hold-ends-before' } });
    expect(await hold(addDays(now, 400))).toMatchObject({ error: { code: 'hold-too-long' } });
    expect(await hold(addDays(now, 90))).toMatchObject({ ok: true });
    expect(await hold(addDays(now, 60))).toMatchObject({ error: { code: 'held-already' } });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000);
    expect(await run(tomorrow)).toEqual({ done: 0, failed: 0 });
    expect(await world.as(tenantId, (tx, time) => releaseRecord(tx, fg, id, time))).toMatchObject({ ok: true });
    expect(await world.as(tenantId, (tx, time) => releaseRecord(tx, fg, id, time))).toMatchObject({
      error: { code: 'not-held' },
    });
    expect(await run(tomorrow)).toEqual({ done: 1, failed: 0 });
  });

  it('is held, counted and erased in its own organisation only', async () => {
    await settle('signal-not-taken-up', 'P30D');
    const subject = await keep(day('2026-01-01'));
    const { id } = await recordOf(subject);
    const stranger = { ...fg, organisationId: world.receiver };
    const until = addDays(await today(), 30);
    const refused = { ok: false, error: { code: 'not-found' } };
    expect(
      await world.as(world.receiver, (tx, time) =>
        holdRecord(tx, stranger, { recordId: id, ground: 'complaint', untilOn: until }, time),
      ),
    ).toEqual(refused);
    expect(await world.as(world.receiver, (tx) => countdownOf(tx, tenantId, subject))).toBeUndefined();
  });

  it('tells beforehand how much a term would erase at once, and what stays behind', async () => {
    const now = await today();
    for (const age of [10, 40, 400]) await keep(addDays(now, -age));
    const dry = (period: string) =>
      world.as(tenantId, (tx, time) => erasedAtOnce(tx, tenantId, 'signal-not-taken-up', period, time.today));
    expect([await dry('P30D'), await dry('P1Y'), await dry('P15Y')]).toEqual([2, 1, 0]);
    await settle('signal-not-taken-up', 'P30D');
    const standing = (await world.as(tenantId, (tx) => standings(tx, tenantId, now))).get('signal-not-taken-up');
    expect(standing).toMatchObject({ kept: 3, soon: 3, late: 2, held: 0, settled: { period: 'P30D' } });
    await run();
    const after = (await world.as(tenantId, (tx) => standings(tx, tenantId, now))).get('signal-not-taken-up');
    expect(after).toMatchObject({ kept: 1, late: 0 });
  });

  it('stays, and shows as late, when nothing knows how to erase it', async () => {
    await settle('signal-not-taken-up', 'P30D');
    const now = await today();
    const subject = await keep(addDays(now, -31), { kind: 'proef.onbekend', id: newId() });
    const troubles: string[] = [];
    const ran = await runDue(database.kysely, [eraseWork([caseEraser])], {
      wait: true,
      onError: (error) => void troubles.push((error as Error).message),
    });
    expect(ran).toEqual({ done: 0, failed: 1 });
    expect(troubles).toEqual(['nothing erases proef.onbekend']);
    expect(await countdown(subject)).toBeDefined();
    await database.admin.deleteFrom('retention.record').where('subject_id', '=', subject.id).execute();
  });

  it('erases a person: nowhere in any row, file, reminder, mail or message of the organisation', async () => {
    await settle('signal-not-taken-up', 'P30D');
    await settle('handover-reference', 'P30D');
    const now = await today();
    const [dossierId, membershipId, personId] = [newId(), newId(), newId()];
    const subject = { kind: KIND, id: newId() };
    await database.admin
      .insertInto('accounts.person')
      .values({ id: personId, name: 'Voorbeeld, medewerker (fictief)', email: `${personId}@voorbeeld.invalid` })
      .execute();
    await database.admin
      .insertInto('accounts.membership')
      .values({
        id: membershipId,
        person_id: personId,
        person_name: 'Voorbeeld, medewerker (fictief)',
        organisation_id: tenantId,
        role: 'medewerker',
        valid_from: day('2020-01-01'),
      })
      .execute();
    await world.agreeBoth();
    const message = await world.sent({ content: Buffer.from(CANARY) });
    const file = await world.as(tenantId, async (tx, time) => {
      const stored = await storeFile(tx, {
        tenantId,
        dossierId,
        bytes: Buffer.from(CANARY),
        name: 'proef.txt',
        mediaType: 'text/plain',
        uploadedBy: personId,
        at: time.now,
      } as Parameters<typeof storeFile>[1]);
      await attachFile(tx, tenantId, stored.id, time.now);
      await setDeadline(
        tx,
        {
          tenantId,
          kind: 'proef.answer',
          subject,
          path: `/proef/${subject.id}`,
          parameters: {},
          dueOn: now,
          assigneeId: membershipId,
          substituteId: undefined,
          alarmDaysAhead: [0],
        },
        time,
      );
      const { id: deadlineId } = await tx
        .selectFrom('deadlines.deadline')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('subject_id', '=', subject.id)
        .executeTakeFirstOrThrow();
      await notify(
        tx,
        {
          tenantId,
          membershipId,
          personId,
          deadlineId,
          kind: 'proef.answer',
          path: `/proef/${subject.id}`,
          level: 1,
        } as Parameters<typeof notify>[1],
        time.now,
      );
      return stored;
    });
    await keep(addDays(now, -31), subject, dossierId);
    await world.as(tenantId, (tx) =>
      keepRecord(tx, {
        tenantId,
        rule: 'handover-reference',
        subject: { kind: 'exchange.message', id: message.id },
        startsOn: addDays(now, -31),
      }),
    );
    const before = await placesOf(subject.id);
    expect(before).toEqual(expect.arrayContaining(['deadlines.deadline', 'deadlines.notification']));
    expect((await world.as(tenantId, (tx) => openFile(tx, tenantId, file.id)))?.bytes.toString()).toBe(CANARY);
    expect((await world.read(tenantId, 'out', message.id))?.toString()).toBe(CANARY);

    expect(await run()).toEqual({ done: 2, failed: 0 });

    const stays = ['retention.record', 'retention.tombstone', 'audit.decision', 'audit.event'];
    expect((await placesOf(subject.id)).filter((table) => !stays.includes(table))).toEqual([]);
    expect(await placesOf(file.id)).toEqual([]);
    expect((await placesOf(message.id)).filter((table) => !stays.includes(table))).toEqual(['exchange.message']);
    const left = await database.admin
      .selectFrom('exchange.message')
      .select(['tenant_id', 'box', 'content', 'state'])
      .where('id', '=', message.id)
      .execute();
    expect(left).toEqual([{ tenant_id: world.receiver, box: 'in', content: null, state: 'withdrawn' }]);
    expect(await world.move(world.receiver, message.id, 'accept')).toMatchObject({ ok: false });
    expect(await placesOf(CANARY)).toEqual([]);
    const key = await database.admin
      .selectFrom('vault.dossier_key')
      .select('wrapped')
      .where('dossier_id', '=', dossierId)
      .executeTakeFirstOrThrow();
    expect(key.wrapped).toBeNull();
    const [stone] = (
      await world.as(tenantId, (tx) => tombstonesBetween(tx, tenantId, day('2020-01-01'), addDays(now, 1), 10))
    ).filter(({ subjectKind }) => subjectKind === KIND);
    expect(stone?.erased).toEqual({
      'deadlines.deadline': 1,
      'deadlines.notification': 1,
      'mail.outbox': 1,
      'files.file': 1,
      'vault.dossier_key': 1,
    });
  });

  it('keeps the key of a dossier as long as another record in it is kept', async () => {
    await settle('signal-not-taken-up', 'P30D');
    const now = await today();
    const dossierId = newId();
    await world.as(tenantId, (tx, time) =>
      storeFile(tx, {
        tenantId,
        dossierId,
        bytes: Buffer.from(CANARY),
        name: 'p.txt',
        mediaType: 'text/plain',
        uploadedBy: newId(),
        at: time.now,
      } as Parameters<typeof storeFile>[1]),
    );
    await keep(addDays(now, -31), { kind: KIND, id: newId() }, dossierId);
    await keep(addDays(now, -1), { kind: KIND, id: newId() }, dossierId);
    const key = () =>
      database.admin
        .selectFrom('vault.dossier_key')
        .select('wrapped')
        .where('dossier_id', '=', dossierId)
        .executeTakeFirstOrThrow();
    await run();
    expect((await key()).wrapped).not.toBeNull();
    await run(new Date(Date.now() + 31 * 86_400_000));
    expect((await key()).wrapped).toBeNull();
  });
});
