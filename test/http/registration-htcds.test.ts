import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const LIST = '/registraties/werkvoorraad';

describe('a registration in the words of HTCDS', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));

  it('fits the schema that is served, names nobody, and leaves a line in the log', async () => {
    const register = await aRegister(database);
    const registrar = await visitorAs('comensha-registratie', register);
    const police = await visitorAs('aanmelder', await aReporter(database, register));
    const form = await police.form('/registraties/nieuw/must');
    const said = { aanmelder: 'POL', naam: 'Sanne Proef Fictief', geboortedatum: '4-5-2003', geslacht: 'woman' };
    const path = String((await police.send({ ...form, fields: { ...form.fields, ...said } })).headers.location);
    await police.send(await police.form(path, `${path}/versturen`));
    await registrar.send(await registrar.form(LIST, `${LIST}/ontvangen`));
    const record = (await registrar.page(LIST)).querySelector('tbody a')!.getAttribute('href')!;
    expect((await registrar.page(record)).querySelector(`a[href="${record}/htcds.json"]`)).not.toBeNull();

    const answer = await registrar.get(`${record}/htcds.json`);
    const body = JSON.parse(answer.body);
    const schema = JSON.parse((await registrar.get('/registraties/htcds/schema.json')).body);
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect([answer.statusCode, validate(body), validate.errors]).toEqual([200, true, null]);
    expect(body).toMatchObject({
      person: { prs_Gender: 'Female' },
      reports: [{ referringOrganisation: { org_Type: 'LawEnforcement' } }],
    });
    for (const secret of ['Sanne', '2003', record.split('/').at(-1)!]) expect(answer.body).not.toContain(secret);
    const logged = await database.admin
      .selectFrom('audit.processing')
      .select('name')
      .where('tenant_id', '=', register.id)
      .where('name', '=', 'registration.export-record')
      .execute();
    expect(logged).toHaveLength(1);
    expect((await registrar.page('/registraties/htcds')).querySelector('main')?.textContent).toContain(
      'Wat niet meegaat',
    );
  });

  it('is there for nobody else', async () => {
    const other = await visitorAs('comensha-registratie', await aRegister(database));
    expect((await other.get('/registraties/register/ABCD-2345/htcds.json')).statusCode).toBe(404);
    const reporter = await visitorAs('aanmelder', await aReporter(database, await aRegister(database)));
    for (const path of ['/registraties/htcds', '/registraties/htcds/schema.json'])
      expect((await reporter.get(path)).statusCode).toBe(403);
  });
});
