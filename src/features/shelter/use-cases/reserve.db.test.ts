import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPlaceRequest, aUnit, mayPlace } from '../../../../test/support/a-shelter.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { enter } from '../../../platform/db/transact.ts';
import { addDays, dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type Apart, reserve } from './reserve.ts';

describe('two people choose a place at one moment', () => {
  let database: TestDatabase;
  let shelter: TestOrganisation;
  let placer: Actor;
  let house: readonly string[];
  let elsewhere: readonly string[];
  const today = dutchDay(new Date());

  beforeAll(async () => {
    database = await createDatabase();
    return () => database.close();
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    const desk = await anOrganisation(database, 'comensha');
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await mayPlace(database, shelter.id, desk.id);
    const worker = await anActor(database, 'opvang', shelter);
    const placesIn = async (name: string) => {
      const unit = await aUnit(database, worker, name, 2);
      const rows = database.admin
        .selectFrom('shelter.place')
        .select('id')
        .where('unit_id', '=', unit)
        .orderBy('number');
      return (await rows.execute()).map(({ id }) => id);
    };
    house = await placesIn('Samen');
    elsewhere = await placesIn('Elders');
  });

  async function aRequest(): Promise<string> {
    const code = await aPlaceRequest(database, placer);
    const row = database.admin.selectFrom('shelter.request').select('id').where('code', '=', code);
    return (await row.executeTakeFirstOrThrow()).id;
  }
  /** Reserves in a transaction of its own that stays open until it is told to go on. */
  function begin(placeId: string, requestId: string, apart?: Apart) {
    const reserved = Promise.withResolvers<string>();
    const goOn = Promise.withResolvers<void>();
    const entry = {
      door: 'mandate',
      tenantId: shelter.id,
      actingForId: placer.organisationId,
      personId: placer.personId,
    } as const;
    const ended = enter(database.kysely, entry, async (tx, time) => {
      const input = {
        tenantId: shelter.id,
        placeIds: [placeId],
        from: today,
        until: addDays(today, 3),
        hours: 24,
        phoneConfirmedBy: undefined,
        requestId,
        apart,
      };
      const outcome = await reserve(tx, placer, input, time, () => Promise.resolve(true));
      reserved.resolve(outcome.ok ? 'given' : outcome.error.code);
      await goOn.promise;
    });
    const end = () => {
      goOn.resolve();
      return ended;
    };
    return { reserved: reserved.promise, end };
  }
  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ waits: boolean }>`
        select exists (select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(database.admin);
      if (rows[0]!.waits) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const stays = async () =>
    (
      await database.admin
        .selectFrom('shelter.placement')
        .select('request_id')
        .where('tenant_id', '=', shelter.id)
        .execute()
    ).length;

  it('keeps two apart in one house: whoever comes second waits for the first, and hears it', async () => {
    const [one, other] = [await aRequest(), await aRequest()];
    const first = begin(house[0]!, one, { codes: [], requestIds: [other] });
    expect(await first.reserved).toBe('given');
    const second = begin(house[1]!, other, { codes: [], requestIds: [one] });
    await untilSomebodyWaits();
    await first.end();
    expect(await second.reserved).toBe('kept-apart');
    await second.end();
    expect(await stays()).toBe(1);
  });

  it('lets them live in two houses, and two who may meet in one', async () => {
    const [one, other, third] = [await aRequest(), await aRequest(), await aRequest()];
    const first = begin(house[0]!, one, { codes: [], requestIds: [other] });
    expect(await first.reserved).toBe('given');
    const second = begin(elsewhere[0]!, other, { codes: [], requestIds: [one] });
    expect(await second.reserved).toBe('given');
    await Promise.all([first.end(), second.end()]);
    const last = begin(house[1]!, third, { codes: [], requestIds: [other] });
    expect(await last.reserved).toBe('given');
    await last.end();
    expect(await stays()).toBe(3);
  });

  it('gives one request one place, also of two houses at once', async () => {
    const request = await aRequest();
    const first = begin(house[0]!, request);
    expect(await first.reserved).toBe('given');
    const second = begin(elsewhere[0]!, request);
    await untilSomebodyWaits();
    await first.end();
    expect(await second.reserved).toBe('placed-before');
    await second.end();
  });

  it('gives no place for a request that was closed meanwhile', async () => {
    const request = await aRequest();
    await database.admin
      .updateTable('shelter.request')
      .set({ closed_at: new Date(), outcome: 'not-needed' })
      .where('id', '=', request)
      .execute();
    const late = begin(house[0]!, request);
    expect(await late.reserved).toBe('request-closed');
    await late.end();
  });

  it('gives it another place once the first came to nothing', async () => {
    const request = await aRequest();
    const first = begin(house[0]!, request);
    await first.reserved;
    await first.end();
    await database.admin
      .updateTable('shelter.placement')
      .set({ withdrawn_at: new Date() })
      .where('request_id', '=', request)
      .execute();
    const second = begin(elsewhere[0]!, request);
    expect(await second.reserved).toBe('given');
    await second.end();
  });
});
