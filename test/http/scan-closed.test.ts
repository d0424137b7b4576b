import { beforeAll, describe, expect, it } from 'vitest';
import { currentFramework, elementById } from '../../src/features/approach/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, formOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const SCAN = '/aanpak/scan';
const K15 = `${SCAN}/onderdeel/K1.5`;

describe('what was open when a scan was settled', () => {
  let database: TestDatabase;
  let app: TestApp;
  let place: TestOrganisation;
  let owner: Visitor;
  let colleague: Actor;
  let asked: Visitor;
  let today: string;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    place = await anOrganisation(database);
    owner = await app.visitor(await anActor(database, 'beleidsmedewerker', place));
    colleague = await anActor(database, 'medewerker', place);
    asked = await app.visitor(colleague);
    today = writeDutchDate(dutchDay(await readClock(database.kysely)));
  });

  const words = (page: Document) => page.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
  async function send(visitor: Visitor, path: string, fields: Readonly<Record<string, string>> = {}, action = path) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }

  it('is said before: which question waits for whom, and that it ends; afterwards she reads so, with the question itself', async () => {
    expect((await send(owner, SCAN)).statusCode).toBe(303);
    await send(owner, `${SCAN}/onderdeel/K1.1`, { stand: 'gestart' });
    await send(owner, K15, { stand: 'weet-ik-niet', collega: colleague.membershipId });
    const home = await asked.page('/overzicht');
    const link = [...home.querySelectorAll('main a')].find((each) => each.textContent?.includes('K1.5'));
    const before = words(await owner.page(SCAN));
    expect(before).toContain('dan eindigen deze vragen');
    expect(before).toContain(`K1.5 Geld en uren: wacht op ${colleague.personName}`);
    // she has the form open, and somebody else settles
    const stale = await asked.form(K15, K15);
    const theme = await owner.form(`${SCAN}/thema/1`);
    expect((await send(owner, SCAN, {}, `${SCAN}/vaststellen`)).statusCode).toBe(303);

    expect(link?.getAttribute('href')).toMatch(/^\/berichten\//);
    const ended = words(await asked.page(K15));
    expect(ended).toContain(`is op ${today} vastgesteld`);
    expect(ended).toContain(elementById(currentFramework(), 'K1.5')!.question);
    expect(ended).toContain('Die kan het alsnog vastleggen');
    // nobody else was asked
    expect((await (await app.visitor(await anActor(database, 'medewerker', place))).get(K15)).statusCode).toBe(303);

    const late = await asked.send({
      ...stale,
      fields: { ...stale.fields, stand: 'aanwezig', bewijs: 'Begroting 2027' },
    });
    expect([late.statusCode, documentOf(late).title]).toEqual([409, 'Er loopt geen scan meer – In Beeld']);
    const shown = words(documentOf(late));
    expect(shown).toContain('Geld en uren');
    expect(shown).toContain('Is er');
    expect(shown).toContain('Begroting 2027');
    // who may not open a scan gets nothing to put in one
    expect(documentOf(late).querySelector('main form')).toBeNull();

    const tooLate = await owner.send({ ...theme, fields: { ...theme.fields, 'stand-K1.2': 'afwezig' } });
    const page = documentOf(tooLate);
    expect(tooLate.statusCode).toBe(409);
    expect(words(page)).toContain('Is er niet');
    const again = formOf(page, `${SCAN}/thema/1`);
    // without a scan the answers come back once more; with a new one they stand in its form, and nothing is kept yet
    expect(words(documentOf(await owner.send(again)))).toContain('Is er niet');
    expect((await send(owner, SCAN)).statusCode).toBe(303);
    const filled = documentOf(await owner.send(again));
    expect(filled.querySelector('[name="stand-K1.2"][checked]')?.getAttribute('value')).toBe('afwezig');
    expect(words(await owner.page(SCAN))).toContain('U vulde 0 van de 30');
    const sent = await owner.send(formOf(filled, `${SCAN}/thema/1`));
    expect(sent.headers.location).toBe(`${SCAN}/thema/1?bewaard`);
    // the question of the scan before is still to be read by who was asked it
    expect(words(await asked.page(K15))).toContain(`is op ${today} vastgesteld`);
  });
});
