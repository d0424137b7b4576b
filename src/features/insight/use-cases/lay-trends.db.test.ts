import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganisation } from '../../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { moveClock } from '../../../platform/clock/domain-clock.ts';
import { enter } from '../../../platform/db/transact.ts';
import { loadSolver, type Solver } from '../../../platform/solver/linear-model.ts';
import { addMonths, day, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { quarterOf, settledQuarters, shownOf } from '../domain/trend.ts';
import { checkPublication } from './disclosure/check-publication.ts';
import { type InInsight, layTrends, readTrend, TrendNotLaid } from './lay-trends.ts';

const SERIES: TrendSeries = {
  id: 'proef',
  view: 'signals.insight_passed_on',
  title: 'Proef',
  kindsTitle: 'Soort',
  source: 'Proef',
  meaning: 'Proef.',
  kinds: [
    { id: 'supervision', name: 'Toezicht' },
    { id: 'youth-care', name: 'Jeugd' },
  ],
};

describe('counting for the nation', () => {
  let database: TestDatabase;
  let solver: Solver;
  let last: PlainDate;
  let places: readonly { readonly id: string }[];
  const inInsight: InInsight = (run) => enter(database.kysely, { door: 'insight' }, run);
  const lay = () => layTrends([SERIES], inInsight, { check: async (task) => checkPublication(task, solver) });
  const read = () => enter(database.kysely, { door: 'own', tenantId: places[0]!.id }, (tx) => readTrend(tx, SERIES));
  const tally = (place: number, month: PlainDate, reporterFunction: string, count: number) =>
    database.admin
      .insertInto('signals.tally')
      .values({ tenant_id: places[place]!.id, month, reporter_function: reporterFunction, form: 'unknown', count })
      .execute();

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    solver = await loadSolver();
    places = [await anOrganisation(database), await anOrganisation(database), await anOrganisation(database)];
    const { today } = await inInsight(async (_tx, time) => time);
    last = settledQuarters(today).at(-1)!;
  });
  afterAll(() => database.close());

  it('lays nothing while nothing was counted', async () => {
    expect(await lay()).toBe(0);
    expect(await read()).toEqual([]);
  });

  it('lays every closed quarter since the first count once, and hides what would point at one organisation', async () => {
    const before = addMonths(last, -3);
    for (const place of [0, 1, 2]) {
      await tally(place, before, 'supervision', 12);
      await tally(place, before, 'youth-care', 1);
      await tally(place, addMonths(last, 2), 'supervision', 20);
    }
    await tally(0, addMonths(last, 1), 'youth-care', 40);
    // not closed yet
    await tally(0, addMonths(last, 3), 'supervision', 500);
    expect(await lay()).toBe(2);
    const [earlier, later] = await read();
    expect([earlier!.quarter, later!.quarter]).toEqual([before, last]);
    expect(shownOf(earlier!, { kind: 'youth-care' })).toBeNull();
    // with the total beside it, the 3 would follow by subtraction: one of the two is kept back as well
    expect([shownOf(earlier!), shownOf(earlier!, { kind: 'supervision' })]).toContain(null);
    // 40 of 40 came from one organisation
    expect(shownOf(later!, { kind: 'youth-care' })).toBeNull();
    for (const { cells } of [earlier!, later!])
      for (const count of cells.values()) expect(count === null || (count >= 10 && count % 5 === 0)).toBe(true);
  });

  it('counts no quarter again, whatever comes in later', async () => {
    const stood = await read();
    await tally(1, last, 'supervision', 300);
    expect(await lay()).toBe(0);
    expect(await read()).toEqual(stood);
  });

  it('goes on with the next quarter when that closed', async () => {
    const moved = await moveClock(database.kysely, { to: '', forward: 'P4M' }, async () => {});
    expect(moved.ok).toBe(true);
    const laid = await lay();
    const quarters = (await read()).map(({ quarter }) => quarter);
    const { today } = await inInsight(async (_tx, time) => time);
    expect(laid).toBeGreaterThan(0);
    expect(quarters).toEqual(settledQuarters(today).filter((each) => each >= addMonths(last, -3)));
    expect(quarterOf(dutchDay((await read()).at(-1)!.laidAt)) > quarters.at(-1)!).toBe(true);
  });

  it('keeps nothing of a quarter that was not proven safe, and says which', async () => {
    const other = { ...SERIES, id: 'gevonden' };
    const laying = layTrends([other], inInsight, { check: async () => ({ ending: 'cannot-protect' }) });
    await expect(laying).rejects.toThrow(TrendNotLaid);
    await expect(laying).rejects.toThrow(/gevonden \d{4}-\d\d-01: cannot-protect/);
    const rows = await database.admin.selectFrom('insight.trend').select('series').distinct().execute();
    expect(rows).toEqual([{ series: 'proef' }]);
  });

  it('stops between two quarters when it is asked to', async () => {
    const other = { ...SERIES, id: 'onderbroken' };
    expect(await layTrends([other], inInsight, { isOver: () => true })).toBe(0);
  });

  it('reads what the contract view names, and nothing else of anybody', async () => {
    const through = (door: 'insight' | 'own' | 'published', statement: string) =>
      enter(database.kysely, { door, tenantId: places[0]!.id }, (tx) => sql.raw(statement).execute(tx)).then(
        ({ rows }) => rows.length,
        (error: { code: string }) => error.code,
      );
    expect(await through('insight', 'select * from signals.insight_passed_on')).toBeGreaterThan(3);
    // the same view is closed to whoever signs in
    expect(await through('own', 'select * from signals.insight_passed_on')).toBe('42501');
    expect(await through('published', 'select * from signals.insight_passed_on')).toBe('42501');
    expect(await through('insight', 'select form from signals.tally')).toBe('42501');
    expect(await through('insight', 'select observation from signals.signal_report')).toBe('42501');
    expect(await through('insight', 'select reporter_person_id from signals.signal_report')).toBe('42501');
    expect(await through('insight', 'select * from learning.insight_trained')).toBe(0);
    for (const column of ['trainee_id', 'course', 'recorded_by_name'])
      expect(await through('insight', `select ${column} from learning.training`)).toBe('42501');
    expect(await through('insight', 'select * from registration.insight_received')).toBe(0);
    for (const column of ['record_id', 'reporter_code', 'content', 'identity', 'identity_index', 'is_minor', 'forms'])
      expect(await through('insight', `select ${column} from registration.delivery`)).toBe('42501');
    // the lists of a register are for who keeps it: the count of the nation does not read them, and another house sees none
    expect(await through('insight', 'select * from registration.own_lists')).toBe('42501');
    expect(await through('own', 'select * from registration.own_lists')).toBe(0);
    expect(await through('insight', 'select * from accounts.person')).toBe('42501');
    expect(await through('insight', 'update signals.tally set count = 1')).toBe('42501');
    expect(await through('own', 'delete from insight.trend')).toBe('42501');
    expect(day('2026-01-01') < last).toBe(true);
  });
});
