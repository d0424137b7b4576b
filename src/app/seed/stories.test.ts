import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../test/support/app.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { readAnchoring } from '../../features/approach/index.ts';
import { readNationalShare } from '../../features/learning/use-cases/national-share.ts';
import { enter } from '../../platform/db/transact.ts';
import { createVault } from '../../platform/vault/vault.ts';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { COUNTRY_SIZES } from './country.ts';
import { seedDemo, TOLD_IN_FULL } from './demo.ts';
import { NEIGHBOURS, STARTS_EMPTY, STORIES } from './stories.ts';
import { KEEP_A_REGISTER } from './training-registers.ts';

describe('the municipalities that the demo tells in full', () => {
  let database: TestDatabase;
  let ids: ReadonlyMap<string, string>;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase();
    await seedDemo(
      database.admin,
      database.kysely,
      { seed: 1, country: COUNTRY_SIZES.klein, vault: createVault(database.kysely, TEST_KEYS) },
      () => {},
    );
    const rows = await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code'])
      .where('code', 'in', TOLD_IN_FULL)
      .execute();
    ids = new Map(rows.map(({ code, id }) => [code, id]));
    ({ today } = await enter(database.kysely, { door: 'published' }, async (_tx, time) => time));
  });
  afterAll(() => database.close());

  const anchoring = (code: string) => {
    const tenantId = ids.get(code)!;
    return enter(database.kysely, { door: 'own', tenantId }, (tx, time) =>
      readAnchoring(tx, { organisationId: tenantId }, time),
    );
  };
  const failed = async (code: string) =>
    (await anchoring(code)).tests.filter(({ isPassed }) => !isPassed).map(({ test }) => test.number);
  const rowsOf = (
    table: 'approach.plan_action' | 'approach.adoption' | 'approach.fact' | 'approach.scan',
    code: string,
  ) =>
    database.admin
      .selectFrom(table as 'approach.adoption')
      .selectAll()
      .where('tenant_id', '=', ids.get(code)!)
      .execute();

  it('are twelve, and each has the actions, the decision and the scans of its story', async () => {
    expect([TOLD_IN_FULL.length, new Set(TOLD_IN_FULL).size, ids.size]).toEqual([12, 12, 12]);
    for (const { code, plan, adoption, scans = [], runningScan } of STORIES) {
      expect([code, (await rowsOf('approach.plan_action', code)).length]).toEqual([code, plan?.actions ?? 0]);
      expect([code, (await rowsOf('approach.scan', code)).length]).toEqual([
        code,
        scans.length + (runningScan ? 1 : 0),
      ]);
      const adoptions = await rowsOf('approach.adoption', code);
      expect([code, adoptions.length]).toEqual([code, adoption ? 1 : 0]);
      if (adoption) expect([code, adoptions[0]!.valid_until > today]).toEqual([code, adoption.validForDays > 0]);
    }
  });

  it('has a region of at least five scans around whoever begins, so that a comparison can be seen', async () => {
    const scanned = await database.admin
      .selectFrom('approach.theme_level as l')
      .innerJoin('organisations.region_membership as theirs', 'theirs.organisation_id', 'l.tenant_id')
      .innerJoin('organisations.region_membership as hers', 'hers.region_id', 'theirs.region_id')
      .select('l.tenant_id')
      .distinct()
      .where('hers.organisation_id', '=', ids.get(STARTS_EMPTY)!)
      .where('hers.region_kind', '=', 'safety-region')
      .execute();
    expect(scanned.length).toBeGreaterThanOrEqual(5);
  });

  it('leave the first empty, for whoever begins there', async () => {
    for (const table of ['approach.plan_action', 'approach.adoption', 'approach.fact', 'approach.scan'] as const)
      expect(await rowsOf(table, STARTS_EMPTY)).toEqual([]);
  });

  it('stand as they are told: anchored, nearly, lapsed, and succeeded without a hand-over', async () => {
    expect([await failed('GM0363'), await failed('GM0599'), await failed('GM0882')]).toEqual([[], [], []]);
    expect(await failed('GM0518')).toEqual([9]);
    expect(await failed('GM0772')).toEqual(expect.arrayContaining([1, 2]));
    expect(await failed('GM0405')).toEqual([10]);
    expect((await anchoring('GM0599')).anchoredUntil).toBe(
      (await rowsOf('approach.adoption', 'GM0599'))[0]!.valid_until,
    );
  });

  it('stand beside registers of training that are enough for the country to have a share', async () => {
    expect(KEEP_A_REGISTER.filter((code) => TOLD_IN_FULL.includes(code))).toEqual([]);
    expect(NEIGHBOURS.filter(({ code }) => (KEEP_A_REGISTER as readonly string[]).includes(code))).toEqual([]);
    const share = await enter(database.kysely, { door: 'published' }, (tx, time) => readNationalShare(tx, time.today));
    expect(share?.municipalities).toBe(KEEP_A_REGISTER.length + 1);
    expect(share!.trained).toBeGreaterThan(share!.people / 3);
    expect(share!.trained).toBeLessThan(share!.people);
  });

  it('say of everything in words that it is an example', async () => {
    const texts = await database.admin
      .selectFrom('approach.fact')
      .select(['evidence_title'])
      .where('tenant_id', 'in', [...ids.values()])
      .where('evidence_title', 'is not', null)
      // lists made of what is recorded, in the words of the product
      .where('source', 'not in', ['instruments', 'learning', 'care'])
      .execute();
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(({ evidence_title }) => !evidence_title?.includes('fictief'))).toEqual([]);
    const frozen = await database.admin.selectFrom('approach.adoption').select('frozen').execute();
    for (const { frozen: text } of frozen) expect(text).toContain('Voorbeeldgegevens, niet echt');
  });
});
