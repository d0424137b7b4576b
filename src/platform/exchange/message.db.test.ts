import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { CONSENT_KIND, CONTENT, ExchangeWorld, refusal } from '../../../test/support/exchange-world.ts';
import { addDays, day } from '../../shared-kernel/plain-date.ts';
import { ok } from '../../shared-kernel/result.ts';
import type { Sealed } from '../../shared-kernel/sealed.ts';
import { type Entry, enter, transact } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { lendKeys } from '../vault/lending.ts';
import { deliverMessage, deliverMessages, messagesIn } from './message.ts';
import { messageArrivalWork } from './message-work.ts';
import { MESSAGE_STATES, TRANSITIONS } from './transitions.ts';

describe('a message between two organisations', () => {
  let database: TestDatabase;
  let world: ExchangeWorld;
  let sender: string;
  let receiver: string;

  beforeAll(async () => {
    database = await sharedDatabase();
  });
  beforeEach(async () => {
    world = await ExchangeWorld.make(database);
    ({ sender, receiver } = world);
  });
  const rowsSeenBy = (entry: Entry) =>
    enter(database.kysely, entry, (tx) => tx.selectFrom('exchange.message').select(['tenant_id', 'box']).execute());

  it('is one row for the sender, one for the receiver, none for anybody else and none without a tenant', async () => {
    await world.agreeBoth();
    expect(await world.send(world.message())).toEqual({ ok: true, value: { wasSentBefore: false } });
    const stranger = (await anOrganisation(database)).id;
    expect([
      await rowsSeenBy({ door: 'own', tenantId: sender }),
      await rowsSeenBy({ door: 'own', tenantId: receiver }),
      await rowsSeenBy({ door: 'own', tenantId: stranger }),
      await rowsSeenBy({ door: 'own' }),
    ]).toEqual([[{ tenant_id: sender, box: 'out' }], [{ tenant_id: receiver, box: 'in' }], [], []]);
  });

  it('cannot be laid by hand, not in another organisation and not in the own one', async () => {
    await world.agreeBoth();
    const row = {
      id: newId(),
      counterpart_id: receiver,
      kind: 'proef',
      basis: 'voorbeeld',
      content: CONTENT as Uint8Array as Sealed<'exchange.message.content'>,
      state: 'sent',
      sent_at: new Date(0),
      state_at: new Date(0),
    };
    for (const [tenant_id, box] of [
      [receiver, 'in'],
      [sender, 'in'],
      [sender, 'out'],
    ] as const)
      await expect(
        world.as(sender, (tx) =>
          tx
            .insertInto('exchange.message')
            .values({ ...row, tenant_id, box })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' });
    await world.send(world.message());
    await expect(
      world.as(receiver, (tx) => tx.updateTable('exchange.message').set({ state: 'accepted' }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is sent by nobody but the organisation of the transaction, through no other door', async () => {
    await world.agreeBoth();
    const at = { now: new Date(0), today: day('2026-11-25') };
    await expect(world.as('', (tx) => deliverMessage(tx, world.message(), at))).rejects.toMatchObject({
      code: '42501',
    });
    for (const door of ['published', 'region', 'mandate', 'account', 'runner'] as const)
      await expect(world.as(sender, (tx) => deliverMessage(tx, world.message(), at), { door })).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('is refused without an agreement of both sides, for its kind, that holds today', async () => {
    expect(await world.send(world.message())).toEqual(refusal('no-agreement'));
    await world.agree(sender, receiver);
    expect(await world.send(world.message())).toEqual(refusal('no-agreement'));
    await world.agree(receiver, sender, 'iets anders');
    expect(await world.send(world.message())).toEqual(refusal('no-agreement'));
    await world.agree(receiver, sender, 'proef', '2021-01-01');
    expect(await world.send(world.message())).toEqual(refusal('no-agreement'));
    await world.agree(receiver, sender);
    expect(await world.send(world.message())).toMatchObject({ ok: true });
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toHaveLength(1);
  });

  it('is refused by an agreement that ended on the domain clock', async () => {
    await world.agreeBoth('2027-06-01');
    const on = (moment: string) =>
      world.as(sender, (tx, time) => deliverMessage(tx, world.message(), time), { at: new Date(moment) });
    expect(await on('2027-05-31T21:30:00Z')).toMatchObject({ ok: true });
    expect(await on('2027-05-31T22:30:00Z')).toEqual(refusal('no-agreement'));
  });

  it('is not sent to an organisation that has ended', async () => {
    await world.agreeBoth();
    await database.admin
      .updateTable('organisations.organisation')
      .set({ valid_until: day('2026-01-01') })
      .where('id', '=', receiver)
      .execute();
    expect(await world.send(world.message())).toEqual(refusal('receiver-ended'));
  });

  it('sent twice is one message, also at the same moment', async () => {
    await world.agreeBoth();
    const same = world.message();
    const outcomes = await Promise.all([world.send(same), world.send(same), world.send(same)]);
    expect(outcomes.map((each) => each.ok && each.value.wasSentBefore).sort()).toEqual([false, true, true]);
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toHaveLength(1);
    expect(await world.send({ ...same, content: Buffer.from('iets anders') })).toEqual(refusal('other-message'));
  });

  it('among many has an outcome of its own, as if it were sent alone', async () => {
    await world.agreeBoth();
    await world.agreeBoth(undefined, CONSENT_KIND);
    const known = await world.sent();
    const stranger = (await anOrganisation(database)).id;
    const many = [
      world.message(),
      known,
      world.message({ kind: CONSENT_KIND }),
      world.message({ kind: 'bestaat niet' }),
      { ...known, id: (await world.sent()).id, content: Buffer.from('iets anders') },
      world.message(),
    ];
    const outcomes = await world.as(sender, (tx, time) => deliverMessages(tx, many, time));
    expect(outcomes).toEqual([
      { ok: true, value: { wasSentBefore: false } },
      { ok: true, value: { wasSentBefore: true } },
      refusal('no-consent'),
      refusal('unknown-kind'),
      refusal('other-message'),
      { ok: true, value: { wasSentBefore: false } },
    ]);
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toHaveLength(4);
    expect(await rowsSeenBy({ door: 'own', tenantId: stranger })).toEqual([]);
    for (const at of [0, 5]) {
      await world.move(receiver, many[at]!.id, 'deliver');
      expect((await world.read(receiver, 'in', many[at]!.id))?.equals(CONTENT)).toBe(true);
    }
    // two with one id could not be told apart afterwards
    const twice = world.message();
    await expect(
      world.as(sender, (tx, time) => deliverMessages(tx, [twice, { ...twice, content: Buffer.from('anders') }], time)),
    ).rejects.toMatchObject({ code: '22023' });
  });

  it('that came with others of its kind is told with them, once', async () => {
    await world.agreeBoth();
    await world.agreeBoth(undefined, CONSENT_KIND);
    const together = [world.message(), world.message(), world.message()];
    await world.as(sender, (tx, time) => deliverMessages(tx, together, time));
    const alone = await world.sent();
    const told: (readonly string[])[] = [];
    const work = messageArrivalWork(async (_tx, { ids }) => {
      told.push([...ids].sort());
    }, new Map());
    const run = async (id: string) => {
      let count = 0;
      await work.run(
        { kind: work.kind, tenantId: receiver, id, dueAt: new Date(0), personId: null },
        (door, deed) => world.as(receiver, deed, { door }),
        (ids) => {
          count = ids.length;
        },
      );
      return count;
    };
    expect([await run(together[1]!.id), await run(together[0]!.id), await run(alone.id)]).toEqual([3, 0, 1]);
    expect(told).toEqual([together.map(({ id }) => id).sort(), [alone.id]]);
  });

  it('rolls back with the deed it belongs to', async () => {
    await world.agreeBoth();
    await expect(
      world.as(sender, async (tx, time) => {
        await deliverMessage(tx, world.message(), time);
        throw new Error('mislukt');
      }),
    ).rejects.toThrow('mislukt');
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toEqual([]);
  });

  it('is handed over only by the receipt of the receiver, which both sides see', async () => {
    await world.agreeBoth();
    const { id } = await world.sent();
    expect(await world.move(receiver, id, 'accept')).toEqual(refusal('message-moved-on')); // first it must have come in
    expect(await world.move(receiver, id, 'deliver')).toMatchObject({ ok: true });
    expect(await world.move(sender, id, 'accept')).toEqual(refusal('not-found'));
    expect(await world.move((await anOrganisation(database)).id, id, 'accept')).toEqual(refusal('not-found'));
    expect(await world.move(receiver, id, 'accept')).toEqual({ ok: true, value: { state: 'accepted' } });
    expect(await world.move(receiver, id, 'refuse')).toEqual(refusal('message-moved-on'));
    expect([await world.stateFor(sender, 'out'), await world.stateFor(receiver, 'in')]).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it('withdrawn can no longer be read by the receiver, in the database itself', async () => {
    await world.agreeBoth();
    const { id } = await world.sent();
    await world.move(receiver, id, 'deliver');
    const read = (tenant: string, box: 'in' | 'out') => world.read(tenant, box, id);
    expect((await read(receiver, 'in'))?.equals(CONTENT)).toBe(true);
    expect(await world.move(receiver, id, 'withdraw')).toEqual(refusal('not-found'));
    expect(await world.move(sender, id, 'withdraw')).toMatchObject({ ok: true });
    expect(await read(receiver, 'in')).toBeUndefined();
    expect((await read(sender, 'out'))?.equals(CONTENT)).toBe(true);
    const kept = await database.admin
      .selectFrom('exchange.message')
      .select('content')
      .where('tenant_id', '=', receiver)
      .executeTakeFirstOrThrow();
    expect(kept.content).toBeNull();
    expect(await world.move(receiver, id, 'accept')).toEqual(refusal('message-moved-on'));
  });

  it('accepted and withdrawn at the same moment ends withdrawn, whoever was first', async () => {
    await world.agreeBoth();
    const { id } = await world.sent();
    await world.move(receiver, id, 'deliver');
    await Promise.all([world.move(receiver, id, 'accept'), world.move(sender, id, 'withdraw')]);
    expect([await world.stateFor(sender, 'out'), await world.stateFor(receiver, 'in')]).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });

  it('leaves a trace on the other side under the trace of the deed, with the organisation and no person', async () => {
    await world.agreeBoth();
    const actor = await anActor(database, 'aandachtsfunctionaris', { id: sender, code: 'x', name: 'y' });
    const traceId = newId();
    const one = world.message();
    const keys = await world.vault.keysFor(sender);
    const outcome = await transact(
      database.kysely,
      { actor, activity: 'VA-09', action: 'proef.send', traceId },
      async (tx, time) => {
        lendKeys(tx, keys);
        const delivered = await deliverMessage(tx, one, time);
        return delivered.ok ? ok({ subject: { kind: 'exchange.message', id: one.id } }) : delivered;
      },
    );
    expect(outcome).toMatchObject({ ok: true });
    const events = await database.admin.selectFrom('audit.event').selectAll().where('trace_id', '=', traceId).execute();
    expect(new Map(events.map((event) => [event.tenant_id, [event.action, event.subject_id, event.role]]))).toEqual(
      new Map([
        [sender, ['proef.send', one.id, 'aandachtsfunctionaris']],
        [receiver, ['exchange.receive', one.id, 'organisatie']],
      ]),
    );
    expect(events.find(({ tenant_id }) => tenant_id === receiver)?.person_name).not.toContain('Fictief');
    await world.send(one);
    expect(
      await database.admin.selectFrom('audit.event').select('id').where('tenant_id', '=', receiver).execute(),
    ).toHaveLength(1);
  });

  it('that expired cannot be answered any more', async () => {
    await world.agreeBoth();
    const today = await world.as(sender, async (_tx, time) => time.today);
    const { id } = await world.sent({ expiresOn: addDays(today, 10) });
    await world.move(receiver, id, 'deliver');
    const late = new Date(`${addDays(today, 11)}T12:00:00Z`);
    expect(await world.move(receiver, id, 'accept', late)).toEqual(refusal('message-moved-on'));
    const shown = await world.as(receiver, (tx, time) => messagesIn(tx, receiver, 'in', time.today), { at: late });
    expect(shown).toMatchObject([{ id, state: 'expired', counterpartId: sender }]);
  });

  it('knows the same states in the database as in the program', async () => {
    const pairs = MESSAGE_STATES.flatMap((from) => MESSAGE_STATES.map((to) => [from, to] as const));
    const inProgram = pairs.filter(([from, to]) =>
      TRANSITIONS.some((each) => each.from === from && each.to === to && each.by !== 'clock'),
    );
    const inDatabase: (typeof pairs)[number][] = [];
    for (const [from, to] of pairs) {
      const { rows } = await sql<{ may: boolean }>`select exchange.may_follow(${from}, ${to}) as may`.execute(
        database.admin,
      );
      if (rows[0]!.may) inDatabase.push([from, to]);
    }
    expect(inDatabase).toEqual(inProgram);
  });
});
