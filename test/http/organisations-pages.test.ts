import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../src/platform/clock/domain-clock.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, sharedDatabase, type TestDatabase } from '../support/database.ts';

const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

describe('the list of municipalities', () => {
  let visitor: Visitor;
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
    visitor = await app.visitor();
  });
  const search = async (query: string) => {
    const page = await visitor.page(`/gemeenten?${query}`);
    return { page, main: page.querySelector('main')!.textContent!, names: texts(page, 'tbody th a') };
  };

  it('shows all 342 in one page of less than 20 kB compressed', async () => {
    const answer = await visitor.request({ method: 'GET', url: '/gemeenten', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.rawPayload.length).toBeLessThan(20_000);
    expect((await search('')).names).toHaveLength(342);
  });

  it('gives the figures of a municipality to machines at the same address', async () => {
    const twin = await visitor.get('/gemeenten/GM0363.json');
    expect(twin.json()).toMatchObject({
      code: 'GM0363',
      inwoners: expect.any(Number),
      peildatum: '2026-01-01',
      bron: 'CBS',
      merk: 'Voorbeeldgegevens, niet echt',
    });
    const page = await visitor.page('/gemeenten/GM0363');
    expect(page.querySelector('a[href="/gemeenten/GM0363.json"]')).not.toBeNull();
    expect((await visitor.get('/gemeenten/GM9999.json')).statusCode).toBe(404);
  });

  it.each([
    ['sudwest', ['Súdwest-Fryslân']],
    ['den bosch', ["'s-Hertogenbosch"]],
    ['katwyk', ['Katwijk']],
    ['Gronignen', ['Groningen']],
  ])('finds by «%s», with the letters people type', async (typed, names) => {
    const found = await search(`naam=${encodeURIComponent(typed)}`);
    expect(found.names).toEqual(names);
  });

  it('says that it guessed', async () => {
    expect((await search('naam=Gronignen')).main).toContain('Geen gemeente heet «Gronignen». Bedoelde u deze?');
    expect((await search('naam=Groningen')).main).not.toContain('Bedoelde u');
  });

  it('says where a municipality went that is no more', async () => {
    const { page, names } = await search('naam=brielle');
    expect(names).toEqual([]);
    expect(texts(page, 'main li')).toEqual(['Brielle hoort sinds 1 januari 2023 bij Voorne aan Zee.']);
  });

  it('helps when nothing was found, and keeps what was typed', async () => {
    const { page, main } = await search('naam=%3Cscript%3Exyz&provincie=PV20');
    expect(main).toContain('Geen gemeente gevonden');
    expect(page.querySelector('[name=naam]')?.getAttribute('value')).toBe('<script>xyz');
    expect(texts(page, 'main .utrecht-action-group a')).toContain('Zoek in alle provincies');
  });
});

describe('the page of a municipality', () => {
  it('shows five municipalities that resemble it, with reasons, to who is signed in', async () => {
    const database = await sharedDatabase();
    const app = await testApp(database);
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const page = await (await app.visitor(actor)).page('/gemeenten/GM0193');
    const similar = texts(page, '[aria-labelledby="lijkt-op"] li');
    expect(similar).toHaveLength(5);
    for (const line of similar) expect(line).toMatch(/^.+: .{5,}/);
    expect((await (await app.visitor()).page('/gemeenten/GM0193')).querySelector('#lijkt-op')).toBeNull();
  });
});

describe('whom to call', () => {
  let database: TestDatabase;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    visitor = await (await testApp(database)).visitor();
  });
  afterAll(() => database.close());

  const at = async (to: string) =>
    expect((await moveClock(database.kysely, { to, forward: '' }, async () => {})).ok).toBe(true);
  const list = async (query = '') => {
    const page = await visitor.page(`/netwerk/wie-belt-u${query}`);
    const sections = texts(page, 'main h2');
    return { page, sections, names: texts(page, '.ib-task strong'), dialable: texts(page, 'a[href^="tel:"]') };
  };

  it('names who is open at this hour first, and a closed line never first', async () => {
    await at('2026-12-03T10:00');
    expect((await list()).names.slice(0, 3)).toEqual(['112', 'Politie', 'CoMensha, helpdesk']);
    expect((await list('?situatie=possible-victim')).names[0]).toBe('CoMensha, helpdesk');
    await at('2026-12-03T20:00');
    const evening = await list('?situatie=possible-victim');
    expect(evening.names).toEqual(['112', 'Politie', 'CoMensha, helpdesk']);
    expect(evening.sections).toEqual(['Nu te bellen', 'Nu gesloten']);
    expect(evening.page.querySelector('main')?.textContent).toContain('Open vanaf 4 december 2026, 09:00 uur.');
  });

  it('makes a number a link only when it was verified, and says what is known', async () => {
    const { page, dialable } = await list();
    expect(page.querySelector('a[href="tel:0334481186"]')).not.toBeNull();
    expect(dialable).not.toContain('bel 0900-8844');
    const police = [...page.querySelectorAll('.ib-task')].find((each) => each.textContent!.includes('0900-8844'))!;
    expect(police.textContent).toContain('Nog te verifiëren');
    expect(police.textContent).toContain('De politie hoort wat u vertelt.');
    expect(police.textContent).not.toContain('Talen');
  });

  it('stands on the page of a municipality, with the open lines', async () => {
    const page = await visitor.page('/gemeenten/GM0014');
    expect(texts(page, '.ib-task strong')).toEqual(['112', 'Politie', 'Veilig Thuis']);
    expect(page.querySelector('main a[href="/netwerk/wie-belt-u"]')).not.toBeNull();
  });

  it('lets a verification lapse after six months; 112 can always be called', async () => {
    await at('2027-05-26T10:00');
    const { page, dialable } = await list();
    expect(dialable).toEqual(['bel 112']);
    expect(page.querySelector('main')?.textContent).toMatch(/033-448\s11\s86/);
  });

  it('ignores a situation that does not exist', async () => {
    const answer = await visitor.get('/netwerk/wie-belt-u?situatie=%3Cscript%3E');
    expect(answer.statusCode).toBe(200);
    expect(documentOf(answer).querySelector('select option[selected]')).toBeNull();
  });
});
