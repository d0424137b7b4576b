import { describe, expect, it } from 'vitest';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { aReceivedHelp } from '../support/a-received-help.ts';
import { aPlaceRequest } from '../support/a-shelter.ts';
import { documentOf } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { codeIn, errorAt, shelterWorld } from '../support/shelter-world.ts';

type Fields = Readonly<Record<string, string>>;
const LIST = '/plaatsen/aanvragen';

describe('a request for a place', () => {
  const { world, placesIn, ask, choose, textOf, offered, stored, page } = shelterWorld();
  const today = dutchDay(new Date());

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
    await placesIn('Gewoon');
    const code = codeIn(await ask({ positie: 'geen-verblijf' }));
    const shown = await textOf(`${LIST}/${code}`);
    expect(shown).toContain('geen recht gevonden: bel');
    expect(shown).toMatch(/[Bb]el /);
    expect(await offered(code)).toEqual([]);
  });

  it('says where to find a number when the guardian is to be called, and makes none up', async () => {
    const code = codeIn(await ask({ positie: 'amv', leeftijd: '16' }));
    for (const path of [`${LIST}/${code}`, '/plaatsen/welke-opvang?positie=unaccompanied-minor']) {
      const main = (await page(path)).querySelector('main')!;
      expect(main.textContent, path).toContain('Bel Nidos');
      expect(main.querySelector('a[href="/netwerk/wie-belt-u"]'), path).not.toBeNull();
    }
  });

  it('reads the ages of children, finds a house that takes a son of seventeen, and says what is wrong beside the field', async () => {
    await placesIn('Zonder zonen', 2, { boyMaxAge: 12 });
    const [open] = await placesIn('Met zonen');
    const wrong = await ask({ jongens: 'zeventien' });
    expect([wrong.statusCode, errorAt(wrong, 'jongens')]).toEqual([400, expect.stringContaining('4, 17')]);
    const code = codeIn(await ask({ jongens: '17' }));
    expect(await offered(code)).toEqual([open]);
    expect(await textOf(`${LIST}/${code}`)).toContain('1 kind (jongen van 17)');
    const form = await (await world.app.visitor(world.placer)).form(
      `${LIST}/${code}/wijzigen`,
      `${LIST}/${code}/wijzigen`,
    );
    expect([form.fields.jongens, form.fields.kinderen]).toEqual(['17', '1']);
  });

  it('rests on a consent or an emergency that a colleague looks at', async () => {
    const without = await ask({}, undefined, { gegevenDoor: '', hoe: '' });
    expect([without.statusCode, errorAt(without, 'gegevenDoor') !== '']).toEqual([400, true]);
    await anActor(world.database, 'comensha-plaatsing', world.desk);
    const emergency = await ask({}, `${LIST}/nieuw/noodgeval`, {
      vitaal: 'no-safe-place',
      reden: 'er is vannacht geen plek, en vragen kan niet',
    });
    expect(emergency.statusCode).toBe(303);
    expect((await stored()).map(({ ground }) => ground)).toEqual(['vital-interest']);
    const asked = await world.database.admin
      .selectFrom('approvals.request')
      .select('kind')
      .where('tenant_id', '=', world.desk.id)
      .execute();
    expect(asked).toEqual([{ kind: 'shelter.check-placing' }]);
  });

  it('begins from a request for help without retyping, once, and stops when the consent is taken back', async () => {
    const [place] = await placesIn('Gewoon');
    const id = await aReceivedHelp(world.database, world.desk.id, 'Voorbeeldnaam');
    const path = `${LIST}/hulpvraag/${id}`;
    const visitor = await world.app.visitor(world.placer);
    const form = await visitor.form(path, path);
    expect(form.fields.bellen).not.toBe('');
    const body = (await visitor.get(path)).body;
    expect(body).not.toContain('Voorbeeldnaam');
    const fields = { ...form.fields, positie: 'nederlander', geslacht: 'vrouw', leeftijd: '30', spoed: 'vannacht' };
    const code = codeIn(await visitor.send({ ...form, fields }));
    expect(await textOf(path)).toContain(code);
    await world.database.admin
      .updateTable('exchange.message')
      .set({ state: 'withdrawn', content: null, withdrawn_at: new Date() })
      .where('tenant_id', '=', world.desk.id)
      .where('id', '=', id)
      .execute();
    expect(await textOf(`${LIST}/${code}`)).toContain('de toestemming is ingetrokken');
    expect((await choose(code, place!).catch(() => undefined))?.statusCode ?? 409).toBe(409);
  });

  it('is of this desk only, and ends with how', async () => {
    const code = await aPlaceRequest(world.database, world.placer);
    const stranger = await anActor(
      world.database,
      'comensha-plaatsing',
      await anOrganisation(world.database, 'comensha'),
    );
    for (const path of [`${LIST}/${code}`, `${LIST}/${code}/wijzigen`, `${LIST}/${code}/kies`])
      expect((await (await world.app.visitor(stranger)).get(path)).statusCode, path).toBe(404);
    const visitor = await world.app.visitor(world.placer);
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
    const code = await aPlaceRequest(world.database, world.placer);
    const visitor = await world.app.visitor(world.placer);
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
    const [place] = await placesIn('Gewoon');
    await choose(await aPlaceRequest(world.database, world.placer), place!);
    const [stay] = await world.database.admin
      .selectFrom('shelter.placement')
      .select('id')
      .where('tenant_id', '=', world.shelter.id)
      .execute();
    const own = `/opvang/plaatsingen/${stay!.id}`;
    const visitor = await world.app.visitor(world.worker);
    const form = await visitor.form(own, `${own}/veiligheidsvraag`);
    expect(form.fields).not.toHaveProperty('naam');
    const answer = await visitor.send({ ...form, fields: { ...form.fields, bekend: 'ja' } });
    expect(answer.statusCode).toBe(303);
    expect(await textOf(own, world.worker)).toContain('iemand die hier woont is bekend');
  });
});
