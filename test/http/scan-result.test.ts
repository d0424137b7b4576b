import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFact } from '../../src/features/approach/index.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the result beside other municipalities', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let nearby: readonly string[];

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    const own = await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', 'GM0014')
      .executeTakeFirstOrThrow();
    actor = await anActor(database, 'bestuurder', own);
    const fact = {
      element: 'K1.1',
      source: 'adoption',
      state: 'present',
      asOf: day('2026-06-01'),
      lapsesOn: day('2030-06-01'),
      statement: 'Vastgesteld.',
      reportedBy: 'Test Fictief',
    } as const;
    await enter(database.kysely, { door: 'own', tenantId: own.id }, (tx, time) => reportFact(tx, own.id, fact, time));
    nearby = (
      await database.admin
        .selectFrom('organisations.region_membership as mine')
        .innerJoin('organisations.region_membership as other', 'other.region_id', 'mine.region_id')
        .select('other.organisation_id')
        .where('mine.organisation_id', '=', own.id)
        .where('mine.region_kind', '=', 'safety-region')
        .where('other.organisation_id', '<>', own.id)
        .orderBy('other.organisation_id')
        .execute()
    ).map((row) => row.organisation_id);
  });
  afterAll(async () => {
    await app.server.close();
    await database.close();
  });

  const publish = (organisationId: string, level: number) =>
    database.admin
      .insertInto('approach.theme_level')
      .values({
        tenant_id: organisationId,
        theme: '1',
        framework: 'kader-2021-1',
        level,
        settled_on: day('2026-06-01'),
      })
      .execute();
  async function comparison() {
    const page = await (await app.visitor(actor)).page('/aanpak/resultaat');
    const section = page.querySelector('#vergelijken')!.parentElement!;
    const headers = [...section.querySelectorAll('th[scope=col]')].map(({ textContent }) => textContent);
    const cells = [...section.querySelectorAll('tbody tr:first-child td')].map(({ textContent }) => textContent);
    return { text: section.textContent!, headers, cells };
  }

  it('shows nothing of four municipalities, and the middle level of five', async () => {
    expect(nearby.length).toBeGreaterThanOrEqual(5);
    for (const [index, level] of [0, 1, 3, 4].entries()) await publish(nearby[index]!, level);
    const four = await comparison();
    expect(four.headers).toEqual(['Thema', 'Nu']);
    expect(four.text).toContain('ten minste vijf van zulke gemeenten');
    await publish(actor.organisationId, 4);
    expect((await comparison()).headers).toEqual(['Thema', 'Nu']);
    await publish(nearby[4]!, 3);
    const five = await comparison();
    expect([five.headers, five.cells]).toEqual([
      ['Thema', 'Nu', 'Uw regio'],
      ['1', '3'],
    ]);
    expect(five.text).toContain('De helft van deze 5 gemeenten staat op dit niveau of hoger');
  });

  it('says which municipalities are alike and why, and shows every figure in at most ten statements', async () => {
    const visitor = await app.visitor(actor);
    const answer = await visitor.get('/aanpak/resultaat');
    expect(answer.body).toMatch(/20 gemeenten die het meest op de uwe lijken: ongeveer even groot/);
    expect(answer.body).toContain('Thema’s volgens het Kader (2021); elementen en niveaus: uitwerking van In Beeld.');
    expect(Number(/desc="(\d+)"/.exec(String(answer.headers['server-timing']))?.[1])).toBeLessThanOrEqual(10);
  });

  it('draws the levels on a scale from 0 to 4', async () => {
    const page = await (await app.visitor(actor)).page('/aanpak/resultaat');
    expect([...page.querySelectorAll('.ib-bars__axis text')].map(({ textContent }) => textContent)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('leads on to the plan, and who may write also to where evidence is added', async () => {
    const own = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const linksFor = async (role: Actor['role']) => {
      const visitor = await app.visitor(await anActor(database, role, own));
      const page = await visitor.page('/aanpak/resultaat');
      const hrefs = [...page.querySelector('#verder')!.parentElement!.querySelectorAll('a')].map(
        (link) => link.getAttribute('href')!,
      );
      for (const href of hrefs) expect((await visitor.get(href)).statusCode).toBe(200);
      return hrefs;
    };
    expect(await linksFor('bestuurder')).toEqual(['/aanpak/plan']);
    expect(await linksFor('beleidsmedewerker')).toEqual(['/aanpak/plan', '/aanpak/borging/verklaring', '/aanpak/scan']);
  });
});
