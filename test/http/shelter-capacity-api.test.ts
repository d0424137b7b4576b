import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nightOfNow } from '../../src/features/shelter/use-cases/night-of-now.ts';
import { newId, newSecret } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aUnit } from '../support/a-shelter.ts';
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
});
