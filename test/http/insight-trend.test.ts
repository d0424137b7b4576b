import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settledQuarters } from '../../src/features/insight/domain/trend.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { dutchDay } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/analyse/ontwikkeling';

describe('how the counts of the nation go through time', () => {
  let database: TestDatabase;
  let app: TestApp;
  let analyst: Visitor;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
    analyst = await app.visitor(await anActor(database, 'analist', await anOrganisation(database, 'comensha')));
  });
  afterAll(async () => {
    await app.server.close();
    await database.close();
  });
  const page = async () => (await analyst.page(`${PATH}?reeks=bestaat-niet`)).querySelector('main')!;

  it('says when there is nothing yet, and is for analysts only', async () => {
    expect((await page()).textContent).toContain('Er is nog geen kwartaal geteld');
    const officer = await app.visitor(await anActor(database, 'beleidsmedewerker', await anOrganisation(database)));
    expect((await officer.get(PATH)).statusCode).toBe(403);
  });

  it('shows each quarter with its source, what it means, and nothing for what is kept back', async () => {
    const laidAt = await readClock(database.kysely);
    const quarters = settledQuarters(dutchDay(laidAt)).slice(-2);
    const areas = [
      { id: 'PL01', name: 'Eenheid Noord' },
      { id: 'onbekend', name: 'Onbekend' },
    ];
    const kinds = [
      { id: 'supervision', name: 'Toezicht' },
      { id: 'youth-care', name: 'Jeugd' },
    ];
    for (const [nth, quarter] of quarters.entries()) {
      const key = `kwartaal=${quarter}`;
      const cells = {
        [key]: 120 + 15 * nth,
        [`${key}|soort=supervision`]: 80,
        [`${key}|soort=youth-care`]: null,
        [`${key}|gebied=PL01`]: 95,
        [`${key}|gebied=PL01|soort=supervision`]: 70,
      };
      await database.admin
        .insertInto('insight.trend')
        .values({
          series: 'signalen',
          quarter,
          areas: JSON.stringify(areas),
          kinds: JSON.stringify(kinds),
          cells: JSON.stringify(cells),
          laid_at: laidAt,
        })
        .execute();
    }
    const main = await page();
    const rows = (id: string) =>
      [...main.querySelectorAll(`#${id} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent!.trim()),
      );
    expect(rows('ontwikkeling-soort')).toEqual([
      ['Toezicht', '80', '80'],
      ['Jeugd', 'verborgen', 'verborgen'],
    ]);
    expect(rows('ontwikkeling-gebied')).toEqual([
      ['Eenheid Noord', '95', '95'],
      ['Onbekend', 'verborgen', 'verborgen'],
    ]);
    expect(rows('ontwikkeling-kruis')[0]).toEqual(['Eenheid Noord', '70', 'verborgen']);
    expect(rows('ontwikkeling-land').map(([, count]) => count)).toEqual(['135', '120']);
    expect(main.querySelectorAll('figure svg[role="img"]')).toHaveLength(1);
    expect(main.textContent).toContain('Het betekent niet dat er meer mensenhandel is');
    expect(main.textContent).toContain('Er staat geen verwacht aantal bij: dat kent niemand');
    for (const source of main.querySelectorAll('.ib-source'))
      expect(source.textContent).toMatch(
        /^Bron: In Beeld, signalen .+, Doorgegeven signalen, .+Onzekerheid: een telling/,
      );
  });

  it('draws no line through a quarter that is kept back', async () => {
    await database.admin
      .updateTable('insight.trend')
      .set({ cells: JSON.stringify({}) })
      .where('quarter', '=', settledQuarters(dutchDay(await readClock(database.kysely))).at(-1)!)
      .execute();
    const main = await page();
    expect(main.querySelectorAll('figure')).toHaveLength(0);
    expect(main.querySelector('#ontwikkeling-land')!.textContent).toContain('verborgen');
  });
});
