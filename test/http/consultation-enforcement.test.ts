import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { careTable, done, ELSEWHERE, fill, PERSON, read, STORY, takeIn, textIn } from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('a table of care parties', () => {
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

  describe('with the police at the table', () => {
    const turned = (path: string) =>
      database.admin
        .selectFrom('consultation.turned_away')
        .selectAll()
        .where('meeting_id', '=', path.split('/')[2]!)
        .execute();

    it('refuses a person in one sentence, and keeps only that it was refused', STORY, async () => {
      const { care, town, police, actor, chair, agent, covenant, plan, seat, participant } = table;
      const path = await plan(await covenant([town]));
      await seat(path, town);
      await seat(path, police);
      const refused = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
      expect([refused.statusCode, textIn(refused)]).toEqual([409, expect.stringContaining(ELSEWHERE)]);
      expect(await turned(path)).toMatchObject([{ what: 'person', types: ['police'], by_name: actor.personName }]);
      const items = await database.admin
        .selectFrom('consultation.item')
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect(items).toEqual([]);
      const dossiers = await database.admin
        .selectFrom('privacy.dossier')
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect(dossiers).toEqual([]);
      expect(await read(chair, path)).toContain('meer is niet bewaard');
      // without a person the police take part as anybody
      await done(chair, `${path}/punt`, {
        onderwerp: 'Sluiproutes',
        doel: 'Weten',
        voor: [await participant(path, police)],
      });
      await done(chair, path, {}, `${path}/versturen`);
      await takeIn(agent);
      expect(await read(agent, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain('Sluiproutes');
    });

    it('refuses the police where a person is on the agenda, on paper too', STORY, async () => {
      const { police, chair, aTable } = table;
      const path = await aTable();
      const at = `${path}/deelnemers`;
      for (const fields of [
        { hoe: 'organisatie', organisatie: police.code, ziet: 'zonder-persoon' },
        { hoe: 'papier', naam: 'Belastingdienst', type: 'tax', ziet: 'zonder-persoon' },
      ]) {
        const refused = await fill(chair, at, fields);
        expect([refused.statusCode, textIn(refused)]).toEqual([409, expect.stringContaining(ELSEWHERE)]);
      }
      const disguised = await fill(chair, at, { hoe: 'papier', naam: 'Wijkagent', type: 'ngo', ziet: 'alles' });
      expect([disguised.statusCode, textIn(disguised)]).toEqual([409, expect.stringContaining('opsporingsdienst')]);
      expect((await turned(path)).map(({ what, types }) => [what, types])).toEqual([
        ['participant', ['police']],
        ['participant', ['tax']],
      ]);
    });

    it('lets only one of the two through when both come at once', STORY, async () => {
      const { town, police, chair, covenant, plan, seat, participant } = table;
      for (let turn = 0; turn < 4; turn += 1) {
        const path = await plan(await covenant([town]));
        await seat(path, town);
        const voor = [await participant(path, town)];
        const [person, seated] = await Promise.all([
          fill(chair, `${path}/persoon`, { ...PERSON, voor }),
          fill(chair, `${path}/deelnemers`, { hoe: 'organisatie', organisatie: police.code, ziet: 'alles' }),
        ]);
        expect([person.statusCode, seated.statusCode].toSorted()).toEqual([303, 409]);
      }
    });

    it('is refused by the database itself, whatever the code does', STORY, async () => {
      const { care, aTable } = table;
      const path = await aTable();
      const [id] = [path.split('/')[2]!];
      const row = {
        tenant_id: care.id,
        id: newRandomId(),
        meeting_id: id,
        meeting_kind: 'care',
        way: 'paper',
        name: 'Politie',
        sees: 'topics',
        added_at: new Date(),
      };
      const { admin } = database;
      for (const type of ['police', 'border-police', 'prosecution', 'riec', 'tax', 'labour-inspectorate'])
        await expect(
          admin
            .insertInto('consultation.participant')
            .values({ ...row, type })
            .execute(),
        ).rejects.toThrow(/foreign key/);
      await expect(
        admin.updateTable('consultation.meeting').set({ admits: 'enforcement' }).where('id', '=', id).execute(),
      ).rejects.toThrow(/foreign key/);
      await admin
        .insertInto('consultation.participant')
        .values({ ...row, type: 'ngo' })
        .execute();
    });
  });
});
