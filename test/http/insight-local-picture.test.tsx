import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { type NewFact, reportFact } from '../../src/features/approach/index.ts';
import type { LocalSources } from '../../src/features/insight/domain/local-picture.ts';
import { PublishablePage } from '../../src/features/insight/ui/local-picture-pages.tsx';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, day } from '../../src/shared-kernel/plain-date.ts';
import type { PageFrame } from '../../src/ui/page.tsx';
import { documentOf, formOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/lokaal-beeld';
const OPEN_PATH = `${PATH}/publiceerbaar`;

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await sharedDatabase();
  app = await testApp(database);
});

/** Somebody of a real municipality; these tests only read there. */
async function officerOf(code: string) {
  const organisation: TestOrganisation = await database.admin
    .selectFrom('organisations.organisation')
    .select(['id', 'code', 'name'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return app.visitor(await anActor(database, 'beleidsmedewerker', organisation));
}
const textOf = (page: Document) => page.querySelector('main')?.textContent ?? '';

describe('the picture a municipality may publish', () => {
  it('is an order of magnitude in words and as a range, each number with its row of sources', async () => {
    const page = await (await officerOf('GM0014')).page(OPEN_PATH);
    expect(textOf(page)).toMatch(/Orde van grootte: .* per jaar/);
    for (const link of page.querySelectorAll('main a[href^="#bron-"]'))
      expect(page.getElementById(link.getAttribute('href')!.slice(1)), link.outerHTML).not.toBeNull();
    for (const row of page.querySelectorAll('tbody tr')) expect(row.querySelector('cite')?.textContent).toBeTruthy();
  });

  it('holds no sentence with a number, also not in words, that lacks its year or its source', async () => {
    const page = await (await officerOf('GM0014')).page(OPEN_PATH);
    const sentences = [...page.querySelectorAll('main p, main li')]
      .flatMap((piece) => piece.textContent!.split(/(?<=[.?!])\s+(?=\p{Lu})/u))
      .filter((sentence) => /\d{2}|enkele|tiental|honderd/.test(sentence));
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\b20\d\d\b/);
      expect(sentence).toMatch(/CBS|WODC|Nationaal Rapporteur/);
    }
  });

  it('gives no number under 20,000 inhabitants', async () => {
    const page = await (await officerOf('GM0088')).page(OPEN_PATH);
    expect(textOf(page)).toContain('niet betrouwbaar op deze schaal');
    expect(page.querySelector('[data-marge]')).toBeNull();
    expect(textOf(page)).not.toMatch(/Orde van grootte/);
  });

  it('says "onbekend" for the police unit: there is no published series', async () => {
    const page = await (await officerOf('GM0014')).page(OPEN_PATH);
    expect(textOf(page)).toMatch(/onbekend.*geen gepubliceerde reeks per politie-eenheid/);
  });

  it('holds nothing that the municipality confirmed or counted itself', async () => {
    const officer = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const visitor = await app.visitor(officer);
    const form = await visitor.form(PATH, PATH);
    const fields = { kenmerk: 'kassen', aanwezig: 'ja', bron: 'Eigenbronwoord', datum: '1-11-2026' };
    expect((await visitor.send({ ...form, fields: { ...form.fields, ...fields } })).statusCode).toBe(303);
    const text = textOf(await visitor.page(OPEN_PATH));
    expect(text).not.toContain('Eigenbronwoord');
    expect(text.toLowerCase()).not.toContain('kassen');
  });
});

describe('a number on the publishable page', () => {
  const frame: PageFrame = {
    lang: 'nl',
    path: OPEN_PATH,
    demo: false,
    assets: { css: '', publicScript: '', workScript: '' },
    navigation: [],
    csrf: '',
  };
  const number = (id: string, value: number) => ({ id, what: id, value, source: 'CBS', when: '2026' });
  const estimate = { years: [2014], middle: 6000, mark: 'found', source: 'WODC', note: null } as const;
  const all: LocalSources = {
    population: number('inwoners', 100_000),
    nation: number('nederland', 18_000_000),
    estimates: [{ ...estimate, kind: 'range', low: 4000, high: 7500 }],
  };
  const regional = [
    { year: 2023, region: 'PL01', series: 'x', value: 45, mark: 'found', source: 'Voorbeeldbron' },
  ] as const;
  const shown = (sources: LocalSources, figures: readonly (typeof regional)[number][] = []) => {
    const picture = {
      name: 'Voorbeeld',
      on: day('2026-11-25'),
      sources,
      policeUnit: 'Noord',
      regional: figures,
      facts: [],
    };
    const html = renderToString(<PublishablePage frame={frame} picture={picture} />);
    const { document } = parseHTML(`<!doctype html>${html}`);
    return [...document.querySelectorAll('main data')].map((each) => each.getAttribute('value'));
  };

  it('disappears with its source', () => {
    expect(shown(all, regional)).toEqual(
      expect.arrayContaining(['20', '40', '100000', '18000000', '4000', '7500', '45']),
    );
    expect(shown(all)).not.toContain('45');
    for (const gone of ['population', 'nation'] as const) expect(shown({ ...all, [gone]: undefined })).toEqual([]);
    expect(shown({ ...all, estimates: [] })).toEqual([]);
  });
});

