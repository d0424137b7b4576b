import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { look } from '../../src/platform/db/transact.ts';
import { dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { agreeOn, aPlaceRequest, aUnit, mayPlace } from '../support/a-shelter.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const NAME = 'Fictieve Rozemarijn';
const NOTE = 'Een kinderbed en halal eten';

describe('who comes', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let desk: TestOrganisation;
  let worker: Actor;
  let placer: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    desk = await anOrganisation(database, 'comensha');
    worker = await anActor(database, 'opvang', shelter);
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    await mayPlace(database, shelter.id, desk.id);
  });

  const agree = () => agreeOn(database, 'opvanggast', shelter.id, desk.id);
  async function press(as: Actor, path: string, at: string, fields: Readonly<Record<string, string>> = {}) {
    const visitor = await app.visitor(as);
    const form = await visitor.form(path, `${path}/${at}`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const read = async (as: Actor, path: string) => (await (await app.visitor(as)).get(path)).body;
  const stay = () =>
    database.admin
      .selectFrom('shelter.placement')
      .selectAll()
      .where('tenant_id', '=', shelter.id)
      .executeTakeFirstOrThrow();

  /** A place chosen for a request, and the addresses of the stay at both sides. */
  async function aStay(isAccepted = true): Promise<{ readonly held: string; readonly own: string }> {
    await aUnit(database, worker, 'Kelder');
    const code = await aPlaceRequest(database, placer, {
      language: 'Tigrinya',
      children: 1,
      avoidRegions: ['limburg'],
      mustKnow: [],
    });
    const { id: place } = await database.admin
      .selectFrom('shelter.place')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .orderBy('number')
      .executeTakeFirstOrThrow();
    const visitor = await app.visitor(placer);
    const choose = `/plaatsen/aanvragen/${code}/kies`;
    const form = await visitor.form(`${choose}?plek=${place}`, choose);
    expect((await visitor.send(form)).statusCode).toBe(303);
    const { id } = await stay();
    const paths = { held: `/plaatsen/plaatsingen/${id}`, own: `/opvang/plaatsingen/${id}` };
    if (isAccepted) expect((await press(worker, paths.own, 'aannemen')).statusCode).toBe(303);
    return paths;
  }
  /** Where people of the shelter were said that they can read who comes. */
  const notices = async () =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('path')
        .where('tenant_id', '=', shelter.id)
        .where('kind', '=', 'shelter.guest-told')
        .execute()
    ).map(({ path }) => path);
  const tell = async (held: string, fields: Readonly<Record<string, string>> = { roepnaam: NAME, klaar: NOTE }) => {
    const visitor = await app.visitor(placer);
    const form = await visitor.form(`${held}/wie`, `${held}/wie`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  };

  it('is told to the shelter that said yes, sealed, without a clue to who is after her, and read with a row in the log', async () => {
    await agree();
    const { held, own } = await aStay();
    expect(await read(placer, `${held}/wie`)).toContain('Tigrinya');
    expect(await read(placer, `${held}/wie`)).not.toContain('Limburg');
    const answer = await tell(held);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, held]);
    const sealed = await database.admin
      .selectFrom('exchange.message')
      .select('content')
      .where('id', '=', (await stay()).guest_message_id!)
      .execute();
    expect(sealed).toHaveLength(2);
    for (const { content } of sealed) expect(content && Buffer.from(content).includes('Rozemarijn')).toBe(false);

    // not before it is taken in, and not on the page of the stay itself
    expect(await read(worker, `${own}/wie`)).not.toContain(NAME);
    expect((await press(worker, own, 'wie')).headers.location).toBe(`${own}/wie`);
    const page = await read(worker, `${own}/wie`);
    for (const said of [NAME, NOTE, 'Tigrinya', 'vrouw, 30 jaar', '1 kind']) expect(page).toContain(said);
    expect(page).not.toContain('imburg');
    expect(await read(worker, own)).not.toContain(NAME);
    const rows = await database.admin
      .selectFrom('audit.processing')
      .select('subject_kind')
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect(rows.map(({ subject_kind }) => subject_kind)).toContain('shelter.placement');
    expect(await read(placer, `${held}/wie`)).toContain('De opvang las het op');
  });

  it('says what to press while it waits to be taken in, also to who comes by a link', async () => {
    await agree();
    const { held, own } = await aStay();
    expect((await tell(held)).statusCode).toBe(303);
    const waiting = await read(worker, `${own}/wie`);
    expect(waiting).toContain('Druk op de knop om het te lezen');
    expect(waiting).not.toContain(NAME);
    const visitor = await app.visitor(worker);
    expect((await visitor.send(await visitor.form(`${own}/wie`, `${own}/wie`))).statusCode).toBe(303);
    expect(await read(worker, `${own}/wie`)).toContain(NAME);
    expect(await read(worker, `${own}/wie`)).not.toContain('Druk op de knop');
  });

  it('is not told before the shelter says yes, and no longer read when she left', async () => {
    await agree();
    const { held, own } = await aStay(false);
    expect(await read(placer, `${held}/wie`)).toContain('nog geen ja');
    const visitor = await app.visitor(placer);
    const elsewhere = await visitor.form(held, `${held}/onderweg`);
    const forced = { ...elsewhere, action: `${held}/wie`, fields: { ...elsewhere.fields, roepnaam: NAME, klaar: '' } };
    expect((await visitor.send(forced)).statusCode).toBe(409);
    expect((await stay()).guest_message_id).toBeNull();

    expect((await press(worker, own, 'aannemen')).statusCode).toBe(303);
    expect((await tell(held)).statusCode).toBe(303);
    await press(worker, own, 'wie');
    expect(await read(worker, `${own}/wie`)).toContain(NAME);
    await press(worker, own, 'aangekomen');
    await press(worker, own, 'vertrokken', { waarheen: 'woning' });
    expect(await read(worker, `${own}/wie`)).not.toContain(NAME);
    // and a month after she left nothing of it is there any more
    const { now } = await look(database.kysely, { door: 'published' }, async (_tx, time) => time);
    const [kept] = await database.admin
      .selectFrom('retention.record')
      .select(['rule', 'starts_on'])
      .where('tenant_id', '=', shelter.id)
      .where('subject_id', '=', (await stay()).guest_message_id!)
      .execute();
    expect(kept).toEqual({ rule: 'shelter-guest-left', starts_on: dutchDay(now) });
  });

  it('goes to another shelter with what was asked before, once, and whoever placed hears that she left', async () => {
    const { held, own } = await aStay();
    const again = 'Moet deze persoon naar een andere opvang?';
    expect(await read(placer, held)).not.toContain(again);
    await press(worker, own, 'aangekomen');
    expect(await read(placer, held)).toContain(again);
    const visitor = await app.visitor(placer);
    const link = (await visitor.page(held)).querySelector('a[href$="/elders"]')!.getAttribute('href')!;
    const form = await visitor.form(`${link}/noodgeval`, `${link}/noodgeval`);
    expect(form.fields).toMatchObject({ welkeTaal: 'Tigrinya', kinderen: '1', mijden: 'limburg' });
    const fields = {
      ...form.fields,
      vitaal: 'no-safe-place',
      reden: 'De plek is niet meer veilig en zij is nu niet bereikbaar',
    };
    const sent = await visitor.send({ ...form, fields });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/aanvragen\/[A-Z0-9-]{9}$/)]);
    const request = await database.admin
      .selectFrom('shelter.request')
      .select(['source', 'source_id'])
      .where('tenant_id', '=', desk.id)
      .where('source', '=', 'request')
      .executeTakeFirst();
    expect(request?.source_id).toBe((await stay()).request_id);
    // a second time leads to the request that was made
    expect(await read(placer, link)).toContain('al een aanvraag gemaakt');
    const twice = await visitor.send({ ...form, fields: { ...fields, _sleutel: 'een-andere-sleutel' } });
    expect(twice.statusCode).toBe(409);
    const stranger = await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'));
    expect((await (await app.visitor(stranger)).get(link)).statusCode).toBe(404);

    await press(worker, own, 'vertrokken', { waarheen: 'andere-opvang' });
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select('path')
      .where('tenant_id', '=', desk.id)
      .where('kind', '=', 'shelter.departed')
      .execute();
    expect(told).toEqual([{ path: held }]);
    expect(await read(placer, held)).toContain(again);
  });

  it('is gone for the shelter, in the database too, when the place is withdrawn or it is told anew', async () => {
    await agree();
    const { held, own } = await aStay();
    await tell(held);
    await press(worker, own, 'wie');
    const first = (await stay()).guest_message_id!;
    expect((await tell(held, { roepnaam: 'Fictieve Salie', klaar: '' })).statusCode).toBe(303);
    const received = (id: string) =>
      database.admin
        .selectFrom('exchange.message')
        .select(['state', 'content'])
        .where('tenant_id', '=', shelter.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    expect(await received(first)).toEqual({ state: 'withdrawn', content: null });
    await press(worker, own, 'wie');
    expect(await read(worker, `${own}/wie`)).toContain('Fictieve Salie');
    const second = (await stay()).guest_message_id!;
    expect((await press(placer, held, 'intrekken')).statusCode).toBe(303);
    expect(await received(second)).toEqual({ state: 'withdrawn', content: null });
    expect(await read(worker, `${own}/wie`)).not.toContain('Salie');
  });

  it('says to call when there is no agreement, keeps the answers, and refuses numbers beside the field', async () => {
    const { held, own } = await aStay();
    const refused = await tell(held);
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('geen afspraak')]);
    expect(refused.body).toContain(NAME);
    // nothing was told: the shelter finds nothing, and is not said that it can read
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect(await notices()).toEqual([]);
    await press(worker, own, 'wie').catch(() => undefined);
    expect(await read(worker, `${own}/wie`)).toContain('niets te lezen');
    await agree();
    const wrong = await tell(held, { roepnaam: NAME, klaar: 'Bel 06 12345678' });
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('telefoonnummer')]);
    expect((await tell(held)).statusCode).toBe(303);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect(await notices()).toEqual([own]);
  });

  it('is of these two organisations alone', async () => {
    await agree();
    const { held, own } = await aStay();
    await tell(held);
    await press(worker, own, 'wie');
    const otherDesk = await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'));
    const otherShelter = await anActor(database, 'opvang', await anOrganisation(database, 'opvangorganisatie'));
    for (const [who, path] of [
      [otherDesk, `${held}/wie`],
      [otherShelter, `${own}/wie`],
    ] as const)
      expect((await (await app.visitor(who)).get(path)).statusCode).toBe(404);
    const registrar = await anActor(database, 'comensha-registratie', desk);
    expect((await (await app.visitor(registrar)).get(`${held}/wie`)).statusCode).toBe(403);
  });
});
