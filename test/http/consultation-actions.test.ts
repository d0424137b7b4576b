import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp } from '../support/app.ts';
import type { TestOrganisation } from '../support/builders.ts';
import { careTable, done, fill, read, STORY, soon, takeIn, textIn } from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('actions of a table of care parties', () => {
  let database: TestDatabase;
  let app: TestApp;
  let table: Awaited<ReturnType<typeof careTable>>;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    table = await careTable(database, app);
  });

  it('takes an action to the list of who does it, with its source, and hears back how it went', STORY, async () => {
    const { care, town, partner, chair, officer, due, participant, personItem, aTable } = table;
    const path = await aTable();
    const id = path.split('/')[2]!;
    await done(chair, path, {}, `${path}/openen`);
    const open = await read(chair, path);
    expect([open.includes('Draag het voorzitten over'), open.includes('zeg het af')]).toEqual([true, false]);
    expect((await chair.page(`${path}/overdragen`)).querySelector('h1')?.textContent).toBe('Overdragen');
    const item = await personItem(path);
    const action = { agendapunt: item, wat: 'actie', tekst: 'Belt de opvang vandaag', klaarOp: soon };
    const wrong = await fill(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, partner) });
    expect([wrong.statusCode, textIn(wrong)]).toEqual([409, expect.stringContaining('kreeg')]);
    await done(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, town) });
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Eén plan, bij de gemeente' });
    await takeIn(officer);
    expect(await read(officer, '/overzicht')).toContain(`Actie uit een overleg van ${care.name}`);
    const at = `/overleg/ontvangen/${id}`;
    expect(await read(officer, at)).toContain('Eén plan, bij de gemeente');
    const form = await officer.form(at, `${at}/gedaan`);
    const report = { ...form, fields: { ...form.fields, hoeGing: 'gedaan' } };
    expect((await officer.send(report)).statusCode).toBe(303);
    // sent twice is done once
    expect((await officer.send(report)).statusCode).toBe(303);
    expect(await read(officer, at)).toContain('Gedaan');
    await due();
    expect(await read(officer, '/overzicht')).not.toContain('Actie uit een overleg');
    await takeIn(chair);
    expect(await read(chair, path)).toContain('Gedaan');

    const minutes = await chair.get(`${path}/verslag.docx`);
    expect([minutes.statusCode, minutes.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await done(chair, path, {}, `${path}/sluiten`);
    expect(await read(chair, path)).toContain('Bewaard tot');
    await takeIn(officer);
    expect(await read(officer, at)).toContain('Dit overleg is gesloten');
    const facts = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'state', 'source'])
      .where('tenant_id', '=', town.id)
      .execute();
    expect(facts).toEqual([{ element: 'K4.6', state: 'working', source: 'collaboration' }]);
    const closed = await fill(chair, `${path}/vastleggen`, { ...action, actieVan: '' });
    expect(closed.statusCode).toBe(409);
  });

  it('puts remarks on an action at both ends, until the participant is taken from the table', STORY, async () => {
    const { care, town, chair, officer, guest, due, participant, personItem, unseat, aTable } = table;
    const path = await aTable();
    const id = path.split('/')[2]!;
    await done(chair, path, {}, `${path}/openen`);
    const item = await personItem(path);
    const action = { agendapunt: item, wat: 'actie', tekst: 'Belt de opvang vandaag', klaarOp: soon };
    await done(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, town) });
    await takeIn(officer);
    const at = `/overleg/ontvangen/${id}`;
    const remarks = (await officer.page(at)).querySelector('a[href$="/opmerking"]')!.getAttribute('href')!;
    await done(officer, remarks, { opmerking: 'De opvang belt morgen terug' });
    await due();
    const told = async (organisation: TestOrganisation) =>
      database.admin
        .selectFrom('deadlines.notification')
        .select('path')
        .where('tenant_id', '=', organisation.id)
        .where('kind', '=', 'consultation.remark')
        .execute();
    expect(await told(care)).toEqual([{ path }]);
    expect(await read(chair, path)).toContain('De opvang belt morgen terug');
    await done(chair, remarks, { opmerking: 'Bel dan ook de gemeente' });
    await due();
    expect(await told(town)).toEqual([{ path: at }]);
    expect(await read(officer, at)).toContain('Bel dan ook de gemeente');
    // who did not get the item has no remark either, and what was said is no new inbox
    await takeIn(guest);
    expect((await guest.get(remarks)).statusCode).toBe(404);
    expect(await read(chair, '/samenwerken/berichten')).not.toContain('Opmerking');
    await unseat(path, town);
    expect(await read(officer, remarks)).not.toContain('Bel dan ook de gemeente');
    expect(await read(chair, remarks)).toContain('Dit staat niet meer open');
    const open = await database.admin
      .selectFrom('vault.message_key')
      .select('message_id')
      .where('tenant_id', '=', town.id)
      .where('box', '=', 'in')
      .execute();
    expect(open).toEqual([]);
  });

  it(
    'puts an action about nobody in the plan of a municipality with its source, and never one about a person',
    STORY,
    async () => {
      const { care, town, chair, officer, participant, aTable } = table;
      const path = await aTable();
      const id = path.split('/')[2]!;
      await done(chair, path, {}, `${path}/openen`);
      const items = await database.admin
        .selectFrom('consultation.item')
        .select(['id', 'about_person'])
        .where('meeting_id', '=', id)
        .execute();
      for (const item of items)
        await done(chair, `${path}/vastleggen`, {
          agendapunt: item.id,
          wat: 'actie',
          tekst: item.about_person ? 'Belt de opvang vandaag' : 'Maakt een rooster voor december',
          klaarOp: soon,
          actieVan: await participant(path, town),
        });
      await takeIn(officer);
      const at = `/overleg/ontvangen/${id}`;
      const offered = (await officer.page(at)).querySelectorAll(`form[action="${at}/plan"]`);
      expect([...offered].map((form) => form.getAttribute('aria-label'))).toEqual([
        'Zet in uw plan: Maakt een rooster voor december',
      ]);
      const without = await officer.send(await officer.form(at, `${at}/plan`));
      expect([without.statusCode, textIn(without)]).toEqual([409, expect.stringContaining('nog geen plan')]);
      const person = await database.admin
        .selectFrom('consultation.received')
        .select('id')
        .where('tenant_id', '=', town.id)
        .where('what', '=', 'action')
        .where('person_id', 'is not', null)
        .executeTakeFirstOrThrow();
      const form = await officer.form(at, `${at}/plan`);
      const sneaky = { ...form, fields: { ...form.fields, actieVoorPlan: person.id } };
      expect((await officer.send(sneaky)).statusCode).toBe(404);
      const plan = { tenant_id: town.id, id: newRandomId(), title: 'Voorbeeldplan', edition: 1, version: 1 };
      const period = { starts_on: day('2026-01-01'), ends_on: day('2099-01-01') };
      await database.admin
        .insertInto('approach.plan')
        .values({ ...plan, ...period, changed_by: 'Test', changed_at: new Date(0) })
        .execute();
      expect((await officer.send(await officer.form(at, `${at}/plan`))).headers.location).toBe('/aanpak/plan');
      expect((await officer.send(await officer.form(at, `${at}/plan`))).statusCode).toBe(409);
      const planned = await database.admin
        .selectFrom('approach.plan_action')
        .select(['title', 'source_kind', 'source_title'])
        .where('tenant_id', '=', town.id)
        .execute();
      const source = { source_kind: 'consultation', source_title: `Zorgtafel van ${care.name}` };
      expect(planned).toEqual([{ title: 'Maakt een rooster voor december', ...source }]);
    },
  );
});
