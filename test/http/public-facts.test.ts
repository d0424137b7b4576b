import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const LIST = '/monitor/openbare-bronnen';
const KNOWN = '/aanpak/openbare-bronnen';

describe('public sources about municipalities', () => {
  let database: TestDatabase;
  let app: TestApp;
  let finder: TestOrganisation;
  let adviser: Visitor;
  let places: readonly TestOrganisation[];
  let place: TestOrganisation;
  let today: PlainDate;
  let taken = 0;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    finder = await anOrganisation(database, 'vng');
    adviser = await app.visitor(await anActor(database, 'vng-adviseur', finder));
    today = dutchDay(await readClock(database.kysely));
    places = await database.admin
      .selectFrom('organisations.organisation as o')
      .innerJoin('organisations.municipality as m', 'm.organisation_id', 'o.id')
      .select(['o.id', 'o.code', 'o.name'])
      .where('o.valid_until', 'is', null)
      .orderBy('o.code')
      .execute();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    place = places[taken++]!;
  });

  const colleague = async (role: Role = 'beleidsmedewerker', at: TestOrganisation = place) =>
    app.visitor(await anActor(database, role, at));
  const good = (change: Readonly<Record<string, string>> = {}) => ({
    gemeente: place.code,
    onderdeel: 'K1.1',
    bron: 'lokaleregelgeving',
    cvdr: 'CVDR123456',
    titel: `Beleidsregel ${place.name}`,
    vindplaats: '',
    orgaan: 'b-en-w',
    datum: writeDutchDate(addDays(today, -100)),
    geldigTot: writeDutchDate(addMonths(today, 20)),
    bekekenOp: writeDutchDate(today),
    ...change,
  });
  async function enter(change: Readonly<Record<string, string>> = {}, as: Visitor = adviser) {
    const form = await as.form(`${LIST}/nieuw`, LIST);
    return as.send({ ...form, fields: { ...form.fields, ...good(change) } });
  }
  const stored = (at: TestOrganisation = place) =>
    database.admin.selectFrom('approach.public_fact').selectAll().where('municipality_id', '=', at.id).execute();
  const idOf = async (at: TestOrganisation = place) => (await stored(at)).find((row) => row.withdrawn_on === null)!.id;
  const stateOf = async (at: TestOrganisation = place, as: Visitor = adviser) =>
    (await as.get('/monitor.json?onderdeel=K1.1'))
      .json<{ gemeenten: { gemeentecode: string; stand: string }[] }>()
      .gemeenten.find(({ gemeentecode }) => gemeentecode === at.code)?.stand;
  const facts = () =>
    database.admin.selectFrom('approach.fact').selectAll().where('tenant_id', '=', place.id).execute();
  const asked = async () => {
    const rows = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['subject_id', 'state', 'parameters', 'path'])
      .where('tenant_id', '=', place.id)
      .where('kind', '=', 'approach.source-found')
      .where('state', '<>', 'withdrawn')
      .orderBy('subject_id')
      .execute();
    return rows.map(({ subject_id, state, parameters }) => [
      subject_id,
      state,
      (parameters as { onderdeel: string }).onderdeel,
    ]);
  };
  const standing = () =>
    database.admin.selectFrom('approach.standing').selectAll().where('tenant_id', '=', place.id).execute();
  const alertOf = (page: Document) => page.querySelector('.utrecht-alert')?.textContent ?? '';

  it('tells the municipality once, by a letter and one line on the home page, until it answered', async () => {
    const officer = await colleague();
    const focal = await colleague('aandachtsfunctionaris');
    expect((await enter()).statusCode).toBe(303);
    expect(await asked()).toEqual([
      ['aandachtsfunctionaris', 'open', 'K1.1'],
      ['beleidsmedewerker', 'open', 'K1.1'],
    ]);
    const told = async (by: Visitor) => {
      const links = (await by.page('/overzicht')).querySelectorAll('main a');
      return [...links].filter((link) => link.textContent?.includes('openbare bron')).length;
    };
    expect([await told(officer), await told(focal)]).toEqual([1, 1]);
    const path = `${KNOWN}/${await idOf()}`;
    const form = await officer.form(path, `${path}/klopt-niet`);
    expect((await officer.send({ ...form, fields: { ...form.fields, reden: 'ingetrokken' } })).statusCode).toBe(303);
    expect((await asked()).map(([, state]) => state)).toEqual(['done', 'done']);
    expect(await told(officer)).toBe(0);
  });

  it('stops asking when VNG takes its source back', async () => {
    await colleague();
    await enter();
    expect(await asked()).toHaveLength(1);
    const path = `${LIST}/${await idOf()}`;
    const form = await adviser.form(path, `${path}/intrekken`);
    expect((await adviser.send(form)).statusCode).toBe(303);
    expect((await asked()).map(([, state]) => state)).toEqual(['done']);
  });

  describe('entering', () => {
    it('shows it on the map as not confirmed, arranged nowhere, and asks the municipality', async () => {
      const before = (await stateOf())!;
      const answer = await enter();
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${LIST}?ingevoerd`]);
      expect([before, await stateOf()]).toEqual(['niet-bekend', 'openbare-bron']);
      expect(await stored()).toMatchObject([
        { tenant_id: finder.id, link: 'https://lokaleregelgeving.overheid.nl/CVDR123456', version: 1 },
      ]);
      expect([await facts(), await standing()]).toEqual([[], []]);
      const page = await (await colleague()).page(KNOWN);
      expect(page.querySelector('main')?.textContent).toContain('Openbare bron, niet bevestigd door de gemeente');
      expect(page.querySelector('main .utrecht-status-badge svg')).not.toBeNull();
      expect(await (await colleague()).get('/aanpak/borging').then(({ body }) => body)).toContain('nog niet geborgd');
    });

    it.each([
      ['no municipality', { gemeente: '' }, 400, 'gemeente', 'Kies een gemeente'],
      ['no element', { onderdeel: 'K7.1' }, 400, 'onderdeel', 'Kies een onderdeel'],
      ['no kind of source', { bron: '' }, 400, 'bron', 'Kies waar'],
      ['no title', { titel: ' ' }, 400, 'titel', 'titel'],
      ['a number that is none', { cvdr: 'CVDRX' }, 400, 'cvdr', 'CVDR123456'],
      ['no address at all', { cvdr: '', bron: 'anders' }, 400, 'vindplaats', 'adres'],
      ['a day that does not exist', { datum: '31-2-2026' }, 400, 'datum', 'bestaat niet'],
      ['a municipality that never was', { gemeente: 'GM9999' }, 409, 'gemeente', 'kennen wij niet'],
      ['a municipality that is no more', { gemeente: 'GM0003' }, 409, 'gemeente', 'bestaat niet meer'],
      [
        'a local regulation without its number',
        { cvdr: '', vindplaats: 'https://voorbeeld.nl/x' },
        409,
        'cvdr',
        'CVDR-nummer',
      ],
      ['a decision of tomorrow', { datum: '1-1-2099', geldigTot: '' }, 409, 'datum', 'in de toekomst'],
      ['an end before the decision', { geldigTot: '1-1-2020' }, 409, 'geldigTot', 'na de datum'],
      ['a look of tomorrow', { bekekenOp: '1-1-2099' }, 409, 'bekekenOp', 'komt nog'],
      ['a look before the decision', { bekekenOp: '1-1-2020' }, 409, 'bekekenOp', 'op of na'],
    ])('refuses %s, with words beside the field and everything kept', async (_, change, status, field, words) => {
      const answer = await enter(change);
      expect(answer.statusCode).toBe(status);
      const page = documentOf(answer);
      expect(page.getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
      expect(page.getElementById('veld-titel')?.getAttribute('value')).toBe(good(change).titel);
      expect(await stored()).toEqual([]);
    });

    it('refuses a second source for the same element, also when two advisers enter it at once', async () => {
      const second = await app.visitor(await anActor(database, 'vng-adviseur', finder));
      const answers = await Promise.all([enter(), enter({}, second)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
      const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
      expect(refused.getElementById('veld-onderdeel-fout')?.textContent).toContain('staat al een bron');
      expect(await stored()).toHaveLength(1);
    });

    it('enters once what is sent twice', async () => {
      const form = await adviser.form(`${LIST}/nieuw`, LIST);
      const fields = { ...form.fields, ...good() };
      const answers = await Promise.all([adviser.send({ ...form, fields }), adviser.send({ ...form, fields })]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
      expect(await stored()).toHaveLength(1);
    });

    it('is not needed beside what the municipality states itself, and is shown no more once it does', async () => {
      await enter();
      const officer = await colleague();
      const form = await officer.form('/aanpak/borging/verklaring', '/aanpak/borging/verklaring');
      const stated = {
        onderdeel: 'K1.1',
        stand: 'gemeente',
        verklaring: 'Er is beleid',
        orgaan: 'raad',
        datum: writeDutchDate(addDays(today, -3)),
        geldigTot: writeDutchDate(addMonths(today, 12)),
        bewijs: 'Besluit',
      };
      expect((await officer.send({ ...form, fields: { ...form.fields, ...stated } })).statusCode).toBe(303);
      expect(await stateOf()).toBe('geregeld');
      expect((await officer.page(KNOWN)).querySelector('main')?.textContent).toContain('niets om na te kijken');
      await adviser.post(`${LIST}/${await idOf()}/intrekken`, {
        ...(await adviser.form(`${LIST}/${await idOf()}`)).fields,
      });
      const answer = await enter();
      expect(answer.statusCode).toBe(409);
      expect(documentOf(answer).getElementById('veld-onderdeel-fout')?.textContent).toContain('zelf al op');
    });
  });

  describe('correcting and withdrawing', () => {
    const correct = async (change: Readonly<Record<string, string>>, as: Visitor = adviser) => {
      const path = `${LIST}/${await idOf()}`;
      const form = await as.form(path, path);
      return as.send({ ...form, fields: { ...form.fields, ...change } });
    };
    const withdraw = async (as: Visitor = adviser, versie?: string) => {
      const path = `${LIST}/${await idOf()}`;
      const form = await as.form(path, `${path}/intrekken`);
      return as.send({ ...form, fields: { ...form.fields, ...(versie && { versie }) } });
    };

    it('keeps a correction as the next version', async () => {
      await enter();
      expect((await correct({ titel: 'Ander stuk' })).headers.location).toBe(`${LIST}?gewijzigd`);
      expect(await stored()).toMatchObject([{ title: 'Ander stuk', version: 2, element: 'K1.1' }]);
    });

    it('refuses a correction over one that was not seen, and keeps what was typed', async () => {
      await enter();
      const path = `${LIST}/${await idOf()}`;
      const form = await adviser.form(path, path);
      await correct({ titel: 'Eerste' });
      const answer = await adviser.send({ ...form, fields: { ...form.fields, titel: 'Tweede' } });
      expect(answer.statusCode).toBe(409);
      const page = documentOf(answer);
      expect(alertOf(page)).toContain('een collega wijzigde');
      expect(page.getElementById('veld-titel')?.getAttribute('value')).toBe('Tweede');
      expect(await stored()).toMatchObject([{ title: 'Eerste' }]);
      expect((await correct({ datum: '1-1-2099', geldigTot: '' })).statusCode).toBe(409);
      expect((await correct({ titel: '' })).statusCode).toBe(400);
    });

    it('takes it off every screen at once, and lets another be entered', async () => {
      await enter();
      expect((await withdraw()).headers.location).toBe(`${LIST}?ingetrokken`);
      expect(await stateOf()).toBe('niet-bekend');
      expect((await (await colleague()).page(KNOWN)).querySelector('main')?.textContent).not.toContain('Beleidsregel');
      expect((await enter({ titel: 'Nieuw' })).statusCode).toBe(303);
    });

    it('refuses an old version, one that is gone, and that of somebody else', async () => {
      await enter();
      const id = await idOf();
      await correct({ titel: 'Tweede' });
      expect((await withdraw(adviser, '1')).statusCode).toBe(409);
      const elsewhere = await app.visitor(
        await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')),
      );
      expect((await elsewhere.get(`${LIST}/${id}`)).statusCode).toBe(404);
      const { fields } = await elsewhere.form(`${LIST}/nieuw`, LIST);
      for (const path of [`${LIST}/${id}`, `${LIST}/${id}/intrekken`])
        expect((await elsewhere.post(path, { ...fields, ...good(), versie: '2' })).statusCode).toBe(404);
      await withdraw();
      expect((await adviser.get(`${LIST}/${id}`)).statusCode).toBe(404);
      expect((await adviser.get(`${LIST}/geen-nummer`)).statusCode).toBe(404);
    });
  });

  describe('what the municipality says of it', () => {
    const open = async (visitor: Visitor, deed: string) => {
      const path = `${KNOWN}/${await idOf()}`;
      return visitor.form(deed === 'aanpassen' ? `${path}/aanpassen` : path, `${path}/${deed}`);
    };
    const say = async (visitor: Visitor, deed: string, change: Readonly<Record<string, string>> = {}) => {
      const form = await open(visitor, deed);
      return visitor.send({ ...form, fields: { ...form.fields, ...change } });
    };

    it('makes it a fact of its own with one button, evidence and day included', async () => {
      await enter();
      const officer = await colleague();
      const form = await officer.form(KNOWN, `${KNOWN}/${await idOf()}/overnemen`);
      const answer = await officer.send(form);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${KNOWN}?overgenomen`]);
      expect(await facts()).toMatchObject([
        {
          element: 'K1.1',
          source: 'public-source',
          state: 'present',
          as_of: addDays(today, -100),
          lapses_on: addMonths(today, 20),
          evidence_title: `Beleidsregel ${place.name}`,
          evidence_link: 'https://lokaleregelgeving.overheid.nl/CVDR123456',
          adopting_body: 'het college van burgemeester en wethouders',
        },
      ]);
      expect(await standing()).toMatchObject([
        { adopting_body: 'b-en-w', publication_link: 'https://lokaleregelgeving.overheid.nl/CVDR123456' },
      ]);
      expect(await stateOf()).toBe('geregeld');
      const list = await adviser.page(`${LIST}?gemeente=${encodeURIComponent(place.name)}`);
      expect(list.querySelector('table')?.textContent).toContain('Bevestigd door de gemeente');
      expect((await adviser.page(`${LIST}/${await idOf()}`)).querySelector('main')?.textContent).toContain(
        'heeft dit overgenomen',
      );
    });

    it.each(['beleidsmedewerker', 'aandachtsfunctionaris', 'teamleider'] as const)('is for the %s', async (role) => {
      await enter();
      expect((await say(await colleague(role), 'overnemen')).statusCode).toBe(303);
    });

    it('is not for others: they read, or not even that', async () => {
      await enter();
      const page = await (await colleague('bestuurder')).page(KNOWN);
      expect(page.querySelector('main form')).toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('Uw beleidsmedewerker');
      for (const role of ['bestuurder', 'medewerker', 'vng-adviseur'] as const)
        expect((await (await colleague(role)).get(`${KNOWN}/${await idOf()}`)).statusCode).toBe(403);
      const stranger = await colleague('beleidsmedewerker', places[taken++]);
      expect((await stranger.get(`${KNOWN}/${await idOf()}`)).statusCode).toBe(404);
      const { fields } = await stranger.form('/aanpak/K2.1');
      for (const deed of ['overnemen', 'klopt-niet', 'aanpassen'])
        expect(
          (
            await stranger.post(`${KNOWN}/${await idOf()}/${deed}`, {
              ...fields,
              versie: '1',
              reden: 'ingetrokken',
              titel: 'x',
              vindplaats: 'https://voorbeeld.nl/x',
              datum: '1-1-2026',
              geldigTot: '1-1-2028',
            })
          ).statusCode,
        ).toBe(404);
    });

    it('asks what the source does not say, and refuses what cannot be', async () => {
      await enter({ orgaan: '', geldigTot: '' });
      const officer = await colleague();
      expect((await officer.page(KNOWN)).querySelector('main form')).toBeNull();
      const refused = async (
        change: Readonly<Record<string, string>>,
        status: number,
        field: string,
        words: string,
      ) => {
        const answer = await say(officer, 'overnemen', change);
        expect(answer.statusCode).toBe(status);
        expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
      };
      const end = writeDutchDate(addMonths(today, 10));
      await refused({ orgaan: '', geldigTot: end }, 409, 'orgaan', 'in uw gemeente');
      await refused({ orgaan: 'raad', geldigTot: '' }, 409, 'geldigTot', 'tot wanneer');
      await refused({ orgaan: 'raad', geldigTot: '31-2-2027' }, 400, 'geldigTot', 'bestaat niet');
      await refused(
        { orgaan: 'raad', geldigTot: writeDutchDate(addDays(today, -200)) },
        409,
        'geldigTot',
        'na de datum',
      );
      await refused({ orgaan: 'raad', geldigTot: writeDutchDate(addDays(today, -1)) }, 409, 'geldigTot', 'voorbij');
      await refused({ orgaan: 'raad', geldigTot: writeDutchDate(addMonths(today, 50)) }, 409, 'geldigTot', 'vier jaar');
      await refused({ orgaan: 'niemand', geldigTot: end }, 400, 'orgaan', 'Kies wie');
      expect(await facts()).toEqual([]);
      expect((await say(officer, 'overnemen', { orgaan: 'raad', geldigTot: end })).statusCode).toBe(303);
      expect(await standing()).toMatchObject([{ adopting_body: 'raad', lapses_on: addMonths(today, 10) }]);
    });

    it('cannot take over what is more than four years old, nor a focal point without a name', async () => {
      await enter({ datum: writeDutchDate(addMonths(today, -49)), geldigTot: '' });
      const officer = await colleague();
      const path = `${KNOWN}/${await idOf()}`;
      expect((await officer.page(path)).querySelector('main')?.textContent).toContain('hoogstens vier jaar');
      const { fields } = await officer.form(path, `${path}/klopt-niet`);
      const answer = await officer.post(`${path}/overnemen`, {
        ...fields,
        geldigTot: writeDutchDate(addMonths(today, 3)),
      });
      expect(answer.statusCode).toBe(409);

      place = places[taken++]!;
      await enter({ onderdeel: 'K2.1', orgaan: '' });
      const other = await colleague();
      const focal = `${KNOWN}/${await idOf()}`;
      const page = await other.page(focal);
      expect(page.querySelector('main a[href="/aanpak/K2.1"]')).not.toBeNull();
      const named = await other.post(`${focal}/overnemen`, (await other.form(focal, `${focal}/klopt-niet`)).fields);
      expect([named.statusCode, documentOf(named).querySelector('h1')?.textContent]).toEqual([
        409,
        'Leg vast wie het zijn',
      ]);
      expect((await other.get(`${focal}/aanpassen`)).statusCode).toBe(404);
      expect(await facts()).toEqual([]);
    });

    it('says that it is not right: it is gone for everybody, and VNG sees why and may mend it', async () => {
      await enter();
      const officer = await colleague();
      const empty = await say(officer, 'klopt-niet');
      expect([empty.statusCode, documentOf(empty).getElementById('veld-reden-fout')?.textContent]).toEqual([
        400,
        'Fout: Kies wat er niet klopt.',
      ]);
      expect((await say(officer, 'klopt-niet', { reden: 'ingetrokken' })).headers.location).toBe(`${KNOWN}?onjuist`);
      expect(await stateOf()).toBe('niet-bekend');
      expect((await officer.page(KNOWN)).querySelector('main')?.textContent).toContain('niets om na te kijken');
      const path = `${LIST}/${await idOf()}`;
      const page = await adviser.page(path);
      expect(alertOf(page)).toContain('Dit is ingetrokken of vervallen');
      const form = await adviser.form(path, path);
      await adviser.send({ ...form, fields: { ...form.fields, titel: 'Het goede stuk' } });
      expect((await officer.page(KNOWN)).querySelector('main')?.textContent).toContain('Het goede stuk');
      expect(await stateOf()).toBe('openbare-bron');
    });

    it('says how it is instead: that becomes its fact', async () => {
      await enter();
      const officer = await colleague();
      const change = { titel: 'Het echte besluit', vindplaats: 'https://voorbeeld.nl/besluit', orgaan: 'burgemeester' };
      for (const [wrong, status] of [
        [{ ...change, vindplaats: '' }, 400],
        [{ ...change, geldigTot: '' }, 400],
        [{ ...change, orgaan: '' }, 409],
        [{ ...change, datum: '1-1-2099', geldigTot: '1-1-2100' }, 409],
      ] as const)
        expect((await say(officer, 'aanpassen', wrong)).statusCode).toBe(status);
      expect(await facts()).toEqual([]);
      expect((await say(officer, 'aanpassen', change)).headers.location).toBe(`${KNOWN}?overgenomen`);
      expect(await facts()).toMatchObject([{ evidence_title: 'Het echte besluit', adopting_body: 'de burgemeester' }]);
      const list = await adviser.page(`${LIST}?gemeente=${encodeURIComponent(place.name)}`);
      expect(list.querySelector('table')?.textContent).toContain('Aangepast door de gemeente');
    });

    it('stands on the home page of whoever may answer, as long as it waits', async () => {
      await enter();
      await enter({ onderdeel: 'K5.1', titel: 'Afspraak' });
      const task = async (visitor: Visitor) =>
        [...(await visitor.page('/overzicht')).querySelectorAll('main a[href="/aanpak/openbare-bronnen"]')].map(
          ({ textContent }) => textContent,
        );
      const officer = await colleague();
      expect(await task(officer)).toEqual(['2 openbare bronnen over uw gemeente: kloppen ze?']);
      expect(await task(await colleague('bestuurder'))).toEqual([]);
      await officer.send(await officer.form(KNOWN, `${KNOWN}/${await idOf()}/overnemen`));
      expect(await task(officer)).toEqual(['Een openbare bron over uw gemeente: klopt die?']);
    });

    it('is asked first in the scan, which does not ask again what was confirmed', async () => {
      await enter();
      const officer = await colleague();
      await officer.send(await officer.form('/aanpak/scan', '/aanpak/scan'));
      const existing = '/aanpak/scan/wat-is-er-al';
      const page = await officer.page(existing);
      expect(page.querySelector('[aria-labelledby=openbaar]')?.textContent).toContain(`Beleidsregel ${place.name}`);
      const answer = await officer.send(await officer.form(existing, `${KNOWN}/${await idOf()}/overnemen`));
      expect(answer.headers.location).toBe(`${existing}?overgenomen`);
      const after = await officer.page(`${existing}?overgenomen`);
      expect(alertOf(after)).toContain('overgenomen');
      expect(after.querySelector('[aria-labelledby=openbaar]')).toBeNull();
      expect(after.querySelector('input[name=onderdelen][value="K1.1"]')).toBeNull();
      expect(after.querySelector('input[name=onderdelen][value="K1.2"]')).not.toBeNull();
    });

    it('is said once when two colleagues say it at the same moment', async () => {
      await enter();
      const [one, other] = [await colleague(), await colleague('teamleider')];
      const forms = [await open(one, 'overnemen'), await open(other, 'klopt-niet')] as const;
      const answers = await Promise.all([
        one.send(forms[0]),
        other.send({ ...forms[1], fields: { ...forms[1].fields, reden: 'ingetrokken' } }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
      const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
      expect(refused.querySelector('h1')?.textContent).toBe('Een collega was u net voor');
      const isConfirmed = answers[0].statusCode === 303;
      expect(await facts()).toHaveLength(isConfirmed ? 1 : 0);
    });

    it('and VNG taking it back exclude each other', async () => {
      for (let turn = 0; turn < 3; turn++) {
        place = places[taken++]!;
        await enter();
        const officer = await colleague();
        const id = await idOf();
        const confirm = await open(officer, 'overnemen');
        const withdraw = await adviser.form(`${LIST}/${id}`, `${LIST}/${id}/intrekken`);
        const answers = await Promise.all(
          turn === 1
            ? [adviser.send(withdraw), officer.send(confirm)]
            : [officer.send(confirm), adviser.send(withdraw)],
        );
        expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
        const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!).querySelector('h1');
        const [row] = await stored();
        const isWithdrawn = row!.withdrawn_on !== null;
        expect(refused?.textContent).toBe(isWithdrawn ? 'VNG trok deze bron in' : 'De gemeente heeft dit overgenomen');
        expect(await facts()).toHaveLength(isWithdrawn ? 0 : 1);
      }
    });

    it('is said of what was seen: over a correction it is asked again', async () => {
      await enter();
      const officer = await colleague();
      const form = await open(officer, 'overnemen');
      const path = `${LIST}/${await idOf()}`;
      const correction = await adviser.form(path, path);
      await adviser.send({ ...correction, fields: { ...correction.fields, titel: 'Ander stuk' } });
      const answer = await officer.send(form);
      expect(answer.statusCode).toBe(409);
      expect(alertOf(documentOf(answer))).toContain('VNG wijzigde deze bron net');
      expect(documentOf(answer).querySelector('main')?.textContent).toContain('Ander stuk');
      expect(await facts()).toEqual([]);
    });

    it('is refused in a municipality that was merged away, and VNG sees that it is no more', async () => {
      await enter();
      const officer = await colleague();
      const form = await open(officer, 'overnemen');
      const end = (valid_until: PlainDate | null) =>
        database.admin
          .updateTable('organisations.organisation')
          .set({ valid_until })
          .where('id', '=', place.id)
          .execute();
      await end(today);
      expect((await officer.send(form)).statusCode).toBe(409);
      expect(await facts()).toEqual([]);
      const list = await adviser.page(`${LIST}?gemeente=${encodeURIComponent(place.name)}`);
      expect(list.querySelector('table')?.textContent).toContain('Gemeente opgeheven');
      await end(null);
    });
  });
});
