import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type Visitor } from '../support/app.ts';
import { KNOWN_HERE, PublicFactsWorld, SOURCES } from '../support/public-facts-world.ts';

describe('what a municipality says of a public source about it', () => {
  const world = PublicFactsWorld.forEachTest();
  const alertOf = (page: Document) => page.querySelector('.utrecht-alert')?.textContent ?? '';
  const open = async (visitor: Visitor, deed: string) => {
    const path = `${KNOWN_HERE}/${await world.idOf()}`;
    return visitor.form(deed === 'aanpassen' ? `${path}/aanpassen` : path, `${path}/${deed}`);
  };
  const say = async (visitor: Visitor, deed: string, change: Readonly<Record<string, string>> = {}) => {
    const form = await open(visitor, deed);
    return visitor.send({ ...form, fields: { ...form.fields, ...change } });
  };

  it('makes it a fact of its own with one button, evidence and day included', async () => {
    await world.enter();
    const officer = await world.colleague();
    const form = await officer.form(KNOWN_HERE, `${KNOWN_HERE}/${await world.idOf()}/overnemen`);
    const answer = await officer.send(form);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${KNOWN_HERE}?overgenomen`]);
    expect(await world.facts()).toMatchObject([
      {
        element: 'K1.1',
        source: 'public-source',
        state: 'present',
        as_of: addDays(world.today, -100),
        lapses_on: addMonths(world.today, 20),
        evidence_title: `Beleidsregel ${world.place.name}`,
        evidence_link: 'https://lokaleregelgeving.overheid.nl/CVDR123456',
        adopting_body: 'het college van burgemeester en wethouders',
      },
    ]);
    expect(await world.standing()).toMatchObject([
      { adopting_body: 'b-en-w', publication_link: 'https://lokaleregelgeving.overheid.nl/CVDR123456' },
    ]);
    expect(await world.stateOf()).toBe('geregeld');
    const list = await world.adviser.page(`${SOURCES}?gemeente=${encodeURIComponent(world.place.name)}`);
    expect(list.querySelector('table')?.textContent).toContain('Bevestigd door de gemeente');
    expect((await world.adviser.page(`${SOURCES}/${await world.idOf()}`)).querySelector('main')?.textContent).toContain(
      'heeft dit overgenomen',
    );
  });

  it.each(['beleidsmedewerker', 'aandachtsfunctionaris', 'teamleider'] as const)('is for the %s', async (role) => {
    await world.enter();
    expect((await say(await world.colleague(role), 'overnemen')).statusCode).toBe(303);
  });

  it('is not for others: they read, or not even that', async () => {
    await world.enter();
    const page = await (await world.colleague('bestuurder')).page(KNOWN_HERE);
    expect(page.querySelector('main form')).toBeNull();
    expect(page.querySelector('main')?.textContent).toContain('Uw beleidsmedewerker');
    for (const role of ['bestuurder', 'medewerker', 'vng-adviseur'] as const)
      expect((await (await world.colleague(role)).get(`${KNOWN_HERE}/${await world.idOf()}`)).statusCode).toBe(403);
    const stranger = await world.colleague('beleidsmedewerker', world.places[world.taken++]);
    expect((await stranger.get(`${KNOWN_HERE}/${await world.idOf()}`)).statusCode).toBe(404);
    const { fields } = await stranger.form('/aanpak/K2.1');
    for (const deed of ['overnemen', 'klopt-niet', 'aanpassen'])
      expect(
        (
          await stranger.post(`${KNOWN_HERE}/${await world.idOf()}/${deed}`, {
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
    await world.enter({ orgaan: '', geldigTot: '' });
    const officer = await world.colleague();
    expect((await officer.page(KNOWN_HERE)).querySelector('main form')).toBeNull();
    const refused = async (change: Readonly<Record<string, string>>, status: number, field: string, words: string) => {
      const answer = await say(officer, 'overnemen', change);
      expect(answer.statusCode).toBe(status);
      expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
    };
    const end = writeDutchDate(addMonths(world.today, 10));
    await refused({ orgaan: '', geldigTot: end }, 409, 'orgaan', 'in uw gemeente');
    await refused({ orgaan: 'raad', geldigTot: '' }, 409, 'geldigTot', 'tot wanneer');
    await refused({ orgaan: 'raad', geldigTot: '31-2-2027' }, 400, 'geldigTot', 'bestaat niet');
    await refused(
      { orgaan: 'raad', geldigTot: writeDutchDate(addDays(world.today, -200)) },
      409,
      'geldigTot',
      'na de datum',
    );
    await refused({ orgaan: 'raad', geldigTot: writeDutchDate(addDays(world.today, -1)) }, 409, 'geldigTot', 'voorbij');
    await refused(
      { orgaan: 'raad', geldigTot: writeDutchDate(addMonths(world.today, 50)) },
      409,
      'geldigTot',
      'vier jaar',
    );
    await refused({ orgaan: 'niemand', geldigTot: end }, 400, 'orgaan', 'Kies wie');
    expect(await world.facts()).toEqual([]);
    expect((await say(officer, 'overnemen', { orgaan: 'raad', geldigTot: end })).statusCode).toBe(303);
    expect(await world.standing()).toMatchObject([{ adopting_body: 'raad', lapses_on: addMonths(world.today, 10) }]);
  });

  it('cannot take over what is more than four years old, nor a focal point without a name', async () => {
    await world.enter({ datum: writeDutchDate(addMonths(world.today, -49)), geldigTot: '' });
    const officer = await world.colleague();
    const path = `${KNOWN_HERE}/${await world.idOf()}`;
    expect((await officer.page(path)).querySelector('main')?.textContent).toContain('hoogstens vier jaar');
    const { fields } = await officer.form(path, `${path}/klopt-niet`);
    const answer = await officer.post(`${path}/overnemen`, {
      ...fields,
      geldigTot: writeDutchDate(addMonths(world.today, 3)),
    });
    expect(answer.statusCode).toBe(409);

    world.place = world.places[world.taken++]!;
    await world.enter({ onderdeel: 'K2.1', orgaan: '' });
    const other = await world.colleague();
    const focal = `${KNOWN_HERE}/${await world.idOf()}`;
    const page = await other.page(focal);
    expect(page.querySelector('main a[href="/aanpak/K2.1"]')).not.toBeNull();
    const named = await other.post(`${focal}/overnemen`, (await other.form(focal, `${focal}/klopt-niet`)).fields);
    expect([named.statusCode, documentOf(named).querySelector('h1')?.textContent]).toEqual([
      409,
      'Leg vast wie het zijn',
    ]);
    expect((await other.get(`${focal}/aanpassen`)).statusCode).toBe(404);
    expect(await world.facts()).toEqual([]);
  });

  it('says that it is not right: it is gone for everybody, and VNG sees why and may mend it', async () => {
    await world.enter();
    const officer = await world.colleague();
    const empty = await say(officer, 'klopt-niet');
    expect([empty.statusCode, documentOf(empty).getElementById('veld-reden-fout')?.textContent]).toEqual([
      400,
      'Fout: Kies wat er niet klopt.',
    ]);
    expect((await say(officer, 'klopt-niet', { reden: 'ingetrokken' })).headers.location).toBe(`${KNOWN_HERE}?onjuist`);
    expect(await world.stateOf()).toBe('niet-bekend');
    expect((await officer.page(KNOWN_HERE)).querySelector('main')?.textContent).toContain('niets om na te kijken');
    const path = `${SOURCES}/${await world.idOf()}`;
    const page = await world.adviser.page(path);
    expect(alertOf(page)).toContain('Dit is ingetrokken of vervallen');
    const form = await world.adviser.form(path, path);
    await world.adviser.send({ ...form, fields: { ...form.fields, titel: 'Het goede stuk' } });
    expect((await officer.page(KNOWN_HERE)).querySelector('main')?.textContent).toContain('Het goede stuk');
    expect(await world.stateOf()).toBe('openbare-bron');
  });

  it('says how it is instead: that becomes its fact', async () => {
    await world.enter();
    const officer = await world.colleague();
    const change = { titel: 'Het echte besluit', vindplaats: 'https://voorbeeld.nl/besluit', orgaan: 'burgemeester' };
    for (const [wrong, status] of [
      [{ ...change, vindplaats: '' }, 400],
      [{ ...change, geldigTot: '' }, 400],
      [{ ...change, orgaan: '' }, 409],
      [{ ...change, datum: '1-1-2099', geldigTot: '1-1-2100' }, 409],
    ] as const)
      expect((await say(officer, 'aanpassen', wrong)).statusCode).toBe(status);
    expect(await world.facts()).toEqual([]);
    expect((await say(officer, 'aanpassen', change)).headers.location).toBe(`${KNOWN_HERE}?overgenomen`);
    expect(await world.facts()).toMatchObject([
      { evidence_title: 'Het echte besluit', adopting_body: 'de burgemeester' },
    ]);
    const list = await world.adviser.page(`${SOURCES}?gemeente=${encodeURIComponent(world.place.name)}`);
    expect(list.querySelector('table')?.textContent).toContain('Aangepast door de gemeente');
  });

  it('stands on the home page of whoever may answer, as long as it waits', async () => {
    await world.enter();
    await world.enter({ onderdeel: 'K5.1', titel: 'Afspraak' });
    const task = async (visitor: Visitor) =>
      [...(await visitor.page('/overzicht')).querySelectorAll('main a[href="/aanpak/openbare-bronnen"]')].map(
        ({ textContent }) => textContent,
      );
    const officer = await world.colleague();
    expect(await task(officer)).toEqual(['2 openbare bronnen over uw gemeente: kloppen ze?']);
    expect(await task(await world.colleague('bestuurder'))).toEqual([]);
    await officer.send(await officer.form(KNOWN_HERE, `${KNOWN_HERE}/${await world.idOf()}/overnemen`));
    expect(await task(officer)).toEqual(['Een openbare bron over uw gemeente: klopt die?']);
  });

  it('is asked first in the scan, which does not ask again what was confirmed', async () => {
    await world.enter();
    const officer = await world.colleague();
    await officer.send(await officer.form('/aanpak/scan', '/aanpak/scan'));
    const existing = '/aanpak/scan/wat-is-er-al';
    const page = await officer.page(existing);
    expect(page.querySelector('[aria-labelledby=openbaar]')?.textContent).toContain(`Beleidsregel ${world.place.name}`);
    const answer = await officer.send(await officer.form(existing, `${KNOWN_HERE}/${await world.idOf()}/overnemen`));
    expect(answer.headers.location).toBe(`${existing}?overgenomen`);
    const after = await officer.page(`${existing}?overgenomen`);
    expect(alertOf(after)).toContain('overgenomen');
    expect(after.querySelector('[aria-labelledby=openbaar]')).toBeNull();
    expect(after.querySelector('input[name=onderdelen][value="K1.1"]')).toBeNull();
    expect(after.querySelector('input[name=onderdelen][value="K1.2"]')).not.toBeNull();
  });

  it('is said once when two colleagues say it at the same moment', async () => {
    await world.enter();
    const [one, other] = [await world.colleague(), await world.colleague('teamleider')];
    const forms = [await open(one, 'overnemen'), await open(other, 'klopt-niet')] as const;
    const answers = await Promise.all([
      one.send(forms[0]),
      other.send({ ...forms[1], fields: { ...forms[1].fields, reden: 'ingetrokken' } }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!);
    expect(refused.querySelector('h1')?.textContent).toBe('Een collega was u net voor');
    const isConfirmed = answers[0].statusCode === 303;
    expect(await world.facts()).toHaveLength(isConfirmed ? 1 : 0);
  });

  it('and VNG taking it back exclude each other', async () => {
    for (let turn = 0; turn < 3; turn++) {
      world.place = world.places[world.taken++]!;
      await world.enter();
      const officer = await world.colleague();
      const id = await world.idOf();
      const confirm = await open(officer, 'overnemen');
      const withdraw = await world.adviser.form(`${SOURCES}/${id}`, `${SOURCES}/${id}/intrekken`);
      const answers = await Promise.all(
        turn === 1
          ? [world.adviser.send(withdraw), officer.send(confirm)]
          : [officer.send(confirm), world.adviser.send(withdraw)],
      );
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
      const refused = documentOf(answers.find(({ statusCode }) => statusCode === 409)!).querySelector('h1');
      const [row] = await world.stored();
      const isWithdrawn = row!.withdrawn_on !== null;
      expect(refused?.textContent).toBe(isWithdrawn ? 'VNG trok deze bron in' : 'De gemeente heeft dit overgenomen');
      expect(await world.facts()).toHaveLength(isWithdrawn ? 0 : 1);
    }
  });

  it('is said of what was seen: over a correction it is asked again', async () => {
    await world.enter();
    const officer = await world.colleague();
    const form = await open(officer, 'overnemen');
    const path = `${SOURCES}/${await world.idOf()}`;
    const correction = await world.adviser.form(path, path);
    await world.adviser.send({ ...correction, fields: { ...correction.fields, titel: 'Ander stuk' } });
    const answer = await officer.send(form);
    expect(answer.statusCode).toBe(409);
    expect(alertOf(documentOf(answer))).toContain('VNG wijzigde deze bron net');
    expect(documentOf(answer).querySelector('main')?.textContent).toContain('Ander stuk');
    expect(await world.facts()).toEqual([]);
  });

  it('is refused in a municipality that was merged away, and VNG sees that it is no more', async () => {
    await world.enter();
    const officer = await world.colleague();
    const form = await open(officer, 'overnemen');
    const end = (valid_until: PlainDate | null) =>
      world.database.admin
        .updateTable('organisations.organisation')
        .set({ valid_until })
        .where('id', '=', world.place.id)
        .execute();
    await end(world.today);
    expect((await officer.send(form)).statusCode).toBe(409);
    expect(await world.facts()).toEqual([]);
    const list = await world.adviser.page(`${SOURCES}?gemeente=${encodeURIComponent(world.place.name)}`);
    expect(list.querySelector('table')?.textContent).toContain('Gemeente opgeheven');
    await end(null);
  });
});