describe('what a municipality knows of its own ground', () => {
  async function newcomer() {
    const organisation = await anOrganisation(database);
    return { organisation, visitor: await app.visitor(await anActor(database, 'beleidsmedewerker', organisation)) };
  }
  const stateOf = (page: Document, name: string) =>
    [...page.querySelectorAll('tbody tr')].find((row) => row.querySelector('th')?.textContent?.startsWith(name))
      ?.textContent;

  it('starts empty: every feature is unknown', async () => {
    const page = await (await newcomer()).visitor.page(PATH);
    const rows = [...page.querySelectorAll('table')[0]!.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row.textContent).toMatch(/onbekend.*nog niet bevestigd/);
  });

  it('is confirmed with source and date, changed, and taken back', async () => {
    const { visitor } = await newcomer();
    const form = await visitor.form(PATH, PATH);
    const fields = { kenmerk: 'haven', aanwezig: 'ja', bron: 'Havenregister', datum: '1 november 2026' };
    await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(stateOf(await visitor.page(PATH), 'Een haven')).toMatch(/ja.*Havenregister, 1 november 2026/);
    const again = await visitor.form(PATH, PATH);
    await visitor.send({ ...again, fields: { ...again.fields, ...fields, aanwezig: 'nee' } });
    expect(stateOf(await visitor.page(PATH), 'Een haven')).toContain('nee');
    await visitor.send(await visitor.form(PATH, `${PATH}/weghalen`));
    expect(stateOf(await visitor.page(PATH), 'Een haven')).toContain('onbekend');
  });

  it('is refused without a source, with a day to come, or by somebody who may only read', async () => {
    const { organisation, visitor } = await newcomer();
    const form = await visitor.form(PATH, PATH);
    const empty = await visitor.send(form);
    expect(empty.statusCode).toBe(400);
    for (const field of ['kenmerk', 'aanwezig', 'bron', 'datum'])
      expect(documentOf(empty).getElementById(`veld-${field}-fout`), field).not.toBeNull();
    const fields = { kenmerk: 'grens', aanwezig: 'nee', bron: 'Kaart', datum: '1-1-2099' };
    const future = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(future.statusCode).toBe(409);
    expect(documentOf(future).getElementById('veld-datum-fout')?.textContent).toContain('al voorbij');
    const mayor = await app.visitor(await anActor(database, 'bestuurder', organisation));
    const page = await mayor.page(PATH);
    expect(page.querySelector('main form')).toBeNull();
    const { _csrf = '' } = formOf(page, '/uitloggen').fields;
    expect((await mayor.post(PATH, { ...fields, _csrf })).statusCode).toBe(403);
  });

  it('says what signals and training show, each with its source and day, and nothing of it in the version to publish', async () => {
    const { organisation, visitor } = await newcomer();
    expect(textOf(await visitor.page(PATH))).toContain('Uit signalen en training blijkt nu niets');
    const fact = {
      state: 'working',
      asOf: day('2026-11-02'),
      evidenceTitle: undefined,
      evidenceLink: undefined,
      reportedBy: 'Test',
    } as const;
    await enter(database.kysely, { door: 'own', tenantId: organisation.id }, async (tx, time) => {
      const report = (changes: Pick<NewFact, 'element' | 'source' | 'statement' | 'lapsesOn'>) =>
        reportFact(tx, organisation.id, { ...fact, ...changes }, time);
      const later = addDays(time.today, 100);
      await report({ element: 'K3.1', source: 'learning', statement: 'Genoeg getraind.', lapsesOn: later });
      await report({ element: 'K2.4', source: 'signals', statement: 'Er wordt gewogen.', lapsesOn: later });
      await report({ element: 'K3.3', source: 'learning', statement: 'Voorbij.', lapsesOn: addDays(time.today, -1) });
      await report({ element: 'K1.1', source: 'statement', statement: 'Iets anders.', lapsesOn: later });
    });
    const page = await visitor.page(PATH);
    const table = [...page.querySelectorAll('table')].find((each) => each.textContent?.includes('Genoeg getraind.'))!;
    expect([...table.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      'K2.4Er wordt gewogen.Signalen in In Beeld, 2 november 2026',
      'K3.1Genoeg getraind.Leren in In Beeld, 2 november 2026',
    ]);
    expect(textOf(await visitor.page(OPEN_PATH))).not.toMatch(/Genoeg getraind|gewogen/);
  });

  it('leads who works there to what colleagues passed on and learned, as far as the role may see it', async () => {
    const organisation = await anOrganisation(database);
    for (const [role, expected] of [
      ['beleidsmedewerker', ['/meldingen/cijfers', '/leren/teams']],
      ['teamleider', ['/leren/teams']],
    ] as const) {
      const visitor = await app.visitor(await anActor(database, role, organisation));
      const page = await visitor.page(PATH);
      const own = [...page.querySelectorAll('main a')]
        .map((link) => link.getAttribute('href')!)
        .filter((href) => /^\/(meldingen|leren)/.test(href));
      expect([role, own]).toEqual([role, expected]);
      for (const href of own) expect((await visitor.get(href)).statusCode).toBe(200);
    }
  });
});
