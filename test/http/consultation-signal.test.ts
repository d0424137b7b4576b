import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { NAME, STORY } from '../support/care-table.ts';
import { createDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

describe('a consultation of one municipality', () => {
  it('stays within it: own officials only, each the own part', STORY, async () => {
    const database = await createDatabase();
    const app = await testApp(database);
    const town = await anOrganisation(database);
    await openGate(database, town.id, 'case-consultation');
    const chair = await app.visitor(await anActor(database, 'aandachtsfunctionaris', town));
    const nurse = await anActor(database, 'zorgcoordinator', town);
    const other = await app.visitor(await anActor(database, 'zorgcoordinator', town));
    const send = async (at: string, fields: Readonly<Record<string, string>>, action = at) => {
      const form = await chair.form(at, action);
      return chair.send({ ...form, fields: { ...form.fields, ...fields } });
    };
    const planned = await send(
      '/overleg/nieuw',
      {
        soort: 'signalenoverleg',
        titel: 'Signalenoverleg december',
        doel: 'Signalen wegen',
        dag: '1-12-2027',
        tijd: '10:00',
        plaats: 'Kamer 4',
      },
      '/overleg',
    );
    const path = String(planned.headers.location);
    const page = await chair.page(`${path}/deelnemers`);
    expect(page.querySelector('[name=organisatie]')).toBeNull();
    expect((await chair.page('/samenwerken/convenanten')).body.textContent).toContain('Uw aanpak telt mee');
    await send(`${path}/deelnemers`, { hoe: 'collega', deelnemer: nurse.membershipId, ziet: 'alles' });
    await send(`${path}/deelnemers`, { hoe: 'papier', naam: 'Leerplichtambtenaar', ziet: 'vraag' });
    const { id: seat } = await database.admin
      .selectFrom('consultation.participant')
      .select('id')
      .where('membership_id', '=', nurse.membershipId)
      .executeTakeFirstOrThrow();
    const person = { aanduiding: NAME, vraag: 'Is dit een signaal?', achtergrond: '', doel: 'Wegen', voor: seat };
    expect((await send(`${path}/persoon`, person)).statusCode).toBe(303);
    expect((await send(`${path}/persoon`, { ...person, aanduiding: 'Tijm', voor: '' })).statusCode).toBe(303);
    await send(path, {}, `${path}/versturen`);
    const colleague = await app.visitor(nurse);
    const seen = (await colleague.page(path)).querySelector('main')?.textContent ?? '';
    expect(seen).toContain(NAME);
    expect(seen).not.toContain('Tijm');
    expect((await colleague.page(path)).querySelector('main form')).toBeNull();
    // between colleagues there is no exchange, so the page says how they reach each other
    expect(seen).toContain('De voorzitter is een collega van u');
    const chairs = (await chair.page(path)).querySelector('main')?.textContent ?? '';
    expect(chairs).toContain('Een collega spreekt of belt u over een actie');
    expect((await other.get(path)).statusCode).toBe(404);
    await database.close();
  });
});
