import { beforeAll, describe, expect, it } from 'vitest';
import { addAction } from '../../src/features/approach/index.ts';
import { publishElement } from '../../src/features/approach/persistence/standing-store.ts';
import { contactLinesToday, linesNeedingVerification } from '../../src/features/organisations/index.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { notifyRole } from '../../src/platform/deadlines/notify.ts';
import { setDeadline } from '../../src/platform/deadlines/set-deadline.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('the home page', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  it('says that something waits when this version does not know what, and leads there', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    await enter(database.kysely, { door: 'own', tenantId: actor.organisationId }, (tx, time) =>
      setDeadline(
        tx,
        {
          tenantId: actor.organisationId,
          kind: 'former.feature',
          subject: { kind: 'former.record', id: 'one' },
          path: '/sessies',
          parameters: {},
          dueOn: addDays(time.today, 3),
          assigneeId: actor.membershipId,
          substituteId: undefined,
          alarmDaysAhead: [7],
        },
        time,
      ),
    );
    const answer = await (await app.visitor(actor)).get('/overzicht');
    expect(answer.statusCode).toBe(200);
    const beyond = await (await app.visitor(actor)).get('/overzicht?pagina=99');
    expect([beyond.statusCode, beyond.headers.location]).toEqual([303, '/overzicht']);
    const page = await (await app.visitor(actor)).page('/overzicht');
    const task = page.querySelector('main .ib-task');
    expect(task?.textContent).toContain('Er staat iets voor u klaar');
    expect(task?.querySelector('a')?.getAttribute('href')).toBe('/sessies');
  });

  it('tells VNG and CoMensha how many numbers were never checked, or more than half a year ago, and nobody else', async () => {
    const { lines, today } = await enter(database.kysely, { door: 'published' }, async (tx, time) => ({
      lines: await contactLinesToday(tx, time.today),
      today: time.today,
    }));
    const count = linesNeedingVerification({ lines }, today).length;
    expect(count).toBeGreaterThan(1);
    const told = async (role: Role, kind: 'vng' | 'comensha' | 'gemeente') => {
      const visitor = await app.visitor(await anActor(database, role, await anOrganisation(database, kind)));
      const links = (await visitor.page('/overzicht')).querySelectorAll('main .ib-task a');
      return [...links].map(({ textContent }) => textContent).filter((text) => text?.includes('telefoonnummers'));
    };
    const said = [`${count} telefoonnummers zijn nooit of te lang geleden nagekeken`];
    expect(await told('vng-adviseur', 'vng')).toEqual(said);
    expect(await told('comensha-adviseur', 'comensha')).toEqual(said);
    expect(await told('beleidsmedewerker', 'gemeente')).toEqual([]);
  });

  it('says messages of one kind about one page in one line with their number, and not that they are soon', async () => {
    const actor = await anActor(database, 'comensha-registratie', await anOrganisation(database, 'comensha'));
    const arrive = (kind: string, path: string) =>
      enter(database.kysely, { door: 'own', tenantId: actor.organisationId }, (tx, { now }) =>
        notifyRole(tx, { tenantId: actor.organisationId, role: actor.role, kind, path }, now),
      );
    for (let time = 0; time < 3; time++) await arrive('registration.arrived', '/registraties/werkvoorraad');
    for (let time = 0; time < 2; time++) await arrive('former.feature', '/sessies');
    const visitor = await app.visitor(actor);
    const lines = async () => {
      const page = await visitor.page('/overzicht');
      return [...page.querySelectorAll('main .ib-task')].map((line) => ({
        title: line.querySelector('a')!.textContent,
        badge: line.querySelector('.ib-task__state')!.textContent,
        href: line.querySelector('a')!.getAttribute('href')!,
      }));
    };
    const before = await lines();
    expect(before).toMatchObject([
      { title: 'Er zijn 3 aanmeldingen binnengekomen', badge: 'Nieuw' },
      { title: 'Er staat iets voor u klaar (2 keer)', badge: 'Nieuw' },
    ]);
    // who opened one saw the page that all three are about
    await visitor.get(before[0]!.href);
    expect(await lines()).toMatchObject([{ title: 'Er staat iets voor u klaar (2 keer)' }]);
  });

  /** What the country sees of a municipality: until how many days from today each element holds. */
  async function publish(organisationId: string, elements: Readonly<Record<string, number>>) {
    await enter(database.kysely, { door: 'own', tenantId: organisationId }, async (tx, { now, today }) => {
      for (const [element, days] of Object.entries(elements))
        await publishElement(tx, organisationId, {
          element,
          state: 'present',
          decidedOn: addDays(today, -500),
          lapsesOn: addDays(today, days),
          evidenceKind: 'opgave',
          publishedAt: now,
        });
    });
  }
  const tasksOf = async (actor: Actor) => {
    const page = await (await app.visitor(actor)).page('/overzicht');
    const main = page.querySelector('main')!.textContent!;
    const tasks = [...page.querySelectorAll('main .ib-task')].map((task) => ({
      text: task.textContent!,
      href: task.querySelector('a')!.getAttribute('href')!,
    }));
    return { isCaughtUp: main.includes('U bent bij'), tasks };
  };

  it.each([
    'beleidsmedewerker',
    'aandachtsfunctionaris',
    'teamleider',
  ] as const)('says to the %s what lapsed and what lapses within 90 days, also without an alarm, and leads there', async (role) => {
    const actor = await anActor(database, role, await anOrganisation(database));
    await publish(actor.organisationId, { 'K2.1': 0, 'K1.1': 60, 'K5.1': 91, 'K7.1': 0 });
    const { tasks } = await tasksOf(actor);
    expect(tasks.map(({ text }) => text)).toEqual([
      expect.stringContaining('Aandachtsfunctionaris en vervanger (K2.1): vervallen'),
      expect.stringContaining('Vastgesteld beleid (K1.1): loopt af'),
    ]);
    for (const { href } of tasks) expect((await (await app.visitor(actor)).get(href)).statusCode).toBe(200);
  });

  it('says nothing twice: an alarm about the same end takes the place of what follows from the state', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    await publish(actor.organisationId, { 'K2.1': 20, 'K7.1': 20 });
    await enter(database.kysely, { door: 'own', tenantId: actor.organisationId }, (tx, time) =>
      setDeadline(
        tx,
        {
          tenantId: actor.organisationId,
          kind: 'approach.element-lapses',
          subject: { kind: 'approach.element', id: 'K2.1' },
          path: '/aanpak/K2.1',
          parameters: {},
          dueOn: addDays(time.today, 20),
          assigneeId: actor.membershipId,
          substituteId: undefined,
          alarmDaysAhead: [90],
        },
        time,
      ),
    );
    expect((await tasksOf(actor)).tasks).toHaveLength(1);
  });

  it('names the action that waits, whose title stands in no deadline, and the tests that are not passed', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const tenantId = actor.organisationId;
    const visitor = await app.visitor(actor);
    const plan = await visitor.form('/aanpak/plan', '/aanpak/plan');
    await visitor.send({ ...plan, fields: { ...plan.fields, titel: 'Plan', begint: '1-1-2026', eindigt: '1-1-2029' } });
    await enter(database.kysely, { door: 'own', tenantId }, async (tx, time) => {
      const action = {
        track: 'signaleren',
        closesElement: undefined,
        budgetEuro: undefined,
        hours: undefined,
      } as const;
      const { membershipId } = actor;
      const dueOn = addDays(time.today, 3);
      for (const title of ['Route tekenen', 'Oefening houden'])
        await addAction(tx, actor, { ...action, title, dueOn, ownerId: membershipId, substituteId: undefined }, time);
    });
    await publish(tenantId, { 'K7.1': 0 });
    const { tasks } = await tasksOf(actor);
    const texts = tasks.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining('Actie “Route tekenen” heeft een termijn'));
    expect(texts).toContainEqual(expect.stringContaining('Actie “Oefening houden” heeft een termijn'));
    expect(texts).toContainEqual(expect.stringMatching(/Borging van de aanpak: vervallen.*Nu niet gehaald: .*6\. /s));
    const kept = await database.admin
      .selectFrom('deadlines.deadline')
      .select('parameters')
      .where('tenant_id', '=', tenantId)
      .execute();
    expect([kept.length, JSON.stringify(kept)]).toEqual([2, expect.not.stringContaining('tekenen')]);
  });

  it('asks who has nothing yet to begin with the scan, and leaves in peace who has it in order', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    expect((await tasksOf(actor)).tasks).toMatchObject([{ href: '/aanpak/scan' }]);
    await publish(actor.organisationId, { 'K2.1': 91 });
    expect(await tasksOf(actor)).toEqual({ isCaughtUp: true, tasks: [] });
  });

  it('never says that somebody is caught up who proved nothing and has no plan, but names the next step', async () => {
    const actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const visitor = await app.visitor(actor);
    await visitor.send(await visitor.form('/aanpak/scan'));
    expect((await tasksOf(actor)).tasks).toMatchObject([{ href: '/aanpak/scan' }]);
    await database.admin
      .updateTable('approach.scan')
      .set({ settled_at: new Date() })
      .where('tenant_id', '=', actor.organisationId)
      .execute();
    const { isCaughtUp, tasks } = await tasksOf(actor);
    expect(isCaughtUp).toBe(false);
    expect(tasks.map(({ href }) => href)).toEqual(['/aanpak/plan', '/aanpak/K2.1']);
    for (const { href } of tasks) expect((await visitor.get(href)).statusCode).toBe(200);
    await publish(actor.organisationId, { 'K2.1': 91 });
    expect((await tasksOf(actor)).tasks.map(({ href }) => href)).toEqual(['/aanpak/plan']);
  });

  it.each([
    [{ 'K7.1': 300, 'K1.1': 400 }, ['De aanpak is geborgd tot', 'Geborgd']],
    [{ 'K7.1': 60, 'K1.1': 60 }, ['De aanpak is geborgd tot', 'Loopt binnen 90 dagen af: Vastgesteld beleid (K1.1)']],
    [{ 'K7.1': 0, 'K2.1': 0, 'K1.1': 400 }, ['De borging verviel op', 'Vervallen: Aandachtsfunctionaris en vervanger']],
    [{}, ['nog niet begonnen met de scan']],
  ])('says to the governor in one line how the approach stands: %j', async (elements, words) => {
    const actor = await anActor(database, 'bestuurder', await anOrganisation(database));
    await publish(actor.organisationId, elements);
    const { tasks } = await tasksOf(actor);
    expect(tasks).toHaveLength(1);
    for (const word of words) expect(tasks[0]!.text).toContain(word);
    expect((await (await app.visitor(actor)).get(tasks[0]!.href)).statusCode).toBe(200);
  });

  it('says to the chain director what lapses in the region: of its own, and of its municipalities only', async () => {
    const region = (await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('kind', '=', 'veiligheidsregio')
      .where('code', '=', 'VR20')
      .executeTakeFirst())!;
    const director = await anActor(database, 'ketenregisseur', region);
    const [member, stranger] = await Promise.all(
      ['GM0744', 'GM0014'].map((code) =>
        database.admin
          .selectFrom('organisations.organisation')
          .select(['id', 'code', 'name'])
          .where('code', '=', code)
          .executeTakeFirstOrThrow(),
      ),
    );
    await publish(member!.id, { 'K2.1': -1 });
    await publish(stranger!.id, { 'K2.1': -1 });
    const { tasks } = await tasksOf(director);
    expect(tasks.map(({ href }) => href)).toEqual(['/gemeenten/GM0744']);
    expect(tasks[0]!.text).toContain(`${member!.name}: vervallen`);
  });

  it('says to who looks after the country what lapsed, by number, and which sources wait for an answer', async () => {
    const vng = await anOrganisation(database, 'vng');
    const places = await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', 'in', ['GM0362', 'GM0363'])
      .orderBy('code')
      .execute();
    const lookers = await Promise.all(
      (['vng-adviseur', 'comensha-adviseur', 'analist'] as const).map((role) => anActor(database, role, vng)),
    );
    await publish(places[0]!.id, { 'K5.5': -1 });
    await publish(places[1]!.id, { 'K5.5': -120 });
    await database.admin
      .insertInto('approach.public_fact')
      .values({
        tenant_id: vng.id,
        id: newId(),
        municipality_id: places[0]!.id,
        element: 'K5.3',
        source: 'anders',
        title: 'Voorbeeld',
        link: 'https://voorbeeld.invalid/',
        decided_on: day('2026-01-01'),
        read_on: day('2026-06-01'),
        version: 1,
        entered_at: new Date('2026-06-01T12:00:00Z'),
        changed_at: new Date('2026-06-01T12:00:00Z'),
      })
      .execute();
    for (const looker of lookers) {
      const { isCaughtUp, tasks } = await tasksOf(looker);
      expect(isCaughtUp).toBe(false);
      const lapse = tasks.find(({ href }) => href === '/monitor?onderdeel=K5.5&stand=vervallen');
      expect(lapse?.text).toMatch(/\(K5\.5\): vervallen bij 2 gemeenten.*Bij 1 gemeente in de laatste 90 dagen/s);
      expect(tasks.filter(({ text }) => text.includes('openbare bron wacht op een antwoord'))).toHaveLength(1);
      for (const { text, href } of tasks) {
        expect(text).not.toContain(places[0]!.name);
        expect((await (await app.visitor(looker)).get(href)).statusCode).toBe(200);
      }
    }
  });
});
