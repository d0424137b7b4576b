import { describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { placementEraser } from '../../src/features/shelter/index.ts';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { dutchMoment } from '../../src/platform/clock/dutch-moment.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { shelterWorld } from '../support/shelter-world.ts';

const HOUR = 3_600_000;

describe('a place that is given', () => {
  const { world, placesIn, stays, nights, only, told, reserve, press, arrived } = shelterWorld();
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });
  const until = (hours: number) => ({ wait: true, until: new Date(Date.now() + hours * HOUR) });

  it('runs as the shelter under its mandate, and goes from option to departure', async () => {
    const [place] = await placesIn('Kelder', 3);
    const answer = await reserve(place!);
    const { id, code } = await only();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/plaatsen/plaatsingen/${id}`]);
    expect(await nights()).toHaveLength(10);
    expect(await told(world.shelter)).toEqual(['shelter.asked']);
    const events = await world.database.admin
      .selectFrom('audit.event')
      .select(['tenant_id', 'trace_id'])
      .where('action', '=', 'shelter.reserve')
      .where('subject_id', '=', id)
      .execute();
    expect(new Set(events.map(({ tenant_id }) => tenant_id))).toEqual(new Set([world.shelter.id, world.desk.id]));
    expect(new Set(events.map(({ trace_id }) => trace_id)).size).toBe(1);

    const own = `/opvang/plaatsingen/${id}`;
    expect((await (await world.app.visitor(world.worker)).get(own)).body).toContain(code);
    expect((await (await world.app.visitor(world.placer)).get(`/plaatsen/plaatsingen/${id}/adres`)).body).not.toContain(
      'Kelderstraat',
    );
    expect((await press(world.worker, own, 'aannemen')).statusCode).toBe(303);
    const held = `/plaatsen/plaatsingen/${id}`;
    const opened = await press(world.placer, held, 'adres');
    expect(opened.headers.location).toBe(`${held}/adres`);
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).toContain('Kelderstraat 1');
    expect((await press(world.placer, held, 'onderweg')).statusCode).toBe(303);
    expect((await press(world.worker, own, 'aangekomen')).statusCode).toBe(303);
    const left = await press(world.worker, own, 'vertrokken', { waarheen: 'woning' });
    expect(left.statusCode).toBe(303);
    expect(await nights()).toHaveLength(0);
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect(await told(world.desk)).toEqual(['shelter.accepted', 'shelter.departed']);
  });

  it('no longer asks the shelter for an answer that it gave, nor to wait for who came', async () => {
    const waiting = () => told(world.shelter, 'waiting');
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const own = `/opvang/plaatsingen/${id}`;
    expect(await waiting()).toEqual(['shelter.asked']);
    expect((await press(world.worker, own, 'aannemen')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
    expect((await press(world.placer, `/plaatsen/plaatsingen/${id}`, 'onderweg')).statusCode).toBe(303);
    expect(await waiting()).toEqual(['shelter.under-way']);
    expect((await press(world.worker, own, 'aangekomen')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
  });

  it('no longer tells who placed of a place that she gave up, nor that an option ends when somebody is under way', async () => {
    const [one, two] = await placesIn('Kelder', 2);
    const waiting = () => told(world.desk, 'waiting');
    await reserve(one!, { uren: '10' });
    const held = `/plaatsen/plaatsingen/${(await only()).id}`;
    await runEverythingDue(world.database.kysely, 'demo', until(7));
    expect(await waiting()).toEqual(['shelter.option-ends-soon']);
    expect((await press(world.placer, held, 'onderweg')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
    expect((await press(world.placer, held, 'intrekken')).statusCode).toBe(303);

    await reserve(two!);
    const { id } = (await stays()).find(({ place_ids }) => place_ids.includes(two!))!;
    expect((await press(world.worker, `/opvang/plaatsingen/${id}`, 'aannemen')).statusCode).toBe(303);
    expect(await waiting()).toEqual(['shelter.accepted']);
    expect((await press(world.placer, `/plaatsen/plaatsingen/${id}`, 'intrekken')).statusCode).toBe(303);
    expect(await waiting()).toEqual([]);
  });

  it('takes the address back when the place is no longer needed', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const held = `/plaatsen/plaatsingen/${id}`;
    // whoever looks first gives her organisation the key that messages are sealed for
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect((await press(world.worker, `/opvang/plaatsingen/${id}`, 'aannemen')).statusCode).toBe(303);
    expect((await press(world.placer, held, 'adres')).statusCode).toBe(303);
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).toContain('Kelderstraat 1');
    expect((await press(world.placer, held, 'intrekken')).statusCode).toBe(303);
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    const { state, content } = await world.database.admin
      .selectFrom('exchange.message')
      .select(['state', 'content'])
      .where('tenant_id', '=', world.desk.id)
      .where('id', '=', (await only()).address_message_id!)
      .executeTakeFirstOrThrow();
    expect([state, content]).toEqual(['withdrawn', null]);
    expect(await nights()).toHaveLength(0);
  });

  it('frees the nights at once when the shelter says no, and keeps why', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const why = await press(world.worker, `/opvang/plaatsingen/${id}`, 'weigeren');
    expect(why.statusCode).toBe(400);
    await press(world.worker, `/opvang/plaatsingen/${id}`, 'weigeren', { reden: 'geen-regiobinding' });
    expect([await nights(), (await only()).refusal]).toEqual([[], 'no-regional-tie']);
    expect(await told(world.desk)).toEqual(['shelter.refused']);
    const page = (await (await world.app.visitor(world.placer)).get(`/plaatsen/plaatsingen/${id}`)).body;
    expect(page).toContain('landelijk toegankelijk');
    expect((await reserve(place!)).statusCode).toBe(303);
  });

  it('lets an option lapse only after both sides were warned', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!, { uren: '10' });
    await runEverythingDue(world.database.kysely, 'demo', until(5));
    expect(await told(world.shelter)).toEqual(['shelter.asked']);
    await runEverythingDue(world.database.kysely, 'demo', until(7));
    expect(await told(world.shelter)).toContain('shelter.option-ends-soon');
    expect(await told(world.desk)).toEqual(['shelter.option-ends-soon']);
    expect(await nights()).toHaveLength(10);
    await runEverythingDue(world.database.kysely, 'demo', until(11));
    expect(await nights()).toHaveLength(0);
    expect(await told(world.desk)).toEqual(['shelter.option-ends-soon', 'shelter.option-lapsed']);
  });

  it('never lets lapse who is under way, nor what was promised on the telephone', async () => {
    const [one, two] = await placesIn('Kelder', 3);
    await reserve(one!, { uren: '10' });
    await press(world.placer, `/plaatsen/plaatsingen/${(await only()).id}`, 'onderweg');
    await reserve(two!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '10' });
    await runEverythingDue(world.database.kysely, 'demo', until(48));
    expect(await nights()).toHaveLength(20);
    expect((await stays()).map(({ lapsed_at }) => lapsed_at)).toEqual([null, null]);
  });

  it('asks at noon of the last day whether somebody left, and keeps her in her place from six in the evening', async () => {
    const [place] = await placesIn('Kelder', 3);
    const last = addDays(today, 2);
    await reserve(place!, { tot: writeDutchDate(last) });
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(world.worker, own, 'aangekomen');
    const due = (hour: number, minutes: number) =>
      runEverythingDue(world.database.kysely, 'demo', {
        wait: true,
        until: new Date(dutchMoment(last, hour).getTime() + minutes * 60_000),
      });
    await due(0, 1);
    await due(11, 59);
    expect(await told(world.shelter)).not.toContain('shelter.departure-asked');
    await due(12, 1);
    expect(await told(world.shelter)).toContain('shelter.departure-asked');
    await due(17, 59);
    expect([(await nights()).length, (await only()).until_night]).toEqual([2, last]);
    await due(18, 1);
    expect(await told(world.shelter)).toContain('shelter.stays-on');
    expect([(await nights()).length, (await only()).until_night]).toEqual([9, addDays(last, 7)]);
  });

  it('prolongs nobody who left in the morning of her last day', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!, { tot: writeDutchDate(addDays(today, 1)) });
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(world.worker, own, 'aangekomen');
    const morning = { wait: true, until: dutchMoment(addDays(today, 1), 10) };
    await runEverythingDue(world.database.kysely, 'demo', morning);
    await press(world.worker, own, 'vertrokken', { waarheen: 'woning' });
    await runEverythingDue(world.database.kysely, 'demo', until(60));
    expect((await told(world.shelter)).filter((kind) => /stays-on|departure-asked/.test(kind))).toEqual([]);
  });

  it('shows a shelter and who places only their own', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const [otherShelter, otherDesk] = [
      await anActor(world.database, 'opvang', await anOrganisation(world.database, 'opvangorganisatie')),
      await anActor(world.database, 'comensha-plaatsing', await anOrganisation(world.database, 'comensha')),
    ];
    expect((await (await world.app.visitor(otherShelter)).get(`/opvang/plaatsingen/${id}`)).statusCode).toBe(404);
    expect((await (await world.app.visitor(otherDesk)).get(`/plaatsen/plaatsingen/${id}`)).statusCode).toBe(404);
    expect((await (await world.app.visitor(otherDesk)).get(`/plaatsen/plaatsingen/${id}/adres`)).statusCode).toBe(404);
    expect((await (await world.app.visitor(otherDesk)).get('/plaatsen/plaatsingen')).body).not.toContain(
      (await only()).code,
    );
  });

  it('names the shelter to who placed, in the list and at the stay, and not where it is', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const visitor = await world.app.visitor(world.placer);
    for (const path of ['/plaatsen/plaatsingen', `/plaatsen/plaatsingen/${id}`]) {
      const main = (await visitor.page(path)).querySelector('main')!.textContent;
      expect(main).toContain(world.shelter.name);
      expect(main).not.toContain('Kelder');
    }
  });

  it('says of a promise on the telephone that it is unconfirmed, never that it ends', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '10' });
    await runEverythingDue(world.database.kysely, 'demo', until(30));
    expect((await told(world.desk)).filter((kind) => /option|promise/.test(kind))).toEqual([
      'shelter.promise-unconfirmed',
    ]);
  });

  it('is kept by a term, and erased with its nights when that ends', async () => {
    const { id } = await arrived();
    const kept = await world.database.admin
      .selectFrom('retention.record')
      .select('rule')
      .where('subject_kind', '=', 'shelter.placement')
      .where('subject_id', '=', id)
      .execute();
    expect(kept).toEqual([{ rule: 'shelter-request-used' }]);
    const erased = await enter(world.database.kysely, { door: 'own', tenantId: world.shelter.id }, (tx, time) =>
      placementEraser.erase(
        tx,
        { tenantId: world.shelter.id, id } as Parameters<typeof placementEraser.erase>[1],
        time,
      ),
    );
    expect(erased).toMatchObject({ 'shelter.placement': 1, 'shelter.night_slot': 10, 'shelter.booking': 1 });
    expect(await stays()).toHaveLength(0);
  });
});
