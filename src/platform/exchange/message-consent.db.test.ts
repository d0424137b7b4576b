import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { CONSENT_KIND, ExchangeWorld, refusal } from '../../../test/support/exchange-world.ts';
import { day } from '../../shared-kernel/plain-date.ts';
import { newId } from '../ids/uuid.ts';
import { type Consent, recordConsent, withdrawConsent } from './consent.ts';

describe('a message that needs consent', () => {
  let database: TestDatabase;
  let world: ExchangeWorld;

  beforeAll(async () => {
    database = await sharedDatabase();
  });
  beforeEach(async () => {
    world = await ExchangeWorld.make(database);
    await world.agreeBoth(undefined, CONSENT_KIND);
  });

  async function consent(change: Partial<Consent> = {}): Promise<string> {
    const id = newId();
    const given: Consent = {
      id,
      tenantId: world.sender,
      dossierId: newId(),
      receiverId: world.receiver,
      kind: CONSENT_KIND,
      givenOn: day('2026-01-01'),
      validUntil: day('2099-01-01'),
      ...change,
    };
    await world.as(given.tenantId, (tx) => recordConsent(tx, given));
    return id;
  }
  const send = (consentId: string | undefined) =>
    world.send(world.message({ kind: CONSENT_KIND, ...(consentId && { consentId }) }));
  const withdraw = (id: string) => world.as(world.sender, (tx, { now }) => withdrawConsent(tx, world.sender, id, now));

  it('goes with a consent for this receiver and this kind that holds today', async () => {
    expect(await send(await consent())).toMatchObject({ ok: true });
  });

  it('is refused by the database without one, or with one for another receiver, kind, organisation or day', async () => {
    const refused = refusal('no-consent');
    expect(await send(undefined)).toEqual(refused);
    expect(await send(newId())).toEqual(refused);
    expect(await send(await consent({ receiverId: newId() }))).toEqual(refused);
    expect(await send(await consent({ kind: 'proef' }))).toEqual(refused);
    expect(await send(await consent({ tenantId: world.receiver, receiverId: world.receiver }))).toEqual(refused);
    expect(await send(await consent({ validUntil: day('2026-02-01') }))).toEqual(refused);
    expect(await send(await consent({ givenOn: day('2098-01-01') }))).toEqual(refused);
  });

  it('is refused from the moment the consent is withdrawn', async () => {
    const id = await consent();
    expect(await withdraw(id)).toBe(true);
    expect(await withdraw(id)).toBe(false);
    expect(await send(id)).toEqual(refusal('no-consent'));
  });

  it('that was sent is not delivered, and that was delivered is not accepted, once the consent is withdrawn', async () => {
    const [one, two] = [await consent(), await consent()];
    const [waiting, delivered] = [
      await world.sent({ kind: CONSENT_KIND, consentId: one }),
      await world.sent({ kind: CONSENT_KIND, consentId: two }),
    ];
    await world.move(world.receiver, delivered.id, 'deliver');
    await withdraw(one);
    await withdraw(two);
    expect(await world.move(world.receiver, waiting.id, 'deliver')).toEqual(refusal('no-consent'));
    expect(await world.read(world.receiver, 'in', waiting.id)).toBeUndefined();
    expect(await world.move(world.receiver, delivered.id, 'accept')).toEqual(refusal('no-consent'));
    expect(await world.move(world.receiver, delivered.id, 'refuse')).toMatchObject({ ok: true });
  });

  it('never goes after the withdrawal was committed, however close the two are', async () => {
    for (let round = 0; round < 20; round++) {
      const id = await consent();
      const order: string[] = [];
      const message = world.message({ kind: CONSENT_KIND, consentId: id });
      const [sent] = await Promise.all([
        world.send(message).then((outcome) => {
          order.push(outcome.ok ? 'sent' : 'refused');
          return outcome;
        }),
        withdraw(id).then(() => order.push('withdrawn')),
      ]);
      // whoever looked first goes first; one that looks after the withdrawal is refused
      if (!sent.ok) expect(sent).toEqual(refusal('no-consent'));
      expect(await world.send({ ...message, id: newId() })).toEqual(refusal('no-consent'));
      expect(order).toHaveLength(2);
    }
  });

  it('that was sent before the withdrawal and is sent again is still the same message', async () => {
    const id = await consent();
    const message = await world.sent({ kind: CONSENT_KIND, consentId: id });
    await withdraw(id);
    expect(await world.send(message)).toEqual({ ok: true, value: { wasSentBefore: true } });
  });
});
