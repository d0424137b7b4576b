import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aUnit } from '../support/a-shelter.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const FIELDS = {
  naam: 'Voorbeeldhuis',
  adres: 'Geheimestraat 12, Voorbeeldstad',
  aantal: '3',
  soort: 'vrouwenopvang',
  regio: 'limburg',
  geslachten: 'vrouw',
  leeftijdVanaf: '18',
  leeftijdTot: '',
  kinderen: '2',
  talen: 'Engels, Tigrinya',
  begeleiding: 'dag-en-nacht',
  openVanaf: '1-1-2020',
};

describe('the places of a shelter', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const worker = () => visitorAs('opvang', shelter);
  const placer = async () => visitorAs('comensha-plaatsing', await anOrganisation(database, 'comensha'));
  const places = () =>
    database.admin
      .selectFrom('shelter.place')
      .selectAll()
      .where('tenant_id', '=', shelter.id)
      .orderBy('number')
      .execute();
  const slots = () =>
    database.admin.selectFrom('shelter.night_slot').selectAll().where('tenant_id', '=', shelter.id).execute();

  async function add(changes: Readonly<Record<string, string>> = {}) {
    const visitor = await worker();
    const form = await visitor.form('/opvang/huizen/nieuw', '/opvang/huizen');
    return visitor.send({ ...form, fields: { ...form.fields, ...FIELDS, ...changes } });
  }

  async function say(taken: readonly string[], change: Readonly<Record<string, string>> = {}) {
    const visitor = await worker();
    const form = await visitor.form('/opvang', '/opvang/stand');
    return visitor.send({ ...form, fields: { ...form.fields, bezet: taken.join(' '), vrijOp: '', ...change } });
  }

  /** Every page of the list: others have places too, and whose come first goes by name. */
  async function everyFreePlace(): Promise<string> {
    const visitor = await placer();
    const pages: string[] = [];
    for (let page = 1; pages.length === 0 || pages.at(-1)!.includes(`pagina=${page}`); page++)
      pages.push((await visitor.get(`/plaatsen?soort=vrouwenopvang&pagina=${page}`)).body);
    return pages.join('');
  }

  it('writes down a house with its places, and shows them free to who places, without name or address', async () => {
    const answer = await add();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/opvang?bewaard']);
    expect((await places()).map(({ number, region }) => [number, region])).toEqual([
      [1, 'limburg'],
      [2, 'limburg'],
      [3, 'limburg'],
    ]);
    const page = await everyFreePlace();
    expect(page).toContain(shelter.name);
    expect(page).not.toContain('Geheimestraat');
    expect(page).not.toContain('Voorbeeldhuis');
    const inTheDatabase = await database.admin
      .selectFrom('shelter.unit')
      .select('address')
      .where('tenant_id', '=', shelter.id)
      .executeTakeFirstOrThrow();
    expect(Buffer.from(inTheDatabase.address!).toString('latin1')).not.toContain('Geheimestraat');
  });

  it('says beside each field what is wrong, and keeps the answers', async () => {
    const answer = await add({ soort: '', leeftijdVanaf: 'oud', geslachten: '', openVanaf: '31-2-2026', aantal: '0' });
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    for (const name of ['soort', 'leeftijdVanaf', 'geslachten', 'openVanaf', 'aantal'])
      expect(page.getElementById(`veld-${name}-fout`)?.textContent ?? '', name).not.toBe('');
    expect(page.querySelector<HTMLInputElement>('#veld-naam')?.value).toBe('Voorbeeldhuis');
    const turned = await add({ leeftijdTot: '17' });
    expect([turned.statusCode, documentOf(turned).getElementById('veld-leeftijdTot-fout') !== null]).toEqual([
      409,
      true,
    ]);
  });

  it('takes and frees places in one form, and undoes nothing that a colleague did meanwhile', async () => {
    await add();
    const [one, two, three] = (await places()).map(({ id }) => id);
    const late = await (await worker()).form('/opvang', '/opvang/stand');
    expect((await say([one!], { vrijOp: writeDutchDate(addDays(today, 7)) })).statusCode).toBe(303);
    expect(await slots()).toHaveLength(7);
    // her page still showed all as free
    const slow = await worker();
    const sent = await slow.send({ ...late, fields: { ...late.fields, ...(await token(slow)), bezet: two! } });
    expect(sent.statusCode).toBe(303);
    expect(new Set((await slots()).map(({ place_id }) => place_id))).toEqual(new Set([one, two]));
    expect((await say([two!, three!])).statusCode).toBe(303);
    expect(new Set((await slots()).map(({ place_id }) => place_id))).toEqual(new Set([two, three]));
  });
  const token = async (visitor: Awaited<ReturnType<typeof worker>>) => {
    const { fields } = await visitor.form('/opvang', '/opvang/stand');
    return { _csrf: fields._csrf! };
  };

  it('refuses to take a place that was given meanwhile, with 409 and what to do', async () => {
    await add();
    const [one] = (await places()).map(({ id }) => id);
    await say([one!]);
    const answer = await say([one!], { gezien: '' });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-bezet-fout')?.textContent).toContain('net gegeven');
  });

  it('confirms with one press that nothing changed, and asks again after two days', async () => {
    await add();
    await database.admin.deleteFrom('shelter.capacity_check').where('tenant_id', '=', shelter.id).execute();
    expect(await everyFreePlace()).toContain('bel eerst');
    const visitor = await worker();
    const answer = await visitor.send(await visitor.form('/opvang', '/opvang/ongewijzigd'));
    expect(answer.headers.location).toBe('/opvang?bevestigd');
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'due_on'])
      .where('tenant_id', '=', shelter.id)
      .where('state', '=', 'open')
      .execute();
    expect(deadlines).toEqual([{ kind: 'shelter.capacity-stale', due_on: addDays(today, 2) }]);
  });

  it('asks a colleague too when whoever confirmed does not look', async () => {
    await add();
    await anActor(database, 'opvang', shelter);
    const visitor = await worker();
    await visitor.send(await visitor.form('/opvang', '/opvang/ongewijzigd'));
    const open = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['assignee_id', 'substitute_id'])
      .where('tenant_id', '=', shelter.id)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    expect(open.substitute_id).not.toBeNull();
    expect(open.substitute_id).not.toBe(open.assignee_id);
  });

  it('keeps a place open on nights that were given, and refuses a second writer who saw an older version', async () => {
    await add();
    const [one] = (await places()).map(({ id }) => id);
    await say([one!], { vrijOp: writeDutchDate(addDays(today, 7)) });
    const visitor = await worker();
    const path = `/opvang/plekken/${one}`;
    const form = await visitor.form(path, path);
    const out = { buitenVanaf: writeDutchDate(today), buitenTot: writeDutchDate(addDays(today, 3)) };
    const refused = await visitor.send({ ...form, fields: { ...form.fields, ...out } });
    expect([refused.statusCode, documentOf(refused).getElementById('veld-buitenVanaf-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Wijzig het eerst bij «Onze plekken»'),
    ]);
    for (const [field, day] of [
      ['sluitOp', addDays(today, 2)],
      ['openVanaf', addDays(today, 1)],
    ] as const) {
      const shut = await visitor.send({ ...form, fields: { ...form.fields, [field]: writeDutchDate(day) } });
      const fields = [...documentOf(shut).querySelectorAll('[id^="veld-"][id$="-fout"]')].map(({ id }) => id);
      expect([shut.statusCode, fields]).toEqual([409, [`veld-${field}-fout`]]);
    }
    const later = { buitenVanaf: writeDutchDate(addDays(today, 7)), buitenTot: writeDutchDate(addDays(today, 9)) };
    expect((await visitor.send({ ...form, fields: { ...form.fields, ...later } })).statusCode).toBe(303);
    const stale = await visitor.send({ ...form, fields: { ...form.fields, kinderen: '1' } });
    expect(stale.statusCode).toBe(409);
    expect((await places())[0]).toMatchObject({ children: 2, out_from: addDays(today, 7) });
  });

  it('says what a change made different, each time, and never where the house is', async () => {
    await add({ aantal: '1', jongenTot: '12' });
    const [place] = await places();
    const path = `/opvang/plekken/${place!.id}`;
    const change = async (fields: Readonly<Record<string, string>>) => {
      const visitor = await worker();
      const form = await visitor.form(path, path);
      expect(
        (await visitor.send({ ...form, fields: { ...form.fields, geslachten: 'vrouw', ...fields } })).statusCode,
      ).toBe(303);
    };
    await change({ leeftijdVanaf: '21', kinderen: '3' });
    await change({ leeftijdVanaf: '16', sluitOp: '1-1-2099' });
    const page = documentOf(await (await worker()).get(path));
    const rows = [...page.querySelectorAll('main tbody tr')].map((row) =>
      [...row.querySelectorAll('li')].map((item) => item.textContent),
    );
    expect(rows).toEqual([
      ['Leeftijd: vanaf 21 jaar → vanaf 16 jaar', 'Sluit op: geen dag bekend → 1 januari 2099'],
      [
        'Leeftijd: vanaf 18 jaar → vanaf 21 jaar',
        'Kinderen mee: ja, hoogstens 2, zonen tot en met 12 jaar → ja, hoogstens 3, zonen tot en met 12 jaar',
      ],
      [],
    ]);
    expect(page.body.textContent).not.toContain('Geheimestraat');
    const kept = await database.admin
      .selectFrom('shelter.place_change')
      .selectAll()
      .where('tenant_id', '=', shelter.id)
      .execute();
    expect(JSON.stringify(kept)).not.toContain('Geheimestraat');
  });

  it('tells who places on which number it is called, and nobody else', async () => {
    await add({ aantal: '1' });
    const [place] = await places();
    const free = `/plaatsen/vrij/${place!.id}`;
    expect((await (await placer()).get(free)).body).toContain('gaf nog geen telefoonnummer door');
    const visitor = await worker();
    const form = await visitor.form('/opvang/nummer', '/opvang/nummer');
    const wrong = await visitor.send({ ...form, fields: { ...form.fields, nummer: 'de balie' } });
    expect([wrong.statusCode, documentOf(wrong).getElementById('veld-nummer-fout')!.textContent]).toEqual([
      400,
      expect.stringContaining('telefoonnummer'),
    ]);
    const number = '000 0000123';
    const fields = { ...form.fields, nummer: number, uren: 'dag en nacht' };
    const saved = await visitor.send({ ...form, fields });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/opvang?nummer']);
    expect((await visitor.get('/opvang?nummer')).body).toContain('ziet nu dit nummer');
    const shown = documentOf(await (await placer()).get(free));
    expect(shown.querySelector('a[href="tel:0000000123"]')).not.toBeNull();
    expect(shown.querySelector('main')!.textContent).toContain('dag en nacht');
    expect((await (await worker()).get('/opvang')).body).toContain(number);
    // a colleague had the form open
    const late = await visitor.send({
      ...form,
      fields: { ...fields, nummer: '000 0000124', _sleutel: 'z'.repeat(16) },
    });
    expect([late.statusCode, late.body.includes('wijzigde dit net')]).toEqual([409, true]);
    const other = await visitorAs('opvang', await anOrganisation(database, 'opvangorganisatie'));
    for (const path of ['/opvang', '/opvang/nummer']) expect((await other.get(path)).body).not.toContain(number);
  });

  it('shows fifteen free places at a time, and the way to the next', async () => {
    await aUnit(database, await anActor(database, 'opvang', shelter), 'Gang', 16, { type: 'omm' });
    const page = await (await placer()).page('/plaatsen?soort=omm');
    expect(page.querySelectorAll('main tbody tr')).toHaveLength(15);
    expect(page.querySelector('main a[href*="pagina=2"]')).not.toBeNull();
  });

  it('opens an address for the own workers only, and writes down who did', async () => {
    const unit = await aUnit(database, await anActor(database, 'opvang', shelter), 'Zolder');
    expect((await (await worker()).get(`/opvang/huizen/${unit}`)).body).toContain('Zolderstraat 1');
    const stranger = await visitorAs('opvang', await anOrganisation(database, 'opvangorganisatie'));
    expect((await stranger.get(`/opvang/huizen/${unit}`)).statusCode).toBe(404);
    expect((await (await placer()).get(`/opvang/huizen/${unit}`)).statusCode).toBe(403);
    const read = await database.admin
      .selectFrom('audit.event')
      .select('action')
      .where('tenant_id', '=', shelter.id)
      .where('action', '=', 'shelter.read-unit')
      .execute();
    expect(read).toHaveLength(1);
  });

  it('shows a fortnight of nights', async () => {
    await add();
    const [one] = (await places()).map(({ id }) => id);
    await say([one!], { vrijOp: writeDutchDate(addDays(today, 3)) });
    const page = await (await worker()).page('/opvang/nachten');
    const cells = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(cells[0]!.slice(0, 4)).toEqual(['bezet', 'bezet', 'bezet', 'vrij']);
    expect(cells[1]).toHaveLength(14);
  });
});
