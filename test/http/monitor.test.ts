import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the monitor', () => {
  let database: TestDatabase;
  let app: TestApp;
  let adviser: Visitor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    adviser = await app.visitor(await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')));
    today = dutchDay(await readClock(database.kysely));
    const zwolle = await database.admin
      .selectFrom('organisations.organisation')
      .select('id')
      .where('code', '=', 'GM0193')
      .executeTakeFirstOrThrow();
    await database.admin
      .insertInto('approach.standing')
      .values({
        tenant_id: zwolle.id,
        element: 'K7.1',
        decided_on: addDays(today, -10),
        lapses_on: addDays(today, 120),
        evidence_kind: 'opgave',
        published_at: new Date(),
      })
      .execute();
  });
  afterAll(() => database.close());

  const title = async (path: string) => (await adviser.page(path)).querySelector('main h2')?.textContent;
  const stateOf = async () => {
    const answer = await adviser.get('/monitor.json?onderdeel=K7.1');
    return answer
      .json<{ gemeenten: { gemeente: { code: string }; stand: string; vervaldatum: string }[] }>()
      .gemeenten.find(({ gemeente }) => gemeente.code === 'GM0193');
  };

  it('shows the element in its address, with how old it is, and keeps it in the figures', async () => {
    expect(await title('/monitor')).toContain('een aandachtsfunctionaris met vervanger');
    expect(await title('/monitor?onderdeel=K1.1')).toContain('vastgesteld beleid');
    expect(await title('/monitor?onderdeel=K7.1')).toMatch(/^Bij 1 van de \d+ gemeenten is de aanpak geborgd/);
    const page = await adviser.page('/monitor?onderdeel=K7.1&stand=arranged');
    const table = page.querySelector('table')!.textContent;
    expect(table).toContain('Zwolle');
    expect(table).toContain(writeDutchDate(addDays(today, -10)));
    expect(page.querySelector('select[name=onderdeel] option[selected]')?.getAttribute('value')).toBe('K7.1');
    expect((await adviser.get('/monitor.json?onderdeel=K7.1')).json()).toMatchObject({ id: 'monitor-K7.1' });
  });

  it('shows no element that the country does not see', async () => {
    expect((await adviser.get('/monitor.json?onderdeel=K3.4')).json()).toMatchObject({ id: 'monitor-K2.1' });
    expect(await title('/monitor?onderdeel=K3.4')).toContain('een aandachtsfunctionaris met vervanger');
  });

  it('shows a lapse the moment its day begins', async () => {
    expect(await stateOf()).toMatchObject({ stand: 'geregeld', vervaldatum: addDays(today, 120) });
    await (await app.visitor()).post('/demo/klok', { vooruit: 'P120D' });
    expect(await stateOf()).toMatchObject({ stand: 'vervallen' });
    expect((await adviser.page('/monitor?onderdeel=K7.1&stand=lapsed')).querySelector('table')?.textContent).toContain(
      'Zwolle',
    );
  });
});
