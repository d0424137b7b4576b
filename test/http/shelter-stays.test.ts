import { describe, expect, it } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { aUnit } from '../support/a-shelter.ts';
import { documentOf } from '../support/app.ts';
import { shelterWorld } from '../support/shelter-world.ts';

describe('somebody who is inside', () => {
  const { world, placesIn, nights, only, told, reserve, press, arrived } = shelterWorld();
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });

  it('goes on for longer when the nights are free, and says so when they are not', async () => {
    const { own, one } = await arrived();
    await press(world.worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 14)) });
    expect(await nights()).toHaveLength(14);
    expect(await told(world.desk)).toContain('shelter.extended');
    const shorter = await press(world.worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 14)) });
    expect([shorter.statusCode, documentOf(shorter).getElementById('veld-langerTot-fout') !== null]).toEqual([
      409,
      true,
    ]);
    const second = { van: writeDutchDate(addDays(today, 20)), tot: writeDutchDate(addDays(today, 25)) };
    expect((await reserve(one, second)).statusCode).toBe(303);
    const taken = await press(world.worker, own, 'verlengen', { langerTot: writeDutchDate(addDays(today, 30)) });
    expect([taken.statusCode, await nights()]).toEqual([409, expect.objectContaining({ length: 19 })]);
  });

  it('moves somebody within the shelter without a night twice, and never onto a place that is given', async () => {
    const { id, own, one, two } = await arrived();
    await press(world.worker, own, 'verplaatsen', { naarPlek: two });
    expect([(await only()).place_ids, new Set((await nights()).map((night) => night.place_id))]).toEqual([
      [two],
      new Set([two]),
    ]);
    expect(await nights()).toHaveLength(10);
    await reserve(one);
    const back = await press(world.worker, own, 'verplaatsen', { naarPlek: one });
    expect(back.statusCode).toBe(409);
    const kept = await world.database.admin
      .selectFrom('shelter.placement')
      .select('place_ids')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.place_ids).toEqual([two]);
  });

  it('moves nobody to another house, or to a place that gives less, is of another kind or is taken, and says to call who placed', async () => {
    const [left, equal, taken] = await placesIn('Kelder', 3, { isWheelchair: true });
    await aUnit(world.database, world.worker, 'Zolder', 1, { type: 'cosm', isWheelchair: true });
    await aUnit(world.database, world.worker, 'Trap', 1);
    // as good as hers, in another house: there may be somebody with whom she may not live, and the shelter cannot know
    await aUnit(world.database, world.worker, 'Overkant', 1, { isWheelchair: true });
    const others = await world.database.admin
      .selectFrom('shelter.place')
      .select('id')
      .where('tenant_id', '=', world.shelter.id)
      .where('id', 'not in', [left!, equal!, taken!])
      .execute();
    await reserve(left!);
    const own = `/opvang/plaatsingen/${(await only()).id}`;
    await press(world.worker, own, 'aangekomen');
    await reserve(taken!);
    const visitor = await world.app.visitor(world.worker);
    const offered = [...(await visitor.page(own)).querySelectorAll<HTMLOptionElement>('#veld-naarPlek option')];
    expect(offered.map(({ value }) => value).filter(Boolean)).toEqual([equal]);
    expect(others).toHaveLength(3);
    for (const { id } of others) {
      const answer = await press(world.worker, own, 'verplaatsen', { naarPlek: id });
      expect([answer.statusCode, documentOf(answer).getElementById('veld-naarPlek-fout')?.textContent]).toEqual([
        409,
        expect.stringContaining('Bel eerst wie plaatste'),
      ]);
    }
    expect(new Set((await nights()).map(({ place_id }) => place_id))).toEqual(new Set([left, taken]));
  });

  it('gives up a place it said yes to: frees the nights, takes the address back, tells who placed, and counts it by its own reason', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!);
    const { id } = await only();
    const [own, held] = [`/opvang/plaatsingen/${id}`, `/plaatsen/plaatsingen/${id}`];
    expect(
      (await (await world.app.visitor(world.worker)).page(own)).querySelector('form[action$="gaat-niet-door"]'),
    ).toBeNull();
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    await press(world.worker, own, 'aannemen');
    await press(world.placer, held, 'adres');
    expect((await press(world.worker, own, 'gaat-niet-door')).statusCode).toBe(303);
    expect(await only()).toMatchObject({ refusal: 'place-lost', no_show_at: null });
    expect(await nights()).toEqual([]);
    expect(await told(world.desk)).toEqual(['shelter.accepted', 'shelter.fell-through']);
    expect((await (await world.app.visitor(world.placer)).get(`${held}/adres`)).body).not.toContain('Kelderstraat');
    expect((await (await world.app.visitor(world.worker)).get(own)).body).toContain(`/opvang/plekken/${place}`);
  });

  it('gives up no place in which somebody is, and has no such reason to say no', async () => {
    const { id, own } = await arrived();
    const page = await (await world.app.visitor(world.worker)).page(own);
    expect(page.querySelector('form[action$="gaat-niet-door"]')).toBeNull();
    const forged = {
      ...(await (await world.app.visitor(world.worker)).form(own, `${own}/vertrokken`)),
      action: `${own}/gaat-niet-door`,
    };
    const visitor = await world.app.visitor(world.worker);
    const { fields } = await visitor.form(own, `${own}/vertrokken`);
    expect((await visitor.send({ ...forged, fields })).statusCode).toBe(409);
    expect(await only()).toMatchObject({ id, refused_at: null });
  });

  it('says since when somebody could go on, and by which route', async () => {
    const { own } = await arrived();
    const later = await press(world.worker, own, 'uitstroom', {
      klaarOp: writeDutchDate(addDays(today, 1)),
      route: 'kamer',
    });
    expect([later.statusCode, documentOf(later).getElementById('veld-klaarOp-fout') !== null]).toEqual([409, true]);
    await press(world.worker, own, 'uitstroom', { klaarOp: writeDutchDate(today), route: 'kamer' });
    expect(await only()).toMatchObject({ ready_on: today, outflow_route: 'room' });
  });
});
