import { describe, expect, it } from 'vitest';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import { aPlaceRequest } from '../support/a-shelter.ts';
import { documentOf } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { codeIn, errorAt, shelterWorld } from '../support/shelter-world.ts';

const LIST = '/plaatsen/aanvragen';
const WHY = 'Deze persoon kan nergens anders heen deze week.';

describe('a place that is chosen for a request', () => {
  const { world, placesIn, ask, choose, page, textOf, offered, stored } = shelterWorld();
  const today = dutchDay(new Date());

  it('goes from the telephone to a chosen place, and explains a year later why', async () => {
    const [plain] = await placesIn('Gewoon');
    const [night] = await placesIn('Nacht', 1, { expertise: ['lgbti'] });
    const asked = await ask({ kennisLiever: 'lhbti', begeleiding: 'moet', nietSamen: '' });
    expect(asked.statusCode).toBe(303);
    const code = codeIn(asked);
    expect(await offered(code)).toEqual([night, plain]);
    const shown = await textOf(`${LIST}/${code}`);
    expect(shown).toContain('kennis: veilig voor lhbti');
    expect(shown).toContain('heeft niet: kennis: veilig voor lhbti');

    const chosen = await choose(code, night!);
    expect([chosen.statusCode, chosen.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/plaatsen\/plaatsingen\//),
    ]);
    const [stay] = await world.database.admin
      .selectFrom('shelter.placement')
      .selectAll()
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    expect([stay!.place_ids, stay!.request_id]).toEqual([[night], (await stored())[0]!.id]);

    // a year later the place is another one, and the law too
    await world.database.admin
      .updateTable('shelter.place')
      .set({ expertise: [], genders: ['man'] })
      .execute();
    const later = await textOf(`${LIST}/${code}`);
    expect(later).toContain('past, en heeft ook: kennis: veilig voor lhbti');
    expect(later).toContain('nummer 1 van 2');
    expect(later).toMatch(/versie 2026-12\.2, rechten van \d{4}-\d{2}-\d{2}/);
  });

  it('shows a shelter no name, no region that is avoided and nobody with whom it cannot be', async () => {
    const [place] = await placesIn('Gewoon');
    const first = await aPlaceRequest(world.database, world.placer);
    const code = codeIn(await ask({ mijden: 'limburg den-haag', nietSamen: first }));
    await choose(code, place!, { waarom: WHY });
    const [stay] = await world.database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    for (const path of ['/opvang', '/opvang/plaatsingen', `/opvang/plaatsingen/${stay!.id}`]) {
      const seen = await textOf(path, world.worker);
      for (const clue of ['Limburg', 'Den Haag', first, code, 'mijdt']) expect(seen, path).not.toContain(clue);
    }
    // nor does it stand readable in any row: what is asked is sealed
    const rows = JSON.stringify(await stored());
    for (const clue of ['limburg', first]) expect(rows.replaceAll(`"code":"${first}"`, '')).not.toContain(clue);
  });

  it('looks nowhere in a region that is avoided, nor in a house of somebody she may not meet', async () => {
    const [amsterdam] = await placesIn('Gewoon', 2);
    const [limburg] = await placesIn('Zuid', 1, { region: 'limburg' });
    const other = await aPlaceRequest(world.database, world.placer);
    await choose(other, amsterdam!);
    expect(await offered(codeIn(await ask({ mijden: 'limburg' })))).toHaveLength(1);
    expect(await offered(codeIn(await ask({ nietSamen: other })))).toEqual([limburg]);
    const nowhere = codeIn(await ask({ mijden: 'limburg', nietSamen: other }));
    const shown = await textOf(`${LIST}/${nowhere}`);
    expect(shown).toContain('niets vrij dat past: bel');
    expect(shown).toContain('1 plek: een regio die u mijdt');
    expect((await stored()).filter(({ nothing_at }) => nothing_at !== null)).toHaveLength(1);
  });

  it('keeps two apart whichever of them was said it of, by a request, by a stay, and after a transfer', async () => {
    const [house, beside] = await placesIn('Samen', 3);
    const [elsewhere] = await placesIn('Elders', 2);
    const later = await aPlaceRequest(world.database, world.placer);
    // one says so, and is placed first: the other, who says nothing, is not offered that house
    const first = codeIn(await ask({ nietSamen: later }));
    expect((await choose(first, house!, { waarom: WHY })).statusCode).toBe(303);
    expect(await offered(later)).not.toContain(house);
    expect(await offered(later)).toContain(elsewhere);
    const forced = await (async () => {
      const visitor = await world.app.visitor(world.placer);
      const form = await visitor.form(`${LIST}/${later}/kies?plek=${elsewhere}`, `${LIST}/${later}/kies`);
      return visitor.send({ ...form, fields: { ...form.fields, plek: beside!, waarom: WHY } });
    })();
    expect(forced.statusCode).toBe(409);

    // who is asked for anew, to go to another shelter, is the same person under another code
    const anew = codeIn(
      await ask(
        { vitaal: 'no-safe-place', reden: 'De plek is niet meer veilig en zij is nu niet bereikbaar' },
        `${LIST}/${later}/elders/noodgeval`,
        {},
      ),
    );
    expect(anew).not.toBe(later);
    expect(await offered(anew)).not.toContain(house);

    // named by the code of her stay
    const stay = await world.database.admin
      .selectFrom('shelter.placement')
      .select('code')
      .where('tenant_id', '=', world.shelter.id)
      .executeTakeFirstOrThrow();
    const byStay = codeIn(await ask({ nietSamen: stay.code }));
    expect(await offered(byStay)).not.toContain(house);
    expect((await choose(byStay, elsewhere!, { waarom: WHY })).statusCode).toBe(303);
    const hers = codeIn(
      await ask(
        { vitaal: 'no-safe-place', reden: 'De plek is niet meer veilig en zij is nu niet bereikbaar' },
        `${LIST}/${first}/elders/noodgeval`,
        {},
      ),
    );
    // the person behind the stay goes on: still not into the house of who named that stay
    expect(await offered(hers)).not.toContain(elsewhere);
    const [row] = await world.database.admin
      .selectFrom('shelter.request')
      .select('apart_index')
      .where('code', '=', first)
      .execute();
    expect(row!.apart_index).toHaveLength(1);
    expect(Buffer.concat(row!.apart_index as Buffer[]).includes(later)).toBe(false);
  });

  it('places who was asked for some days ago in the nights that are left, and says so when none is', async () => {
    const [place] = await placesIn('Gewoon');
    const code = await aPlaceRequest(world.database, world.placer);
    const shift = (days: number, until: number) =>
      world.database.admin
        .updateTable('shelter.request')
        .set({ from_night: addDays(today, -days), until_night: addDays(today, until) })
        .where('code', '=', code)
        .execute();
    await shift(9, 0);
    expect(await offered(code)).toEqual([]);
    expect(await textOf(`${LIST}/${code}`)).toContain('De nachten die zijn gevraagd, zijn voorbij');
    await shift(9, 5);
    expect((await choose(code, place!)).statusCode).toBe(303);
    const stay = await world.database.admin
      .selectFrom('shelter.placement')
      .select('from_night')
      .where('tenant_id', '=', world.shelter.id)
      .executeTakeFirstOrThrow();
    expect(stay.from_night).toBe(today);
  });

  it('holds one place for one request, and does not end with nothing while a place is kept', async () => {
    const [place, other] = await placesIn('Gewoon', 2);
    const [one, two] = [
      await aPlaceRequest(world.database, world.placer),
      await aPlaceRequest(world.database, world.placer),
    ];
    expect((await choose(one, place!, { waarom: WHY })).statusCode).toBe(303);
    const second = await choose(one, other!, { waarom: WHY });
    expect([second.statusCode, second.body]).toEqual([409, expect.stringContaining('ligt een plek vast')]);
    const visitor = await world.app.visitor(world.placer);
    const close = await visitor.form(`${LIST}/${one}`, `${LIST}/${one}/sluiten`);
    const ended = await visitor.send({ ...close, fields: { ...close.fields, afloop: 'niet-nodig' } });
    expect([ended.statusCode, errorAt(ended, 'afloop')]).toEqual([409, expect.stringContaining('trek die eerst in')]);
    // and who has a place is no rival: nobody has to say why
    expect(await textOf(`${LIST}/${two}`)).not.toContain('past ook bij een andere aanvraag');
    expect((await choose(two, other!)).statusCode).toBe(303);
  });

  it('offers no choice where another law decides, and keeps why a choice came to nothing', async () => {
    const [youth] = await placesIn('Jeugd', 1, { type: 'youth', minAge: 12, maxAge: 17 });
    const code = codeIn(await ask({ positie: 'minderjarig', leeftijd: '16', gegevenDoor: 'person' }));
    expect(await textOf(`${LIST}/${code}`)).toContain('De gemeente beslist');
    expect(await offered(code)).toEqual([]);
    const [place] = await placesIn('Gewoon');
    const adult = await aPlaceRequest(world.database, world.placer);
    const visitor = await world.app.visitor(world.placer);
    const form = await visitor.form(`${LIST}/${adult}/kies?plek=${place}`, `${LIST}/${adult}/kies`);
    expect(youth).toBeDefined();
    // the shelter takes its mandate back while the form is open
    await world.database.admin.deleteFrom('organisations.mandate').where('tenant_id', '=', world.shelter.id).execute();
    expect((await visitor.send(form)).statusCode).toBe(409);
    const shown = await textOf(`${LIST}/${adult}`);
    expect(shown).toContain('de opvang had geen mandaat gegeven');
    expect(shown).not.toContain('een ander was eerder');
  });

  it('joins places of one house for a family of seven', async () => {
    await placesIn('Klein', 2, { genders: ['woman', 'man'], children: 2 });
    const big = await placesIn('Groot', 3, { genders: ['woman', 'man'], children: 2 });
    const code = codeIn(await ask({ mannenMee: '1', kinderen: '5' }));
    expect(await offered(code)).toEqual([big[0]]);
    // nobody said how old they are, so nobody looked whether they may come
    expect((await page(`${LIST}/${code}`)).body.textContent).toContain('van 5 kinderen is de leeftijd niet bekend');
    expect((await choose(code, big[0]!)).statusCode).toBe(303);
    const nights = await world.database.admin
      .selectFrom('shelter.night_slot')
      .select('place_id')
      .distinct()
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    expect(nights.map((each) => each.place_id).toSorted()).toEqual(big.toSorted());
  });

  it('asks why when two want one place, shows both without an order, and keeps the reason', async () => {
    const [place] = await placesIn('Gewoon');
    const [one, two] = [codeIn(await ask()), codeIn(await ask({ spoed: 'kan-wachten' }))];
    for (const [mine, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const shown = await textOf(`${LIST}/${mine}/kies?plek=${place}`);
      expect(shown).toContain(other);
      expect(shown).toContain('zegt niet wie voorgaat');
    }
    const without = await choose(two, place!);
    expect([without.statusCode, errorAt(without, 'waarom')]).toEqual([
      409,
      expect.stringContaining('waarom u deze plek'),
    ]);
    expect((await choose(two, place!, { waarom: WHY })).statusCode).toBe(303);
    const shown = await textOf(`${LIST}/${two}`);
    expect(shown).toContain(WHY);
    expect(shown).toContain(`Paste ook bij${one}`);
  });

  it('tells whoever comes second, and keeps that somebody else was quicker', async () => {
    const [place] = await placesIn('Gewoon');
    const [one, two] = [
      await aPlaceRequest(world.database, world.placer),
      await aPlaceRequest(world.database, world.placer),
    ];
    const visitor = await world.app.visitor(world.placer);
    const forms = await Promise.all(
      [one, two].map((code) => visitor.form(`${LIST}/${code}/kies?plek=${place}`, `${LIST}/${code}/kies`)),
    );
    const both = await Promise.all(
      forms.map((form) => visitor.send({ ...form, fields: { ...form.fields, waarom: WHY } })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const stays = await world.database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    expect(stays).toHaveLength(1);
  });

  it('lets one of two colleagues choose who seek a place for one request at one moment', async () => {
    const [place, other] = await placesIn('Gewoon', 2);
    const code = await aPlaceRequest(world.database, world.placer);
    const colleague = await anActor(world.database, 'comensha-plaatsing', world.desk);
    const sendings = await Promise.all(
      (
        [
          [world.placer, place],
          [colleague, other],
        ] as const
      ).map(async ([who, placeId]) => {
        const visitor = await world.app.visitor(who);
        const form = await visitor.form(`${LIST}/${code}/kies?plek=${placeId}`, `${LIST}/${code}/kies`);
        return () => visitor.send(form);
      }),
    );
    const answers = await Promise.all(sendings.map((send) => send()));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const lost = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
    expect(lost.querySelector('main')!.textContent).toMatch(/Een collega koos net een plek|ligt een plek vast/);
    expect(lost.querySelector(`main a[href="${LIST}/${code}"]`)).not.toBeNull();
    const stays = world.database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', world.shelter.id);
    expect(await stays.execute()).toHaveLength(1);
  });

  it('counts the same form sent twice as one choice', async () => {
    const [place] = await placesIn('Gewoon');
    const code = await aPlaceRequest(world.database, world.placer);
    const visitor = await world.app.visitor(world.placer);
    const form = await visitor.form(`${LIST}/${code}/kies?plek=${place}`, `${LIST}/${code}/kies`);
    // twice at one moment, and once more
    const answers = [...(await Promise.all([visitor.send(form), visitor.send(form)])), await visitor.send(form)];
    // the second leads to the same stay, although its place is taken now: by itself
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    const stays = await world.database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    expect(stays).toHaveLength(1);
  });
});
