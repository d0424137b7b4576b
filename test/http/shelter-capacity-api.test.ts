import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { newId, newSecret } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aUnit } from '../support/a-shelter.ts';
import { askToken, proofOf, registerSystem } from '../support/a-system.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

interface Stand {
  readonly plekken: readonly {
    id: string;
    soort: string;
    vannacht: string;
    via: string | null;
    vrijOp: string | null;
  }[];
  readonly bevestigdTijdstip: string | null;
}

describe('the system of a shelter', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let worker: Actor;
  const today = nightOfNow({ now: new Date(), today: dutchDay(new Date()) });

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    worker = await anActor(database, 'opvang', shelter);
    await aUnit(database, worker, 'Testhuis');
  });

  const ask = async (method: 'GET' | 'POST', path: string, who: Actor, body?: object, key = newSecret(12)) =>
    app.server.inject({
      method,
      url: `/api/v1/opvang/${path}`,
      headers: {
        'x-forwarded-proto': 'https',
        authorization: `Bearer ${await bearerFor(database, who)}`,
        ...(body && { 'idempotency-key': key }),
      },
      ...(body && { payload: body }),
    });
  const read = async (): Promise<Stand> => (await ask('GET', 'plekken', worker)).json();
  const stays = () =>
    database.admin.selectFrom('shelter.placement').selectAll().where('tenant_id', '=', shelter.id).execute();

  it('reads its own places without address, says one is taken, and says it is free again', async () => {
    const before = await ask('GET', 'plekken', worker);
    expect(before.body).not.toContain('straat');
    const [place] = (before.json() as Stand).plekken;
    expect((before.json() as Stand).plekken).toHaveLength(2);
    expect(place).toMatchObject({ soort: 'vrouwenopvang', vannacht: 'vrij', via: null, vrijOp: null });

    const vrijOp = addDays(today, 4);
    const taken = await ask('POST', 'stand', worker, { bezet: [place!.id], gezien: [], vrijOp });
    expect(taken.statusCode).toBe(200);
    const now = (taken.json() as Stand).plekken.find(({ id }) => id === place!.id);
    expect(now).toMatchObject({ vannacht: 'bezet', via: 'eigen', vrijOp });
    expect(taken.json().bevestigdTijdstip).not.toBeNull();

    expect((await ask('POST', 'stand', worker, { bezet: [], gezien: [place!.id] })).statusCode).toBe(200);
    expect((await read()).plekken.map(({ vannacht }) => vannacht)).toEqual(['vrij', 'vrij']);
  });

  it('says with two empty lists that nothing changed', async () => {
    const answer = await ask('POST', 'stand', worker, { bezet: [], gezien: [] });
    expect([answer.statusCode, (await stays()).length]).toEqual([200, 0]);
    expect((await read()).bevestigdTijdstip).toBe(answer.json().bevestigdTijdstip);
  });

  it('is done once when it is sent twice', async () => {
    const [place] = (await read()).plekken;
    const key = newSecret(12);
    const body = { bezet: [place!.id], gezien: [] };
    const first = await ask('POST', 'stand', worker, body, key);
    const second = await ask('POST', 'stand', worker, body, key);
    expect([first.statusCode, second.statusCode, (await stays()).length]).toEqual([200, 200, 1]);
    expect(second.json().plekken).toEqual(first.json().plekken);
  });

  it('hears at which member something is wrong, and nothing is changed', async () => {
    const [place] = (await read()).plekken;
    const wrong = [
      [{ bezet: [place!.id] }, '/gezien'],
      [{ bezet: ['geen kenmerk'], gezien: [] }, '/bezet/0'],
      [{ bezet: [place!.id], gezien: [], vrijOp: '2026-02-30' }, '/vrijOp'],
      [{ bezet: [place!.id], gezien: [], vrijOp: addDays(today, -1) }, '/vrijOp'],
      [{ bezet: [newId()], gezien: [] }, '/bezet'],
    ] as const;
    for (const [body, pointer] of wrong) {
      const answer = await ask('POST', 'stand', worker, body);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(JSON.stringify(answer.json())).toContain(`"pointer":"${pointer}"`);
    }
    expect(await stays()).toEqual([]);
  });

  it('sees and changes nothing of another shelter', async () => {
    const [place] = (await read()).plekken;
    const elsewhere = await anOrganisation(database, 'opvangorganisatie');
    const stranger = await anActor(database, 'opvang', elsewhere);
    expect((await ask('GET', 'plekken', stranger)).json().plekken).toEqual([]);
    expect((await ask('POST', 'stand', stranger, { bezet: [place!.id], gezien: [] })).statusCode).toBe(400);
    const officer = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    expect((await ask('GET', 'plekken', officer)).statusCode).toBe(403);
    expect(await stays()).toEqual([]);
  });

  /** A token for a system that the administrator of an organisation registered. */
  async function systemToken(of: TestOrganisation): Promise<string> {
    const administrator = await anActor(database, 'beheerder', of);
    const system = await registerSystem(database, app, administrator, 'Planbord (fictief)');
    return (await askToken(app, await proofOf(system))).json().access_token;
  }
  const bySystem = (token: string, method: 'GET' | 'POST', url: string, body?: object) =>
    app.server.inject({
      method,
      url,
      headers: {
        'x-forwarded-proto': 'https',
        authorization: `Bearer ${token}`,
        ...(body && { 'idempotency-key': newSecret(12) }),
      },
      ...(body && { payload: body }),
    });
  const PLACES_AT = '/api/v1/opvang/plekken';
  const STAND_AT = '/api/v1/opvang/stand';

  it('keeps the stand of its own shelter with a token for its own key, and a colleague is asked when that grows old', async () => {
    const token = await systemToken(shelter);
    const { plekken } = (await bySystem(token, 'GET', PLACES_AT)).json() as Stand;
    expect(plekken).toHaveLength(2);
    const taken = await bySystem(token, 'POST', STAND_AT, { bezet: [plekken[0]!.id], gezien: [] });
    expect([taken.statusCode, (taken.json() as Stand).plekken.map(({ vannacht }) => vannacht).sort()]).toEqual([
      200,
      ['bezet', 'vrij'],
    ]);
    const [stay] = await stays();
    expect([stay!.reserved_by_name, stay!.via]).toEqual(['Planbord (fictief)', 'own']);
    const asked = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'assignee_id', 'substitute_id'])
      .where('tenant_id', '=', shelter.id)
      .where('state', '=', 'open')
      .execute();
    expect(asked).toEqual([{ kind: 'shelter.capacity-stale', assignee_id: worker.membershipId, substitute_id: null }]);
  });

  it('finds with that token no signals, no persons and nothing of another shelter', async () => {
    const token = await systemToken(shelter);
    const elsewhere = await anOrganisation(database, 'opvangorganisatie');
    await aUnit(database, await anActor(database, 'opvang', elsewhere), 'Ander huis');
    const other = await systemToken(elsewhere);
    const [theirs] = ((await bySystem(other, 'GET', PLACES_AT)).json() as Stand).plekken;
    expect((await bySystem(token, 'GET', PLACES_AT)).body).not.toContain(theirs!.id);
    const reach = await bySystem(token, 'POST', STAND_AT, { bezet: [theirs!.id], gezien: [] });
    expect([reach.statusCode, (await stays()).length]).toEqual([400, 0]);
    expect((await bySystem(token, 'POST', '/api/v1/signalen', {})).statusCode).toBe(403);
    for (const { path, method, config } of app.routes.filter(({ path }) => path.startsWith('/api/'))) {
      if (method !== 'GET' || path.includes(':') || config.access === 'public') continue;
      expect([path, (await bySystem(token, 'GET', path)).statusCode]).toEqual([path, path === PLACES_AT ? 200 : 403]);
    }
  });

  it('is not the system of a municipality, and an organisation without an interface registers none', async () => {
    const signals = await systemToken(await anOrganisation(database));
    expect((await bySystem(signals, 'GET', PLACES_AT)).statusCode).toBe(403);
    expect((await bySystem(signals, 'POST', STAND_AT, { bezet: [], gezien: [] })).statusCode).toBe(403);
    const care = await anOrganisation(database, 'zorgorganisatie');
    const visitor = await app.visitor(await anActor(database, 'beheerder', care));
    expect((await visitor.get('/beheer/koppelingen/nieuw')).body).toContain('kan nog geen systeem koppelen');
    const kept = await visitor.form('/voorkeuren', '/voorkeuren');
    const fields = { ...kept.fields, naam: 'Planbord (fictief)', sleutel: 'een sleutel' };
    const sent = await visitor.send({ ...kept, action: '/beheer/koppelingen/nieuw', fields });
    expect([sent.statusCode, sent.body]).toEqual([409, expect.stringContaining('kan nog geen systeem koppelen')]);
  });

  it('gets no token once its organisation is no longer a shelter', async () => {
    const administrator = await anActor(database, 'beheerder', shelter);
    const system = await registerSystem(database, app, administrator, 'Planbord (fictief)');
    expect((await askToken(app, await proofOf(system))).json()).toMatchObject({ scope: 'opvang' });
    await database.admin
      .updateTable('organisations.organisation')
      .set({ kind: 'zorgorganisatie' })
      .where('id', '=', shelter.id)
      .execute();
    expect((await askToken(app, await proofOf(system))).statusCode).toBe(401);
  });
});
