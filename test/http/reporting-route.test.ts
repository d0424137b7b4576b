import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PREFIXES = ['acuut', 'persoon', 'plek', 'jongere', 'werk', 'nacht'];
/** As much as the fields take, so that the sheet holds the most it can. */
const LONG = Object.fromEntries(
  PREFIXES.flatMap((prefix) => [
    [`${prefix}Wie`, `Naar wie bij ${prefix}`.padEnd(60, ' woorden')],
    [`${prefix}Hoe`, `Hoe bij ${prefix}`.padEnd(60, ' woorden')],
    [`${prefix}Wanneer`, 'today'],
  ]),
);
const COMPLETE = Object.fromEntries(
  PREFIXES.flatMap((prefix) => [
    [`${prefix}Wie`, `Functie ${prefix}`],
    [`${prefix}Hoe`, `Balie ${prefix}`],
    [`${prefix}Wanneer`, 'today'],
  ]),
);

describe('the route for reports of a municipality', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  const as = async (role: Role, organisation = here) => app.visitor(await anActor(database, role, organisation));
  async function arrive() {
    here = await anOrganisation(database);
    visitor = await as('aandachtsfunctionaris');
  }
  async function send(path: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const factsOf = async () =>
    database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'state'])
      .where('tenant_id', '=', here.id)
      .orderBy('reported_at')
      .execute();

  it('tells every colleague whom to go to, and nobody elsewhere', async () => {
    await arrive();
    const colleague = await as('medewerker');
    const before = (await colleague.get('/meldroute')).body;
    // what is not kept here may stand elsewhere: the country may know that it is arranged
    expect(before).toContain('staat niet in In Beeld');
    expect(before).not.toContain('nog niet vastgelegd');
    expect((await send('/meldroute/wijzigen', COMPLETE)).statusCode).toBe(303);
    const page = await colleague.get('/meldroute');
    expect(page.body).toContain('Functie nacht');
    expect(page.body).toContain('Bel 112');
    expect((await colleague.get('/meldroute/wijzigen')).statusCode).toBe(403);
    const stranger = await as('medewerker', await anOrganisation(database));
    expect((await stranger.get('/meldroute')).body).not.toContain('Functie nacht');
  });

  it('counts as evidence of K2.2 once every situation is arranged, and stays complete', async () => {
    await arrive();
    await send('/meldroute/wijzigen', { ...COMPLETE, nachtWie: '' });
    expect(await factsOf()).toEqual([]);
    expect((await visitor.get('/meldroute')).body).toContain('Nog niet compleet');
    await send('/meldroute/wijzigen', COMPLETE);
    expect(await factsOf()).toEqual([{ element: 'K2.2', source: 'reporting-route', state: 'present' }]);
    const standing = await database.admin
      .selectFrom('approach.standing')
      .select(['element', 'state'])
      .where('tenant_id', '=', here.id)
      .execute();
    expect(standing).toContainEqual({ element: 'K2.2', state: 'present' });
    const answer = await send('/meldroute/wijzigen', { jongereHoe: '' });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-jongereHoe-fout')?.textContent).toContain('Laat geen situatie open');
  });

  it('says what a colleague changed in between', async () => {
    await arrive();
    const form = await visitor.form('/meldroute/wijzigen', '/meldroute/wijzigen');
    const stale = visitor;
    visitor = await as('beleidsmedewerker');
    await send('/meldroute/wijzigen', COMPLETE);
    const answer = await stale.send({ ...form, fields: { ...form.fields, ...COMPLETE, nachtWie: 'Iemand anders' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('heeft dit intussen gewijzigd');
    expect(answer.body).toContain('Functie nacht, Balie nacht');
    expect(answer.body).toContain('Iemand anders');
  });

  it('is shown to be used by a drill that worked, and by none that did not', async () => {
    await arrive();
    const drill = { situatie: 'night', gehoudenOp: '20-11-2026', scenario: 'Een verzonnen signaal', uitkomst: 'nee' };
    expect(documentOf(await send('/meldroute/oefening', drill)).getElementById('veld-situatie-fout')).not.toBeNull();
    await send('/meldroute/wijzigen', COMPLETE);
    const asked = await send('/meldroute/oefening', drill);
    expect([asked.statusCode, documentOf(asked).getElementById('veld-verbeteren-fout') !== null]).toEqual([409, true]);
    await send('/meldroute/oefening', { ...drill, verbeteren: 'Het nummer klopte niet' });
    expect((await factsOf()).map(({ source }) => source)).toEqual(['reporting-route']);
    await send('/meldroute/oefening', { ...drill, uitkomst: 'ja' });
    expect(await factsOf()).toContainEqual({ element: 'K2.2', source: 'drill', state: 'working' });
    const page = await visitor.get('/meldroute');
    expect(page.body).toContain('de meldroute werkte nog niet');
    expect(page.body).toContain('Het nummer klopte niet');
    expect((await send('/meldroute/oefening', { ...drill, gehoudenOp: '1-1-2099' })).statusCode).toBe(409);
  });

  it('fits on one sheet, however long its lines are', async () => {
    await arrive();
    await send('/meldroute/wijzigen', LONG);
    const { pages } = readPdf((await visitor.get('/aanpak/documenten/pdf/meldroute')).rawPayload);
    expect(pages).toBe(1);
    const { tables } = readDocx((await visitor.get('/aanpak/documenten/word/meldroute')).rawPayload);
    expect(tables.flatMap(({ rows }) => rows.flat()).join()).toContain('Naar wie bij nacht');
  });
});
