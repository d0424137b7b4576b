import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aReceivedHelp } from '../support/a-received-help.ts';
import { aPlaceRequest, aUnit, mayPlace, type PLACES } from '../support/a-shelter.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

type Fields = Readonly<Record<string, string>>;
const LIST = '/plaatsen/aanvragen';
/** A woman of thirty who may be in women's shelter; a test says what differs. */
const ASKED = {
  positie: 'nederlander',
  geslacht: 'vrouw',
  leeftijd: '30',
  spoed: 'vannacht',
  bellen: '06 12345678',
} as const;
const CONSENT = { gegevenDoor: 'person', hoe: 'written', taal: 'nl' } as const;
const WHY = 'Deze persoon kan nergens anders heen deze week.';

describe('a request for a place', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let desk: TestOrganisation;
  let worker: Actor;
  let placer: Actor;
  const today = dutchDay(new Date());

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    // what is free is seen by everybody who places: each test begins with nothing free
    await database.admin.deleteFrom('shelter.night_slot').execute();
    await database.admin
      .updateTable('shelter.place')
      .set({ closes_on: '2020-01-02' as never })
      .execute();
    shelter = await anOrganisation(database, 'opvangorganisatie');
    desk = await anOrganisation(database, 'comensha');
    worker = await anActor(database, 'opvang', shelter);
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    await mayPlace(database, shelter.id, desk.id);
  });

  const placesOf = async (name: string, count = 1, changes: Partial<typeof PLACES> | Record<string, unknown> = {}) => {
    const unit = await aUnit(database, worker, name, count, changes as Partial<typeof PLACES>);
    const rows = await database.admin
      .selectFrom('shelter.place')
      .select('id')
      .where('unit_id', '=', unit)
      .orderBy('number')
      .execute();
    return rows.map(({ id }) => id);
  };
  async function ask(changes: Fields = {}, path = `${LIST}/nieuw`, given: Fields = CONSENT) {
    const visitor = await app.visitor(placer);
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...ASKED, ...given, ...changes } });
  }
  const codeIn = (answer: { readonly headers: { readonly location?: unknown } }) =>
    String(answer.headers.location).split('/').at(-1)!;
  const page = async (path: string, as = placer) => documentOf(await (await app.visitor(as)).get(path));
  const textOf = async (path: string, as = placer) =>
    ((await page(path, as)).querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  async function choose(code: string, placeId: string, fields: Fields = {}, as = placer) {
    const visitor = await app.visitor(as);
    const form = await visitor.form(`${LIST}/${code}/kies?plek=${placeId}`, `${LIST}/${code}/kies`);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const offered = async (code: string) =>
    [...(await page(`${LIST}/${code}`)).querySelectorAll('main ol a[href*="/kies?plek="]')].map(
      (link) => new URLSearchParams(link.getAttribute('href')!.split('?')[1]).get('plek')!,
    );
  const freeIn = async (name: string) =>
    (
      await database.admin
        .selectFrom('shelter.place as p')
        .innerJoin('shelter.unit as u', (join) =>
          join.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.unit_id'),
        )
        .select('p.id')
        .where('p.tenant_id', '=', shelter.id)
        .where('u.name', '=', name)
        .orderBy('p.number')
        .execute()
    ).map(({ id }) => id);
  const stored = () =>
    database.admin.selectFrom('shelter.request').selectAll().where('tenant_id', '=', desk.id).execute();

  it('goes from the telephone to a chosen place, and explains a year later why', async () => {
    const [plain] = await placesOf('Gewoon');
    const [night] = await placesOf('Nacht', 1, { expertise: ['lgbti'] });
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
    const [stay] = await database.admin
      .selectFrom('shelter.placement')
      .selectAll()
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect([stay!.place_ids, stay!.request_id]).toEqual([[night], (await stored())[0]!.id]);

    // a year later the place is another one, and the law too
    await database.admin
      .updateTable('shelter.place')
      .set({ expertise: [], genders: ['man'] })
      .execute();
    const later = await textOf(`${LIST}/${code}`);
    expect(later).toContain('past, en heeft ook: kennis: veilig voor lhbti');
    expect(later).toContain('nummer 1 van 2');
    expect(later).toMatch(/versie 2026-12\.2, rechten van \d{4}-\d{2}-\d{2}/);
  });

  it('shows a shelter no name, no region that is avoided and nobody with whom it cannot be', async () => {
    const [place] = await placesOf('Gewoon');
    const first = await aPlaceRequest(database, placer);
    const code = codeIn(await ask({ mijden: 'limburg den-haag', nietSamen: first }));
    await choose(code, place!, { waarom: WHY });
    const [stay] = await database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .execute();
    for (const path of ['/opvang', '/opvang/plaatsingen', `/opvang/plaatsingen/${stay!.id}`]) {
      const seen = await textOf(path, worker);
      for (const clue of ['Limburg', 'Den Haag', first, code, 'mijdt']) expect(seen, path).not.toContain(clue);
    }
    // nor does it stand readable in any row: what is asked is sealed
    const rows = JSON.stringify(await stored());
    for (const clue of ['limburg', first]) expect(rows.replaceAll(`"code":"${first}"`, '')).not.toContain(clue);
  });

  it('looks nowhere in a region that is avoided, nor in a house of somebody she may not meet', async () => {
    const [amsterdam] = await placesOf('Gewoon', 2);
    const [limburg] = await placesOf('Zuid', 1, { region: 'limburg' });
    const other = await aPlaceRequest(database, placer);
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
    const [house] = await placesOf('Samen', 3);
    const [elsewhere] = await placesOf('Elders', 2);
    const later = await aPlaceRequest(database, placer);
    // one says so, and is placed first: the other, who says nothing, is not offered that house
    const first = codeIn(await ask({ nietSamen: later }));
    expect((await choose(first, house!, { waarom: WHY })).statusCode).toBe(303);
    expect(await offered(later)).not.toContain(house);
    expect(await offered(later)).toContain(elsewhere);
    const forced = await (async () => {
      const visitor = await app.visitor(placer);
      const form = await visitor.form(`${LIST}/${later}/kies?plek=${elsewhere}`, `${LIST}/${later}/kies`);
      const [, second] = await freeIn('Samen');
      return visitor.send({ ...form, fields: { ...form.fields, plek: second!, waarom: WHY } });
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
    const stay = await database.admin
      .selectFrom('shelter.placement')
      .select('code')
      .where('tenant_id', '=', shelter.id)
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
    const [row] = await database.admin
      .selectFrom('shelter.request')
      .select('apart_index')
      .where('code', '=', first)
      .execute();
    expect(row!.apart_index).toHaveLength(1);
    expect(Buffer.concat(row!.apart_index as Buffer[]).includes(later)).toBe(false);
  });

  it('places who was asked for some days ago in the nights that are left, and says so when none is', async () => {
    const [place] = await placesOf('Gewoon');
    const code = await aPlaceRequest(database, placer);
    const shift = (days: number, until: number) =>
      database.admin
        .updateTable('shelter.request')
        .set({ from_night: addDays(today, -days), until_night: addDays(today, until) })
        .where('code', '=', code)
        .execute();
    await shift(9, 0);
    expect(await offered(code)).toEqual([]);
    expect(await textOf(`${LIST}/${code}`)).toContain('De nachten die zijn gevraagd, zijn voorbij');
    await shift(9, 5);
    expect((await choose(code, place!)).statusCode).toBe(303);
    const stay = await database.admin
      .selectFrom('shelter.placement')
      .select('from_night')
      .where('tenant_id', '=', shelter.id)
      .executeTakeFirstOrThrow();
    expect(stay.from_night).toBe(today);
  });

  it('holds one place for one request, and does not end with nothing while a place is kept', async () => {
    const [place, other] = await placesOf('Gewoon', 2);
    const [one, two] = [await aPlaceRequest(database, placer), await aPlaceRequest(database, placer)];
    expect((await choose(one, place!, { waarom: WHY })).statusCode).toBe(303);
    const second = await choose(one, other!, { waarom: WHY });
    expect([second.statusCode, second.body]).toEqual([409, expect.stringContaining('ligt een plek vast')]);
    const visitor = await app.visitor(placer);
    const close = await visitor.form(`${LIST}/${one}`, `${LIST}/${one}/sluiten`);
    const ended = await visitor.send({ ...close, fields: { ...close.fields, afloop: 'niet-nodig' } });
    expect([ended.statusCode, errorAt(ended, 'afloop')]).toEqual([409, expect.stringContaining('trek die eerst in')]);
    // and who has a place is no rival: nobody has to say why
    expect(await textOf(`${LIST}/${two}`)).not.toContain('past ook bij een andere aanvraag');
    expect((await choose(two, other!)).statusCode).toBe(303);
  });

  it('offers no choice where another law decides, and keeps why a choice came to nothing', async () => {
    const [youth] = await placesOf('Jeugd', 1, { type: 'youth', minAge: 12, maxAge: 17 });
    const code = codeIn(await ask({ positie: 'minderjarig', leeftijd: '16', gegevenDoor: 'person' }));
    expect(await textOf(`${LIST}/${code}`)).toContain('De gemeente beslist');
    expect(await offered(code)).toEqual([]);
    const [place] = await placesOf('Gewoon');
    const adult = await aPlaceRequest(database, placer);
    const visitor = await app.visitor(placer);
    const form = await visitor.form(`${LIST}/${adult}/kies?plek=${place}`, `${LIST}/${adult}/kies`);
    expect(youth).toBeDefined();
    // the shelter takes its mandate back while the form is open
    await database.admin.deleteFrom('organisations.mandate').where('tenant_id', '=', shelter.id).execute();
    expect((await visitor.send(form)).statusCode).toBe(409);
    const shown = await textOf(`${LIST}/${adult}`);
    expect(shown).toContain('de opvang had geen mandaat gegeven');
    expect(shown).not.toContain('een ander was eerder');
  });

  it('refuses a code that names nobody it knows, since it would protect nobody', async () => {
    const answer = await ask({ nietSamen: 'ZZZZ-ZZZZ' });
    expect([answer.statusCode, errorAt(answer, 'nietSamen')]).toEqual([
      400,
      expect.stringContaining('kennen wij niet'),
    ]);
    const named = await ask({ nietSamen: 'Jan Jansen' });
    expect([named.statusCode, errorAt(named, 'nietSamen')]).toEqual([400, expect.stringContaining('alleen kenmerken')]);
  });

  it('takes a number to call back in any notation and of any country, as it was typed', async () => {
    for (const bellen of ['06.12.34.56.78', '050/123 45 67', '+32 (0)2 123.45.67', '112'])
      expect((await ask({ bellen })).statusCode).toBe(303);
    expect(errorAt(await ask({ bellen: 'bel maar' }), 'bellen')).toContain('Vul een telefoonnummer in');
  });

  it('says in plain words which needs exclude each other, and keeps what was typed', async () => {
    const cases: readonly [Fields, string, string][] = [
      [{ leeftijd: '16' }, 'positie', 'jonger dan 18'],
      [{ positie: 'minderjarig' }, 'leeftijd', 'tot 18 jaar'],
      [{ regio: 'limburg', mijden: 'limburg' }, 'regio', 'Kies één van de twee'],
      [{ kennisMoet: 'lhbti', kennisLiever: 'lhbti' }, 'kennisLiever', 'Kies één van de twee'],
      [{ spreekt: 'moet' }, 'welkeTaal', 'welke taal'],
      [{ tot: writeDutchDate(today) }, 'tot', 'na de eerste nacht'],
    ];
    for (const [fields, field, says] of cases) {
      const answer = await ask(fields);
      expect([answer.statusCode, errorAt(answer, field)]).toEqual([409, expect.stringContaining(says)]);
      const value = documentOf(answer).querySelector<HTMLInputElement>('[name=bellen]')?.getAttribute('value');
      expect(value).toBe('06 12345678');
    }
    expect(await stored()).toHaveLength(0);
  });

  it('never shows an empty list where no right was found: it says whom to call', async () => {
    await placesOf('Gewoon');
    const code = codeIn(await ask({ positie: 'geen-verblijf' }));
    const shown = await textOf(`${LIST}/${code}`);
    expect(shown).toContain('geen recht gevonden: bel');
    expect(shown).toMatch(/[Bb]el /);
    expect(await offered(code)).toEqual([]);
  });

  it('joins places of one house for a family of seven', async () => {
    await placesOf('Klein', 2, { genders: ['woman', 'man'], children: 2 });
    const big = await placesOf('Groot', 3, { genders: ['woman', 'man'], children: 2 });
    const code = codeIn(await ask({ mannenMee: '1', kinderen: '5' }));
    expect(await offered(code)).toEqual([big[0]]);
    // nobody said how old they are, so nobody looked whether they may come
    expect((await page(`${LIST}/${code}`)).body.textContent).toContain('van 5 kinderen is de leeftijd niet bekend');
    expect((await choose(code, big[0]!)).statusCode).toBe(303);
    const nights = await database.admin
      .selectFrom('shelter.night_slot')
      .select('place_id')
      .distinct()
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect(nights.map((each) => each.place_id).toSorted()).toEqual(big.toSorted());
  });

  it('reads the ages of children, finds a house that takes a son of seventeen, and says what is wrong beside the field', async () => {
    await placesOf('Zonder zonen', 2, { boyMaxAge: 12 });
    const [open] = await placesOf('Met zonen');
    const wrong = await ask({ jongens: 'zeventien' });
    expect([wrong.statusCode, errorAt(wrong, 'jongens')]).toEqual([400, expect.stringContaining('4, 17')]);
    const code = codeIn(await ask({ jongens: '17' }));
    expect(await offered(code)).toEqual([open]);
    expect(await textOf(`${LIST}/${code}`)).toContain('1 kind (jongen van 17)');
    const form = await (await app.visitor(placer)).form(`${LIST}/${code}/wijzigen`, `${LIST}/${code}/wijzigen`);
    expect([form.fields.jongens, form.fields.kinderen]).toEqual(['17', '1']);
  });

  it('asks why when two want one place, shows both without an order, and keeps the reason', async () => {
    const [place] = await placesOf('Gewoon');
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
    const [place] = await placesOf('Gewoon');
    const [one, two] = [await aPlaceRequest(database, placer), await aPlaceRequest(database, placer)];
    const visitor = await app.visitor(placer);
    const forms = await Promise.all(
      [one, two].map((code) => visitor.form(`${LIST}/${code}/kies?plek=${place}`, `${LIST}/${code}/kies`)),
    );
    const both = await Promise.all(
      forms.map((form) => visitor.send({ ...form, fields: { ...form.fields, waarom: WHY } })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const stays = await database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect(stays).toHaveLength(1);
  });

  it('lets one of two colleagues choose who seek a place for one request at one moment', async () => {
    const [place, other] = await placesOf('Gewoon', 2);
    const code = await aPlaceRequest(database, placer);
    const colleague = await anActor(database, 'comensha-plaatsing', desk);
    const sendings = await Promise.all(
      (
        [
          [placer, place],
          [colleague, other],
        ] as const
      ).map(async ([who, placeId]) => {
        const visitor = await app.visitor(who);
        const form = await visitor.form(`${LIST}/${code}/kies?plek=${placeId}`, `${LIST}/${code}/kies`);
        return () => visitor.send(form);
      }),
    );
    const answers = await Promise.all(sendings.map((send) => send()));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const lost = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
    expect(lost.querySelector('main')!.textContent).toMatch(/Een collega koos net een plek|ligt een plek vast/);
    expect(lost.querySelector(`main a[href="${LIST}/${code}"]`)).not.toBeNull();
    const stays = database.admin.selectFrom('shelter.placement').select('id').where('tenant_id', '=', shelter.id);
    expect(await stays.execute()).toHaveLength(1);
  });

  it('counts the same form sent twice as one choice', async () => {
    const [place] = await placesOf('Gewoon');
    const code = await aPlaceRequest(database, placer);
    const visitor = await app.visitor(placer);
    const form = await visitor.form(`${LIST}/${code}/kies?plek=${place}`, `${LIST}/${code}/kies`);
    // twice at one moment, and once more
    const answers = [...(await Promise.all([visitor.send(form), visitor.send(form)])), await visitor.send(form)];
    // the second leads to the same stay, although its place is taken now: by itself
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    const stays = await database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect(stays).toHaveLength(1);
  });

  it('rests on a consent or an emergency that a colleague looks at', async () => {
    const without = await ask({}, undefined, { gegevenDoor: '', hoe: '' });
    expect([without.statusCode, errorAt(without, 'gegevenDoor') !== '']).toEqual([400, true]);
    await anActor(database, 'comensha-plaatsing', desk);
    const emergency = await ask({}, `${LIST}/nieuw/noodgeval`, {
      vitaal: 'no-safe-place',
      reden: 'er is vannacht geen plek, en vragen kan niet',
    });
    expect(emergency.statusCode).toBe(303);
    expect((await stored()).map(({ ground }) => ground)).toEqual(['vital-interest']);
    const asked = await database.admin
      .selectFrom('approvals.request')
      .select('kind')
      .where('tenant_id', '=', desk.id)
      .execute();
    expect(asked).toEqual([{ kind: 'shelter.check-placing' }]);
  });

  it('begins from a request for help without retyping, once, and stops when the consent is taken back', async () => {
    const [place] = await placesOf('Gewoon');
    const id = await aReceivedHelp(database, desk.id, 'Voorbeeldnaam');
    const path = `${LIST}/hulpvraag/${id}`;
    const visitor = await app.visitor(placer);
    const form = await visitor.form(path, path);
    expect(form.fields.bellen).not.toBe('');
    const body = (await visitor.get(path)).body;
    expect(body).not.toContain('Voorbeeldnaam');
    const fields = { ...form.fields, positie: 'nederlander', geslacht: 'vrouw', leeftijd: '30', spoed: 'vannacht' };
    const code = codeIn(await visitor.send({ ...form, fields }));
    expect(await textOf(path)).toContain(code);
    await database.admin
      .updateTable('exchange.message')
      .set({ state: 'withdrawn', content: null, withdrawn_at: new Date() })
      .where('tenant_id', '=', desk.id)
      .where('id', '=', id)
      .execute();
    expect(await textOf(`${LIST}/${code}`)).toContain('de toestemming is ingetrokken');
    expect((await choose(code, place!).catch(() => undefined))?.statusCode ?? 409).toBe(409);
  });

  it('is of this desk only, and ends with how', async () => {
    const code = await aPlaceRequest(database, placer);
    const stranger = await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'));
    for (const path of [`${LIST}/${code}`, `${LIST}/${code}/wijzigen`, `${LIST}/${code}/kies`])
      expect((await (await app.visitor(stranger)).get(path)).statusCode, path).toBe(404);
    const visitor = await app.visitor(placer);
    const form = await visitor.form(`${LIST}/${code}`, `${LIST}/${code}/sluiten`);
    const closed = await visitor.send({ ...form, fields: { ...form.fields, afloop: 'elders' } });
    expect(closed.statusCode).toBe(303);
    expect((await stored()).map(({ outcome }) => outcome)).toEqual(['elsewhere']);
    const again = await visitor.send({
      ...form,
      fields: { ...form.fields, afloop: 'elders', _sleutel: 'x'.repeat(16) },
    });
    expect(again.statusCode).toBe(409);
  });

  it('is written anew by who sees it as it stands', async () => {
    const code = await aPlaceRequest(database, placer);
    const visitor = await app.visitor(placer);
    const path = `${LIST}/${code}/wijzigen`;
    const form = await visitor.form(path, path);
    const until = writeDutchDate(addDays(today, 5));
    expect((await visitor.send({ ...form, fields: { ...form.fields, leeftijd: '41', tot: until } })).statusCode).toBe(
      303,
    );
    expect(await textOf(`${LIST}/${code}`)).toContain('vrouw, 41 jaar');
    const old = { ...form.fields, leeftijd: '42', _sleutel: 'y'.repeat(16) };
    expect((await visitor.send({ ...form, fields: old })).statusCode).toBe(409);
  });

  it('asks the shelter whether somebody inside is known, and keeps yes, no or unknown only', async () => {
    const [place] = await placesOf('Gewoon');
    await choose(await aPlaceRequest(database, placer), place!);
    const [stay] = await database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', shelter.id)
      .execute();
    const own = `/opvang/plaatsingen/${stay!.id}`;
    const visitor = await app.visitor(worker);
    const form = await visitor.form(own, `${own}/veiligheidsvraag`);
    expect(form.fields).not.toHaveProperty('naam');
    const answer = await visitor.send({ ...form, fields: { ...form.fields, bekend: 'ja' } });
    expect(answer.statusCode).toBe(303);
    expect(await textOf(own, worker)).toContain('iemand die hier woont is bekend');
  });
});
