import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const AGREEMENTS = '/samenwerken/afspraken';
const MESSAGES = '/samenwerken/berichten';
const QUESTION = 'Kunt u ons bellen over een adres? KANARIE-VRAAG';

describe('two organisations', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let there: TestOrganisation;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    [here, there] = [await anOrganisation(database), await anOrganisation(database)];
  });

  const actorAt = (organisation: TestOrganisation, role: Role = 'aandachtsfunctionaris') =>
    anActor(database, role, organisation);
  const at = async (organisation: TestOrganisation, role?: Role) => app.visitor(await actorAt(organisation, role));
  const text = (page: Document) => page.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';

  async function agree(visitor: Visitor, other: TestOrganisation, change: Record<string, string> = {}) {
    const form = await visitor.form(`${AGREEMENTS}/nieuw`);
    const fields = {
      organisatie: other.code,
      soort: 'contactverzoek',
      grondslag: 'Voorbeeldconvenant',
      vanaf: '1-1-2026',
      geldigTot: '1-1-2028',
      ...change,
    };
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function agreeBoth() {
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const)
      expect((await agree(await at(one), other)).statusCode).toBe(303);
  }
  async function send(visitor: Visitor, change: Record<string, string> = {}) {
    const form = await visitor.form(`${MESSAGES}/nieuw`);
    const fields = { ontvanger: there.code, vraag: QUESTION, bereikbaar: 'Voorbeeldnummer, ochtend', ...change };
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  /** A message that was sent, by its address, with both who sent it and who received it. */
  async function sent() {
    await agreeBoth();
    const [sender, receiver] = [await at(here), await at(there)];
    const answer = await send(sender);
    expect(answer.statusCode).toBe(303);
    return { sender, receiver, address: answer.headers.location as string };
  }
  async function press(visitor: Visitor, address: string, verb: string, fields: Record<string, string> = {}) {
    const form = await visitor.form(address, `${address}/${verb}`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }

  it('exchange nothing before both have written the agreement down, and each sees that the other has', async () => {
    const [one, other] = [await at(here), await at(there)];
    expect(text(await one.page(`${MESSAGES}/nieuw`))).toContain('U kunt nog niemand een bericht sturen');
    expect((await agree(one, there)).headers.location).toBe(`${AGREEMENTS}?vastgelegd`);
    expect(text(await one.page(AGREEMENTS))).toContain('Wacht op de ander');
    expect(text(await one.page(`${MESSAGES}/nieuw`))).toContain('U kunt nog niemand een bericht sturen');
    const proposals = await other.page(AGREEMENTS);
    expect(text(proposals)).toContain(here.name);
    const link = proposals.querySelector('main a[href*="nieuw?organisatie"]')?.getAttribute('href') ?? '';
    expect((await other.form(link)).fields.organisatie).toBe(here.code);
    await agree(other, here);
    expect(text(await one.page(AGREEMENTS))).toContain('Geldt');
    expect(text(await one.page(`${MESSAGES}/nieuw`))).toContain('Aan wie');
  });

  it('exchange and accept a message: the receiver reads it after taking it in, the sender sees the receipt', async () => {
    const { sender, receiver, address } = await sent();
    expect(text(await sender.page(address))).toContain(QUESTION);
    const before = text(await receiver.page(address));
    expect([before.includes('Nieuw'), before.includes(QUESTION)]).toEqual([true, false]);
    expect((await press(receiver, address, 'ontvangen')).headers.location).toBe(address);
    expect(text(await receiver.page(address))).toContain(QUESTION);
    expect(text(await sender.page(address))).toContain('nog niet geantwoord');
    await press(receiver, address, 'aannemen');
    expect(text(await sender.page(address))).toContain('Dat is de ontvangstbevestiging');
    expect(text(await receiver.page(MESSAGES))).toContain('Aangenomen');
    expect(text(await receiver.page(MESSAGES))).not.toContain('KANARIE');
  });

  it('refuse a message with a reason, after which only the sender can read it', async () => {
    const { sender, receiver, address } = await sent();
    await press(receiver, address, 'ontvangen');
    const without = await press(receiver, address, 'weigeren');
    expect([without.statusCode, documentOf(without).title.startsWith('(1 invoerfout)')]).toEqual([400, true]);
    expect(text(documentOf(without))).toContain('Kies waarom u het weigert');
    await press(receiver, address, 'weigeren', { weigerreden: 'niet-voor-ons' });
    expect(text(await receiver.page(address))).not.toContain('KANARIE');
    const shown = text(await sender.page(address));
    expect([shown.includes('Dit hoort niet bij ons'), shown.includes(QUESTION)]).toEqual([true, true]);
  });

  it('withdraw a message, also an accepted one, after which the receiver can read nothing, on screen and in the database', async () => {
    const { sender, receiver, address } = await sent();
    await press(receiver, address, 'ontvangen');
    await press(receiver, address, 'aannemen');
    await press(sender, address, 'intrekken', { intrekreden: 'te-veel-verteld' });
    const shown = text(await receiver.page(address));
    expect([shown.includes('ingetrokken'), shown.includes('KANARIE')]).toEqual([true, false]);
    const rows = await database.admin
      .selectFrom('exchange.message')
      .select(['content', 'box'])
      .where('tenant_id', '=', there.id)
      .execute();
    expect(rows).toEqual([{ content: null, box: 'in' }]);
    const keys = await database.admin
      .selectFrom('vault.message_key')
      .select('box')
      .where('tenant_id', '=', there.id)
      .execute();
    expect(keys).toEqual([]);
    const { _csrf, _sleutel } = (await receiver.form(`${MESSAGES}/nieuw`)).fields;
    const stale = await receiver.post(`${address}/aannemen`, { _csrf: _csrf!, _sleutel: _sleutel! });
    expect([
      stale.statusCode,
      text(documentOf(stale)).includes('intussen beantwoord, ingetrokken of verlopen'),
    ]).toEqual([409, true]);
  });

  it('send one message when the form is sent twice', async () => {
    await agreeBoth();
    const sender = await at(here);
    const form = await sender.form(`${MESSAGES}/nieuw`);
    const filled = {
      ...form,
      fields: { ...form.fields, ontvanger: there.code, vraag: QUESTION, bereikbaar: 'ochtend' },
    };
    const [one, two] = [await sender.send(filled), await sender.send(filled)];
    expect([one.statusCode, two.headers.location]).toEqual([303, one.headers.location]);
    const rows = await database.admin
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', there.id)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('keep a message where it is when the agreement of the receiver ended before she took it in', async () => {
    const { receiver, address } = await sent();
    const form = await receiver.form(AGREEMENTS, `${AGREEMENTS}/beeindigen`);
    expect((await receiver.send(form)).statusCode).toBe(303);
    const refused = await press(receiver, address, 'ontvangen');
    expect([refused.statusCode, text(documentOf(refused)).includes('loopt niet meer')]).toEqual([409, true]);
    expect(text(await receiver.page(address))).not.toContain('KANARIE');
    expect(text(await (await at(here)).page(`${MESSAGES}/nieuw`))).toContain('U kunt nog niemand een bericht sturen');
  });

  it('each give their data protection officer their own side, joined by one trace id, without what the message says', async () => {
    const { receiver, address } = await sent();
    await press(receiver, address, 'ontvangen');
    const traces = await Promise.all(
      [here, there].map(async (organisation) => {
        const page = await (await at(organisation, 'fg')).page(address);
        expect([text(page).includes('KANARIE'), page.querySelector('main form')]).toEqual([false, null]);
        return page.querySelector('main code')?.textContent;
      }),
    );
    expect(traces[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(traces[1]).toBe(traces[0]);
    const events = await database.admin
      .selectFrom('audit.event')
      .select(['tenant_id', 'action', 'role'])
      .where('trace_id', '=', traces[0]!)
      .execute();
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([
        { tenant_id: here.id, action: 'collaboration.send-contact-request', role: 'aandachtsfunctionaris' },
        { tenant_id: there.id, action: 'exchange.receive', role: 'organisatie' },
      ]),
    );
  });

  it('tell those who answer that a message came in, once', async () => {
    const colleague = await actorAt(there);
    const { address } = await sent();
    const due = () => runEverythingDue(database.kysely, 'demo', { wait: true, onError: () => {} });
    await due();
    await due();
    expect(await told(colleague)).toEqual([{ kind: 'collaboration.message-arrived', path: address }]);
  });
  const told = (actor: Actor) =>
    database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'path'])
      .where('membership_id', '=', actor.membershipId)
      .execute();

  it('are asked for what is missing, with what was typed kept, and refused a citizen service number', async () => {
    await agreeBoth();
    const sender = await at(here);
    const empty = await send(sender, { vraag: ' ', bereikbaar: '' });
    expect([empty.statusCode, documentOf(empty).title]).toEqual([
      400,
      '(2 invoerfouten) Vraag een organisatie om contact – In Beeld',
    ]);
    const number = await send(sender, { vraag: 'Het gaat om 111222333' });
    expect(number.statusCode).toBe(409);
    expect(documentOf(number).getElementById('veld-vraag-fout')?.textContent).toContain('burgerservicenummer');
  });

  it('are refused an agreement that cannot be, beside the field', async () => {
    const visitor = await at(here);
    const refusedAt = async (change: Record<string, string>, field: string) => {
      const answer = await agree(visitor, there, change);
      return [answer.statusCode, documentOf(answer).getElementById(`veld-${field}-fout`) !== null];
    };
    expect(await refusedAt({ geldigTot: '1-1-2025' }, 'geldigTot')).toEqual([409, true]);
    expect(await refusedAt({ geldigTot: '1-2-2031' }, 'geldigTot')).toEqual([409, true]);
    expect(await refusedAt({ organisatie: here.code }, 'organisatie')).toEqual([409, true]);
    expect(await refusedAt({ organisatie: 'BESTAAT-NIET' }, 'organisatie')).toEqual([409, true]);
    expect(await refusedAt({ soort: 'bestaat-niet' }, 'soort')).toEqual([409, true]);
    expect((await agree(visitor, there)).statusCode).toBe(303);
    expect(await refusedAt({ vanaf: '1-6-2026' }, 'organisatie')).toEqual([409, true]);
    expect((await agree(visitor, there, { vanaf: 'gisteren' })).statusCode).toBe(400);
  });

  it('show a stranger nothing, and an administrator the agreements alone', async () => {
    const { address } = await sent();
    const stranger = await at(await anOrganisation(database));
    expect((await stranger.get(address)).statusCode).toBe(404);
    const administrator = await at(here, 'beheerder');
    expect((await administrator.get(address)).statusCode).toBe(403);
    expect(text(await administrator.page(AGREEMENTS))).toContain(there.name);
    expect((await administrator.page('/samenwerken')).querySelector(`a[href="${MESSAGES}"]`)).toBeNull();
  });
});
