import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the region of a chain director', () => {
  let database: TestDatabase;
  let app: TestApp;
  let director: Actor;

  const organisation = (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
  const actorOf = async (role: Role, code: string) => anActor(database, role, await organisation(code));
  const rows = async (actor: Actor) => {
    const page = await (await app.visitor(actor)).page('/regio');
    return [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
  };
  const regionOf = async (code: string, region: string) =>
    (
      await database.admin
        .selectFrom('organisations.region_membership as rm')
        .innerJoin('organisations.organisation as o', 'o.id', 'rm.region_id')
        .innerJoin('organisations.organisation as m', 'm.id', 'rm.organisation_id')
        .select('o.code')
        .where('m.code', '=', code)
        .where('rm.region_kind', '=', region)
        .executeTakeFirstOrThrow()
    ).code;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    director = await actorOf('ketenregisseur', await regionOf('GM0014', 'safety-region'));
    const visitor = await app.visitor(await actorOf('aandachtsfunctionaris', 'GM0014'));
    const form = await visitor.form('/aanpak/K2.1');
    await visitor.send({
      ...form,
      fields: {
        ...form.fields,
        aandachtsfunctionaris: 'Noor Fictief',
        vervanger: 'Tom Fictief',
        urenPerWeek: '8',
        besluit: 'Voorbeeldbesluit',
        besluitdatum: '1-11-2026',
        geldigTot: '1-3-2028',
      },
    });
    await database.admin
      .insertInto('organisations.mandate')
      .values({
        tenant_id: (await organisation('GM0014')).id,
        id: newId(),
        holder_id: director.organisationId,
        capability: 'aanpak',
        basis: 'Voorbeeldbesluit',
        valid_from: day('2020-01-01'),
        valid_until: day('2099-01-01'),
      })
      .execute();
  });
  afterAll(() => database.close());

  it('shows its municipalities with what they published and who may act for them, and no name of a person', async () => {
    const seen = await rows(director);
    const members = await database.admin
      .selectFrom('organisations.region_membership')
      .select('organisation_id')
      .where('region_id', '=', director.organisationId)
      .execute();
    expect(seen).toHaveLength(members.length);
    expect(seen.find(([name]) => name === 'Groningen')).toEqual([
      'Groningen',
      expect.stringContaining('Geregeld'),
      '1 maart 2028',
      '1',
      'Werk namens Groningen',
    ]);
    expect(seen.filter(([name]) => name !== 'Groningen').map((row) => row.slice(2))).toEqual(
      Array(members.length - 1).fill(['–', '0', 'geen mandaat']),
    );
    expect(seen.flat().join(' ')).not.toContain('Fictief');
  });

  it('shows nothing of it to the director of another region', async () => {
    const other = await actorOf('ketenregisseur', await regionOf('GM0363', 'safety-region'));
    expect(other.organisationId).not.toBe(director.organisationId);
    const seen = await rows(other);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(([name]) => name)).not.toContain('Groningen');
    expect(seen.every(([, , , mandates]) => mandates === '0')).toBe(true);
  });

  it('is for chain directors only', async () => {
    expect((await (await app.visitor(await actorOf('beleidsmedewerker', 'GM0014'))).get('/regio')).statusCode).toBe(
      403,
    );
  });

  it('works in the place of a municipality that gave a mandate', async () => {
    const visitor = await app.visitor(director);
    expect((await visitor.get('/aanpak/namens/GM0014')).statusCode).toBe(200);
    expect((await visitor.get('/aanpak/namens/GM0109')).statusCode).toBe(404);
  });

  it('is a door of its own in the database: only these tenants, only what is about no person, only to read', async () => {
    const own = (await organisation('GM0014')).id;
    const look = (tenantIds: readonly string[]) =>
      enter(database.kysely, { door: 'region', tenantIds }, (tx) =>
        tx.selectFrom('organisations.mandate').select('tenant_id').execute(),
      );
    expect(await look([own])).toHaveLength(1);
    expect(await look([(await organisation('GM0363')).id])).toEqual([]);
    expect(await look([])).toEqual([]);
    await expect(
      enter(database.kysely, { door: 'region', tenantIds: [own] }, (tx) =>
        tx.selectFrom('approach.element').select('focal_point').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      enter(database.kysely, { door: 'region', tenantIds: [own] }, (tx) =>
        tx.deleteFrom('organisations.mandate').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
