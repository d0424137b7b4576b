import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor } from '../support/builders.ts';
import { careTable, done, fill, NAME, read, STORY, takeIn, textIn } from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('the chair of a table of care parties', () => {
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

  it(
    'passes the chair to a colleague, who opens it from then on, and tells the participants without content',
    STORY,
    async () => {
      const { care, chair, officer, due, aTable } = table;
      const path = await aTable();
      await takeIn(officer);
      const next = await anActor(database, 'zorgcoordinator', care);
      const successor = await app.visitor(next);
      expect((await successor.get(path)).statusCode).toBe(404);
      const pass = `${path}/overdragen`;
      const wrong = await fill(chair, pass, { nieuweVoorzitter: newRandomId() });
      expect([wrong.statusCode, textIn(wrong)]).toEqual([
        409,
        expect.stringContaining('kan dit overleg niet voorzitten'),
      ]);
      expect(await done(chair, pass, { nieuweVoorzitter: next.membershipId })).toBe('/overleg?overgedragen');
      const after = await read(chair, '/overleg?overgedragen');
      for (const says of ['Uw collega zit het overleg nu voor', 'als deelnemer toe te voegen'])
        expect(after).toContain(says);
      expect(await read(chair, '/overleg')).not.toContain('Uw collega zit het overleg nu voor');
      expect((await chair.get(path)).statusCode).toBe(404);
      expect(await read(successor, path)).toContain(NAME);
      expect(await read(successor, '/overzicht')).toContain('U zit nu een overleg voor');
      await due();
      await takeIn(officer);
      expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain(next.personName);
    },
  );

  it(
    'is called off: nobody reads what was said, the participants hear it, and it is no table that was held',
    STORY,
    async () => {
      const { care, town, chair, officer, due, aTable } = table;
      const path = await aTable();
      await takeIn(officer);
      const at = `/overleg/ontvangen/${path.split('/')[2]}`;
      expect(await read(officer, at)).toContain(NAME);
      expect(await read(chair, path)).toContain('of zeg het af');
      const form = await chair.form(`${path}/overdragen`, `${path}/afzeggen`);
      expect([(await chair.send(form)).statusCode, (await chair.send(form)).statusCode]).toEqual([303, 303]);
      expect(await read(chair, path)).toContain('Afgezegd');
      await due();
      await takeIn(officer);
      const seen = await read(officer, at);
      expect(seen).toContain('dit overleg gaat niet door');
      expect(seen).not.toContain(NAME);
      const facts = await database.admin
        .selectFrom('approach.fact')
        .select('element')
        .where('tenant_id', '=', town.id)
        .execute();
      expect(facts).toEqual([]);
      const kept = await database.admin
        .selectFrom('retention.record')
        .select('rule')
        .where('tenant_id', '=', care.id)
        .where('subject_kind', '=', 'consultation.meeting')
        .execute();
      expect(kept).toEqual([{ rule: 'consultation' }]);
    },
  );
});
