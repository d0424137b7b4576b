import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { careOrganisation, fill, mainText } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CODE = 'GM0109';
const OFFER = {
  ...{ naam: 'Mannen (fictief)', gemeenten: CODE, vormen: 'arbeidsuitbuiting', leeftijden: '23-plus' },
  ...{ geslachten: 'man', telefoon: '050-123 45 67', bereikbaar: 'altijd', vanaf: '', tot: '', uren: '8' },
};

describe('what several entries of the directory say together', () => {
  let database: TestDatabase;
  let app: TestApp;
  let north: TestOrganisation;
  let coordinator: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    north = await careOrganisation(database);
    coordinator = await app.visitor(await anActor(database, 'zorgcoordinator', north));
  });
  const add = async (who: Visitor, changes: Readonly<Record<string, string>> = {}) => {
    const answer = await fill(who, '/netwerk/aanbod/nieuw', { ...OFFER, ...changes }, '/netwerk/aanbod');
    expect(answer.statusCode).toBe(303);
  };
  const other = async () => app.visitor(await anActor(database, 'zorgcoordinator', await careOrganisation(database)));

  it('names what one organisation says otherwise of the same people, to itself and to who looks it up', async () => {
    await add(coordinator);
    expect(await mainText(coordinator, '/netwerk/aanbod')).not.toContain('spreekt zichzelf tegen');
    await add(coordinator, { naam: 'Heren (fictief)', telefoon: '0800 1234', vervanging: 'ja' });
    const own = await mainText(coordinator, '/netwerk/aanbod');
    expect(own).toContain('uw aanbod spreekt zichzelf tegen');
    expect(own).toContain('een ander nummer (050-123 45 67 en 0800-1234)');
    const shown = await mainText(await other(), `/netwerk/dekking/${CODE}`);
    expect(shown).toContain('dit spreekt elkaar tegen');
    expect(shown).toContain('Bel dan het andere nummer');
  });

  it('finds no contradiction in two organisations, nor after one of two entries was ended', async () => {
    await add(coordinator);
    const second = await other();
    await add(second, { telefoon: '0800 1234' });
    expect(await mainText(second, '/netwerk/aanbod')).not.toContain('spreekt zichzelf tegen');
    await add(second);
    expect(await mainText(second, '/netwerk/aanbod')).toContain('twee keer');
    const link = (await second.page('/netwerk/aanbod')).querySelector('main table a')!.getAttribute('href')!;
    const ends = writeDutchDate(dutchDay(await readClock(database.kysely)));
    expect((await fill(second, link, { stoptOp: ends }, `${link}/beeindigen`)).statusCode).toBe(303);
    expect(await mainText(second, '/netwerk/aanbod')).not.toContain('twee keer');
  });

  it('adds the hours of organisations up in the yearly report, never the people', async () => {
    const report = '/zorgcoordinatie/jaarverslag';
    expect(await mainText(coordinator, report)).toContain('bevestigde voor geen gemeente');
    // a municipality that no other test names
    const gemeenten = 'GM0088';
    await add(coordinator, { gemeenten });
    const second = await careOrganisation(database);
    await add(await app.visitor(await anActor(database, 'zorgcoordinator', second)), { gemeenten, uren: '12' });
    const text = await mainText(coordinator, report);
    for (const words of ['samen 20 uur per week', second.name, 'Mensen worden daarom niet opgeteld'])
      expect(text).toContain(words);
    const printed = readDocx((await coordinator.get(`${report}.docx`)).rawPayload);
    expect(printed.paragraphs.map((each) => each.text).join(' ')).toContain('samen 20 uur per week');
  });
});
