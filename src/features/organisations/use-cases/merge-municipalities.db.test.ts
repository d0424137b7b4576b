import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation, type TestOrganisation } from '../../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { type AnyTx, enter, OrganisationEnded, transact } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ok } from '../../../shared-kernel/result.ts';
import { carriersToday, predecessorsOf } from './look-up-municipality.ts';
import { mergeMunicipalities } from './merge-municipalities.ts';

describe('merging municipalities', () => {
  let database: TestDatabase;
  let one: TestOrganisation;
  let other: TestOrganisation;

  beforeAll(async () => {
    database = await createDatabase();
    return () => database.close();
  });
  beforeEach(async () => {
    [one, other] = [await anOrganisation(database), await anOrganisation(database)];
  });

  const staffMoves: object[] = [];
  const merge = (
    predecessors: readonly TestOrganisation[],
    successor: { code: string; name: string },
    on: PlainDate = day('2027-01-01'),
  ) =>
    database.admin.transaction().execute((tx) =>
      mergeMunicipalities(
        tx as AnyTx,
        { predecessors: predecessors.map(({ code }) => code), successor, on, source: 'Voorbeeld, geen wet' },
        async (_tx, move) => {
          staffMoves.push(move);
        },
      ),
    );
  const aSuccessor = () => ({ code: `T${newSecret(6)}`, name: 'Voorbeeldgemeente' });
  const idOf = async (code: string) =>
    (
      await database.admin
        .selectFrom('organisations.organisation')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;

  it('ends the old ones with their code, and starts the new one on the same day', async () => {
    const successor = aSuccessor();
    const merged = await merge([one, other], successor);
    expect(merged).toMatchObject({ ok: true, value: { predecessorIds: [one.id, other.id] } });
    const periods = await database.admin
      .selectFrom('organisations.code_period')
      .select(['code', 'valid_from', 'valid_until'])
      .where('code', 'in', [one.code, other.code, successor.code])
      .orderBy('valid_from')
      .execute();
    expect(periods.map(({ valid_from, valid_until }) => [valid_from, valid_until])).toEqual([
      ['2020-01-01', '2027-01-01'],
      ['2020-01-01', '2027-01-01'],
      ['2027-01-01', null],
    ]);
    expect(staffMoves.at(-1)).toEqual({ from: [one.id, other.id], to: await idOf(successor.code), on: '2027-01-01' });
  });

  it('lets an existing municipality take another over, and changes nothing about what it is', async () => {
    expect(await merge([one], other)).toMatchObject({ ok: true, value: { successorId: other.id } });
    const carriers = await enter(
      database.kysely,
      { door: 'published', at: new Date('2027-01-01T12:00:00Z') },
      (tx, { today }) => carriersToday(tx, one.id, today),
    );
    expect(carriers).toEqual([other]);
  });

  it('writes nothing when refused', async () => {
    const successor = aSuccessor();
    expect(await merge([one, { ...other, code: 'T-unknown' }], successor)).toMatchObject({
      ok: false,
      error: { code: 'predecessor-not-active' },
    });
    await expect(idOf(successor.code)).rejects.toThrow();
  });

  it('hands what was taken over on to who takes over next, and takes it from who ended', async () => {
    const [second, third] = [aSuccessor(), aSuccessor()];
    await merge([one], second, day('2027-01-01'));
    await merge([{ ...second, id: '' }], third, day('2028-01-01'));
    const held = async (code: string, at: string) => {
      const actingForId = await idOf(code);
      return enter(database.kysely, { door: 'mandate', actingForId, at: new Date(at) }, async (tx, { today }) =>
        (await predecessorsOf(tx, actingForId, today)).map((each) => each.code).sort(),
      );
    };
    expect(await held(second.code, '2027-06-01T12:00:00Z')).toEqual([one.code]);
    expect(await held(second.code, '2028-06-01T12:00:00Z')).toEqual([]);
    expect(await held(third.code, '2027-06-01T12:00:00Z')).toEqual([]);
    expect(await held(third.code, '2028-06-01T12:00:00Z')).toEqual([one.code, second.code].sort());
    const carriers = await enter(
      database.kysely,
      { door: 'published', at: new Date('2028-06-01T12:00:00Z') },
      (tx, { today }) => carriersToday(tx, one.id, today),
    );
    expect(carriers.map(({ code }) => code)).toEqual([third.code]);
  });

  it('gives the new one the shared regions, and the neighbours of its parts', async () => {
    const [groningen, midden] = ['GM0014', 'GM1952'] as const;
    const successor = aSuccessor();
    await merge(
      [
        { id: '', code: groningen, name: '' },
        { id: '', code: midden, name: '' },
      ],
      successor,
    );
    const id = await idOf(successor.code);
    const regions = await database.admin
      .selectFrom('organisations.region_membership as rm')
      .leftJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
      .select(['rm.region_kind', 'r.code'])
      .where('rm.organisation_id', '=', id)
      .execute();
    expect(regions).toHaveLength(7);
    expect(regions.find(({ region_kind }) => region_kind === 'province')?.code).toBe('PV20');
    const neighbours = await database.admin
      .selectFrom('organisations.neighbour as n')
      .innerJoin('organisations.organisation as o', 'o.id', 'n.neighbour_id')
      .select('o.code')
      .where('n.organisation_id', '=', id)
      .execute();
    const codes = neighbours.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes).not.toContain(groningen);
    expect(codes).not.toContain(midden);
    const back = await database.admin
      .selectFrom('organisations.neighbour')
      .select('organisation_id')
      .where('neighbour_id', '=', id)
      .execute();
    expect(back).toHaveLength(codes.length);
  });

  it('makes every command in the old one be refused from the day on, and keeps the refusal', async () => {
    await merge([one], aSuccessor());
    const actor = await anActor(database, 'beheerder', one);
    const box = { ran: 0 };
    const command = (at: string, door: 'own' | 'account' = 'own') =>
      transact(
        database.kysely,
        { actor, activity: 'VA-14', action: 'proef', traceId: newId(), entry: { door, at: new Date(at) } },
        async () => {
          box.ran++;
          return ok({ subject: { kind: 'proef', id: '1' } });
        },
      );
    expect(await command('2026-12-31T22:30:00Z')).toMatchObject({ ok: true });
    await expect(command('2026-12-31T23:30:00Z')).rejects.toThrow(OrganisationEnded);
    expect(await command('2026-12-31T23:30:00Z', 'account')).toMatchObject({ ok: true }); // signing out goes on
    expect(box.ran).toBe(2);
    const decisions = await database.admin
      .selectFrom('audit.decision')
      .select('code')
      .where('tenant_id', '=', one.id)
      .orderBy('id')
      .execute();
    expect(decisions.map(({ code }) => code)).toEqual([null, 'organisation-ended', null]);
  });
});
