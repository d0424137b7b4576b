import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays, day } from '../../shared-kernel/plain-date.ts';
import { ok } from '../../shared-kernel/result.ts';
import { type AnyTx, type DomainTime, type Entry, enter, transact } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { deliverMessage, messagesIn, moveMessage, type NewMessage, readMessage } from './message.ts';
import { MESSAGE_STATES, TRANSITIONS } from './transitions.ts';

const CONTENT = Buffer.from('voorbeeld van een bericht');

describe('a message between two organisations', () => {
  let database: TestDatabase;
  let sender: string;
  let receiver: string;

  beforeAll(async () => {
    database = await sharedDatabase();
  });
  beforeEach(async () => {
    [sender, receiver] = [(await anOrganisation(database)).id, (await anOrganisation(database)).id];
  });

  const as = <T>(tenantId: string, run: (tx: AnyTx, time: DomainTime) => Promise<T>, entry: Partial<Entry> = {}) =>
    enter(database.kysely, { door: 'own', tenantId, ...entry }, run);
  const agree = (one: string, other: string, kind = 'proef', until = '2099-01-01') =>
    database.admin
      .insertInto('exchange.agreement')
      .values({
        tenant_id: one,
        id: newId(),
        counterpart_id: other,
        kind,
        basis: 'voorbeeld',
        valid_from: day('2020-01-01'),
        valid_until: day(until),
      })
      .execute();
  const agreeBoth = async (until?: string) => {
    await agree(sender, receiver, 'proef', until);
    await agree(receiver, sender, 'proef', until);
  };
  const message = (change: Partial<NewMessage> = {}): NewMessage => ({
    id: newId(),
    receiverId: receiver,
    kind: 'proef',
    basis: 'voorbeeld',
    content: CONTENT,
    ...change,
  });
  const send = (sent: NewMessage, from = sender) => as(from, (tx, time) => deliverMessage(tx, sent, time));
  const move = (tenant: string, id: string, action: Parameters<typeof moveMessage>[1]['action'], at?: Date) =>
    as(tenant, (tx, time) => moveMessage(tx, { id, action }, time), at ? { at } : {});
  const rowsSeenBy = (entry: Entry) =>
    enter(database.kysely, entry, (tx) => tx.selectFrom('exchange.message').select(['tenant_id', 'box']).execute());
  const refusal = (code: string) => ({ ok: false, error: { code } });

  it('is one row for the sender, one for the receiver, none for anybody else and none without a tenant', async () => {
    await agreeBoth();
    expect(await send(message())).toEqual({ ok: true, value: { wasSentBefore: false } });
    const stranger = (await anOrganisation(database)).id;
    expect([
      await rowsSeenBy({ door: 'own', tenantId: sender }),
      await rowsSeenBy({ door: 'own', tenantId: receiver }),
      await rowsSeenBy({ door: 'own', tenantId: stranger }),
      await rowsSeenBy({ door: 'own' }),
    ]).toEqual([[{ tenant_id: sender, box: 'out' }], [{ tenant_id: receiver, box: 'in' }], [], []]);
  });

  it('cannot be laid by hand, not in another organisation and not in the own one', async () => {
    await agreeBoth();
    const row = {
      id: newId(),
      counterpart_id: receiver,
      kind: 'proef',
      basis: 'voorbeeld',
      content: CONTENT,
      content_hash: CONTENT,
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
        as(sender, (tx) =>
          tx
            .insertInto('exchange.message')
            .values({ ...row, tenant_id, box })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' });
    await send(message());
    await expect(
      as(receiver, (tx) => tx.updateTable('exchange.message').set({ state: 'accepted' }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is sent by nobody but the organisation of the transaction, through no other door', async () => {
    await agreeBoth();
    const at = { now: new Date(0), today: day('2026-11-25') };
    await expect(as('', (tx) => deliverMessage(tx, message(), at))).rejects.toMatchObject({ code: '42501' });
    for (const door of ['published', 'region', 'mandate', 'account', 'runner'] as const)
      await expect(
        enter(database.kysely, { door, tenantId: sender }, (tx) => deliverMessage(tx, message(), at)),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused without an agreement of both sides, for its kind, that holds today', async () => {
    expect(await send(message())).toEqual(refusal('no-agreement'));
    await agree(sender, receiver);
    expect(await send(message())).toEqual(refusal('no-agreement'));
    await agree(receiver, sender, 'iets anders');
    expect(await send(message())).toEqual(refusal('no-agreement'));
    await agree(receiver, sender, 'proef', '2021-01-01');
    expect(await send(message())).toEqual(refusal('no-agreement'));
    await agree(receiver, sender);
    expect(await send(message())).toMatchObject({ ok: true });
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toHaveLength(1);
  });

  it('is refused by an agreement that ended on the domain clock', async () => {
    await agreeBoth('2027-06-01');
    const on = (moment: string) =>
      as(sender, (tx, time) => deliverMessage(tx, message(), time), { at: new Date(moment) });
    expect(await on('2027-05-31T21:30:00Z')).toMatchObject({ ok: true });
    expect(await on('2027-05-31T22:30:00Z')).toEqual(refusal('no-agreement'));
  });

  it('is not sent to an organisation that has ended', async () => {
    await agreeBoth();
    await database.admin
      .updateTable('organisations.organisation')
      .set({ valid_until: day('2026-01-01') })
      .where('id', '=', receiver)
      .execute();
    expect(await send(message())).toEqual(refusal('receiver-ended'));
  });

  it('sent twice is one message, also at the same moment', async () => {
    await agreeBoth();
    const same = message();
    const outcomes = await Promise.all([send(same), send(same), send(same)]);
    expect(outcomes.map((each) => each.ok && each.value.wasSentBefore).sort()).toEqual([false, true, true]);
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toHaveLength(1);
    expect(await send({ ...same, content: Buffer.from('iets anders') })).toEqual(refusal('other-message'));
  });

  it('rolls back with the deed it belongs to', async () => {
    await agreeBoth();
    await expect(
      as(sender, async (tx, time) => {
        await deliverMessage(tx, message(), time);
        throw new Error('mislukt');
      }),
    ).rejects.toThrow('mislukt');
    expect(await rowsSeenBy({ door: 'own', tenantId: receiver })).toEqual([]);
  });

  it('is handed over only by the receipt of the receiver, which both sides see', async () => {
    await agreeBoth();
    const { id } = await sent();
    expect(await move(receiver, id, 'accept')).toEqual(refusal('message-moved-on')); // first it must have come in
    expect(await move(receiver, id, 'deliver')).toMatchObject({ ok: true });
    expect(await move(sender, id, 'accept')).toEqual(refusal('not-found'));
    expect(await move((await anOrganisation(database)).id, id, 'accept')).toEqual(refusal('not-found'));
    expect(await move(receiver, id, 'accept')).toEqual({ ok: true, value: { state: 'accepted' } });
    expect(await move(receiver, id, 'refuse')).toEqual(refusal('message-moved-on'));
    expect([await stateFor(sender, 'out'), await stateFor(receiver, 'in')]).toEqual(['accepted', 'accepted']);
  });

  it('withdrawn can no longer be read by the receiver, in the database itself', async () => {
    await agreeBoth();
    const { id } = await sent();
    await move(receiver, id, 'deliver');
    const read = (tenant: string, box: 'in' | 'out') => as(tenant, (tx) => readMessage(tx, tenant, box, id));
    expect((await read(receiver, 'in'))?.equals(CONTENT)).toBe(true);
    expect(await move(receiver, id, 'withdraw')).toEqual(refusal('not-found'));
    expect(await move(sender, id, 'withdraw')).toMatchObject({ ok: true });
    expect(await read(receiver, 'in')).toBeUndefined();
    expect((await read(sender, 'out'))?.equals(CONTENT)).toBe(true);
    const kept = await database.admin
      .selectFrom('exchange.message')
      .select('content')
      .where('tenant_id', '=', receiver)
      .executeTakeFirstOrThrow();
    expect(kept.content).toBeNull();
    expect(await move(receiver, id, 'accept')).toEqual(refusal('message-moved-on'));
  });

  it('accepted and withdrawn at the same moment ends withdrawn, whoever was first', async () => {
    await agreeBoth();
    const { id } = await sent();
    await move(receiver, id, 'deliver');
    await Promise.all([move(receiver, id, 'accept'), move(sender, id, 'withdraw')]);
    expect([await stateFor(sender, 'out'), await stateFor(receiver, 'in')]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('leaves a trace on the other side under the trace of the deed, with the organisation and no person', async () => {
    await agreeBoth();
    const actor = await anActor(database, 'aandachtsfunctionaris', { id: sender, code: 'x', name: 'y' });
    const traceId = newId();
    const one = message();
    const outcome = await transact(
      database.kysely,
      { actor, activity: 'VA-09', action: 'proef.send', traceId },
      async (tx, time) => {
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
    await send(one);
    expect(
      await database.admin.selectFrom('audit.event').select('id').where('tenant_id', '=', receiver).execute(),
    ).toHaveLength(1);
  });

  it('that expired cannot be answered any more', async () => {
    await agreeBoth();
    const today = await as(sender, async (_tx, time) => time.today);
    const { id } = await sent({ expiresOn: addDays(today, 10) });
    await move(receiver, id, 'deliver');
    const late = new Date(`${addDays(today, 11)}T12:00:00Z`);
    expect(await move(receiver, id, 'accept', late)).toEqual(refusal('message-moved-on'));
    const shown = await as(receiver, (tx, time) => messagesIn(tx, receiver, 'in', time.today), { at: late });
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

  async function sent(change: Partial<NewMessage> = {}): Promise<NewMessage> {
    const one = message(change);
    expect(await send(one)).toMatchObject({ ok: true });
    return one;
  }
  const stateFor = async (tenant: string, box: 'in' | 'out') =>
    (await as(tenant, (tx, time) => messagesIn(tx, tenant, box, time.today)))[0]?.state;
});
