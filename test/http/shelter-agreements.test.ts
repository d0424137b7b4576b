import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentFacts } from '../../src/features/approach/index.ts';
import { look } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/opvangafspraken';

describe('what a municipality agreed about shelter', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  const today = dutchDay(new Date());
  const said = (days: number) => writeDutchDate(addDays(today, days));

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
  });

  const as = async (role: Role, organisation = here) => app.visitor(await anActor(database, role, organisation));
  async function record(fields: Readonly<Record<string, string>> = {}) {
    const visitor = await as('beleidsmedewerker');
    const form = await visitor.form(PATH, PATH);
    const filled = {
      soort: 'plekken',
      met: 'Centrumgemeente Voorbeeld',
      plekken: '3',
      besloten: said(-10),
      tot: said(300),
    };
    return visitor.send({ ...form, fields: { ...form.fields, ...filled, ...fields } });
  }
  const factOf = async (element: string) => {
    const facts = await look(database.kysely, { door: 'own', tenantId: here.id }, (tx) => currentFacts(tx, here.id));
    return facts.find((fact) => fact.element === element);
  };

  it('counts in the approach until its day, for the part that it answers', async () => {
    expect((await record()).statusCode).toBe(303);
    expect(await factOf('K5.3')).toMatchObject({ source: 'shelter', state: 'present', lapsesOn: addDays(today, 300) });
    expect((await record({ soort: 'route', met: 'Opvang Voorbeeld' })).statusCode).toBe(303);
    expect(await factOf('K5.2')).toMatchObject({ source: 'shelter', state: 'present' });
    const page = (await (await as('bestuurder')).get(PATH)).body;
    expect(page).toContain('Centrumgemeente Voorbeeld');
    expect(page).not.toContain('Beëindig');
  });

  it('says so when the last of them ends, and goes on while another holds', async () => {
    await record();
    await record({ met: 'Opvang Twee', plekken: '2', tot: said(100) });
    const end = async () => {
      const visitor = await as('aandachtsfunctionaris');
      const form = await visitor.form(PATH, `${PATH}/beeindigen`);
      const [first] = (await (await as('aandachtsfunctionaris')).page(PATH)).querySelectorAll(
        '[name=opvangafspraak] option[value]:not([value=""])',
      );
      return visitor.send({ ...form, fields: { ...form.fields, opvangafspraak: first!.getAttribute('value')! } });
    };
    expect((await end()).statusCode).toBe(303);
    expect(await factOf('K5.3')).toMatchObject({ state: 'present', lapsesOn: addDays(today, 100) });
    await end();
    expect(await factOf('K5.3')).toMatchObject({ state: 'absent' });
  });

  it('says beside the field what cannot be, and keeps what was typed', async () => {
    for (const [fields, field] of [
      [{ besloten: said(2) }, 'besloten'],
      [{ tot: said(-11) }, 'tot'],
      [{ tot: said(-1) }, 'tot'],
      [{ plekken: '' }, 'plekken'],
    ] as const) {
      const answer = await record(fields);
      const page = documentOf(answer);
      expect([answer.statusCode, page.getElementById(`veld-${field}-fout`) !== null], field).toEqual([409, true]);
      expect(page.querySelector('[name=met]')?.getAttribute('value')).toBe('Centrumgemeente Voorbeeld');
    }
  });

  it('is seen by nobody else', async () => {
    await record();
    const elsewhere = await as('beleidsmedewerker', await anOrganisation(database));
    expect((await elsewhere.get(PATH)).body).not.toContain('Centrumgemeente Voorbeeld');
  });
});
