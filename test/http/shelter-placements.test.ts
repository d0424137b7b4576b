import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { placementEraser } from '../../src/features/shelter/index.ts';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { dutchMoment } from '../../src/platform/clock/dutch-moment.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { agreeOn, aUnit, mayPlace } from '../support/a-shelter.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const HOUR = 3_600_000;

describe('a place that is given', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let desk: TestOrganisation;
  let worker: Actor;
  let placer: Actor;
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    desk = await anOrganisation(database, 'comensha');
    worker = await anActor(database, 'opvang', shelter);
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    await mayPlace(database, shelter.id, desk.id);
    await agreeOn(database, 'opvangadres', shelter.id, desk.id);
  });

  const placesOf = async (changes: Parameters<typeof aUnit>[4] = {}) => {
    await aUnit(database, worker, 'Kelder', 3, changes);
    const rows = await database.admin
      .selectFrom('shelter.place')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .orderBy('number')
      .execute();
    return rows.map(({ id }) => id);
  };
  const stays = () =>
    database.admin.selectFrom('shelter.placement').selectAll().where('tenant_id', '=', shelter.id).execute();
  const nights = () =>
    database.admin.selectFrom('shelter.night_slot').selectAll().where('tenant_id', '=', shelter.id).execute();
  const told = async (organisation: TestOrganisation) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('kind')
        .where('tenant_id', '=', organisation.id)
        .where('kind', 'like', 'shelter.%')
        .orderBy('created_at')
        .execute()
    ).map(({ kind }) => kind);

  async function ask(placeId: string, changes: Readonly<Record<string, string>> = {}, as = placer) {
    const visitor = await app.visitor(as);
    const form = await visitor.form(`/plaatsen/vrij/${placeId}`, `/plaatsen/vrij/${placeId}`);
    const tot = writeDutchDate(addDays(today, 10));
    return visitor.send({ ...form, fields: { ...form.fields, tot, ...changes } });
  }
  async function press(as: Actor, path: string, at: string, fields: Readonly<Record<string, string>> = {}) {
    const visitor = await app.visitor(as);
    const form = await visitor.form(path, `${path}/${at}`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const only = async () => (await stays())[0]!;

  it('runs as the shelter under its mandate, and goes from option to departure', async () => {
    const [place] = await placesOf();
    const answer = await ask(place!);
    const { id, code } = await only();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/plaatsen/plaatsingen/${id}`]);
    expect(await nights()).toHaveLength(10);
    expect(await told(shelter)).toEqual(['shelter.asked']);
    const events = await database.admin
      .selectFrom('audit.event')
      .select(['tenant_id', 'trace_id'])
      .where('action', '=', 'shelter.reserve')
      .where('subject_id', '=', id)
      .execute();
    expect(new Set(events.map(({ tenant_id }) => tenant_id))).toEqual(new Set([shelter.id, desk.id]));
    expect(new Set(events.map(({ trace_id }) => trace_id)).size).toBe(1);

    const own = `/opvang/plaatsingen/${id}`;
    expect((await (await app.visitor(worker)).get(own)).body).toContain(code);
    expect((await (await app.visitor(placer)).get(`/plaatsen/plaatsingen/${id}/adres`)).body).not.toContain(
      'Kelderstraat',
    );
    expect((await press(worker, own, 'aannemen')).statusCode).toBe(303);
    const held = `/plaatsen/plaatsingen/${id}`;
    const opened = await press(placer, held, 'adres');
    expect(opened.headers.location).toBe(`${held}/adres`);
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).toContain('Kelderstraat 1');
    expect((await press(placer, held, 'onderweg')).statusCode).toBe(303);
    expect((await press(worker, own, 'aangekomen')).statusCode).toBe(303);
    const left = await press(worker, own, 'vertrokken', { waarheen: 'woning' });
    expect(left.statusCode).toBe(303);
    expect(await nights()).toHaveLength(0);
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect(await told(desk)).toEqual(['shelter.accepted', 'shelter.departed']);
  });

  it('no longer asks the shelter for an answer that it gave, nor to wait for who came', async () => {
    const waiting = async () => {
      const rows = await database.admin
        .selectFrom('deadlines.notification')
        .select('kind')
        .where('tenant_id', '=', shelter.id)
        .where('kind', 'like', 'shelter.%')
        .where('withdrawn_at', 'is', null)
        .orderBy('created_at')
        .execute();
      return rows.map(({ kind }) => kind);
    };
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const own = `/opvang/plaatsingen/${id}`;
    expect(await waiting()).toEqual(['shelter.asked']);
    expect((await press(worker, own, 'aannemen')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
    expect((await press(placer, `/plaatsen/plaatsingen/${id}`, 'onderweg')).statusCode).toBe(303);
    expect(await waiting()).toEqual(['shelter.under-way']);
    expect((await press(worker, own, 'aangekomen')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
  });

  it('takes the address back when the place is no longer needed', async () => {
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const held = `/plaatsen/plaatsingen/${id}`;
    // whoever looks first gives her organisation the key that messages are sealed for
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect((await press(worker, `/opvang/plaatsingen/${id}`, 'aannemen')).statusCode).toBe(303);
    expect((await press(placer, held, 'adres')).statusCode).toBe(303);
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).toContain('Kelderstraat 1');
    expect((await press(placer, held, 'intrekken')).statusCode).toBe(303);
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    const { state, content } = await database.admin
      .selectFrom('exchange.message')
      .select(['state', 'content'])
      .where('tenant_id', '=', desk.id)
      .where('id', '=', (await only()).address_message_id!)
      .executeTakeFirstOrThrow();
    expect([state, content]).toEqual(['withdrawn', null]);
    expect(await nights()).toHaveLength(0);
  });

  it('tells whoever comes second what to do, and gives nothing twice', async () => {
    const [place] = await placesOf();
    const second = await anActor(database, 'comensha-plaatsing', desk);
    const both = await Promise.all([ask(place!), ask(place!, {}, second), ask(place!, {}, second), ask(place!)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409, 409, 409]);
    const lost = both.find(({ statusCode }) => statusCode === 409)!;
    const page = documentOf(lost);
    expect(page.querySelector('main')?.textContent).toContain('al aan een ander gegeven');
    expect(page.querySelector('main a[href^="/plaatsen?soort="]')).not.toBeNull();
    // nothing is read or drawn again for whoever is too late: there may be a thousand of them
    expect(page.querySelector('main form')).toBeNull();
    expect(page.querySelector(`main a[href="/plaatsen/vrij/${place}"]`)).not.toBeNull();
    expect([(await stays()).length, (await nights()).length]).toEqual([1, 10]);
  });

  it('counts the same form sent twice as one', async () => {
    const [place] = await placesOf();
    const visitor = await app.visitor(placer);
    const form = await visitor.form(`/plaatsen/vrij/${place}`, `/plaatsen/vrij/${place}`);
    const both = await Promise.all([visitor.send(form), visitor.send(form)]);
    expect(new Set(both.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await stays()).toHaveLength(1);
  });

  it('gives places beside each other to a family, and all of them or none', async () => {
    const [one, two, three] = await placesOf();
    await ask(three!);
    expect((await ask(one!, { ook: `${two} ${three}` })).statusCode).toBe(409);
    expect(await stays()).toHaveLength(1);
    expect((await ask(one!, { ook: two! })).statusCode).toBe(303);
    expect(await nights()).toHaveLength(30);
  });

  it('refuses without a mandate, where another law decides, and nights that cannot be', async () => {
    const [place] = await placesOf();
    const stranger = await anOrganisation(database, 'comensha');
    await openGate(database, stranger.id, 'shelter');
    const without = await ask(place!, {}, await anActor(database, 'comensha-plaatsing', stranger));
    expect([without.statusCode, documentOf(without).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('geen mandaat'),
    ]);
    const turned = await ask(place!, { tot: writeDutchDate(today) });
    expect([turned.statusCode, documentOf(turned).getElementById('veld-tot-fout') !== null]).toEqual([409, true]);
    const nobody = await ask(place!, { hoe: 'telefonisch', bevestigdDoor: '' });
    expect([nobody.statusCode, documentOf(nobody).getElementById('veld-bevestigdDoor-fout') !== null]).toEqual([
      400,
      true,
    ]);
    const beds = await placesOf({ type: 'emergency' });
    const police = await ask(beds.at(-1)!);
    expect([police.statusCode, documentOf(police).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('CoMensha plaatst hier niet'),
    ]);
    expect(await stays()).toHaveLength(0);
  });

  it('frees the nights at once when the shelter says no, and keeps why', async () => {
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const why = await press(worker, `/opvang/plaatsingen/${id}`, 'weigeren');
    expect(why.statusCode).toBe(400);
    await press(worker, `/opvang/plaatsingen/${id}`, 'weigeren', { reden: 'geen-regiobinding' });
    expect([await nights(), (await only()).refusal]).toEqual([[], 'no-regional-tie']);
    expect(await told(desk)).toEqual(['shelter.refused']);
    const page = (await (await app.visitor(placer)).get(`/plaatsen/plaatsingen/${id}`)).body;
    expect(page).toContain('landelijk toegankelijk');
    expect((await ask(place!)).statusCode).toBe(303);
  });

  const until = (hours: number) => ({ wait: true, until: new Date(Date.now() + hours * HOUR) });

  it('lets an option lapse only after both sides were warned', async () => {
    const [place] = await placesOf();
    await ask(place!, { uren: '10' });
    await runEverythingDue(database.kysely, 'demo', until(5));
    expect(await told(shelter)).toEqual(['shelter.asked']);
    await runEverythingDue(database.kysely, 'demo', until(7));
    expect(await told(shelter)).toContain('shelter.option-ends-soon');
    expect(await told(desk)).toEqual(['shelter.option-ends-soon']);
    expect(await nights()).toHaveLength(10);
    await runEverythingDue(database.kysely, 'demo', until(11));
    expect(await nights()).toHaveLength(0);
    expect(await told(desk)).toEqual(['shelter.option-ends-soon', 'shelter.option-lapsed']);
  });

  it('never lets lapse who is under way, nor what was promised on the telephone', async () => {
    const [one, two] = await placesOf();
    await ask(one!, { uren: '10' });
    await press(placer, `/plaatsen/plaatsingen/${(await only()).id}`, 'onderweg');
    await ask(two!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '10' });
    await runEverythingDue(database.kysely, 'demo', until(48));
    expect(await nights()).toHaveLength(20);
    expect((await stays()).map(({ lapsed_at }) => lapsed_at)).toEqual([null, null]);
  });

  it('asks at noon of the last day whether somebody left, and keeps her in her place from six in the evening', async () => {
    const [place] = await placesOf();
    const last = addDays(today, 2);
    await ask(place!, { tot: writeDutchDate(last) });
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(worker, own, 'aangekomen');
    const due = (hour: number, minutes: number) =>
      runEverythingDue(database.kysely, 'demo', {
        wait: true,
        until: new Date(dutchMoment(last, hour).getTime() + minutes * 60_000),
      });
    await due(0, 1);
    await due(11, 59);
    expect(await told(shelter)).not.toContain('shelter.departure-asked');
    await due(12, 1);
    expect(await told(shelter)).toContain('shelter.departure-asked');
    await due(17, 59);
    expect([(await nights()).length, (await only()).until_night]).toEqual([2, last]);
    await due(18, 1);
    expect(await told(shelter)).toContain('shelter.stays-on');
    expect([(await nights()).length, (await only()).until_night]).toEqual([9, addDays(last, 7)]);
  });

  it('prolongs nobody who left in the morning of her last day', async () => {
    const [place] = await placesOf();
    await ask(place!, { tot: writeDutchDate(addDays(today, 1)) });
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(worker, own, 'aangekomen');
    const morning = { wait: true, until: dutchMoment(addDays(today, 1), 10) };
    await runEverythingDue(database.kysely, 'demo', morning);
    await press(worker, own, 'vertrokken', { waarheen: 'woning' });
    await runEverythingDue(database.kysely, 'demo', until(60));
    expect((await told(shelter)).filter((kind) => /stays-on|departure-asked/.test(kind))).toEqual([]);
  });

  it('shows a shelter and who places only their own', async () => {
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const [otherShelter, otherDesk] = [
      await anActor(database, 'opvang', await anOrganisation(database, 'opvangorganisatie')),
      await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha')),
    ];
    expect((await (await app.visitor(otherShelter)).get(`/opvang/plaatsingen/${id}`)).statusCode).toBe(404);
    expect((await (await app.visitor(otherDesk)).get(`/plaatsen/plaatsingen/${id}`)).statusCode).toBe(404);
    expect((await (await app.visitor(otherDesk)).get(`/plaatsen/plaatsingen/${id}/adres`)).statusCode).toBe(404);
    expect((await (await app.visitor(otherDesk)).get('/plaatsen/plaatsingen')).body).not.toContain((await only()).code);
  });

  it('says which kind belongs to a position, and whom to call when none was found', async () => {
    const visitor = await app.visitor(placer);
    const page = (await visitor.get('/plaatsen/welke-opvang?positie=reflection-period')).body;
    expect(page).toContain('/plaatsen?soort=cosm');
    const nothing = await visitor.page('/plaatsen/welke-opvang?positie=no-stay');
    expect(nothing.querySelector('main')?.textContent).toContain('geen recht gevonden: bel');
    expect(nothing.querySelector('main a[href="/plaatsen/vannacht"]')).not.toBeNull();
    const unknown = (await visitor.page('/plaatsen/welke-opvang')).querySelector('main')?.textContent;
    expect(unknown).toContain('positie nog niet bekend: bel');
    expect(unknown).not.toContain('geen recht gevonden');
  });

  it('prints a sheet for the night, with who places where and whom to call, and no address', async () => {
    await placesOf();
    const sheet = (await (await app.visitor(placer)).page('/plaatsen/vannacht')).querySelector('article.ib-sheet')!;
    expect(sheet.textContent).toContain('De politie plaatst hier');
    expect(sheet.textContent).toContain('112');
    expect(sheet.textContent).not.toContain('Kelder');
  });

  it('has a place that was found by telephone at once, for nobody else, until the shelter confirms', async () => {
    const [place] = await placesOf();
    await ask(place!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst' });
    const { id, via } = await only();
    expect([via, await told(shelter)]).toEqual(['phone', ['shelter.phoned']]);
    expect((await ask(place!)).statusCode).toBe(409);
    const free = await (await app.visitor(placer)).page('/plaatsen?soort=vrouwenopvang');
    expect(free.querySelector(`main a[href="/plaatsen/vrij/${place}"]`)).toBeNull();
    expect((await press(worker, `/opvang/plaatsingen/${id}`, 'aannemen')).statusCode).toBe(303);
    expect((await only()).accepted_at).not.toBeNull();
  });

  async function arrived(tot = 10) {
    const [one, two] = await placesOf();
    await ask(one!, { tot: writeDutchDate(addDays(today, tot)) });
    const { id } = await only();
    const own = `/opvang/plaatsingen/${id}`;
    await press(worker, own, 'aangekomen');
    return { id, own, one: one!, two: two! };
  }

  it('goes on for longer when the nights are free, and says so when they are not', async () => {
    const { own, one } = await arrived();
    await press(worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 14)) });
    expect(await nights()).toHaveLength(14);
    expect(await told(desk)).toContain('shelter.extended');
    const shorter = await press(worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 14)) });
    expect([shorter.statusCode, documentOf(shorter).getElementById('veld-langerTot-fout') !== null]).toEqual([
      409,
      true,
    ]);
    const second = { van: writeDutchDate(addDays(today, 20)), tot: writeDutchDate(addDays(today, 25)) };
    expect((await ask(one, second)).statusCode).toBe(303);
    const taken = await press(worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 30)) });
    expect([taken.statusCode, await nights()]).toEqual([409, expect.objectContaining({ length: 19 })]);
  });

  it('moves somebody within the shelter without a night twice, and never onto a place that is given', async () => {
    const { id, own, one, two } = await arrived();
    await press(worker, own, 'verplaatsen', { naarPlek: two });
    expect([(await only()).place_ids, new Set((await nights()).map((night) => night.place_id))]).toEqual([
      [two],
      new Set([two]),
    ]);
    expect(await nights()).toHaveLength(10);
    await ask(one);
    const back = await press(worker, own, 'verplaatsen', { naarPlek: one });
    expect(back.statusCode).toBe(409);
    const kept = await database.admin
      .selectFrom('shelter.placement')
      .select('place_ids')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.place_ids).toEqual([two]);
  });

  it('moves nobody to another house, or to a place that gives less, is of another kind or is taken, and says to call who placed', async () => {
    const [left, equal, taken] = await placesOf({ isWheelchair: true });
    await aUnit(database, worker, 'Zolder', 1, { type: 'cosm', isWheelchair: true });
    await aUnit(database, worker, 'Trap', 1);
    // as good as hers, in another house: there may be somebody with whom she may not live, and the shelter cannot know
    await aUnit(database, worker, 'Overkant', 1, { isWheelchair: true });
    const others = await database.admin
      .selectFrom('shelter.place')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .where('id', 'not in', [left!, equal!, taken!])
      .execute();
    await ask(left!);
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(worker, own, 'aangekomen');
    await ask(taken!);
    const visitor = await app.visitor(worker);
    const offered = [...(await visitor.page(own)).querySelectorAll<HTMLOptionElement>('#veld-naarPlek option')];
    expect(offered.map(({ value }) => value).filter(Boolean)).toEqual([equal]);
    expect(others).toHaveLength(3);
    for (const { id } of others) {
      const answer = await press(worker, own, 'verplaatsen', { naarPlek: id });
      expect([answer.statusCode, documentOf(answer).getElementById('veld-naarPlek-fout')?.textContent]).toEqual([
        409,
        expect.stringContaining('Bel eerst wie plaatste'),
      ]);
    }
    expect(new Set((await nights()).map(({ place_id }) => place_id))).toEqual(new Set([left, taken]));
  });

  it('gives up a place it said yes to: frees the nights, takes the address back, tells who placed, and counts it by its own reason', async () => {
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const [own, held] = [`/opvang/plaatsingen/${id}`, `/plaatsen/plaatsingen/${id}`];
    expect((await (await app.visitor(worker)).page(own)).querySelector('form[action$="gaat-niet-door"]')).toBeNull();
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    await press(worker, own, 'aannemen');
    await press(placer, held, 'adres');
    expect((await press(worker, own, 'gaat-niet-door')).statusCode).toBe(303);
    expect(await only()).toMatchObject({ refusal: 'place-lost', no_show_at: null });
    expect(await nights()).toEqual([]);
    expect(await told(desk)).toEqual(['shelter.accepted', 'shelter.fell-through']);
    expect((await (await app.visitor(placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect((await (await app.visitor(worker)).get(own)).body).toContain(`/opvang/plekken/${place}`);
  });

  it('gives up no place in which somebody is, and has no such reason to say no', async () => {
    const { id, own } = await arrived();
    const page = await (await app.visitor(worker)).page(own);
    expect(page.querySelector('form[action$="gaat-niet-door"]')).toBeNull();
    const forged = {
      ...(await (await app.visitor(worker)).form(own, `${own}/vertrokken`)),
      action: `${own}/gaat-niet-door`,
    };
    const visitor = await app.visitor(worker);
    const { fields } = await visitor.form(own, `${own}/vertrokken`);
    expect((await visitor.send({ ...forged, fields })).statusCode).toBe(409);
    expect(await only()).toMatchObject({ id, refused_at: null });
  });

  it('names the shelter to who placed, in the list and at the stay, and not where it is', async () => {
    const [place] = await placesOf();
    await ask(place!);
    const { id } = await only();
    const visitor = await app.visitor(placer);
    for (const path of ['/plaatsen/plaatsingen', `/plaatsen/plaatsingen/${id}`]) {
      const main = (await visitor.page(path)).querySelector('main')!.textContent;
      expect(main).toContain(shelter.name);
      expect(main).not.toContain('Kelder');
    }
  });

  it('says of a promise on the telephone that it is unconfirmed, never that it ends', async () => {
    const [place] = await placesOf();
    await ask(place!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '10' });
    await runEverythingDue(database.kysely, 'demo', until(30));
    expect((await told(desk)).filter((kind) => /option|promise/.test(kind))).toEqual(['shelter.promise-unconfirmed']);
  });

  it('writes down later what was promised on the telephone, up to a week, and asks no hours for it', async () => {
    const [place, other] = await placesOf();
    const day = (ago: number) => writeDutchDate(addDays(dutchDay(new Date()), -ago));
    const phone = { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '' };
    const late = await ask(place!, { ...phone, van: day(3), beloofdOp: day(3), uren: 'weet niet' });
    expect(late.statusCode).toBe(303);
    expect(await only()).toMatchObject({ promised_on: addDays(dutchDay(new Date()), -3), via: 'phone' });
    const before = await ask(other!, { ...phone, van: day(8) });
    expect([before.statusCode, documentOf(before).getElementById('veld-van-fout') !== null]).toEqual([409, true]);
    for (const beloofdOp of [day(8), day(-1)]) {
      const wrong = await ask(other!, { ...phone, van: day(0), beloofdOp });
      expect([wrong.statusCode, documentOf(wrong).getElementById('veld-beloofdOp-fout') !== null]).toEqual([409, true]);
    }
    const option = await ask(other!, { van: day(3) });
    expect([option.statusCode, documentOf(option).getElementById('veld-van-fout') !== null]).toEqual([409, true]);
    expect(await stays()).toHaveLength(1);
  });

  it('says since when somebody could go on, and by which route', async () => {
    const { own } = await arrived();
    const later = await press(worker, own, 'uitstroom', { klaarOp: writeDutchDate(addDays(today, 1)), route: 'kamer' });
    expect([later.statusCode, documentOf(later).getElementById('veld-klaarOp-fout') !== null]).toEqual([409, true]);
    await press(worker, own, 'uitstroom', { klaarOp: writeDutchDate(today), route: 'kamer' });
    expect(await only()).toMatchObject({ ready_on: today, outflow_route: 'room' });
  });

  it('is kept by a term, and erased with its nights when that ends', async () => {
    const { id } = await arrived();
    const kept = await database.admin
      .selectFrom('retention.record')
      .select('rule')
      .where('subject_kind', '=', 'shelter.placement')
      .where('subject_id', '=', id)
      .execute();
    expect(kept).toEqual([{ rule: 'shelter-request-used' }]);
    const erased = await enter(database.kysely, { door: 'own', tenantId: shelter.id }, (tx, time) =>
      placementEraser.erase(tx, { tenantId: shelter.id, id } as Parameters<typeof placementEraser.erase>[1], time),
    );
    expect(erased).toMatchObject({ 'shelter.placement': 1, 'shelter.night_slot': 10, 'shelter.booking': 1 });
    expect(await stays()).toHaveLength(0);
  });
});
