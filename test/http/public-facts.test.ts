import { describe, expect, it } from 'vitest';
import { addDays, addMonths, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { KNOWN_HERE, PublicFactsWorld, SOURCES } from '../support/public-facts-world.ts';

describe('public sources about municipalities', () => {
  const world = PublicFactsWorld.forEachTest();
  const asked = async () => {
    const rows = await world.database.admin
      .selectFrom('deadlines.deadline')
      .select(['subject_id', 'state', 'parameters', 'path'])
      .where('tenant_id', '=', world.place.id)
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
  const alertOf = (page: Document) => page.querySelector('.utrecht-alert')?.textContent ?? '';
  it('tells the municipality once, by a letter and one line on the home page, until it answered', async () => {
    const officer = await world.colleague();
    const focal = await world.colleague('aandachtsfunctionaris');
    expect((await world.enter()).statusCode).toBe(303);
    expect(await asked()).toEqual([
      ['aandachtsfunctionaris', 'open', 'K1.1'],
      ['beleidsmedewerker', 'open', 'K1.1'],
    ]);
    const told = async (by: Visitor) => {
      const links = (await by.page('/overzicht')).querySelectorAll('main a');
      return [...links].filter((link) => link.textContent?.includes('openbare bron')).length;
    };
    expect([await told(officer), await told(focal)]).toEqual([1, 1]);
    const path = `${KNOWN_HERE}/${await world.idOf()}`;
    const form = await officer.form(path, `${path}/klopt-niet`);
    expect((await officer.send({ ...form, fields: { ...form.fields, reden: 'ingetrokken' } })).statusCode).toBe(303);
    expect((await asked()).map(([, state]) => state)).toEqual(['done', 'done']);
    expect(await told(officer)).toBe(0);
  });

  it('stops asking when VNG takes its source back', async () => {
    await world.colleague();
    await world.enter();
    expect(await asked()).toHaveLength(1);
    const path = `${SOURCES}/${await world.idOf()}`;
    const form = await world.adviser.form(path, `${path}/intrekken`);
    expect((await world.adviser.send(form)).statusCode).toBe(303);
    expect((await asked()).map(([, state]) => state)).toEqual(['done']);
  });

  describe('entering', () => {
    it('shows it on the map as not confirmed, arranged nowhere, and asks the municipality', async () => {
      const before = (await world.stateOf())!;
      const answer = await world.enter();
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${SOURCES}?ingevoerd`]);
      expect([before, await world.stateOf()]).toEqual(['niet-bekend', 'openbare-bron']);
      expect(await world.stored()).toMatchObject([
        { tenant_id: world.finder.id, link: 'https://lokaleregelgeving.overheid.nl/CVDR123456', version: 1 },
      ]);
      expect([await world.facts(), await world.standing()]).toEqual([[], []]);
      const page = await (await world.colleague()).page(KNOWN_HERE);
      expect(page.querySelector('main')?.textContent).toContain('Openbare bron, niet bevestigd door de gemeente');
      expect(page.querySelector('main .utrecht-status-badge svg')).not.toBeNull();
      expect(await (await world.colleague()).get('/aanpak/borging').then(({ body }) => body)).toContain(
        'nog niet geborgd',
      );
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
      const answer = await world.enter(change);
      expect(answer.statusCode).toBe(status);
      const page = documentOf(answer);
      expect(page.getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
      expect(page.getElementById('veld-titel')?.getAttribute('value')).toBe(world.source(change).titel);
      expect(await world.stored()).toEqual([]);
    });

    it('refuses a second source for the same element, also when two advisers enter it at once', async () => {
      const second = await world.app.visitor(await anActor(world.database, 'vng-adviseur', world.finder));
      const answers = await Promise.all([world.enter(), world.enter({}, second)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
      const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
      expect(refused.getElementById('veld-onderdeel-fout')?.textContent).toContain('staat al een bron');
      expect(await world.stored()).toHaveLength(1);
    });

    it('enters once what is sent twice', async () => {
      const form = await world.adviser.form(`${SOURCES}/nieuw`, SOURCES);
      const fields = { ...form.fields, ...world.source() };
      const answers = await Promise.all([
        world.adviser.send({ ...form, fields }),
        world.adviser.send({ ...form, fields }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
      expect(await world.stored()).toHaveLength(1);
    });

    it('is not needed beside what the municipality states itself, and is shown no more once it does', async () => {
      await world.enter();
      const officer = await world.colleague();
      const form = await officer.form('/aanpak/borging/verklaring', '/aanpak/borging/verklaring');
      const stated = {
        onderdeel: 'K1.1',
        stand: 'gemeente',
        verklaring: 'Er is beleid',
        orgaan: 'raad',
        datum: writeDutchDate(addDays(world.today, -3)),
        geldigTot: writeDutchDate(addMonths(world.today, 12)),
        bewijs: 'Besluit',
      };
      expect((await officer.send({ ...form, fields: { ...form.fields, ...stated } })).statusCode).toBe(303);
      expect(await world.stateOf()).toBe('geregeld');
      expect((await officer.page(KNOWN_HERE)).querySelector('main')?.textContent).toContain('niets om na te kijken');
      await world.adviser.post(`${SOURCES}/${await world.idOf()}/intrekken`, {
        ...(await world.adviser.form(`${SOURCES}/${await world.idOf()}`)).fields,
      });
      const answer = await world.enter();
      expect(answer.statusCode).toBe(409);
      expect(documentOf(answer).getElementById('veld-onderdeel-fout')?.textContent).toContain('zelf al op');
    });
  });

  describe('correcting and withdrawing', () => {
    const correct = async (change: Readonly<Record<string, string>>, as: Visitor = world.adviser) => {
      const path = `${SOURCES}/${await world.idOf()}`;
      const form = await as.form(path, path);
      return as.send({ ...form, fields: { ...form.fields, ...change } });
    };
    const withdraw = async (as: Visitor = world.adviser, versie?: string) => {
      const path = `${SOURCES}/${await world.idOf()}`;
      const form = await as.form(path, `${path}/intrekken`);
      return as.send({ ...form, fields: { ...form.fields, ...(versie && { versie }) } });
    };

    it('keeps a correction as the next version', async () => {
      await world.enter();
      expect((await correct({ titel: 'Ander stuk' })).headers.location).toBe(`${SOURCES}?gewijzigd`);
      expect(await world.stored()).toMatchObject([{ title: 'Ander stuk', version: 2, element: 'K1.1' }]);
    });

    it('refuses a correction over one that was not seen, and keeps what was typed', async () => {
      await world.enter();
      const path = `${SOURCES}/${await world.idOf()}`;
      const form = await world.adviser.form(path, path);
      await correct({ titel: 'Eerste' });
      const answer = await world.adviser.send({ ...form, fields: { ...form.fields, titel: 'Tweede' } });
      expect(answer.statusCode).toBe(409);
      const page = documentOf(answer);
      expect(alertOf(page)).toContain('een collega wijzigde');
      expect(page.getElementById('veld-titel')?.getAttribute('value')).toBe('Tweede');
      expect(await world.stored()).toMatchObject([{ title: 'Eerste' }]);
      expect((await correct({ datum: '1-1-2099', geldigTot: '' })).statusCode).toBe(409);
      expect((await correct({ titel: '' })).statusCode).toBe(400);
    });

    it('takes it off every screen at once, and lets another be entered', async () => {
      await world.enter();
      expect((await withdraw()).headers.location).toBe(`${SOURCES}?ingetrokken`);
      expect(await world.stateOf()).toBe('niet-bekend');
      expect((await (await world.colleague()).page(KNOWN_HERE)).querySelector('main')?.textContent).not.toContain(
        'Beleidsregel',
      );
      expect((await world.enter({ titel: 'Nieuw' })).statusCode).toBe(303);
    });

    it('refuses an old version, one that is gone, and that of somebody else', async () => {
      await world.enter();
      const id = await world.idOf();
      await correct({ titel: 'Tweede' });
      expect((await withdraw(world.adviser, '1')).statusCode).toBe(409);
      const elsewhere = await world.app.visitor(
        await anActor(world.database, 'vng-adviseur', await anOrganisation(world.database, 'vng')),
      );
      expect((await elsewhere.get(`${SOURCES}/${id}`)).statusCode).toBe(404);
      const { fields } = await elsewhere.form(`${SOURCES}/nieuw`, SOURCES);
      for (const path of [`${SOURCES}/${id}`, `${SOURCES}/${id}/intrekken`])
        expect((await elsewhere.post(path, { ...fields, ...world.source(), versie: '2' })).statusCode).toBe(404);
      await withdraw();
      expect((await world.adviser.get(`${SOURCES}/${id}`)).statusCode).toBe(404);
      expect((await world.adviser.get(`${SOURCES}/geen-nummer`)).statusCode).toBe(404);
    });
  });
});
