import { beforeAll, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const SCAN = '/aanpak/scan';
const TAKE = `${SCAN}/vorige-overnemen`;

let database: TestDatabase;
let app: TestApp;
let place: TestOrganisation;
let visitor: Visitor;
let today: PlainDate;

beforeAll(async () => {
  database = await sharedDatabase();
  app = await testApp(database);
  place = await anOrganisation(database);
  visitor = await app.visitor(await anActor(database, 'beleidsmedewerker', place));
  today = dutchDay(await readClock(database.kysely));
});

async function send(path: string, fields: Readonly<Record<string, string>> = {}, action = path) {
  const form = await visitor.form(path, action);
  return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
}
const words = async (path: string) =>
  (await visitor.page(path)).querySelector('main')!.textContent!.replace(/\s+/g, ' ');
const answers = async () =>
  database.admin
    .selectFrom('approach.scan_answer as a')
    .innerJoin('approach.scan as s', 's.id', 'a.scan_id')
    .select(['a.element', 'a.state', 'a.origin', 'a.evidence_title', 'a.decided_on', 'a.valid_until', 'a.remark'])
    .where('a.tenant_id', '=', place.id)
    .where('s.settled_at', 'is', null)
    .orderBy('a.element')
    .execute();

it('takes over in one action what an earlier scan settled with evidence that still holds, and asks it no more', async () => {
  const decided = addDays(today, -30);
  const until = addMonths(today, 24);
  const proof = { bewijs: 'Beleidsplan', vastgesteldOp: writeDutchDate(decided) };
  expect((await send(SCAN)).statusCode).toBe(303);
  expect((await visitor.page(SCAN)).querySelector(`form[action="${TAKE}"]`)).toBeNull();
  const about = (element: string) => `${SCAN}/onderdeel/${element}`;
  const remark = { opmerking: 'Intern beraad' };
  await send(about('K2.2'), { stand: 'werkend', ...proof, ...remark, geldigTot: writeDutchDate(until) });
  await send(about('K2.5'), { stand: 'aanwezig', ...proof, geldigTot: writeDutchDate(until) });
  // without evidence, and evidence that ends
  await send(about('K1.9'), { stand: 'aanwezig' });
  await send(about('K3.1'), { stand: 'aanwezig', ...proof, geldigTot: writeDutchDate(addDays(today, 1)) });
  expect((await send(SCAN, {}, `${SCAN}/vaststellen`)).statusCode).toBe(303);
  await database.admin
    .updateTable('approach.fact')
    .set({ lapses_on: today })
    .where('tenant_id', '=', place.id)
    .where('element', '=', 'K3.1')
    .execute();

  expect((await send(SCAN)).statusCode).toBe(303);
  // what is answered otherwise by now stays so
  await send(about('K2.5'), { stand: 'afwezig' });
  expect(await words(SCAN)).toContain('Bij 1 onderdeel staat uit de vorige scan bewijs dat nog geldt');
  const taken = await send(SCAN, {}, TAKE);
  expect([taken.statusCode, taken.headers.location]).toEqual([303, `${SCAN}?overgenomen`]);
  expect(await answers()).toEqual([
    {
      element: 'K2.2',
      state: 'working',
      origin: 'document',
      evidence_title: 'Beleidsplan',
      decided_on: decided,
      valid_until: until,
      remark: null,
    },
    expect.objectContaining({ element: 'K2.5', state: 'absent', origin: 'asked' }),
  ]);
  const home = await words(`${SCAN}?overgenomen`);
  expect(home).toContain('overgenomen uit de vorige scan');
  expect(home).not.toContain('Uit de vorige scan');
  const theme = (await visitor.page(`${SCAN}/thema/2`)).querySelector('[name="stand-K2.2"]');
  expect(theme).toBeNull();
});
