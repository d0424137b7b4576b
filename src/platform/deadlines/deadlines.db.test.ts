import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation, type TestOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays, day, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';
import { connect } from '../db/database.ts';
import { type AnyTx, enter, look } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { mailWork } from '../mail/outbox.ts';
import { type DueWork, type EnterAs, runDue } from '../runner/run-due.ts';
import { alarmWork, escalationWork } from './alarm-work.ts';
import { notifyRole } from './notify.ts';
import { openDeadlines } from './open-deadlines.ts';
import { openNotification, readNotification } from './open-notification.ts';
import { completeDeadlines, setDeadline, withdrawDeadlines } from './set-deadline.ts';

const WORKS: readonly DueWork[] = [alarmWork, escalationWork, mailWork({ kind: 'demo', onBounce: async () => {} })];
/** Monday. */
const START = day('2031-03-03');
/** Wednesday, a hundred days on: 90 days ahead is Thursday 13 March, 30 days ahead Monday 12 May. */
const DUE = addDays(START, 100);
const subject = { kind: 'test.record', id: 'one' } as const;

describe('deadlines', () => {
  let database: TestDatabase;
  let place: TestOrganisation;
  let people: { assignee: Actor; substitute: Actor; leader: Actor };

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database.close());

  const member = (role: Role) => anActor(database, role, place);
  async function newPlace() {
    place = await anOrganisation(database);
    people = {
      assignee: await member('beleidsmedewerker'),
      substitute: await member('aandachtsfunctionaris'),
      leader: await member('teamleider'),
    };
  }
  const morning = (date: PlainDate) => dutchMoment(date, 9);
  const at = <T>(date: PlainDate, run: Parameters<typeof enter<T>>[2]) =>
    enter(database.kysely, { door: 'own', tenantId: place.id, at: morning(date) }, run);
  const set = (
    on: PlainDate,
    dueOn: PlainDate,
    change: { substituteId?: string | undefined; alsoId?: string; kind?: string } = {},
  ) =>
    at(on, (tx, time) =>
      setDeadline(
        tx,
        {
          tenantId: place.id,
          kind: 'test.lapses',
          subject,
          path: '/werk',
          parameters: { onderdeel: 'een' },
          dueOn,
          assigneeId: people.assignee.membershipId,
          substituteId: people.substitute.membershipId,
          alarmDaysAhead: [90, 30, 0],
          ...change,
        },
        time,
      ),
    );
  const run = (until: PlainDate, works = WORKS, db = database.kysely) =>
    runDue(db, works, {
      until: morning(until),
      wait: true,
      onError: (error) => {
        throw error;
      },
    });
  const names = () =>
    new Map([
      [people.assignee.membershipId, 'assignee'],
      [people.substitute.membershipId, 'substitute'],
      [people.leader.membershipId, 'leader'],
    ]);
  /** Who was told when, in order. */
  async function told(): Promise<string[]> {
    const rows = await database.admin
      .selectFrom('deadlines.notification')
      .select(['membership_id', 'created_at'])
      .where('tenant_id', '=', place.id)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => `${names().get(row.membership_id) ?? 'else'} ${row.created_at.toISOString()}`);
  }
  const open = (who: Actor, on: PlainDate) =>
    look(database.kysely, { door: 'own', tenantId: who.organisationId, at: morning(on) }, (tx, { today }) =>
      openDeadlines(tx, who, today, { limit: 100, offset: 0 }),
    );
  const openHrefs = async (who: Actor, on: PlainDate) => (await open(who, on)).deadlines.map(({ href }) => href);
  const leave = (who: Actor, on: PlainDate) =>
    database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: on })
      .where('id', '=', who.membershipId)
      .execute();
  /** As somebody opens the newest message she has. */
  async function readMessage(who: Actor, on: PlainDate) {
    const { id } = await database.admin
      .selectFrom('deadlines.notification')
      .select('id')
      .where('membership_id', '=', who.membershipId)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    return at(on, (tx, time) => openNotification(tx, who, id, time.now));
  }

  it('warn at midnight, on a working day, and pass on what nobody opens: first the substitute, then the team leader', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 9));
    expect(await told()).toEqual([]);
    await run(addDays(START, 40));
    expect(await told()).toEqual([
      'assignee 2031-03-12T23:00:00.000Z', // Thursday 13 March
      'substitute 2031-03-17T23:00:00.000Z', // Tuesday 18 March: three working days later
      'leader 2031-03-20T23:00:00.000Z', // Friday 21 March
    ]);
  });

  it('fire each alarm once, in order, when the clock jumps over all three', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(DUE, 60));
    await run(addDays(DUE, 120));
    const alarms = await database.admin
      .selectFrom('deadlines.alarm')
      .select(['days_ahead', 'due_at', 'fired_at'])
      .where('tenant_id', '=', place.id)
      .orderBy('fired_at')
      .execute();
    expect(alarms.map(({ days_ahead }) => days_ahead)).toEqual([90, 30, 0]);
    expect(alarms.map(({ fired_at }) => fired_at)).toEqual(alarms.map(({ due_at }) => due_at));
    const list = await told();
    expect(list).toHaveLength(9);
    expect(list.map((line) => line.split(' ')[0])).toEqual(Array(3).fill(['assignee', 'substitute', 'leader']).flat());
    // 13 March is in winter time, 12 May and 11 June in summer time: midnight all the same
    expect(list.filter((line) => line.startsWith('assignee')).map((line) => line.split(' ')[1])).toEqual([
      '2031-03-12T23:00:00.000Z',
      '2031-05-11T22:00:00.000Z',
      '2031-06-10T22:00:00.000Z',
    ]);
  });

  it('tell nobody further once somebody opened the message', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 16));
    await readMessage(people.substitute, addDays(START, 16));
    await run(addDays(START, 40));
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee', 'substitute']);
  });

  it('stop for the team leader too when the assignee herself opens it late', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 16));
    await readMessage(people.assignee, addDays(START, 16));
    await run(addDays(START, 40));
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee', 'substitute']);
  });

  it('go to a colleague in the same role when no substitute is named, and to nobody twice', async () => {
    await newPlace();
    const colleague = await member('beleidsmedewerker');
    await set(START, DUE, { substituteId: undefined });
    await run(addDays(START, 60));
    const rows = await database.admin
      .selectFrom('deadlines.notification')
      .select(['membership_id', 'level'])
      .where('tenant_id', '=', place.id)
      .orderBy('created_at')
      .execute();
    expect(rows).toEqual([
      { membership_id: people.assignee.membershipId, level: 1 },
      { membership_id: colleague.membershipId, level: 2 },
      { membership_id: people.leader.membershipId, level: 3 },
    ]);
  });

  it('tell somebody else too, at the same moment; she does not hear it a second time when it goes on', async () => {
    await newPlace();
    await set(START, DUE, { alsoId: people.substitute.membershipId });
    await run(addDays(START, 40));
    expect(await told()).toEqual([
      'assignee 2031-03-12T23:00:00.000Z',
      'substitute 2031-03-12T23:00:00.000Z',
      'leader 2031-03-17T23:00:00.000Z',
    ]);
    expect(await openHrefs(people.substitute, addDays(START, 40))).toHaveLength(1);
  });

  it('tell one person once, in whichever roles she holds, and nobody who left', async () => {
    await newPlace();
    await set(START, DUE, { alsoId: people.assignee.membershipId });
    await set(START, DUE, { kind: 'test.other', alsoId: people.leader.membershipId });
    await leave(people.leader, addDays(START, 5));
    await run(addDays(START, 11));
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee', 'assignee']);
  });

  it('replace the one before: its alarms, messages and mail are taken back', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 11));
    const mailBefore = await mailStates();
    await database.admin
      .updateTable('mail.outbox')
      .set({ state: 'waiting', is_daily: true, due_at: morning(addDays(START, 12)) })
      .where('tenant_id', '=', place.id)
      .execute();
    await set(addDays(START, 11), addDays(DUE, 365));
    await run(addDays(DUE, 20));
    expect(mailBefore).toEqual(['sent']);
    expect(await mailStates()).toEqual(['withdrawn']);
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee']);
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['state', 'version'])
      .where('tenant_id', '=', place.id)
      .orderBy('version')
      .execute();
    expect(deadlines).toEqual([
      { state: 'withdrawn', version: 1 },
      { state: 'open', version: 2 },
    ]);
  });
  const mailStates = async () =>
    (await database.admin.selectFrom('mail.outbox').select('state').where('tenant_id', '=', place.id).execute()).map(
      ({ state }) => state,
    );

  it.each([
    ['withdrawn', withdrawDeadlines],
    ['done', completeDeadlines],
  ] as const)('say nothing more once they are %s', async (state, close) => {
    await newPlace();
    await set(START, DUE);
    await at(addDays(START, 1), (tx, time) => close(tx, place.id, subject, time.now));
    await run(addDays(DUE, 30));
    expect(await told()).toEqual([]);
    expect(await openHrefs(people.assignee, DUE)).toEqual([]);
    const { state: kept } = await database.admin
      .selectFrom('deadlines.deadline')
      .select('state')
      .where('tenant_id', '=', place.id)
      .executeTakeFirstOrThrow();
    expect(kept).toBe(state);
  });

  it('fall to the substitute when the assignee leaves, and then to the team leader', async () => {
    await newPlace();
    await set(START, DUE);
    expect(await openHrefs(people.substitute, addDays(START, 10))).toEqual([]);
    await leave(people.assignee, addDays(START, 5));
    expect(await openHrefs(people.substitute, addDays(START, 10))).toEqual(['/werk']);
    await run(addDays(START, 10));
    expect(await told()).toEqual(['substitute 2031-03-12T23:00:00.000Z']);
    expect(await openHrefs(people.leader, addDays(START, 10))).toEqual([]);
    await leave(people.substitute, addDays(START, 20));
    expect(await openHrefs(people.leader, addDays(START, 20))).toEqual(['/werk']);
    await run(addDays(START, 75));
    expect((await told()).at(-1)).toMatch(/^leader 2031-05-11/);
  });

  it('fire once when two processes look at the same moment', async () => {
    await newPlace();
    await set(START, DUE);
    const other = connect(database.url, () => {}, 4);
    const ran = await Promise.all([
      run(addDays(START, 40)),
      run(addDays(START, 40), WORKS, other.kysely),
      run(addDays(START, 40)),
    ]);
    await other.close();
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee', 'substitute', 'leader']);
    expect(ran.reduce((sum, { done }) => sum + done, 0)).toBe(6); // an alarm, two that went on, and three mails
  });

  it('fire once when two transactions have the same alarm in hand, also without taking turns', async () => {
    await newPlace();
    await set(START, DUE);
    const { id, due_at } = await database.admin
      .selectFrom('deadlines.alarm')
      .select(['id', 'due_at'])
      .where('tenant_id', '=', place.id)
      .where('days_ahead', '=', 90)
      .executeTakeFirstOrThrow();
    const item = { kind: 'alarm', tenantId: place.id, id, dueAt: due_at, personId: null };
    const enterAs: EnterAs = (door, deed) => enter(database.kysely, { door, tenantId: place.id, at: due_at }, deed);
    await Promise.all(Array.from({ length: 6 }, () => alarmWork.run(item, enterAs, () => {})));
    expect(await told()).toHaveLength(1);
  });

  it('go on where a process died, and do nothing twice', async () => {
    await newPlace();
    await set(START, DUE);
    const other = connect(database.url, () => {}, 2);
    const dying = { left: 2 };
    const fragile = WORKS.map(
      (work): DueWork => ({
        ...work,
        run: (item, enterAs, alsoDone) =>
          work.run(
            item,
            (door, deed) =>
              enterAs(door, async (tx, time) => {
                const result = await deed(tx, time);
                if (door === 'own' && dying.left-- === 0) {
                  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
                  await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.admin);
                }
                return result;
              }),
            alsoDone,
          ),
      }),
    );
    await expect(run(addDays(START, 40), fragile, other.kysely)).rejects.toThrow();
    await other.close();
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee']);
    await run(addDays(START, 40));
    expect((await told()).map((line) => line.split(' ')[0])).toEqual(['assignee', 'substitute', 'leader']);
    expect(await mailStates()).toEqual(['sent', 'sent', 'sent']);
  });

  describe('of one organisation and one moment', () => {
    const threeAlarms = async () => {
      await newPlace();
      for (const kind of ['test.lapses', 'test.other', 'test.third']) await set(START, DUE, { kind });
    };
    const transactions = async () =>
      (
        await sql<{ xmin: string }>`
          select distinct xmin::text from deadlines.notification where tenant_id = ${place.id}`.execute(database.admin)
      ).rows.length;
    /** Alarms whose deeds are followed by something, when several are done together. */
    const alarmsWith = (after: (tx: AnyTx) => Promise<void>): DueWork => ({
      ...alarmWork,
      runTogether: (items, enterAs) =>
        alarmWork.runTogether!(items, (door, deed) =>
          enterAs(door, async (tx, time) => {
            const result = await deed(tx, time);
            await after(tx);
            return result;
          }),
        ),
    });

    it('go together in one transaction', async () => {
      await threeAlarms();
      await run(addDays(START, 11));
      expect([await told(), await transactions()]).toEqual([
        Array(3).fill('assignee 2031-03-12T23:00:00.000Z'),
        1, // the mail is another
      ]);
      expect(await mailStates()).toEqual(['sent', 'sent', 'sent']);
    });

    it('go all or none when a process dies in the midst of them', async () => {
      await threeAlarms();
      const other = connect(database.url, () => {}, 2);
      const dying = alarmsWith(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.admin);
      });
      await expect(run(addDays(START, 11), [dying], other.kysely)).rejects.toThrow();
      await other.close();
      expect(await told()).toEqual([]);
      await run(addDays(START, 11));
      expect(await told()).toHaveLength(3);
    });

    it('go one by one when one of them fails, and only that one waits for the next time', async () => {
      await threeAlarms();
      const errors: string[] = [];
      const state = { isFirst: true };
      const broken: DueWork = {
        ...alarmsWith(() => Promise.reject(new Error('together'))),
        run: (item, enterAs, alsoDone) => {
          if (!state.isFirst) return alarmWork.run(item, enterAs, alsoDone);
          state.isFirst = false;
          return Promise.reject(new Error('alone'));
        },
      };
      const ran = await runDue(database.kysely, [broken], {
        until: morning(addDays(START, 11)),
        wait: true,
        onError: (error) => errors.push((error as Error).message),
      });
      expect([ran, errors]).toEqual([{ done: 2, failed: 1 }, ['alone']]);
      expect(await told()).toHaveLength(2);
      await run(addDays(START, 11));
      expect(await told()).toHaveLength(3);
    });
  });

  it('let the rest go on when one item fails, and try that one again the next time', async () => {
    await newPlace();
    await set(START, DUE);
    const errors: string[] = [];
    const broken = WORKS.map(
      (work): DueWork =>
        work === alarmWork ? { ...work, run: async () => Promise.reject(new Error('defect')) } : work,
    );
    const ran = await runDue(database.kysely, broken, {
      until: morning(addDays(START, 12)),
      wait: true,
      onError: (error) => errors.push((error as Error).message),
    });
    expect([ran, errors]).toEqual([{ done: 0, failed: 1 }, ['defect']]);
    await run(addDays(START, 12));
    expect(await told()).toHaveLength(1);
  });

  it('are not run for ever by work that forgets to mark its row', async () => {
    await newPlace();
    await set(START, DUE);
    const errors: string[] = [];
    const forgetful: DueWork = { ...alarmWork, run: async () => {} };
    const ran = await runDue(database.kysely, [forgetful], {
      until: morning(addDays(START, 12)),
      wait: true,
      onError: (error) => errors.push((error as Error).message),
    });
    expect([ran.failed, errors]).toEqual([1, ['alarm ran and still waits for the same moment']]);
    await run(addDays(START, 12));
  });

  const isSomebodyWaiting = async () =>
    (await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(database.admin)).rows
      .length > 0;

  it('wait for somebody who is just opening the message, and then go on to nobody', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 11));
    const other = connect(database.url, () => {}, 2);
    const { id } = await database.admin
      .selectFrom('deadlines.notification')
      .select('id')
      .where('tenant_id', '=', place.id)
      .executeTakeFirstOrThrow();
    const running = await enter(other.kysely, { door: 'own', tenantId: place.id }, async (tx, { now }) => {
      await openNotification(tx, people.assignee, id, now);
      const waits = run(addDays(START, 40));
      while (!(await isSomebodyWaiting()));
      return { waits };
    });
    await running.waits;
    await other.close();
    expect(await told()).toHaveLength(1);
  });

  it('are seen by their people only, and a message of somebody else is not there', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 11));
    const mine = people.assignee;
    const [href] = await openHrefs(mine, addDays(START, 11));
    const id = href!.split('/').at(-1)!;
    expect(await openHrefs(people.leader, addDays(START, 11))).toEqual([]);
    const stranger = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    expect(await openHrefs(stranger, addDays(START, 11))).toEqual([]);
    for (const other of [stranger, people.leader]) {
      const seen = await look(database.kysely, { door: 'own', tenantId: other.organisationId }, (tx) =>
        readNotification(tx, other, id),
      );
      expect(seen).toBeUndefined();
    }
  });

  it('stay on the list after reading, then lead to the work itself', async () => {
    await newPlace();
    await set(START, DUE);
    await run(addDays(START, 11));
    expect(await open(people.assignee, addDays(START, 11))).toMatchObject({
      total: 1,
      deadlines: [
        { kind: 'test.lapses', parameters: { onderdeel: 'een' }, dueOn: DUE, urgency: 'later', isUnread: true },
      ],
    });
    await readMessage(people.assignee, addDays(START, 11));
    expect(await open(people.assignee, DUE)).toMatchObject({
      deadlines: [{ href: '/werk', urgency: 'overdue', isUnread: false }],
    });
  });

  it('ask no attention before their first alarm', async () => {
    await newPlace();
    await set(START, DUE);
    expect(await openHrefs(people.assignee, addDays(START, 9))).toEqual([]);
    expect(await openHrefs(people.assignee, addDays(START, 10))).toEqual(['/werk']);
  });

  it('list a message without a day until it is opened', async () => {
    await newPlace();
    await at(START, (tx, time) =>
      notifyRole(tx, { tenantId: place.id, role: 'teamleider', kind: 'test.notice', path: '/lijst' }, time.now),
    );
    expect(await open(people.leader, START)).toMatchObject({ deadlines: [{ kind: 'test.notice', dueOn: undefined }] });
    await readMessage(people.leader, START);
    expect(await openHrefs(people.leader, START)).toEqual([]);
    await run(addDays(START, 30));
    expect(await told()).toHaveLength(1);
  });

  it('give ten thousand a hundred at a time, most urgent first, in one statement', async () => {
    await newPlace();
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      tenant_id: place.id,
      id: newId(),
      kind: 'test.lapses',
      subject_kind: 'test.record',
      subject_id: String(index),
      path: '/werk',
      due_on: addDays(START, index % 900),
      asks_from: START,
      assignee_id: people.assignee.membershipId,
      version: 1,
      created_at: morning(START),
    }));
    for (let from = 0; from < rows.length; from += 2000)
      await database.admin
        .insertInto('deadlines.deadline')
        .values(rows.slice(from, from + 2000))
        .execute();
    const meter = { statements: 0 };
    const page = (offset: number) =>
      look(database.kysely, { door: 'own', tenantId: place.id, at: morning(START), meter }, (tx, { today }) =>
        openDeadlines(tx, people.assignee, today, { limit: 100, offset }),
      );
    const first = await page(0);
    expect([first.total, first.deadlines.length, meter.statements]).toEqual([10_000, 100, 1]);
    expect(first.deadlines[0]).toMatchObject({ dueOn: START, urgency: 'overdue' });
    expect((await page(9_950)).deadlines).toHaveLength(50);
    const days = first.deadlines.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
  });
});
