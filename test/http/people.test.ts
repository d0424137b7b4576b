import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { giveToken } from '../support/access-world.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/beheer/mensen';

describe('ending somebody’s role', () => {
  let database: TestDatabase;
  let app: TestApp;
  let place: TestOrganisation;
  let keeper: Actor;
  let administrator: Visitor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    place = await anOrganisation(database);
    keeper = await anActor(database, 'beheerder', place);
    administrator = await app.visitor(keeper);
    today = dutchDay(await readClock(database.kysely));
  });

  async function end(who: Actor, on: string = writeDutchDate(today), as: Visitor = administrator) {
    const path = `${PATH}/${who.membershipId}`;
    const form = await as.form(path, path);
    return as.send({ ...form, fields: { ...form.fields, vanaf: on } });
  }
  const untilOf = async ({ membershipId }: Actor) =>
    (
      await database.admin
        .selectFrom('accounts.membership')
        .select('valid_until')
        .where('id', '=', membershipId)
        .executeTakeFirstOrThrow()
    ).valid_until;
  const heading = (answer: Awaited<ReturnType<typeof end>>) => documentOf(answer).querySelector('h1')?.textContent;

  it('signs her out of that organisation at once, by browser and by token, and nowhere else', async () => {
    const leaver = await anActor(database, 'medewerker', place);
    const elsewhere = await anActor(database, 'medewerker', await anOrganisation(database), leaver.personId);
    const [here, there] = [await app.visitor(leaver), await app.visitor(elsewhere)];
    const token = 'a'.repeat(32);
    await giveToken(database, leaver, token);
    const asSystem = () =>
      app.server.inject({ method: 'GET', url: '/api/v1/aanpak/kader', headers: { authorization: `Bearer ${token}` } });
    expect([(await here.get('/overzicht')).statusCode, (await asSystem()).statusCode === 401]).toEqual([200, false]);
    const answer = await end(leaver);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?opgeslagen`]);
    expect(await untilOf(leaver)).toBe(today);
    expect((await here.get('/overzicht')).headers.location).toMatch(/^\/inloggen/);
    expect((await asSystem()).statusCode).toBe(401);
    expect((await there.get('/overzicht')).statusCode).toBe(200);
    expect((await there.page('/sessies')).querySelectorAll('main tbody tr')).toHaveLength(1);
    expect((await administrator.page(PATH)).querySelector('table')?.textContent).not.toContain(leaver.personName);
  });

  it('on a day that comes lets her work until that day, and can be put otherwise before it', async () => {
    const leaver = await anActor(database, 'medewerker', place);
    const here = await app.visitor(leaver);
    await end(leaver, writeDutchDate(addDays(today, 20)));
    expect((await here.get('/overzicht')).statusCode).toBe(200);
    expect((await administrator.page(PATH)).querySelector('table')?.textContent).toContain(
      writeDutchDate(addDays(today, 20)),
    );
    await end(leaver, writeDutchDate(addDays(today, 30)));
    expect(await untilOf(leaver)).toBe(addDays(today, 30));
  });

  it('ends the anchoring that she carried on that day, and warns whoever stays', async () => {
    const focal = await anActor(database, 'aandachtsfunctionaris', place);
    const officer = await anActor(database, 'beleidsmedewerker', place);
    const visitor = await app.visitor(officer);
    const form = await visitor.form('/aanpak/K2.1', '/aanpak/K2.1');
    await visitor.send({
      ...form,
      fields: {
        ...form.fields,
        aandachtsfunctionaris: focal.personName,
        vervanger: officer.personName,
        urenPerWeek: '8',
        besluit: 'Collegebesluit',
        besluitdatum: writeDutchDate(addDays(today, -1)),
        geldigTot: writeDutchDate(addMonths(today, 30)),
      },
    });
    const test = async (number: number) =>
      (await visitor.page('/aanpak/borging')).querySelector(`[aria-labelledby="toets-${number}"]`)!.textContent!;
    expect(await test(3)).toContain('Gehaald');
    await end(focal);
    expect(await test(3)).toContain('werkt hier niet meer');
    expect(await test(10)).toContain('overdrachtsdossier');
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'due_on', 'assignee_id', 'state'])
      .where('tenant_id', '=', place.id)
      .where('kind', '=', 'approach.carrier-leaves')
      .execute();
    expect(deadlines).toEqual([
      { kind: 'approach.carrier-leaves', due_on: today, assignee_id: officer.membershipId, state: 'open' },
    ]);
    expect((await visitor.page('/overzicht')).querySelector('main')?.textContent).toContain(
      'Iemand die de aanpak draagt, werkt hier niet meer',
    );
  });

  it.each([
    ['no day', '', 400, 'Vul in vanaf welke dag'],
    ['a day that does not exist', '31-2-2027', 400, 'bestaat niet'],
    ['yesterday', '1-1-2024', 409, 'voorbij'],
  ])('refuses %s, with words beside the field', async (_, on, status, words) => {
    const leaver = await anActor(database, 'medewerker', place);
    const answer = await end(leaver, on);
    expect(answer.statusCode).toBe(status);
    expect(documentOf(answer).getElementById('veld-vanaf-fout')?.textContent).toContain(words);
    expect(await untilOf(leaver)).toBeNull();
  });

  it('refuses a day before the role begins', async () => {
    const starter = await anActor(database, 'medewerker', place);
    const begins = addDays(today, 10);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_from: begins })
      .where('id', '=', starter.membershipId)
      .execute();
    const answer = await end(starter);
    expect([answer.statusCode, documentOf(answer).getElementById('veld-vanaf-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('begint later'),
    ]);
  });

  it('refuses one’s own role, also a second one, with the reason and no form', async () => {
    const second = await anActor(database, 'medewerker', place, keeper.personId);
    for (const own of [keeper, second]) {
      const path = `${PATH}/${own.membershipId}`;
      const page = await administrator.page(path);
      expect(page.querySelector('main form')).toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('Vraag het een andere functioneel beheerder');
      const other = await anActor(database, 'medewerker', place);
      const { fields } = await administrator.form(`${PATH}/${other.membershipId}`);
      const answer = await administrator.post(path, fields);
      expect([answer.statusCode, heading(answer)]).toEqual([409, 'Dit is uw eigen rol']);
      expect(await untilOf(own)).toBeNull();
    }
    expect((await administrator.page(PATH)).querySelectorAll('table a')).toHaveLength(2);
  });

  it('refuses the last administrator who stays', async () => {
    const other = await anActor(database, 'beheerder', place);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: addDays(today, 90) })
      .where('id', '=', keeper.membershipId)
      .execute();
    const answer = await end(other);
    expect([answer.statusCode, documentOf(answer).getElementById('veld-vanaf-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('laatste functioneel beheerder'),
    ]);
    await anActor(database, 'beheerder', place);
    expect((await end(other)).statusCode).toBe(303);
  });

  it('lets two administrators who end each other at the same moment never both go', async () => {
    const other = await anActor(database, 'beheerder', place);
    const visitor = await app.visitor(other);
    const forms = await Promise.all([
      administrator.form(`${PATH}/${other.membershipId}`),
      visitor.form(`${PATH}/${keeper.membershipId}`),
    ]);
    const answers = await Promise.all([administrator.send(forms[0]), visitor.send(forms[1])]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect(heading(answers.find(({ statusCode }) => statusCode === 409)!)).toBe(
      'U bent geen functioneel beheerder meer',
    );
    expect([await untilOf(keeper), await untilOf(other)].filter((day) => day === null)).toHaveLength(1);
  });

  it('does once what is sent twice, and tells a colleague who was second', async () => {
    const leaver = await anActor(database, 'medewerker', place);
    const colleague = await app.visitor(await anActor(database, 'beheerder', place));
    const path = `${PATH}/${leaver.membershipId}`;
    const form = await administrator.form(path);
    const later = await colleague.form(path);
    const answers = await Promise.all([administrator.send(form), administrator.send(form)]);
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, `${PATH}?opgeslagen`],
      [303, `${PATH}?opgeslagen`],
    ]);
    const second = await colleague.send(later);
    expect([second.statusCode, heading(second)]).toEqual([409, 'Deze rol is al beëindigd']);
    const events = await database.admin
      .selectFrom('audit.event')
      .select('subject_id')
      .where('tenant_id', '=', place.id)
      .where('action', '=', 'accounts.end-membership')
      .execute();
    expect(events).toEqual([{ subject_id: leaver.membershipId }]);
  });

  it('tells a colleague who saw another day, and keeps what she typed', async () => {
    const leaver = await anActor(database, 'medewerker', place);
    const colleague = await app.visitor(await anActor(database, 'beheerder', place));
    const form = await colleague.form(`${PATH}/${leaver.membershipId}`);
    await end(leaver, writeDutchDate(addDays(today, 20)));
    const answer = await colleague.send({
      ...form,
      fields: { ...form.fields, vanaf: writeDutchDate(addDays(today, 5)) },
    });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).querySelector('.utrecht-alert')?.textContent).toContain('een collega wijzigde dit net');
    expect(documentOf(answer).getElementById('veld-vanaf')?.getAttribute('value')).toBe(
      writeDutchDate(addDays(today, 5)),
    );
    expect(await untilOf(leaver)).toBe(addDays(today, 20));
  });

  it('knows nobody of another organisation, and is for the administrator alone', async () => {
    const stranger = await anActor(database, 'medewerker', await anOrganisation(database));
    const { fields } = await administrator.form(
      `${PATH}/${(await anActor(database, 'medewerker', place)).membershipId}`,
    );
    for (const path of [`${PATH}/${stranger.membershipId}`, `${PATH}/geen-nummer`]) {
      expect((await administrator.get(path)).statusCode).toBe(404);
      expect((await administrator.post(path, fields)).statusCode).toBe(404);
    }
    expect(await untilOf(stranger)).toBeNull();
    for (const role of ['teamleider', 'ciso', 'bestuurder'] as const)
      expect((await (await app.visitor(await anActor(database, role, place))).get(PATH)).statusCode).toBe(403);
  });

  it('is refused in an organisation that has ended itself', async () => {
    const leaver = await anActor(database, 'medewerker', place);
    const form = await administrator.form(`${PATH}/${leaver.membershipId}`);
    await database.admin
      .updateTable('organisations.organisation')
      .set({ valid_until: today })
      .where('id', '=', place.id)
      .execute();
    expect((await administrator.send(form)).statusCode).toBe(409);
    expect(await untilOf(leaver)).toBeNull();
  });

  it('finds people by a part of their name, also in a long list', async () => {
    for (let turn = 0; turn < 101; turn++) await anActor(database, 'medewerker', place);
    const page = await administrator.page(PATH);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(100);
    expect((await administrator.page(`${PATH}?pagina=2`)).querySelectorAll('tbody tr')).toHaveLength(2);
    const found = await administrator.page(`${PATH}?naam=${encodeURIComponent(keeper.personName.toUpperCase())}`);
    expect(found.querySelector('tbody')?.textContent).toContain('Dit bent u');
    expect((await administrator.get(`${PATH}?naam=niemand%20heet%20zo`)).body).toContain('Niemand gevonden');
  });

  it('keeps the place of a demo person who left empty', async () => {
    const number = 7;
    const leaver = await anActor(database, 'medewerker', place);
    await database.admin
      .updateTable('accounts.membership')
      .set({ demo_number: number })
      .where('id', '=', leaver.membershipId)
      .execute();
    await end(leaver);
    const answer = await (await app.visitor()).post('/demo/aanmelden', {
      rol: 'medewerker',
      organisatie: place.code,
      nummer: String(number),
    });
    expect([answer.statusCode, answer.body]).toEqual([
      expect.any(Number),
      expect.stringContaining('werkt hier niet meer'),
    ]);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
