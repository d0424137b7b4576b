import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { moveClock, readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const FIELDS = {
  naam: 'Zorgcoördinatie (fictief)',
  gemeenten: 'GM0109, GM0114',
  vormen: 'seksuele-uitbuiting arbeidsuitbuiting',
  leeftijden: '18-22 23-plus',
  geslachten: 'man vrouw',
  telefoon: '050/123.45.67',
  bereikbaar: 'werkdagen',
  vanaf: '9',
  tot: '17.00',
  vervanging: 'ja',
};

describe('an offer that becomes less', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
    await database.admin.deleteFrom('deadlines.notification').execute();
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const municipality = async (code: string) =>
    (await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()) as TestOrganisation;
  const today = async () => dutchDay(await readClock(database.kysely));

  async function save(fields: Readonly<Record<string, string>>, id?: string) {
    const coordinator = await visitorAs('zorgcoordinator', care);
    const at = id ? `/netwerk/aanbod/${id}` : '/netwerk/aanbod/nieuw';
    const form = await coordinator.form(at, id ? at : '/netwerk/aanbod');
    const answer = await coordinator.send({ ...form, fields: { ...form.fields, ...FIELDS, ...fields } });
    expect(answer.statusCode).toBe(303);
    const { id: saved } = await database.admin
      .selectFrom('care.offer')
      .select('id')
      .where('tenant_id', '=', care.id)
      .executeTakeFirstOrThrow();
    return saved;
  }
  const told = async (kind: string) => {
    const rows = await database.admin
      .selectFrom('deadlines.notification')
      .select('path')
      .where('kind', '=', kind)
      .execute();
    return [...new Set(rows.map(({ path }) => path.slice(-6)))].sort();
  };
  async function readers() {
    for (const code of ['GM0109', 'GM0114']) await visitorAs('beleidsmedewerker', await municipality(code));
  }

  it('tells at once the municipalities for which it does less, and no other', async () => {
    await readers();
    const id = await save({});
    // written anew without losing anything tells nobody
    await save({ geslachten: 'man vrouw anders' }, id);
    expect(await told('care.offer-narrowed')).toEqual([]);
    await save({ geslachten: 'man vrouw anders', gemeenten: 'GM0114' }, id);
    expect(await told('care.offer-narrowed')).toEqual(['GM0109']);
    await save({ gemeenten: 'GM0114' }, id);
    expect(await told('care.offer-narrowed')).toEqual(['GM0109', 'GM0114']);
  });

  it('tells a municipality beforehand that a contract runs out, and once more when it did', async () => {
    await readers();
    const last = addDays(await today(), 40);
    const id = await save({ contractTot: writeDutchDate(last) });
    const forward = (by: string) =>
      moveClock(database.kysely, { to: '', forward: by }, async () => {
        await runEverythingDue(database.kysely, 'demo', { wait: true });
      });
    await forward('P5D');
    expect(await told('care.contract-runs-out')).toEqual([]);
    await forward('P10D');
    expect(await told('care.contract-runs-out')).toEqual(['GM0109', 'GM0114']);
    expect(await told('care.offer-ends')).toEqual([]);
    await forward('P30D');
    expect(await told('care.offer-ends')).toEqual(['GM0109', 'GM0114']);
    const { tell_at } = await database.admin
      .selectFrom('care.offer')
      .select('tell_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(tell_at).toBeNull();
    const officer = await visitorAs('beleidsmedewerker', await municipality('GM0109'));
    await forward('P1D');
    expect(await told('care.offer-ends')).toHaveLength(2);
    expect((await officer.page('/netwerk/dekking/GM0109')).body.textContent).toContain('Gestopt na');
  });
});
