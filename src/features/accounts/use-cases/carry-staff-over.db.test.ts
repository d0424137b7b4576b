import { beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import type { AnyTx } from '../../../platform/db/transact.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { carryStaffOver } from './carry-staff-over.ts';

describe('carrying staff over to a new organisation', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await sharedDatabase();
  });

  it('gives everybody the same role once, from the day on, and leaves the old one as it was', async () => {
    const [one, other, next] = [
      await anOrganisation(database),
      await anOrganisation(database),
      await anOrganisation(database),
    ];
    const shared = await anActor(database, 'aandachtsfunctionaris', one);
    await anActor(database, 'aandachtsfunctionaris', other, shared.personId);
    const clerk = await anActor(database, 'medewerker', other);
    const leaver = await anActor(database, 'medewerker', one);
    const keeper = await anActor(database, 'beheerder', one);
    await anActor(database, 'beheerder', next, keeper.personId);
    const memberships = () => database.admin.updateTable('accounts.membership');
    await memberships()
      .set({ valid_until: day('2026-12-01') })
      .where('id', '=', leaver.membershipId)
      .execute();
    await memberships()
      .set({ valid_until: day('2027-06-01') })
      .where('id', '=', clerk.membershipId)
      .execute();
    await memberships().set({ demo_number: 1 }).where('organisation_id', 'in', [one.id, other.id]).execute();

    await database.admin
      .transaction()
      .execute((tx) => carryStaffOver(tx as AnyTx, { from: [one.id, other.id], to: next.id, on: day('2027-01-01') }));

    const rows = await database.admin
      .selectFrom('accounts.membership')
      .select(['person_id', 'role', 'valid_from', 'valid_until', 'demo_number'])
      .where('organisation_id', '=', next.id)
      .orderBy('role')
      .execute();
    expect(rows).toEqual([
      {
        person_id: shared.personId,
        role: 'aandachtsfunctionaris',
        valid_from: '2027-01-01',
        valid_until: null,
        demo_number: 1,
      },
      { person_id: keeper.personId, role: 'beheerder', valid_from: '2020-01-01', valid_until: null, demo_number: null },
      {
        person_id: clerk.personId,
        role: 'medewerker',
        valid_from: '2027-01-01',
        valid_until: '2027-06-01',
        demo_number: 1,
      },
    ]);
    const old = await database.admin
      .selectFrom('accounts.membership')
      .select('valid_until')
      .where('id', '=', shared.membershipId)
      .execute();
    expect(old).toEqual([{ valid_until: null }]);
  });

  it('numbers demo people on, up to nine', async () => {
    const places = await Promise.all(Array.from({ length: 11 }, () => anOrganisation(database)));
    const next = await anOrganisation(database);
    for (const place of places) await anActor(database, 'medewerker', place);
    const from = places.map(({ id }) => id);
    await database.admin
      .updateTable('accounts.membership')
      .set({ demo_number: 1 })
      .where('organisation_id', 'in', from)
      .execute();
    await database.admin
      .transaction()
      .execute((tx) => carryStaffOver(tx as AnyTx, { from, to: next.id, on: day('2027-01-01') }));
    const rows = await database.admin
      .selectFrom('accounts.membership')
      .select('demo_number')
      .where('organisation_id', '=', next.id)
      .orderBy('demo_number')
      .execute();
    expect(rows.map((row) => row.demo_number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]);
  });
});
