import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/beheer/mensen/rol-geven';

describe('giving a colleague a role', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let manager: Actor;
  let colleague: Actor;
  let fg: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    manager = await anActor(database, 'beheerder', here);
    colleague = await anActor(database, 'medewerker', here);
    fg = await anActor(database, 'fg', here);
  });

  async function ask(change: Record<string, string> = {}, by = manager) {
    const visitor = await app.visitor(by);
    const form = await visitor.form(PATH);
    const fields = { collega: colleague.personId, nieuweRol: 'aandachtsfunctionaris', reden: 'Zij volgt Tom op' };
    return visitor.send({ ...form, fields: { ...form.fields, ...fields, ...change } });
  }
  async function agree(url: string, by: Actor | Visitor) {
    const visitor = 'personId' in by ? await app.visitor(by) : by;
    const form = await visitor.form(url, `${url}/besluit`);
    return visitor.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
  }
  const rolesOf = async (actor: Actor) =>
    (
      await database.admin
        .selectFrom('accounts.membership')
        .select('role')
        .where('person_id', '=', actor.personId)
        .orderBy('role')
        .execute()
    ).map(({ role }) => role);

  it('takes two: asked by one, agreed by another, and then she can work in it at once', async () => {
    const asked = await ask();
    const url = String(asked.headers.location);
    expect([asked.statusCode, url.startsWith('/goedkeuringen/')]).toEqual([303, true]);
    expect(await rolesOf(colleague)).toEqual(['medewerker']);
    expect((await agree(url, fg)).statusCode).toBe(303);
    expect(await rolesOf(colleague)).toEqual(['aandachtsfunctionaris', 'medewerker']);
    const page = await (await app.visitor(fg)).page(url);
    expect(page.querySelector('main')?.textContent).toMatch(/RolAandachtsfunctionaris/);
  });

  it('refuses a role that is raised by its own holder: asking, agreeing, or both in turn', async () => {
    const own = await ask({ collega: manager.personId });
    expect([own.statusCode, documentOf(own).getElementById('veld-collega-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Uzelf een rol geven kan niet'),
    ]);
    // a second administrator asks for the first; the first may not agree with her own role
    const second = await anActor(database, 'beheerder', here);
    const url = String((await ask({ collega: manager.personId, nieuweRol: 'teamleider' }, second)).headers.location);
    const answer = await agree(url, manager);
    expect([answer.statusCode, answer.body.includes('Er is niets gebeurd')]).toEqual([409, true]);
    expect(await rolesOf(manager)).toEqual(['beheerder']);
    expect((await agree(url, fg)).statusCode).toBe(303);
    expect(await rolesOf(manager)).toEqual(['beheerder', 'teamleider']);
  });

  it('refuses what is already held, is not here, or was asked before, beside its field', async () => {
    const refused = async (change: Record<string, string>, field: string) => {
      const answer = await ask(change);
      expect([answer.statusCode, documentOf(answer).getElementById(`veld-${field}-fout`) !== null]).toEqual([
        409,
        true,
      ]);
    };
    await refused({ nieuweRol: 'medewerker' }, 'nieuweRol');
    await refused({ nieuweRol: 'opvang' }, 'nieuweRol');
    const stranger = await anActor(database, 'medewerker', await anOrganisation(database));
    await refused({ collega: stranger.personId }, 'collega');
    expect((await ask({ reden: ' ' })).statusCode).toBe(400);
    expect((await ask()).statusCode).toBe(303);
    await refused({}, 'collega');
  });

  it('is for the administrator alone', async () => {
    for (const role of ['fg', 'teamleider', 'medewerker'] as const)
      expect((await (await app.visitor(await anActor(database, role, here))).get(PATH)).statusCode, role).toBe(403);
  });

  describe('the database holds it too', () => {
    const as = (actor: Actor, statement: string) =>
      enter(database.kysely, { door: 'own', tenantId: here.id, personId: actor.personId }, (tx) =>
        sql.raw(statement).execute(tx),
      );
    const insert = (person: Actor, role: Role) =>
      `insert into accounts.membership (organisation_id, id, person_id, person_name, role, valid_from)
       values ('${here.id}', '${newId()}', '${person.personId}', 'x', '${role}', '2026-01-01')`;

    it('nobody lays a role for herself, changes one she holds, or holds it longer', async () => {
      await expect(as(manager, insert(manager, 'zorgcoordinator'))).rejects.toMatchObject({ code: '42501' });
      const change = (what: string) =>
        as(manager, `update accounts.membership set ${what} where id = '${manager.membershipId}'`);
      await expect(change(`role = 'aandachtsfunctionaris'`)).rejects.toMatchObject({ code: '42501' });
      await database.admin
        .updateTable('accounts.membership')
        .set({ valid_until: '2030-01-01' as never })
        .where('id', '=', manager.membershipId)
        .execute();
      await expect(change(`valid_until = '2031-01-01'`)).rejects.toMatchObject({ code: '42501' });
      await expect(change('valid_until = null')).rejects.toMatchObject({ code: '42501' });
      await expect(change(`valid_from = '2019-01-01'`)).rejects.toMatchObject({ code: '42501' });
      await change(`valid_until = '2029-01-01'`);
    });

    it('and nobody lays one in another organisation', async () => {
      const elsewhere = await anOrganisation(database);
      const statement = insert(colleague, 'fg').replace(here.id, elsewhere.id);
      await expect(as(manager, statement)).rejects.toMatchObject({ code: '42501' });
      await as(manager, insert(colleague, 'teamleider'));
    });
  });
});
