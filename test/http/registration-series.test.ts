import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/registraties/reeksen';
const HEAD = 'Reeks;Jaar;Aantal;Bron;Peildatum;Breuk';

describe('the series of a register', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  async function aWorld() {
    const register = await aRegister(database);
    return { register, registrar: await visitorAs('comensha-registratie', register) };
  }
  async function enter(registrar: Visitor, ...rows: readonly string[]) {
    const form = await registrar.form(PATH, PATH);
    const body = new FormData();
    for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
    body.set('tabel', [HEAD, ...rows].join('\n'));
    const sent = new Response(body);
    return registrar.request({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  }
  const json = async (visitor: Visitor) => JSON.parse((await visitor.get(`${PATH}.json`)).body);
  const errorIn = (answer: Awaited<ReturnType<typeof enter>>) =>
    documentOf(answer).getElementById('veld-tabel-fout')?.textContent ?? '';

  it('begin empty, and say what comes first', async () => {
    const { registrar } = await aWorld();
    const text = (await registrar.page(PATH)).querySelector('main')?.textContent ?? '';
    expect(text).toContain('Het register telt nog niemand');
    expect(text).toContain('nog geen eerdere jaren');
    expect(await json(registrar)).toMatchObject({ nu: { jaren: [] }, eerder: [] });
  });

  it('keep what was brought along apart from what is counted, each by its name, with breaks and revisions', async () => {
    const { register, registrar } = await aWorld();
    const rows = [
      'Proef A;2013;1.437;Jaarverslag;1-3-2014;',
      'Proef A;2014;1561;Jaarverslag;1-3-2015;Sub 3 telt mee',
      'Proef B;2014;1255;Ander verslag;1-3-2015;',
      'Proef B;2014;1256;Ander verslag;1-6-2016;',
    ];
    expect((await enter(registrar, ...rows)).headers.location).toBe(`${PATH}?ingevoerd`);
    const reporter = await visitorAs('aanmelder', await aReporter(database, register));
    const drafting = await reporter.form('/registraties/nieuw/nameless');
    const drafted = await reporter.send({ ...drafting, fields: { ...drafting.fields, aanmelder: 'JEUGD' } });
    const own = String(drafted.headers.location);
    await reporter.send(await reporter.form(own, `${own}/versturen`));
    await registrar.send(await registrar.form('/registraties/werkvoorraad', '/registraties/werkvoorraad/ontvangen'));

    const said = await json(registrar);
    expect(said.nu.jaren).toMatchObject([{ mensen: 1, aanmeldingen: 1, isVoorbij: false }]);
    expect(said.eerder).toMatchObject([
      {
        reeks: 'Proef A',
        jaren: [
          { jaar: 2013, aantal: 1437, breukInDeReeks: null },
          { jaar: 2014, aantal: 1561, breukInDeReeks: 'Sub 3 telt mee' },
        ],
      },
      { reeks: 'Proef B', jaren: [{ jaar: 2014, aantal: 1256, eerderGenoemd: [{ aantal: 1255 }] }] },
    ]);
    const page = await registrar.page(PATH);
    const titles = [...page.querySelectorAll('figure .ib-figure__title')].map((each) => each.textContent);
    expect(titles).toEqual(['Wat het register nu telt', 'Proef A, 2013', 'Proef A, 2014', 'Proef B, 2014']);
    expect(page.querySelector('main')?.textContent).toContain('Breuk in de reeks in 2014: Sub 3 telt mee');
    // nothing of another register
    expect((await json((await aWorld()).registrar)).eerder).toEqual([]);
  });

  it('show who was exploited abroad, and sub 3 of the Marechaussee, on lines of their own', async () => {
    const { register, registrar } = await aWorld();
    const reporter = await visitorAs('aanmelder', await aReporter(database, register));
    for (const fields of [
      { aanmelder: 'KMAR', waar: 'abroad', sub3: 'ja' },
      { aanmelder: 'NLA', waar: 'abroad' },
      { aanmelder: 'ADV', waar: 'netherlands' },
    ]) {
      const drafting = await reporter.form('/registraties/nieuw/nameless');
      const drafted = await reporter.send({ ...drafting, fields: { ...drafting.fields, ...fields } });
      const own = String(drafted.headers.location);
      await reporter.send(await reporter.form(own, `${own}/versturen`));
    }
    await registrar.send(await registrar.form('/registraties/werkvoorraad', '/registraties/werkvoorraad/ontvangen'));
    expect((await json(registrar)).nu.jaren).toMatchObject([
      { mensen: 3, alleenInHetBuitenland: 2, marechausseeOnder3: 1 },
    ]);
    const cells = [...(await registrar.page(PATH)).querySelectorAll('figure tbody tr td')].map((td) => td.textContent);
    expect(cells.slice(-4)).toEqual(['3', '3', '2', '1']);
  });

  it('are taken all or not at all, with every error by its line, and what was pasted kept', async () => {
    const { registrar } = await aWorld();
    const answer = await enter(registrar, 'Proef;2013;10;Verslag;1-3-2014;', 'Proef;14;veel;;31-2-2014;');
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    const [line, wrong] = [...page.querySelectorAll('tbody tr')].at(-1)!.querySelectorAll('td, th');
    expect(line?.textContent).toBe('3');
    for (const part of ['Jaar:', 'Aantal:', 'Bron:', 'Peildatum:']) expect(wrong?.textContent).toContain(part);
    expect(page.querySelector('textarea')?.textContent).toContain('veel');
    expect((await json(registrar)).eerder).toEqual([]);
    expect(errorIn(await enter(registrar))).toContain('nog geen rij');
  });

  it('take the same again without a word, and refuse another number for the same date', async () => {
    const { registrar } = await aWorld();
    const row = 'Proef;2013;10;Verslag;1-3-2014;';
    for (const _ of [1, 2]) expect((await enter(registrar, row)).statusCode).toBe(303);
    const other = await enter(registrar, 'Proef;2012;9;Verslag;1-3-2014;', row.replace(';10;', ';11;'));
    expect([other.statusCode, errorIn(other)]).toEqual([409, expect.stringContaining('Proef 2013')]);
    expect((await json(registrar)).eerder[0].jaren).toHaveLength(1);
  });

  it('set before joining beside after it, per region and reporter, and warn; a small number is hidden', async () => {
    const { registrar } = await aWorld();
    const head = `${HEAD};Regio;Aanmelder`;
    const row = (year: number, count: number, more: string) => `Proef;${year};${count};Verslag;1-3-2024;;${more}`;
    const table = [
      head,
      row(2020, 14, 'Amsterdam;Politie'),
      row(2021, 12, 'Amsterdam;Politie'),
      row(2020, 3, 'Limburg;JEUGD'),
      row(2020, 900, ';'),
    ];
    const form = await registrar.form(PATH, PATH);
    const body = new FormData();
    for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
    body.set('tabel', table.join('\n'));
    const sent = new Response(body);
    const headers = { 'content-type': sent.headers.get('content-type')! };
    const payload = Buffer.from(await sent.arrayBuffer());
    expect((await registrar.request({ method: 'POST', url: PATH, headers, payload })).statusCode).toBe(303);
    expect((await json(registrar)).voorEnNa.rijen).toEqual(
      expect.arrayContaining([
        {
          ...{ regio: 'amsterdam', aanmelder: 'POL', reeksErvoor: 'Proef', aangeslotenIn: null },
          ...{ ervoor: { jaren: [2020, 2021], mensen: 25 }, erna: null },
        },
        expect.objectContaining({ regio: 'limburg', ervoor: { jaren: [2020], mensen: null } }),
      ]),
    );
    const text = (await registrar.page(PATH)).querySelector('main')?.textContent ?? '';
    expect(text).toContain('Meer aanmeldingen betekent beter zicht, niet meer mensenhandel.');
    expect(text).toContain('minder dan vijf');
    // the number of the whole country stays a series; the split ones do not enter it
    expect((await json(registrar)).eerder).toMatchObject([{ reeks: 'Proef', jaren: [{ jaar: 2020, aantal: 900 }] }]);
  });
});
