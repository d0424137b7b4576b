import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { CONTENT, ExchangeWorld, refusal } from '../../../test/support/exchange-world.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import { revealedIn } from '../audit/reveal.ts';
import { newId } from '../ids/uuid.ts';
import { clearExpiredMessage, deliverMessage, readMessage } from './message.ts';

describe('the content of a message', () => {
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
    await world.agreeBoth();
  });

  const rows = (id: string) =>
    database.admin.selectFrom('exchange.message').selectAll().where('id', '=', id).orderBy('box').execute();
  const keys = (id: string) =>
    database.admin.selectFrom('vault.message_key').selectAll().where('message_id', '=', id).orderBy('box').execute();

  it('is readable in no row, and the mark of the same content differs between messages', async () => {
    const [one, two] = [await world.sent(), await world.sent()];
    const laid = [...(await rows(one.id)), ...(await rows(two.id))];
    for (const { content } of laid) expect(Buffer.from(content!).includes('voorbeeld')).toBe(false);
    const marks = laid.flatMap(({ content_mark }) => (content_mark ? [content_mark.toString('hex')] : []));
    expect(new Set(marks).size).toBe(2);
  });

  it('is read by the sender at once, and by the receiver from the delivery on: until then she has no key', async () => {
    const { id } = await world.sent();
    expect(await world.read(sender, 'out', id)).toEqual(CONTENT);
    expect((await keys(id)).map(({ box }) => box)).toEqual(['out']);
    expect(await world.read(receiver, 'in', id)).toBeUndefined();
    await world.move(receiver, id, 'deliver');
    expect(await world.read(receiver, 'in', id)).toEqual(CONTENT);
  });

  it('does not open as another message, nor with the key of another message or of the other side', async () => {
    const [one, two] = [await world.sent(), await world.sent()];
    for (const { id } of [one, two]) await world.move(receiver, id, 'deliver');
    const broken = { code: 'seal-broken' };
    const [, taken] = await rows(two.id);
    const inBox = { tenant_id: receiver, id: one.id };
    const received = (await rows(one.id)).find(({ box }) => box === 'in')!;
    const put = (content: typeof received.content) =>
      database.admin
        .updateTable('exchange.message')
        .set({ content })
        .where('tenant_id', '=', receiver)
        .where('id', '=', inBox.id)
        .execute();
    await put(taken!.content);
    await expect(world.read(receiver, 'in', one.id)).rejects.toMatchObject(broken);
    await put(received.content);
    expect(await world.read(receiver, 'in', one.id)).toEqual(CONTENT);
    for (const other of [
      (await keys(two.id)).find(({ box }) => box === 'in')!,
      (await keys(one.id)).find(({ box }) => box === 'out')!,
    ]) {
      await database.admin
        .updateTable('vault.message_key')
        .set({ wrapped: other.wrapped })
        .where('tenant_id', '=', receiver)
        .where('message_id', '=', one.id)
        .execute();
      await expect(world.read(receiver, 'in', one.id)).rejects.toMatchObject(broken);
    }
  });

  it.each(['withdraw', 'refuse'] as const)('is gone for the receiver, key and all, after %s', async (action) => {
    const { id } = await world.sent();
    await world.move(receiver, id, 'deliver');
    const held = (await keys(id)).find(({ box }) => box === 'in')!;
    expect(await world.move(action === 'withdraw' ? sender : receiver, id, action)).toMatchObject({ ok: true });
    expect(await world.read(receiver, 'in', id)).toBeUndefined();
    expect(await world.read(sender, 'out', id)).toEqual(CONTENT);
    expect((await rows(id)).map(({ box, content }) => [box, content === null])).toEqual([
      ['in', true],
      ['out', false],
    ]);
    expect((await keys(id)).map(({ box, wrapped_for_receiver }) => [box, wrapped_for_receiver])).toEqual([
      ['out', null],
    ]);
    const bytes = (await keys(id)).map(({ wrapped }) => wrapped.toString('hex'));
    expect(bytes).not.toContain(held.wrapped.toString('hex'));
  });

  it('withdrawn before it was delivered is never given to the receiver', async () => {
    const { id } = await world.sent();
    await world.move(sender, id, 'withdraw');
    expect(await world.move(receiver, id, 'deliver')).toEqual(refusal('message-moved-on'));
    expect((await keys(id)).map(({ box, wrapped_for_receiver }) => [box, wrapped_for_receiver])).toEqual([
      ['out', null],
    ]);
  });

  it('is not delivered when the agreement of the receiver lapsed in between; renewed, it is', async () => {
    const { id } = await world.sent();
    const end = (on: string) =>
      database.admin
        .updateTable('exchange.agreement')
        .set({ valid_until: on as never })
        .where('tenant_id', '=', receiver)
        .execute();
    await end('2021-01-01');
    expect(await world.move(receiver, id, 'deliver')).toEqual(refusal('no-agreement'));
    expect(await world.read(receiver, 'in', id)).toBeUndefined();
    await end('2099-01-01');
    expect(await world.move(receiver, id, 'deliver')).toMatchObject({ ok: true });
    await end('2021-01-01');
    expect(await world.move(receiver, id, 'accept')).toEqual(refusal('no-agreement'));
    expect(await world.move(receiver, id, 'refuse')).toMatchObject({ ok: true });
  });

  it('is not sent to an organisation that has told no key, and of no kind that nobody named', async () => {
    await database.admin.deleteFrom('vault.exchange_key').where('tenant_id', '=', receiver).execute();
    expect(await world.send(world.message())).toEqual(refusal('receiver-has-no-key'));
    const other = await ExchangeWorld.make(database);
    await other.agreeBoth(undefined, 'bestaat-niet');
    expect(await other.send(other.message({ kind: 'bestaat-niet' }))).toEqual(refusal('unknown-kind'));
  });

  it('that nobody answered is taken away on the day it lapses, and not before', async () => {
    const today = await world.as(sender, async (_tx, time) => time.today);
    const { id } = await world.sent({ expiresOn: addDays(today, 10) });
    await world.move(receiver, id, 'deliver');
    const clear = (on: string) => world.as(receiver, (tx) => clearExpiredMessage(tx, id, new Date(on)));
    await clear(`${addDays(today, 9)}T12:00:00Z`);
    expect(await world.read(receiver, 'in', id)).toEqual(CONTENT);
    await clear(`${addDays(today, 10)}T12:00:00Z`);
    expect(await world.read(receiver, 'in', id)).toBeUndefined();
    expect(await keys(id)).toMatchObject([{ box: 'out', wrapped_for_receiver: null }]);
  });

  it('that was accepted stays when that day comes', async () => {
    const today = await world.as(sender, async (_tx, time) => time.today);
    const { id } = await world.sent({ expiresOn: addDays(today, 10) });
    await world.move(receiver, id, 'deliver');
    await world.move(receiver, id, 'accept');
    await world.as(receiver, (tx) => clearExpiredMessage(tx, id, new Date(`${addDays(today, 20)}T12:00:00Z`)));
    expect(await world.read(receiver, 'in', id)).toEqual(CONTENT);
  });

  it('about a person leaves a note of whom, when it is read', async () => {
    const { id } = await world.sent();
    const about = { kind: 'slachtoffer', id: newId() };
    const noted = await world.as(sender, async (tx) => {
      await readMessage(tx, sender, 'out', id, about);
      return revealedIn(tx);
    });
    expect(noted).toMatchObject([{ subject: { kind: 'slachtoffer' }, columns: ['exchange.message.content'] }]);
  });

  it('is received once of many who try at once, and its key is laid once', async () => {
    const { id } = await world.sent();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => world.move(receiver, id, 'deliver')));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await keys(id)).toHaveLength(2);
  });

  it('is sealed in few statements', async () => {
    const meter = { statements: 0 };
    await world.as(sender, (tx, time) => deliverMessage(tx, world.message(), time), { meter });
    expect(meter.statements).toBeLessThanOrEqual(3);
  });
});
