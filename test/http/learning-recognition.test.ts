import { beforeAll, describe, expect, it } from 'vitest';
import { passPath } from '../../src/features/learning/use-cases/pass-path.ts';
import { recognitionEdition } from '../../src/features/learning/use-cases/recognition-content.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import {
  addDays,
  addMonths,
  day,
  dutchDay,
  type PlainDate,
  writeDutchDate,
} from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const TEST = '/leren/herkennen';
const CAMPAIGN = '/leren/campagne';

describe('what learning does, and what is told others', () => {
  let database: TestDatabase;
  let app: TestApp;
  let today: PlainDate;
  let here: TestOrganisation;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    today = dutchDay(await readClock(database.kysely));
    here = await anOrganisation(database);
    await openGate(database, here.id, 'learning');
  });
  const as = async (role: Role, organisation = here) => {
    const actor = await anActor(database, role, organisation);
    return { actor, visitor: await app.visitor(actor) };
  };
  const mainOf = (page: Document) => page.querySelector('main')!.textContent!;

  describe('the recognition test', () => {
    const signs = new Map(recognitionEdition('2026-11')!.vignettes.map(({ text, isSign }) => [text, isSign]));
    async function filled(visitor: Visitor, right: boolean) {
      const page = await visitor.page(TEST);
      const form = await visitor.form(TEST, TEST);
      const answers = [...page.querySelectorAll(`form[action="${TEST}"] fieldset`)].map((field, index) => {
        const asked = (field.querySelector('legend')?.textContent ?? '').replace(/^\s*\d+\.\s*/, '').trim();
        const isSign = signs.get(asked);
        expect(isSign).toBeDefined();
        return [`antwoord${index + 1}`, isSign === right ? 'ja' : 'nee'] as const;
      });
      expect(answers).toHaveLength(12);
      return { ...form, fields: { ...form.fields, ...Object.fromEntries(answers) } };
    }

    it('is taken before and after a path, each once, and counts for the municipality only when asked', async () => {
      const { actor, visitor } = await as('medewerker');
      const first = await filled(visitor, false);
      const twice = await Promise.all([visitor.send(first), visitor.send(first)]);
      expect(twice.map(({ headers }) => headers.location)).toEqual([`${TEST}?bewaard`, `${TEST}?bewaard`]);
      const between = await visitor.page(TEST);
      expect(mainOf(between)).toContain('bij 0 van de 8 situaties waar dat goed was, en bij 4 van de 4');
      expect(mainOf(between)).toContain('Haal nu een leerpad');
      const early = { ...first, fields: { ...first.fields, ronde: 'after' } };
      expect((await visitor.send(early)).headers.location).toBe(TEST);
      const passed = { path: 'x', edition: 'x@1', title: 'Voorbeeld', works: [], atStep: 'toets', answers: {} };
      await enter(database.kysely, { door: 'own', tenantId: here.id, personId: actor.personId }, (tx, time) =>
        passPath(tx, actor, passed, time),
      );
      const second = await filled(visitor, true);
      const counting = { ...second, fields: { ...second.fields, meetellen: 'ja' } };
      expect((await visitor.send(counting)).headers.location).toBe(`${TEST}?bewaard`);
      const after = await visitor.page(TEST);
      expect(mainOf(after)).toContain('bij 8 van de 8 situaties waar dat goed was, en bij 0 van de 4');
      expect(after.querySelector('main form')).toBeNull();
      const pairs = await database.admin
        .selectFrom('learning.recognition_pair')
        .selectAll()
        .where('tenant_id', '=', here.id)
        .execute();
      expect(pairs).toMatchObject([
        { month: `${today.slice(0, 7)}-01`, hits_before: 0, hits_after: 8, alarms_before: 4, alarms_after: 0 },
      ]);
      // the id tells no moment, and no column a person
      expect(pairs[0]!.id[14]).toBe('4');
      expect(JSON.stringify(pairs)).not.toContain(actor.personId);
    });

    it('asks for what was not answered, and keeps what was', async () => {
      const { visitor } = await as('bestuurder');
      const form = await filled(visitor, true);
      const { antwoord3: _, ...fields } = form.fields as Record<string, string>;
      const answer = await visitor.send({ ...form, fields });
      expect(answer.statusCode).toBe(400);
      const page = documentOf(answer);
      expect(page.getElementById('veld-antwoord3-fout')).not.toBeNull();
      expect(page.querySelectorAll('input[type="radio"][checked]')).toHaveLength(11);
    });

    it('is shown of the municipality from ten people on, of months that are over', async () => {
      const other = await anOrganisation(database);
      const { visitor } = await as('bestuurder', other);
      const month = addMonths(day(`${today.slice(0, 7)}-01`), -1);
      const lay = (count: number) =>
        database.admin
          .insertInto('learning.recognition_pair')
          .values(
            Array.from({ length: count }, (_, index) => ({
              tenant_id: other.id,
              id: newId(),
              month,
              edition: '2026-11',
              hits_before: 4,
              hits_after: 5 + (index % 2),
              hits_possible: 8,
              alarms_before: 2,
              alarms_after: 1,
              alarms_possible: 4,
            })),
          )
          .execute();
      await lay(9);
      expect(mainOf(await visitor.page('/leren/teams'))).toContain('als 10 mensen of meer');
      await lay(1);
      const shown = mainOf(await visitor.page('/leren/teams'));
      expect(shown).toContain('Verschil na het leren, van 10 mensen');
      expect(shown).toContain('−25 tot −25');
      expect((await (await as('medewerker', other)).visitor.get('/leren/teams')).statusCode).toBe(403);
    });
  });

  describe('the campaign log', () => {
    const good = {
      voorWie: 'residents',
      wat: 'Bericht in de krant',
      materiaal: 'Advertentie',
      talen: 'Nederlands, Pools en Swahili',
      bereikt: '12.000',
      datum: '',
      bewijs: 'De krant van 18 oktober',
      vindplaats: '',
    };
    const facts = async (tenantId: string) =>
      (
        await database.admin
          .selectFrom('approach.fact')
          .select(['element', 'state', 'lapses_on as lapsesOn', 'evidence_title as evidence'])
          .where('tenant_id', '=', tenantId)
          .where('source', '=', 'learning')
          .orderBy('reported_at')
          .orderBy('id')
          .execute()
      ).map(({ evidence, ...fact }) => ({ ...fact, hasEvidence: Boolean(evidence) }));

    it('feeds the approach for a year, takes back what is withdrawn, and is written by who may', async () => {
      const town = await anOrganisation(database);
      const { visitor } = await as('beleidsmedewerker', town);
      const on = (daysAgo: number) => writeDutchDate(addDays(today, -daysAgo));
      const log = async (fields: Partial<typeof good>) => {
        const form = await visitor.form(CAMPAIGN, CAMPAIGN);
        return visitor.send({ ...form, fields: { ...form.fields, ...good, datum: on(40), ...fields } });
      };
      expect(mainOf(await visitor.page(CAMPAIGN))).toContain('Er staat nog niets in');
      expect((await log({})).headers.location).toBe(`${CAMPAIGN}?bewaard`);
      expect((await log({ voorWie: 'entrepreneurs', datum: on(100) })).statusCode).toBe(303);
      expect((await log({ voorWie: 'reception', datum: on(10) })).statusCode).toBe(303);
      const year = (daysAgo: number) => addMonths(addDays(today, -daysAgo), 12);
      expect(await facts(town.id)).toEqual([
        { element: 'K3.4', state: 'started', lapsesOn: year(40), hasEvidence: true },
        { element: 'K3.4', state: 'working', lapsesOn: year(100), hasEvidence: true },
        { element: 'K3.6', state: 'working', lapsesOn: year(10), hasEvidence: true },
      ]);
      const page = await visitor.page(CAMPAIGN);
      expect([...page.querySelectorAll('tbody tr')].map((row) => row.textContent)).toHaveLength(3);
      expect(mainOf(page)).toContain('Nederlands, Pools, Een andere taal');
      const late = await log({ datum: on(-1) });
      expect([late.statusCode, documentOf(late).getElementById('veld-datum-fout') !== null]).toEqual([409, true]);
      const wrong = await log({ voorWie: '', wat: '', talen: ' ', bereikt: 'veel', vindplaats: 'x' });
      expect(wrong.statusCode).toBe(400);
      for (const field of ['voorWie', 'wat', 'talen', 'bereikt', 'vindplaats'])
        expect(documentOf(wrong).getElementById(`veld-${field}-fout`)).not.toBeNull();
      expect(documentOf(wrong).getElementById('veld-bereikt-fout')?.textContent).toContain('heel getal');
      const withdraw = await visitor.form(CAMPAIGN, `${CAMPAIGN}/intrekken`);
      expect((await visitor.send(withdraw)).headers.location).toBe(`${CAMPAIGN}?ingetrokken`);
      expect((await facts(town.id)).at(-1)).toMatchObject({ element: 'K3.6', state: 'absent', hasEvidence: true });
      const stale = { ...withdraw, fields: { ...withdraw.fields, _sleutel: 'een-andere-sleutel' } };
      expect((await visitor.send(stale)).statusCode).toBe(404);
      const reader = await as('bestuurder', town);
      expect((await reader.visitor.page(CAMPAIGN)).querySelector('main form')).toBeNull();
      expect((await (await as('medewerker', town)).visitor.get(CAMPAIGN)).statusCode).toBe(403);
    });
  });
});
