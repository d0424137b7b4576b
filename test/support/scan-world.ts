import { beforeAll, expect } from 'vitest';
import { currentFacts } from '../../src/features/approach/index.ts';
import { look } from '../../src/platform/db/transact.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from './app.ts';
import { anActor, anOrganisation, type TestOrganisation } from './builders.ts';
import { sharedDatabase, type TestDatabase } from './database.ts';

/** What the tests of the scan do over and over: open one, invite, answer, settle, and look at what came of it. */
export function scanWorld() {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function aScan() {
    const organisation = await anOrganisation(database);
    const region = await anOrganisation(database, 'veiligheidsregio');
    await database.admin
      .insertInto('organisations.region_membership')
      .values({
        organisation_id: organisation.id,
        region_kind: 'safety-region',
        region_id: region.id,
        valid_from: day('2020-01-01'),
        source: 'test',
      })
      .execute();
    const owner = await anActor(database, 'beleidsmedewerker', organisation);
    const visitor = await app.visitor(owner);
    expect((await visitor.send(await visitor.form('/aanpak/scan'))).statusCode).toBe(303);
    return { organisation, region, owner, visitor };
  }
  const colleague = async (organisation: TestOrganisation, role: Actor['role'] = 'medewerker') => {
    const actor = await anActor(database, role, organisation);
    return { actor, visitor: await app.visitor(actor) };
  };
  async function invite(visitor: Visitor, actor: Actor) {
    const form = await visitor.form('/aanpak/scan', '/aanpak/scan/uitnodigen');
    return visitor.send({ ...form, fields: { ...form.fields, collega: actor.membershipId } });
  }
  async function answer(visitor: Visitor, element: string, fields: Record<string, string>) {
    const path = `/aanpak/scan/onderdeel/${element}`;
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function settle(visitor: Visitor) {
    return visitor.send(await visitor.form('/aanpak/scan', '/aanpak/scan/vaststellen'));
  }
  const factsOf = (actor: Actor) =>
    look(database.kysely, { door: 'own', tenantId: actor.organisationId }, (tx) =>
      currentFacts(tx, actor.organisationId),
    );
  const standingsOf = ({ id }: TestOrganisation) =>
    database.admin.selectFrom('approach.standing').selectAll().where('tenant_id', '=', id).execute();
  const errorAt = (page: Document, field: string) => page.getElementById(`veld-${field}-fout`)?.textContent;

  return {
    /** Once the tests run. */
    get database() {
      return database;
    },
    get app() {
      return app;
    },
    aScan,
    colleague,
    invite,
    answer,
    settle,
    factsOf,
    standingsOf,
    errorAt,
  };
}
