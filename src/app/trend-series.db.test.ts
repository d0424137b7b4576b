import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../test/support/database.ts';
import { layRegister } from '../../test/support/register-lists.ts';
import { type InInsight, layTrends } from '../features/insight/index.ts';
import { REGISTERED_TREND } from '../features/registration/index.ts';
import { enter } from '../platform/db/transact.ts';
import { newId } from '../platform/ids/uuid.ts';
import { addDays, addMonths, day, type PlainDate } from '../shared-kernel/plain-date.ts';
import { TREND_SERIES } from './trend-series.ts';

describe('what is counted for the nation', () => {
  let database: TestDatabase;
  let today: PlainDate;
  const inInsight: InInsight = (run) => enter(database.kysely, { door: 'insight' }, run);

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    today = await inInsight(async (_tx, time) => time.today);
  });
  afterAll(() => database.close());

  const quarterBegins = (on: PlainDate) => {
    const month = Number(on.slice(5, 7));
    return day(`${on.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
  };

  it('can be counted of every series, also while there is nothing', async () => {
    expect(await layTrends(TREND_SERIES, inInsight)).toBe(0);
  });

  it('tells what the register received by who reported, in the police unit it was reported in', async () => {
    const register = await anOrganisation(database, 'comensha');
    const actor = await anActor(database, 'comensha-registratie', register);
    const reporters = await Promise.all([0, 1, 2].map(() => anOrganisation(database, 'aanmelder')));
    await database.admin
      .insertInto('organisations.organisation')
      .values({ id: newId(), kind: 'politie-eenheid', code: 'PE05', name: 'Amsterdam', valid_from: day('2000-01-01') })
      .execute();
    // closed and settled on any day of any year
    const quarter = addMonths(quarterBegins(today), -6);
    for (const { id: reporterId } of reporters)
      await layRegister(database, actor, [
        { on: ['POL', 'GEM'], persons: 12, received: addDays(quarter, 10), reporterId, region: 'amsterdam' },
        { on: ['POL', 'GEM'], persons: 14, received: addDays(quarter, 20), reporterId, region: 'landelijk' },
        { on: ['POL'], persons: 20, received: addDays(quarter, -40), reporterId },
        { on: ['POL'], persons: 15, received: addDays(quarter, -40), reporterId, isAbroad: true },
      ]);
    expect(await layTrends([REGISTERED_TREND], inInsight)).toBeGreaterThan(1);
    const laid = await database.admin
      .selectFrom('insight.trend')
      .select(['quarter', 'cells'])
      .where('series', '=', REGISTERED_TREND.id)
      .execute();
    const cell = (on: PlainDate, key: string) =>
      (laid.find((each) => each.quarter === on)!.cells as Record<string, number>)[`kwartaal=${on}|${key}`];
    expect([cell(quarter, 'gebied=PE05|soort=GEM'), cell(quarter, 'gebied=onbekend|soort=GEM')]).toEqual([35, 40]);
    // exploitation abroad changes the series, so it stands with nobody who reported
    const earlier = addMonths(quarter, -3);
    expect(cell(earlier, 'soort=POL')).toBe(60);
  });
});
