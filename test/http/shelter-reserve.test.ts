import { describe, expect, it } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { openGate } from '../support/open-gate.ts';
import { shelterWorld } from '../support/shelter-world.ts';

describe('a place that is asked for', () => {
  const { page, textOf, world, placesIn, stays, nights, only, told, reserve, press } = shelterWorld();
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });

  it('tells whoever comes second what to do, and gives nothing twice', async () => {
    const [place] = await placesIn('Kelder', 3);
    const second = await anActor(world.database, 'comensha-plaatsing', world.desk);
    const both = await Promise.all([
      reserve(place!),
      reserve(place!, {}, second),
      reserve(place!, {}, second),
      reserve(place!),
    ]);
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
    const [place] = await placesIn('Kelder', 3);
    const visitor = await world.app.visitor(world.placer);
    const form = await visitor.form(`/plaatsen/vrij/${place}`, `/plaatsen/vrij/${place}`);
    const both = await Promise.all([visitor.send(form), visitor.send(form)]);
    expect(new Set(both.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await stays()).toHaveLength(1);
  });

  it('gives places beside each other to a family, and all of them or none', async () => {
    const [one, two, three] = await placesIn('Kelder', 3);
    await reserve(three!);
    expect((await reserve(one!, { ook: `${two} ${three}` })).statusCode).toBe(409);
    expect(await stays()).toHaveLength(1);
    expect((await reserve(one!, { ook: two! })).statusCode).toBe(303);
    expect(await nights()).toHaveLength(30);
  });

  it('refuses without a mandate, where another law decides, and nights that cannot be', async () => {
    const [place] = await placesIn('Kelder', 3);
    const stranger = await anOrganisation(world.database, 'comensha');
    await openGate(world.database, stranger.id, 'shelter');
    const without = await reserve(place!, {}, await anActor(world.database, 'comensha-plaatsing', stranger));
    expect([without.statusCode, documentOf(without).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('geen mandaat'),
    ]);
    const turned = await reserve(place!, { tot: writeDutchDate(today) });
    expect([turned.statusCode, documentOf(turned).getElementById('veld-tot-fout') !== null]).toEqual([409, true]);
    const nobody = await reserve(place!, { hoe: 'telefonisch', bevestigdDoor: '' });
    expect([nobody.statusCode, documentOf(nobody).getElementById('veld-bevestigdDoor-fout') !== null]).toEqual([
      400,
      true,
    ]);
    const beds = await placesIn('Kelder', 3, { type: 'emergency' });
    const police = await reserve(beds[0]!);
    expect([police.statusCode, documentOf(police).querySelector('main')?.textContent]).toEqual([
      409,
      expect.stringContaining('CoMensha plaatst hier niet'),
    ]);
    expect(await stays()).toHaveLength(0);
  });

  it('has a place that was found by telephone at once, for nobody else, until the shelter confirms', async () => {
    const [place] = await placesIn('Kelder', 3);
    await reserve(place!, { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst' });
    const { id, via } = await only();
    expect([via, await told(world.shelter)]).toEqual(['phone', ['shelter.phoned']]);
    expect((await reserve(place!)).statusCode).toBe(409);
    const free = await (await world.app.visitor(world.placer)).page('/plaatsen?soort=vrouwenopvang');
    expect(free.querySelector(`main a[href="/plaatsen/vrij/${place}"]`)).toBeNull();
    expect((await press(world.worker, `/opvang/plaatsingen/${id}`, 'aannemen')).statusCode).toBe(303);
    expect((await only()).accepted_at).not.toBeNull();
  });

  it('writes down later what was promised on the telephone, up to a week, and asks no hours for it', async () => {
    const [place, other] = await placesIn('Kelder', 3);
    const day = (ago: number) => writeDutchDate(addDays(dutchDay(new Date()), -ago));
    const phone = { hoe: 'telefonisch', bevestigdDoor: 'nachtdienst', uren: '' };
    const late = await reserve(place!, { ...phone, van: day(3), beloofdOp: day(3), uren: 'weet niet' });
    expect(late.statusCode).toBe(303);
    expect(await only()).toMatchObject({ promised_on: addDays(dutchDay(new Date()), -3), via: 'phone' });
    const before = await reserve(other!, { ...phone, van: day(8) });
    expect([before.statusCode, documentOf(before).getElementById('veld-van-fout') !== null]).toEqual([409, true]);
    for (const beloofdOp of [day(8), day(-1)]) {
      const wrong = await reserve(other!, { ...phone, van: day(0), beloofdOp });
      expect([wrong.statusCode, documentOf(wrong).getElementById('veld-beloofdOp-fout') !== null]).toEqual([409, true]);
    }
    const option = await reserve(other!, { van: day(3) });
    expect([option.statusCode, documentOf(option).getElementById('veld-van-fout') !== null]).toEqual([409, true]);
    expect(await stays()).toHaveLength(1);
  });

  it('gives every night once when the clock changes, in spring and in autumn', async () => {
    const [place] = await placesIn('Kelder');
    const changes = Array.from({ length: 400 }, (_, index) => addDays(today, index + 2))
      // Europe changes its clock on the last Sunday of March and of October
      .filter((each) => /-(03|10)-(2[5-9]|3[01])$/.test(each) && new Date(each).getUTCDay() === 0)
      .slice(0, 2);
    expect(changes).toHaveLength(2);
    for (const change of changes) {
      const [before, after] = [addDays(change, -1), addDays(change, 2)];
      const asked = { van: writeDutchDate(before), tot: writeDutchDate(after) };
      expect((await reserve(place!, asked)).statusCode).toBe(303);
      const given = (await nights()).map(({ night }) => night).filter((night) => night >= before && night <= after);
      expect(given.toSorted()).toEqual([before, change, addDays(change, 1)]);
      const again = { van: writeDutchDate(change), tot: writeDutchDate(addDays(change, 1)) };
      expect((await reserve(place!, again)).statusCode).toBe(409);
    }
  });

  it('says of a place that is given tonight until when, and offers it from the night on which it is free', async () => {
    const [place] = await placesIn('Kelder');
    const path = `/plaatsen/vrij/${place}`;
    await reserve(place!, { tot: writeDutchDate(addDays(today, 4)) });
    await reserve(place!, { van: writeDutchDate(addDays(today, 9)), tot: writeDutchDate(addDays(today, 12)) });
    const shown = await page(path);
    expect(shown.querySelector('main form')).toBeNull();
    const dates = [...shown.querySelectorAll('main time')].map((time) => time.getAttribute('datetime'));
    expect(dates).toEqual([addDays(today, 4), addDays(today, 9)]);
    expect(await textOf(path)).toContain('vannacht al aan een ander gegeven');
    const form = await (await world.app.visitor(world.placer)).form(`${path}?later`, path);
    expect([form.fields.van, form.fields.tot]).toEqual([
      writeDutchDate(addDays(today, 4)),
      writeDutchDate(addDays(today, 9)),
    ]);
  });

  it('says of a place that is shut that it is, and from when it opens', async () => {
    const [place] = await placesIn('Kelder', 1, { opensOn: addDays(today, 3) });
    expect(await textOf(`/plaatsen/vrij/${place}`)).toContain('Deze plek is vannacht niet open. Vrij vanaf');
    const [shut] = await placesIn('Zolder', 1, { closesOn: today });
    const never = await textOf(`/plaatsen/vrij/${shut}`);
    expect(never).toContain('geen nacht bekend');
    expect(never).not.toContain('Leg de plek later vast');
  });
});
