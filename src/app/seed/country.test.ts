import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { currentFacts, currentFramework, levelsOn } from '../../features/approach/index.ts';
import { enter } from '../../platform/db/transact.ts';
import { seedCountry } from './country.ts';
import { seedDemo } from './demo.ts';

describe('years of use of the whole country', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    await seedDemo(database.admin, database.kysely, { seed: 1, size: 'klein' }, () => {});
    await seedCountry(database.admin, { years: 2, commands: 6 });
  });
  afterAll(() => database.close());

  const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    (await query.execute(database.admin)).rows[0]!.n;

  it('holds a decision for every command and an event for every command that was allowed', async () => {
    expect(
      await count(sql`select count(*) as n from audit.decision where occurred_at < '2026-10-02'`),
    ).toBeGreaterThanOrEqual(342 * 12);
    expect(
      await count(
        sql`select count(*) as n from audit.event e left join audit.decision d on d.tenant_id = e.tenant_id and d.trace_id = e.trace_id and d.outcome = 'allowed' where d.id is null`,
      ),
    ).toBe(0);
    expect(
      await count(
        sql`select count(*) as n from audit.decision d left join audit.event e on e.tenant_id = d.tenant_id and e.trace_id = d.trace_id where (d.outcome = 'allowed') <> (e.id is not null)`,
      ),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from audit.decision where (outcome = 'refused') <> (code is not null)`),
    ).toBe(0);
  });

  it('has only people who held that role there when they did it', async () => {
    expect(
      await count(sql`select count(*) as n from audit.event e where not exists (
        select 1 from accounts.membership m where m.organisation_id = e.tenant_id and m.person_id = e.person_id and m.role = e.role)`),
    ).toBe(0);
    expect(await count(sql`select count(*) as n from accounts.membership where person_name not like '%Fictief%'`)).toBe(
      0,
    );
  });

  it('opens no warning before it came, and publishes what each municipality recorded and nothing else', async () => {
    expect(await count(sql`select count(*) as n from deadlines.notification where opened_at < created_at`)).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.element e full join (select * from approach.standing where element = 'K2.1') s
          on s.tenant_id = e.tenant_id and s.element = e.element
        where s.lapses_on is distinct from e.valid_until or s.decided_on is distinct from e.decided_on`),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.standing s where s.element not in ('K2.1', 'K7.1') and not exists (
        select 1 from approach.fact f where f.tenant_id = s.tenant_id and f.element = s.element and f.lapses_on = s.lapses_on)`),
    ).toBe(0);
    expect(await count(sql`select count(*) as n from approach.standing where element <> 'K2.1'`)).toBeGreaterThan(10);
  });

  it('settles a scan a year for every municipality, at the levels its own facts give', async () => {
    expect(
      await count(sql`select count(*) as n from (select tenant_id from approach.scan where settled_at is not null
        group by tenant_id having count(*) >= 2) each_year`),
    ).toBe(342);
    const { today } = await enter(database.kysely, { door: 'published' }, async (_tx, time) => time);
    const published = await database.admin
      .selectFrom('approach.theme_level as l')
      .innerJoin('organisations.organisation as o', 'o.id', 'l.tenant_id')
      .select(['l.tenant_id', 'l.theme', 'l.level'])
      .where('l.theme', 'in', ['1', '4', '5'])
      .where('o.code', 'not in', ['GM0363', 'GM0518', 'GM0599', 'GM0193', 'GM0772', 'GM0882'])
      .orderBy('o.code')
      .limit(30)
      .execute();
    expect(new Set(published.map(({ level }) => level))).toEqual(new Set([1, 2]));
    for (const { tenant_id, theme, level } of published) {
      const facts = await enter(database.kysely, { door: 'own', tenantId: tenant_id }, (tx) =>
        currentFacts(tx, tenant_id),
      );
      expect(levelsOn(currentFramework(), facts, today).find((each) => each.theme.id === theme)?.level).toBe(level);
    }
  });
});
