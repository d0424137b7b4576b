import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrganisation, type TestOrganisation } from '../../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { enter } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addDays, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { changeOn } from '../domain/standing-trend.ts';
import { standingChanges } from './standing-change-store.ts';
import { publishElement, unpublishElement } from './standing-store.ts';

const BEGIN = day('2026-01-10');
const momentOf = (on: PlainDate) => new Date(`${on}T11:00:00Z`);

describe('what is kept for the trend', () => {
  let database: TestDatabase;
  let here: TestOrganisation;
  let region: TestOrganisation;

  beforeAll(async () => {
    database = await createDatabase();
    return () => database.close();
  });
  beforeEach(async () => {
    [here, region] = [await anOrganisation(database), await anOrganisation(database, 'veiligheidsregio')];
  });

  const publish = (on: PlainDate, lapsesOn: PlainDate, regionId?: string) =>
    enter(database.kysely, { door: 'own', tenantId: here.id }, (tx) =>
      publishElement(tx, here.id, {
        element: 'K5.1',
        state: regionId ? 'regional' : 'present',
        decidedOn: on,
        lapsesOn,
        evidenceKind: 'opgave',
        regionId,
        publishedAt: momentOf(on),
      }),
    );
  const takeBack = (on: PlainDate) =>
    enter(database.kysely, { door: 'own', tenantId: here.id }, (tx) =>
      unpublishElement(tx, here.id, 'K5.1', { now: momentOf(on), today: on }),
    );
  const kept = async () => {
    const all = await enter(database.kysely, { door: 'published' }, (tx) => standingChanges(tx, ['K5.1']));
    return all
      .filter(({ organisationId }) => organisationId === here.id)
      .map(({ beginsOn, lapsesOn }) => ({ beginsOn, lapsesOn }));
  };

  it('is every change in its order, and nothing that changes nothing', async () => {
    await takeBack(BEGIN);
    await publish(BEGIN, addDays(BEGIN, 400));
    await publish(BEGIN, addDays(BEGIN, 400));
    await publish(addDays(BEGIN, 50), addDays(BEGIN, 800));
    await takeBack(addDays(BEGIN, 90));
    await takeBack(addDays(BEGIN, 91));
    expect(await kept()).toEqual([
      { beginsOn: BEGIN, lapsesOn: addDays(BEGIN, 400) },
      { beginsOn: addDays(BEGIN, 50), lapsesOn: addDays(BEGIN, 800) },
      { beginsOn: addDays(BEGIN, 90), lapsesOn: undefined },
    ]);
  });

  it('keeps the order of two changes at one moment', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await publish(BEGIN, addDays(BEGIN, 400));
      await publish(BEGIN, addDays(BEGIN, 500));
    }
    const changes = await kept();
    expect(changes).toHaveLength(10);
    const { rows } = await sql`select count(distinct changed_at)::int as moments from approach.standing_change
      where tenant_id = ${here.id}`.execute(database.admin);
    expect(rows).toEqual([{ moments: 10 }]);
    expect(changes.map(({ lapsesOn }) => lapsesOn)).toEqual(
      Array.from({ length: 10 }, (_, at) => addDays(BEGIN, at % 2 === 0 ? 400 : 500)),
    );
  });

  it('knows that a region withdrew, from the moment the municipality arranges it anew', async () => {
    await database.admin
      .insertInto('approach.region_offer')
      .values({
        tenant_id: region.id,
        element: 'K5.1',
        title: 'Zorgcoördinatie',
        adopting_body: 'bestuur',
        decided_on: BEGIN,
        valid_until: addDays(BEGIN, 900),
        published_at: momentOf(BEGIN),
        withdrawn_on: addDays(BEGIN, 100),
        version: 2,
      })
      .execute();
    await publish(BEGIN, addDays(BEGIN, 800), region.id);
    await publish(addDays(BEGIN, 200), addDays(BEGIN, 700));
    const changes = await kept();
    const lapseOn = (days: number) => changeOn(changes, addDays(BEGIN, days))?.lapsesOn;
    expect(lapseOn(150)).toBe(addDays(BEGIN, 100));
    expect(lapseOn(250)).toBe(addDays(BEGIN, 700));
  });

  it('was filled from what was reported before it was kept', async () => {
    const fact = (element: string, source: string, state: string, on: number, until: number | null) => ({
      tenant_id: here.id,
      id: newId(),
      element,
      source,
      state,
      as_of: addDays(BEGIN, on),
      lapses_on: until === null ? null : addDays(BEGIN, until),
      statement: 'Voorbeeld',
      reported_by: 'Test Fictief',
      reported_at: momentOf(addDays(BEGIN, on)),
    });
    await database.admin
      .insertInto('approach.fact')
      .values([
        fact('K2.1', 'focal-point', 'present', 0, 300),
        // a hand-over is no new focal point, and what is no element of the monitor is not published
        fact('K2.1', 'statement', 'present', 5, 300),
        fact('K3.4', 'scan', 'present', 5, 300),
        fact('K1.1', 'scan', 'absent', 0, null),
        fact('K1.1', 'adoption', 'present', 10, 500),
        fact('K1.1', 'scan', 'started', 40, null),
      ])
      .execute();
    await database.admin
      .insertInto('approach.standing')
      .values(
        [
          { element: 'K2.1', lapses_on: addDays(BEGIN, 300) },
          { element: 'K7.1', lapses_on: addDays(BEGIN, 200) },
        ].map((row) => ({
          ...row,
          tenant_id: here.id,
          decided_on: BEGIN,
          evidence_kind: 'opgave',
          published_at: momentOf(BEGIN),
        })),
      )
      .execute();
    const migration = readFileSync('migrations/20261129T1000_approach_create_standing_change.sql', 'utf8');
    const backfill = migration.slice(migration.indexOf('-- What was published before'));
    await sql.raw(backfill).execute(database.admin);
    const { rows } = await sql`select element, state, begins_on, lapses_on from approach.standing_change
      where tenant_id = ${here.id} order by element, changed_at`.execute(database.admin);
    const change = (element: string, state: string, from: number, until: number | null) => ({
      element,
      state,
      begins_on: addDays(BEGIN, from),
      lapses_on: until === null ? null : addDays(BEGIN, until),
    });
    expect(rows).toEqual([
      change('K1.1', 'present', 10, 500),
      change('K1.1', 'withdrawn', 40, null),
      change('K2.1', 'present', 0, 300),
      change('K7.1', 'present', 0, 200),
    ]);
  });

  it('is never changed nor deleted', async () => {
    await publish(BEGIN, addDays(BEGIN, 400));
    for (const deed of [
      sql`update approach.standing_change set element = 'K1.1'`,
      sql`delete from approach.standing_change`,
    ]) {
      const attempt = enter(database.kysely, { door: 'own', tenantId: here.id }, (tx) => deed.execute(tx));
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});
