import { beforeAll, describe, expect, it } from 'vitest';
import { registrationCode } from '../../src/features/registration/index.ts';
import { newId, newRandomBytes } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay } from '../../src/shared-kernel/plain-date.ts';
import { aPlaceRequest } from '../support/a-shelter.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

/** The middle of last year: whole months of it are over whatever the day of today. */
const YEAR = Number(dutchDay(new Date()).slice(0, 4)) - 1;
const at = new Date(Date.UTC(YEAR, 5, 15, 12));

describe('what is missing, in figures', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });

  it('come out of the work, hide what is few, and make a fact sheet in Word and PDF', async () => {
    const desk = await anOrganisation(database, 'comensha');
    const shelter = await anOrganisation(database, 'opvangorganisatie');
    const placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    for (let index = 0; index < 23; index++)
      await aPlaceRequest(database, placer, { region: index < 20 ? 'limburg' : 'amsterdam' });
    await database.admin
      .updateTable('shelter.request')
      .set({ opened_at: at, nothing_at: at })
      .where('tenant_id', '=', desk.id)
      .execute();
    const from = dutchDay(at);
    await database.admin
      .insertInto('shelter.placement')
      .values(
        Array.from({ length: 15 }, (_, index) => ({
          tenant_id: shelter.id,
          id: newId(),
          code: registrationCode(newRandomBytes(8)),
          via: 'option',
          holder_id: desk.id,
          holder_name: 'Desk',
          from_night: from,
          until_night: addDays(from, 1),
          reserved_at: at,
          reserved_by_name: 'Iemand',
          refused_at: at,
          refusal: index < 12 ? 'no-regional-tie' : 'full',
          version: 1,
        })),
      )
      .execute();
    // twelve came in after a week; twelve others heard yes, and did not come
    const requests = await database.admin
      .selectFrom('shelter.request')
      .select('id')
      .where('tenant_id', '=', desk.id)
      .execute();
    const soon = new Date(at.getTime() + 5 * 86_400_000);
    const came = (requestId: string, isIn: boolean) => ({
      tenant_id: shelter.id,
      id: newId(),
      code: registrationCode(newRandomBytes(8)),
      via: 'option',
      holder_id: desk.id,
      holder_name: 'Desk',
      request_id: requestId,
      from_night: from,
      until_night: addDays(from, 1),
      reserved_at: at,
      reserved_by_name: 'Iemand',
      accepted_at: at,
      accepted_by_name: 'Iemand',
      ...(isIn ? { arrived_at: soon, departed_at: soon, departure: 'own-home' } : { no_show_at: soon }),
      version: 1,
    });
    for (const [index, { id }] of requests.entries())
      await database.admin
        .insertInto('shelter.placement')
        .values(came(id, index < 12))
        .execute();
    const visitor = await app.visitor(placer);
    const page = documentOf(await visitor.get(`/plaatsen/cijfers?jaar=${YEAR}`));
    const rows = Object.fromEntries(
      [...page.querySelectorAll('main section')].map((section) => [
        section.querySelector('h2')!.textContent!,
        [...section.querySelectorAll('tbody tr')].map((row) => (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
      ]),
    );
    const text = (page.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
    expect(text).toContain('Aanvragen20');
    // three for Amsterdam are too few, and so is what would give them away
    const regions = rows['Aanvragen per gewenste regio']!;
    expect(regions.find((row) => row.startsWith('Amsterdam'))).toContain('te weinig');
    expect(regions.filter((row) => row.includes('te weinig')).length).toBeGreaterThan(1);
    expect(text).toContain('Een ja die niet doorging, telt niet');
    const waits = rows['Hoe lang men wachtte']!;
    expect(waits).toEqual(
      expect.arrayContaining(['Binnen een week10', 'Niet of nog niet aangekomen10', 'Dezelfde dag binnen0']),
    );
    expect(text).toContain('landelijk toegankelijk');
    for (const [format, magic] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const file = await visitor.get(`/plaatsen/cijfers/feitenblad.${format}?jaar=${YEAR}`);
      expect([file.statusCode, file.body.startsWith(magic)]).toEqual([200, true]);
    }
    const elsewhere = await anActor(database, 'comensha-plaatsing', await anOrganisation(database, 'comensha'));
    const others = documentOf(await (await app.visitor(elsewhere)).get(`/plaatsen/cijfers?jaar=${YEAR}`));
    expect((others.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ')).toContain(
      'geen plek gevraagd en niemand geplaatst',
    );
    const sums = await visitor.get('/plaatsen/wat-als');
    expect([
      sums.statusCode,
      (documentOf(sums).querySelector('main')?.textContent ?? '').includes('Open aanvragen'),
    ]).toEqual([200, true]);
  });
});
