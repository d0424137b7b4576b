import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('a page with nothing on it', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  it.each<readonly [Role, string, string, readonly string[]]>([
    ['medewerker', 'gemeente', '/meldroute', ['/meldingen/nieuw', '/netwerk/wie-belt-u']],
    ['medewerker', 'gemeente', '/leren/herkennen', ['/leren']],
    ['beleidsmedewerker', 'gemeente', '/leren/teams', ['/aanpak']],
    ['bestuurder', 'gemeente', '/leren/teams', ['/aanpak']],
    ['bestuurder', 'gemeente', '/aanpak/scan', ['/overzicht']],
    ['bestuurder', 'gemeente', '/meldingen/daders/lezers', ['/meldingen/cijfers']],
    ['bestuurder', 'gemeente', '/meldingen/cijfers', ['/meldroute']],
    ['medewerker', 'gemeente', '/goedkeuringen', ['/overzicht']],
    ['analist', 'landelijk', '/analyse/ontwikkeling', ['/analyse/uitgaven', '/monitor']],
    ['medewerker', 'gemeente', '/toegankelijkheid', ['/', '/over']],
    ['aanmelder', 'aanmelder', '/registraties', ['/netwerk/wie-belt-u']],
  ])('leads a %s (%s) on from %s', async (role, type, path, ways) => {
    const visitor = await app.visitor(await anActor(database, role, await anOrganisation(database, type)));
    const links = (await visitor.page(path)).querySelectorAll('main a[href]');
    expect([...links].map((link) => link.getAttribute('href'))).toEqual(expect.arrayContaining([...ways]));
  });

  it('says in a demo how to come in as somebody else, when a role may not see a page', async () => {
    const visitor = await app.visitor(await anActor(database, 'medewerker', await anOrganisation(database)));
    const answer = await visitor.get('/analyse/uitgaven');
    const main = documentOf(answer).querySelector('main')!;
    expect(answer.statusCode).toBe(403);
    expect(main.querySelector('a[href="/demo"]')?.textContent).toBe('Kies een andere persoon');
    expect(main.textContent).not.toContain('Wissel dan van rol');
  });

  it('tells a system that an address is not there, and says nothing of pages', async () => {
    const answer = await (await app.visitor()).get('/api/v1/bestaat-niet');
    expect([answer.statusCode, answer.json().title]).toEqual([404, 'Dit adres bestaat niet']);
    expect(answer.body).not.toContain('pagina');
  });

  it('says that a province is not known, in both languages', async () => {
    const visitor = await app.visitor();
    for (const [path, words] of [
      ['/gemeenten', 'Deze provincie kennen wij niet'],
      ['/en/municipalities', 'We do not know this province'],
    ]) {
      const answer = await visitor.get(`${path}?provincie=PV99`);
      expect([answer.statusCode, documentOf(answer).getElementById('veld-provincie-fout')?.textContent]).toEqual([
        400,
        expect.stringContaining(words!),
      ]);
    }
  });
});
