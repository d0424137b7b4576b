import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDutchHour } from '../../src/platform/clock/dutch-moment.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aUnit, mayPlace } from '../support/a-shelter.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const MINUTE = 60_000;

describe('two minutes past two at night', () => {
  let database: TestDatabase;
  let app: TestApp;
  let shelter: TestOrganisation;
  let worker: Actor;
  let placer: Actor;
  const two = nextDutchHour(new Date(), 2);
  const running = addDays(dutchDay(two), -1);

  beforeAll(async () => {
    database = await createDatabase();
    const ahead = two.getTime() + 2 * MINUTE - Date.now();
    await database.admin.updateTable('platform.clock').set({ offset_ms: ahead }).execute();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    shelter = await anOrganisation(database, 'opvangorganisatie');
    const desk = await anOrganisation(database, 'comensha');
    worker = await anActor(database, 'opvang', shelter);
    placer = await anActor(database, 'comensha-plaatsing', desk);
    await openGate(database, desk.id, 'shelter');
    await mayPlace(database, shelter.id, desk.id);
    await aUnit(database, worker, 'Kelder', 2);
  });
  const slots = () =>
    database.admin
      .selectFrom('shelter.night_slot')
      .select(['place_id', 'night'])
      .where('tenant_id', '=', shelter.id)
      .orderBy('night')
      .execute();
  const places = async () =>
    (await database.admin.selectFrom('shelter.place').select('id').where('tenant_id', '=', shelter.id).execute()).map(
      ({ id }) => id,
    );

  it('is still the night that runs: it is proposed, taken at once, and no longer shown as free', async () => {
    const [place] = await places();
    const visitor = await app.visitor(placer);
    const path = `/plaatsen/vrij/${place}`;
    const form = await visitor.form(path, path);
    expect(form.fields.van).toBe(writeDutchDate(running));
    const fields = { ...form.fields, hoe: 'telefonisch', bevestigdDoor: 'nachtdienst' };
    expect((await visitor.send({ ...form, fields })).statusCode).toBe(303);
    expect((await slots())[0]).toEqual({ place_id: place, night: running });
    const free = await visitor.page('/plaatsen?soort=vrouwenopvang');
    expect(free.querySelector(`main a[href="${path}"]`)).toBeNull();
    const own = (await (await app.visitor(worker)).page('/opvang')).querySelector('main')?.textContent;
    expect(own).toContain('1 plek van 2');
  });

  it('is taken and freed again by the stand of a shelter', async () => {
    const [place] = await places();
    const say = async (bezet: string) => {
      const visitor = await app.visitor(worker);
      const form = await visitor.form('/opvang', '/opvang/stand');
      return visitor.send({ ...form, fields: { ...form.fields, bezet, vrijOp: writeDutchDate(addDays(running, 2)) } });
    };
    expect((await say(place!)).statusCode).toBe(303);
    expect((await slots()).map(({ night }) => night)).toEqual([running, addDays(running, 1)]);
    expect((await say('')).statusCode).toBe(303);
    expect(await slots()).toEqual([]);
  });

  it('says that CoMensha is closed, when it opens and what to do now, with the hour on the sheet', async () => {
    const page = await (await app.visitor(placer)).page('/plaatsen/vannacht');
    const main = page.querySelector('main')!.textContent!;
    expect(main).toContain('CoMensha is nu dicht');
    expect(main).toMatch(/Weer open op .* om 9\.00 uur|Weer open op .* om 09\.00 uur/);
    expect(main).toContain('noodbedden in de eigen regio');
    expect(page.querySelector('article.ib-sheet time')?.textContent).toMatch(/2[.:]02/);
  });

  it('says which kind belongs to a position, and whom to call when none was found', async () => {
    const visitor = await app.visitor(placer);
    const page = (await visitor.get('/plaatsen/welke-opvang?positie=reflection-period')).body;
    expect(page).toContain('/plaatsen?soort=cosm');
    const nothing = await visitor.page('/plaatsen/welke-opvang?positie=no-stay');
    expect(nothing.querySelector('main')?.textContent).toContain('geen recht gevonden: bel');
    expect(nothing.querySelector('main a[href="/plaatsen/vannacht"]')).not.toBeNull();
    const unknown = (await visitor.page('/plaatsen/welke-opvang')).querySelector('main')?.textContent;
    expect(unknown).toContain('positie nog niet bekend: bel');
    expect(unknown).not.toContain('geen recht gevonden');
  });

  it('prints a sheet for the night, with who places where and whom to call, and no address', async () => {
    const sheet = (await (await app.visitor(placer)).page('/plaatsen/vannacht')).querySelector('article.ib-sheet')!;
    expect(sheet.textContent).toContain('De politie plaatst hier');
    expect(sheet.textContent).toContain('112');
    expect(sheet.textContent).not.toContain('Kelder');
  });

  it.each([
    'zorgcoordinator',
    'opvang',
    'comensha-registratie',
    'aandachtsfunctionaris',
    'politie',
    'ketenpartner',
  ] as const)('tells a %s the rules and the numbers, and nothing of places', async (role) => {
    const visitor = await app.visitor(await anActor(database, role, await anOrganisation(database, 'ketenpartner')));
    const main = (await visitor.page('/vannacht')).querySelector('main')!;
    expect(main.textContent).toContain('CoMensha is nu dicht');
    expect(main.textContent).toContain('De politie plaatst hier');
    expect(main.textContent).not.toContain('Vrij toen dit werd geprint');
    expect(main.textContent).toContain('meteen op bezet te zetten');
    expect(main.textContent).not.toContain('meld in In Beeld');
    expect(main.querySelector('a[href^="/plaatsen"]')).toBeNull();
    // who places herself is not sent to herself
    const alert = main.querySelector('.utrecht-alert')!.textContent;
    expect(alert).toContain(role === 'politie' ? 'U plaatst zelf in noodbedden' : 'Bel de politie');
  });
});
