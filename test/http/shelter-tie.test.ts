import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aPlaceRequest, aUnit, mayPlace, type PLACES } from '../support/a-shelter.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

type Fields = Readonly<Record<string, string>>;

describe('a place that was found on the telephone', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let desk: TestOrganisation;
  let worker: Actor;
  let placer: Actor;
  const today = dutchDay(new Date());

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    desk = await anOrganisation(database, 'comensha');
    worker = await anActor(database, 'opvang', shelter);
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    await mayPlace(database, shelter.id, desk.id);
  });

  const placesIn = async (name: string, count = 1, changes: Partial<typeof PLACES> | Fields = {}) => {
    const unit = await aUnit(database, worker, name, count, changes as Partial<typeof PLACES>);
    const rows = database.admin.selectFrom('shelter.place').select('id').where('unit_id', '=', unit).orderBy('number');
    return (await rows.execute()).map(({ id }) => id);
  };
  const send = async (path: string, action: string, fields: Fields = {}, as = placer) => {
    const visitor = await app.visitor(as);
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  };
  /** Records what somebody at the shelter promised. @returns where the stay is opened */
  async function promised(placeId: string): Promise<string> {
    const path = `/plaatsen/vrij/${placeId}`;
    const tot = writeDutchDate(addDays(today, 12));
    const answer = await send(path, path, { hoe: 'telefonisch', bevestigdDoor: 'de nachtdienst', tot });
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location);
  }
  const tie = (held: string, kenmerk: string, fields: Fields = {}) =>
    send(`${held}/aanvraag?kenmerk=${kenmerk}`, `${held}/aanvraag`, fields);
  const textOf = async (path: string, as = placer) =>
    documentOf(await (await app.visitor(as)).get(path))
      .querySelector('main')!
      .textContent!.replaceAll(/\s+/g, ' ');
  const requestOf = async (held: string) =>
    (
      await database.admin
        .selectFrom('shelter.placement as p')
        .leftJoin('shelter.request as r', 'r.id', 'p.request_id')
        .select('r.code')
        .where('p.id', '=', held.split('/').at(-1)!)
        .executeTakeFirstOrThrow()
    ).code;
  const fieldError = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const errorIn = (answer: Parameters<typeof documentOf>[0]) => fieldError(answer, 'kenmerk');

  it('says that the ground is missing until it is tied to a request, and tells nobody who comes before that', async () => {
    const [place] = await placesIn('Nacht');
    const held = await promised(place!);
    expect(await textOf(held)).toContain('de grond ontbreekt nog');
    expect(await textOf('/plaatsen/plaatsingen')).toContain('grond ontbreekt');
    const own = `/opvang/plaatsingen/${held.split('/').at(-1)}`;
    expect((await send(own, `${own}/aannemen`, {}, worker)).statusCode).toBe(303);
    expect(await textOf(held)).not.toContain('Geef de opvang door wie er komt');

    const code = await aPlaceRequest(database, placer);
    expect((await tie(held, code)).headers.location).toBe(held);
    const shown = await textOf(held);
    expect(shown).toContain(code);
    expect(shown).not.toContain('de grond ontbreekt');
    expect(shown).toContain('Geef de opvang door wie er komt');
    expect(await textOf('/plaatsen/plaatsingen')).not.toContain('grond ontbreekt');
    expect(await textOf(`/plaatsen/aanvragen/${code}`)).toContain('een opvang zei ja');
    // the shelter learns nothing of it
    expect(await textOf(own, worker)).not.toContain(code);
    // what is tied stays tied
    expect((await (await app.visitor(placer)).get(`${held}/aanvraag`)).statusCode).toBe(303);
  });

  it('is tied to a request that is written down then, with its own nights and its own ground', async () => {
    const [place] = await placesIn('Nieuw');
    const held = await promised(place!);
    const path = `${held}/aanvraag/nieuw`;
    const answers = {
      positie: 'nederlander',
      geslacht: 'vrouw',
      leeftijd: '30',
      spoed: 'vannacht',
      bellen: '06 12345678',
    };
    const without = await send(path, path, answers);
    expect(without.statusCode).toBe(400);
    const form = await (await app.visitor(placer)).form(path, path);
    expect(form.fields.tot).toBe(writeDutchDate(addDays(today, 12)));
    const asked = await send(path, path, { ...answers, gegevenDoor: 'person', hoe: 'written', taal: 'nl' });
    const next = String(asked.headers.location);
    expect([asked.statusCode, next]).toEqual([303, expect.stringContaining(`${held}/aanvraag?kenmerk=`)]);
    expect((await send(next, `${held}/aanvraag`)).headers.location).toBe(held);
    expect(await requestOf(held)).toBe(next.split('=').at(-1));
  });

  it('is not tied where somebody lives with whom she may not, nor to a request that has a place', async () => {
    const [one, two] = await placesIn('Samen', 2);
    const [elsewhere] = await placesIn('Elders');
    const other = await aPlaceRequest(database, placer);
    expect((await tie(await promised(one!), other)).statusCode).toBe(303);
    const held = await promised(two!);
    const apart = await aPlaceRequest(database, placer, { apartFrom: [other] });
    const refused = await tie(held, apart);
    expect([refused.statusCode, errorIn(refused)]).toEqual([409, expect.stringContaining('niet samen mag wonen')]);
    const second = await tie(await promised(elsewhere!), other);
    expect([second.statusCode, errorIn(second)]).toEqual([409, expect.stringContaining('al een andere plek')]);
    expect(await requestOf(held)).toBeNull();
  });

  it('says what the place does not give, and is tied only when somebody says that this was seen', async () => {
    const [place] = await placesIn('Klein', 1, { region: 'limburg' });
    const held = await promised(place!);
    const code = await aPlaceRequest(database, placer, { avoidRegions: ['limburg'], wheelchair: 'must' });
    const refused = await tie(held, code);
    expect(refused.statusCode).toBe(409);
    for (const said of ['een regio die u mijdt', 'rolstoel']) expect(refused.body).toContain(said);
    expect(await requestOf(held)).toBeNull();
    const silent = await tie(held, code, { toch: 'ja' });
    expect([silent.statusCode, fieldError(silent, 'waarom')]).toEqual([409, expect.stringContaining('twintig tekens')]);
    expect(await requestOf(held)).toBeNull();
    const why = 'er is nergens anders plek, en de opvang legt een plank over de drempel';
    expect((await tie(held, code, { toch: 'ja', waarom: why })).statusCode).toBe(303);
    expect(await requestOf(held)).toBe(code);
    const shown = await textOf(`/plaatsen/aanvragen/${code}`);
    expect(shown).toContain('past niet, en dat is gezien: een regio die u mijdt, niet met een rolstoel');
    expect(shown).toContain(why);
  });

  it('explains a year later why the place was for her, whatever the shelter changed since', async () => {
    const [place] = await placesIn('Toen', 1, { languages: ['Frans'] as never });
    const [other] = await placesIn('Ook vrij');
    const held = await promised(place!);
    const code = await aPlaceRequest(database, placer, { language: 'Frans', speaks: 'wish' });
    expect((await tie(held, code)).statusCode).toBe(303);
    await database.admin
      .updateTable('shelter.place')
      .set({ languages: [] })
      .where('id', 'in', [place!, other!])
      .execute();
    const shown = await textOf(`/plaatsen/aanvragen/${code}`);
    for (const said of [
      'Wat wij kozen, en waarom',
      'Gekoppeld op',
      placer.personName,
      'aan de telefoon, voordat de aanvraag erbij lag',
      'past, en heeft ook: de taal',
      'Toen: positie',
      'Wat er toen ook vrij was:',
      'heeft niet: de taal',
    ])
      expect(shown).toContain(said);
    const decisions = await database.admin
      .selectFrom('shelter.decision')
      .select(['placement_id', 'rules_version', 'refused'])
      .where('tenant_id', '=', desk.id)
      .execute();
    expect(decisions).toEqual([
      { placement_id: held.split('/').at(-1), rules_version: expect.stringMatching(/^\d{4}-/), refused: null },
    ]);
  });

  it('says which other request the place suits too, without an order, and asks why it is given here', async () => {
    const [place] = await placesIn('Twee');
    const rival = await aPlaceRequest(database, placer);
    const code = await aPlaceRequest(database, placer);
    const held = await promised(place!);
    const refused = await tie(held, code);
    expect([refused.statusCode, fieldError(refused, 'waarom')]).toEqual([
      409,
      expect.stringContaining('twintig tekens'),
    ]);
    expect(refused.body).toContain(rival);
    expect(await requestOf(held)).toBeNull();
    const why = 'de opvang zei ja op haar vraag, en de ander kan tot morgen wachten';
    expect((await tie(held, code, { waarom: why })).statusCode).toBe(303);
    const shown = await textOf(`/plaatsen/aanvragen/${code}`);
    for (const said of [`Paste ook bij${rival}`, why]) expect(shown).toContain(said);
  });

  it('is tied to one of two requests that are chosen at once, and says to the other why nothing came of it', async () => {
    const [place] = await placesIn('Tegelijk');
    const held = await promised(place!);
    const codes = [await aPlaceRequest(database, placer), await aPlaceRequest(database, placer)] as const;
    const why = 'de opvang zei ja op deze vraag, en de ander zoekt een ander huis';
    const visitors = await Promise.all(codes.map(() => app.visitor(placer)));
    const forms = await Promise.all(
      codes.map((code, index) => visitors[index]!.form(`${held}/aanvraag?kenmerk=${code}`, `${held}/aanvraag`)),
    );
    await Promise.all(
      forms.map((form, index) => visitors[index]!.send({ ...form, fields: { ...form.fields, waarom: why } })),
    );
    const tied = await requestOf(held);
    const other = codes.find((code) => code !== tied)!;
    expect(codes).toContain(tied);
    const lost = 'een collega legde deze plek net anders vast';
    expect(await textOf(`/plaatsen/aanvragen/${other}`)).toContain(lost);
    expect(await textOf(`/plaatsen/aanvragen/${tied}`)).not.toContain(lost);
  });

  it('is tied to a request of this desk only', async () => {
    const [place] = await placesIn('Ander');
    const held = await promised(place!);
    const stranger = await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'));
    const theirs = await aPlaceRequest(database, stranger);
    const answer = await tie(held, theirs);
    expect([answer.statusCode, errorIn(answer)]).toEqual([400, expect.stringContaining('kennen wij niet')]);
    expect((await (await app.visitor(stranger)).get(`${held}/aanvraag`)).statusCode).toBe(404);
    expect((await (await app.visitor(stranger)).get(`${held}/aanvraag/nieuw`)).statusCode).toBe(404);
  });
});
