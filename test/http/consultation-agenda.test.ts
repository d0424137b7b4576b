import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import {
  CONSENT,
  careTable,
  done,
  type Fields,
  fill,
  NAME,
  PERSON,
  read,
  STORY,
  soon,
  takeIn,
  textIn,
} from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the agenda of a table of care parties', () => {
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

  it('is held by parties of its covenant, with a ground for each person', STORY, async () => {
    const { town, partner, chair, covenant, plan, seat, participant } = table;
    const path = await plan(await covenant([town]));
    await seat(path, town);
    await seat(path, partner);
    const at = `${path}/persoon`;
    const voor = [await participant(path, town)];
    const refused = async (fields: Fields, says: string) => {
      const answer = await fill(chair, at, { ...PERSON, voor, ...fields });
      expect([answer.statusCode, textIn(answer)]).toEqual([409, expect.stringContaining(says)]);
    };
    await refused({ voor: [await participant(path, partner)] }, 'geen partij bij het convenant');
    await refused({ grondslag: '' }, 'Kies toestemming of een zorgwet');
    await refused({ wet: '' }, 'Kies op welke zorgwet');
    // the same law, ages and questions as for every consent to be helped
    const missing = await fill(chair, at, { ...PERSON, voor, ...CONSENT, gegevenDoor: '', leeftijd: '' });
    expect([missing.statusCode, textIn(missing)]).toEqual([400, expect.stringContaining('Kies wie toestemming gaf')]);
    expect(textIn(missing)).toContain('Kies hoe oud de persoon is');
    const fieldOf = async (fields: Fields) => {
      const answer = await fill(chair, at, { ...PERSON, voor, ...CONSENT, ...fields });
      const errors = [...documentOf(answer).querySelectorAll('[id^="veld-"][id$="-fout"]')].map(({ id }) => id);
      return [answer.statusCode, ...errors];
    };
    expect(await fieldOf({ leeftijd: '0-11' })).toEqual([409, 'veld-gegevenDoor-fout']);
    expect(await fieldOf({ leeftijd: '12-15' })).toEqual([409, 'veld-wens-fout']);
    expect(await fieldOf({ leeftijd: '12-15', wens: 'objects' })).toEqual([409, 'veld-wens-fout']);
    const guardian = { leeftijd: '0-11', gegevenDoor: 'guardian' };
    expect(await fieldOf(guardian)).toEqual([409, 'veld-betrokken-fout']);
    expect(await fieldOf({ ...guardian, betrokken: 'contested' })).toEqual([409, 'veld-betrokken-fout']);
    expect(await fieldOf({ gegevenDoor: 'guardian', betrokken: 'trusted' })).toEqual([409, 'veld-gegevenDoor-fout']);
    await refused({ ...CONSENT, gegevenOp: '1-11-2025' }, 'ouder dan een jaar');
    await refused({ voor: [newRandomId()] }, 'Kies deelnemers die aan tafel zitten');
    const holds = await fill(chair, at, { ...PERSON, voor, vraag: 'Bel 06 12345678' });
    expect([holds.statusCode, textIn(holds)]).toEqual([400, expect.stringContaining('telefoonnummer')]);
    const twice = await fill(chair, `${path}/deelnemers`, {
      hoe: 'organisatie',
      organisatie: town.code,
      ziet: 'alles',
    });
    expect([twice.statusCode, textIn(twice)]).toEqual([409, expect.stringContaining('zit al aan tafel')]);
  });

  it('lets a covenant that lapsed block a new person, and nothing that was shared or agreed', STORY, async () => {
    const { town, chair, officer, participant, personItem, aTable } = table;
    const path = await aTable();
    await takeIn(officer);
    await done(chair, path, {}, `${path}/openen`);
    const list = '/samenwerken/convenanten';
    await done(chair, list, {}, `${list}/beeindigen`);
    expect(await read(chair, '/samenwerken/convenanten')).not.toContain('aanpak telt');
    const blocked = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
    expect([blocked.statusCode, textIn(blocked)]).toEqual([409, expect.stringContaining('hulp die loopt gaat door')]);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain(NAME);
    expect(await read(chair, path)).toContain('het convenant geldt niet meer');
    const item = await personItem(path);
    await done(chair, `${path}/vastleggen`, {
      agendapunt: item,
      wat: 'actie',
      tekst: 'De hulp gaat door',
      klaarOp: soon,
      actieVan: await participant(path, town),
    });
    await takeIn(officer);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain('De hulp gaat door');
  });

  it('refuses a new person when the agreement to exchange lapsed, and says so beside who gets it', STORY, async () => {
    const { town, chair, participant, personItem, aTable } = table;
    const path = await aTable();
    await database.admin
      .updateTable('exchange.agreement')
      .set({ valid_until: day('2021-01-01') })
      .where('tenant_id', '=', town.id)
      .execute();
    const blocked = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
    expect([blocked.statusCode, textIn(blocked)]).toEqual([409, expect.stringContaining('geldt geen afspraak')]);
    // the meeting goes on: what cannot be sent is said, and goes on paper
    await done(chair, path, {}, `${path}/openen`);
    const item = await personItem(path);
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Bellen' });
    expect(await read(chair, path)).toContain('niet alles kon worden verstuurd');
    const paper = await chair.get(`${path}/agenda.docx?deelnemer=${await participant(path, town)}`);
    expect([paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await done(chair, path, {}, `${path}/sluiten`);
  });
});
