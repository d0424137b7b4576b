import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { moveClock, readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase } from '../support/a-case.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CASES = '/zorgcoordinatie/dossiers';
const LOAD = '/zorgcoordinatie/werkdruk';
const MANY = 40;

describe('what is on a desk', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;
  let leaver: Actor;
  let colleague: Actor;
  let third: Actor;
  let visitor: Record<'leaver' | 'colleague' | 'third', Visitor>;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
    [leaver, colleague, third] = [await coordinator(), await coordinator(), await coordinator()];
    visitor = {
      leaver: await app.visitor(leaver),
      colleague: await app.visitor(colleague),
      third: await app.visitor(third),
    };
  });
  const coordinator = () => anActor(database, 'zorgcoordinator', care);

  async function fill(who: Visitor, at: string, fields: Readonly<Record<string, string>>, action = at) {
    const form = await who.form(at, action);
    return who.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  /** What makes it a form of this product, without its questions. */
  const ofForm = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('_')));
  const textOf = async (who: Visitor, at: string) => (await who.page(at)).querySelector('main')?.textContent ?? '';
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const today = async () => dutchDay(await readClock(database.kysely));
  const forward = (by: string) =>
    moveClock(database.kysely, { to: '', forward: by }, async () => {
      await runEverythingDue(database.kysely, 'demo', { wait: true });
    });
  async function cases(count: number, actor = leaver): Promise<string[]> {
    const codes: string[] = [];
    for (let each = 0; each < count; each++) codes.push(await aCase(database, actor, `Persoon ${each} Fictief`));
    return codes;
  }
  const endMembership = async (actor: Actor) =>
    database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: await today() })
      .where('id', '=', actor.membershipId)
      .execute();
  const owners = () =>
    database.admin
      .selectFrom('care.case_file')
      .select(['coordinator_id', 'substitute_id'])
      .where('tenant_id', '=', care.id)
      .execute();
  const events = (action: string) =>
    database.admin
      .selectFrom('audit.event')
      .select('action')
      .where('tenant_id', '=', care.id)
      .where('action', '=', action)
      .execute();

  it('passes forty cases on in one action, with what rings and who may open them, once', {
    timeout: 180_000,
  }, async () => {
    const codes = await cases(MANY);
    const [first] = codes as [string, ...string[]];
    await fill(visitor.leaver, `${CASES}/${first}`, { tweede: colleague.membershipId }, `${CASES}/${first}/vervanger`);
    await fill(visitor.leaver, `${CASES}/${first}/termijnen`, {
      klok: 'reflection-general',
      dag: writeDutchDate(await today()),
    });
    const form = await visitor.leaver.form(LOAD, `${LOAD}/overdragen`);
    const asked = { ...form, fields: { ...form.fields, aan: colleague.membershipId } };
    const begin = performance.now();
    for (const answer of [await visitor.leaver.send(asked), await visitor.leaver.send(asked)])
      expect([answer.statusCode, answer.headers.location]).toEqual([303, LOAD]);
    expect(performance.now() - begin).toBeGreaterThan(0);
    expect(new Set((await owners()).map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ coordinator_id: colleague.membershipId, substitute_id: null })]),
    );
    expect(await events('care.give-all')).toHaveLength(1);
    for (const code of codes.slice(0, 3)) {
      expect((await visitor.colleague.get(`${CASES}/${code}`)).statusCode).toBe(200);
      expect((await visitor.leaver.get(`${CASES}/${code}`)).statusCode).toBe(404);
    }
    const ringing = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['assignee_id', 'substitute_id', 'also_id'])
      .where('tenant_id', '=', care.id)
      .where('kind', '=', 'care.clock-ends')
      .where('state', '=', 'open')
      .execute();
    expect(ringing).toEqual([{ assignee_id: colleague.membershipId, substitute_id: null, also_id: null }]);
    await forward('P70D');
    expect(await textOf(visitor.colleague, '/overzicht')).toContain('een termijn loopt af');
  });

  it('passes on all or nothing: not when the colleague is kept away from one, nor when the desk changed', async () => {
    const [code] = (await cases(3)) as [string];
    const stale = await visitor.leaver.form(LOAD, `${LOAD}/overdragen`);
    const [extra] = (await cases(1)) as [string];
    const late = await visitor.leaver.send({ ...stale, fields: { ...stale.fields, aan: colleague.membershipId } });
    expect([late.statusCode, documentOf(late).body.textContent]).toEqual([409, expect.stringContaining('Intussen')]);
    const dossier = await database.admin
      .selectFrom('care.case_file')
      .select('dossier_id')
      .where('tenant_id', '=', care.id)
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    await database.admin
      .insertInto('privacy.dossier_access')
      .values({
        tenant_id: care.id,
        id: crypto.randomUUID(),
        dossier_id: dossier.dossier_id,
        person_id: colleague.personId,
        person_name: colleague.personName,
        kind: 'excluded',
        from_at: new Date(0),
        until_at: null,
        reason: 'is familie (voorbeeld)',
        given_by: leaver.personId,
        given_by_name: leaver.personName,
      })
      .execute();
    const refused = await fill(visitor.leaver, LOAD, { aan: colleague.membershipId }, `${LOAD}/overdragen`);
    // the answer is that of a colleague who cannot be chosen at all
    expect([refused.statusCode, errorAt(refused, 'aan')]).toEqual([
      409,
      expect.stringContaining('andere zorgcoördinator'),
    ]);
    expect((await owners()).every(({ coordinator_id }) => coordinator_id === leaver.membershipId)).toBe(true);
    expect((await visitor.colleague.get(`${CASES}/${extra}`)).statusCode).toBe(404);
    expect(await events('care.give-all')).toEqual([]);
  });

  it('lets a colleague take over what was left, and never what a colleague who is there works on', async () => {
    await cases(2);
    expect(await textOf(visitor.colleague, LOAD)).not.toContain('zonder coördinator');
    const form = await visitor.third.form(LOAD, `${LOAD}/afwezig`);
    const grab = { van: leaver.membershipId, naar: third.membershipId, aantal: '2' };
    const refused = await visitor.third.send({
      ...form,
      action: `${LOAD}/overnemen`,
      fields: { ...ofForm(form.fields), ...grab },
    });
    expect(refused.statusCode).toBe(409);
    await endMembership(leaver);
    expect(await textOf(visitor.third, LOAD)).toContain('niemand coördineert deze dossiers');
    const taken = await fill(visitor.third, LOAD, { naar: third.membershipId }, `${LOAD}/overnemen`);
    expect(taken.statusCode).toBe(303);
    expect((await owners()).map(({ coordinator_id }) => coordinator_id)).toEqual([
      third.membershipId,
      third.membershipId,
    ]);
    expect(await textOf(visitor.third, LOAD)).not.toContain('niemand coördineert deze dossiers');
  });

  it('tells who stands in and the administrator that a coordinator leaves her cases behind, until they are passed on', async () => {
    const administrator = await app.visitor(await anActor(database, 'beheerder', care));
    const [first] = (await cases(2)) as [string];
    await fill(visitor.leaver, `${CASES}/${first}`, { tweede: third.membershipId }, `${CASES}/${first}/vervanger`);
    const leaves = addDays(await today(), 10);
    const role = `/beheer/mensen/${leaver.membershipId}`;
    expect((await fill(administrator, role, { vanaf: writeDutchDate(leaves) })).statusCode).toBe(303);
    const ringing = () =>
      database.admin
        .selectFrom('deadlines.deadline')
        .select(['kind', 'assignee_id as for', 'parameters', 'due_on as dueOn'])
        .where('tenant_id', '=', care.id)
        .where('kind', 'in', ['care.coordinator-leaves', 'care.cases-left'])
        .where('state', '=', 'open')
        .orderBy('kind')
        .execute();
    expect(await ringing()).toMatchObject([
      { kind: 'care.cases-left', parameters: { aantal: '2' }, dueOn: leaves },
      // she who stands in hears it before another colleague
      { kind: 'care.coordinator-leaves', for: third.membershipId, parameters: { aantal: '2' } },
    ]);
    expect(await textOf(visitor.third, '/overzicht')).toContain('Een coördinator vertrekt: 2 dossiers te verdelen');
    expect(await textOf(visitor.third, LOAD)).toContain('vertrekt, en gaf de dossiers nog niet door');
    // a case that begins since counts too
    await cases(1);
    expect((await ringing())[0]?.parameters).toEqual({ aantal: '3' });
    await forward('P11D');
    for (const who of [visitor.third, administrator])
      expect(await textOf(who, '/overzicht')).toContain('3 dossiers zonder coördinator');
    expect(await textOf(visitor.third, LOAD)).toContain('3 dossiers zonder coördinator');
    expect((await fill(visitor.third, LOAD, { naar: third.membershipId }, `${LOAD}/overnemen`)).statusCode).toBe(303);
    expect(await ringing()).toEqual([]);
    for (const who of [visitor.third, administrator])
      expect(await textOf(who, '/overzicht')).not.toContain('zonder coördinator');
  });

  it('counts against the norm the coordinators agreed, and rings above it until it fits', async () => {
    await cases(1);
    await fill(visitor.leaver, `${CASES}/instelling`, { diepte: 'lean', afspraak: '', norm: '1' });
    expect(await textOf(visitor.leaver, LOAD)).not.toContain('meer dan afgesproken');
    await cases(1);
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect(await textOf(visitor.colleague, LOAD)).toContain('meer dan afgesproken');
    expect(await textOf(visitor.leaver, '/overzicht')).toContain('meer dossiers dan is afgesproken');
    await fill(visitor.leaver, LOAD, { aan: colleague.membershipId }, `${LOAD}/overdragen`);
    expect(await textOf(visitor.leaver, '/overzicht')).not.toContain('meer dossiers dan is afgesproken');
  });

  it('names who stands in while somebody is away, in the cases that nobody stood in for', async () => {
    const [code] = (await cases(1)) as [string];
    const day = await today();
    const away = { vanDag: writeDutchDate(day), totDag: writeDutchDate(addDays(day, 10)) };
    const wrong = { ...away, totDag: writeDutchDate(addDays(day, -1)), vervangt: colleague.membershipId };
    expect(errorAt(await fill(visitor.leaver, LOAD, wrong, `${LOAD}/afwezig`), 'totDag')).toContain('voor de eerste');
    const right = { ...away, vervangt: colleague.membershipId };
    expect((await fill(visitor.leaver, LOAD, right, `${LOAD}/afwezig`)).statusCode).toBe(303);
    expect((await visitor.colleague.get(`${CASES}/${code}`)).statusCode).toBe(200);
    expect((await visitor.third.get(`${CASES}/${code}`)).statusCode).toBe(404);
    expect(await textOf(visitor.third, LOAD)).toContain('Afwezig tot en met');
    // what begins while she is away has nobody yet, and that is seen
    await cases(1);
    expect(await textOf(visitor.third, LOAD)).toContain('niemand vervangt in alle dossiers');
    await forward('P12D');
    expect(await textOf(visitor.third, LOAD)).not.toContain('Afwezig tot en met');
  });

  it('comes back earlier: who stands in gives it back at once, and what was only planned does not happen', async () => {
    const [code] = (await cases(1)) as [string];
    const day = await today();
    const seenBy = async () => (await visitor.colleague.get(`${CASES}/${code}`)).statusCode;
    const goes = (from: number, until: number) =>
      fill(
        visitor.leaver,
        LOAD,
        {
          vanDag: writeDutchDate(addDays(day, from)),
          totDag: writeDutchDate(addDays(day, until)),
          vervangt: colleague.membershipId,
        },
        `${LOAD}/afwezig`,
      );
    expect((await goes(0, 10)).statusCode).toBe(303);
    expect((await goes(20, 30)).statusCode).toBe(303);
    expect(await seenBy()).toBe(200);
    await forward('P2D');
    const form = await visitor.leaver.form(LOAD, `${LOAD}/terug`);
    expect((await visitor.leaver.send(form)).statusCode).toBe(303);
    expect(await seenBy()).toBe(404);
    expect(await textOf(visitor.third, LOAD)).not.toContain('Afwezig tot en met');
    expect(await textOf(visitor.leaver, LOAD)).not.toContain('weg bent van');
    expect(await textOf(visitor.colleague, '/overzicht')).toContain('De vervanging is voorbij');
    // sent from an old page
    const late = await visitor.leaver.send({ ...form, fields: { ...form.fields, _sleutel: 'een-andere-sleutel' } });
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('niet meer op als afwezig')]);
    await forward('P22D');
    expect(await seenBy()).toBe(404);
  });

  it('stands in from the first day to the last, and gives it back by itself, with what rings', async () => {
    const [code] = (await cases(1)) as [string];
    const day = await today();
    const away = { vanDag: writeDutchDate(addDays(day, 5)), totDag: writeDutchDate(addDays(day, 10)) };
    const right = { ...away, vervangt: colleague.membershipId };
    expect((await fill(visitor.leaver, LOAD, right, `${LOAD}/afwezig`)).statusCode).toBe(303);
    const seenBy = async () => (await visitor.colleague.get(`${CASES}/${code}`)).statusCode;
    const heardBy = async () => {
      const { heard } = await database.admin
        .selectFrom('deadlines.deadline')
        .select(({ fn }) => fn.countAll<number>().as('heard'))
        .where('tenant_id', '=', care.id)
        .where('substitute_id', '=', colleague.membershipId)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow();
      return Number(heard);
    };
    const clock = { klok: 'reflection-general', dag: writeDutchDate(day) };
    await fill(visitor.leaver, `${CASES}/${code}/termijnen`, clock, `${CASES}/${code}/termijnen`);
    expect([await seenBy(), await heardBy()]).toEqual([404, 0]);
    await forward('P6D');
    expect([await seenBy(), await heardBy()]).toEqual([200, 1]);
    await forward('P4D');
    expect(await seenBy()).toBe(200);
    await forward('P1D');
    expect([await seenBy(), await heardBy()]).toEqual([404, 0]);
    for (const who of [visitor.leaver, visitor.colleague])
      expect(await textOf(who, '/overzicht')).toContain('De vervanging is voorbij');
    const { lines } = await database.admin
      .selectFrom('privacy.dossier_access')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .where('tenant_id', '=', care.id)
      .where('person_id', '=', colleague.personId)
      .where('until_at', 'is', null)
      .executeTakeFirstOrThrow();
    expect(Number(lines)).toBe(0);
  });

  it('shows nobody of another organisation what is on a desk here', async () => {
    await cases(1);
    const elsewhere = await app.visitor(
      await anActor(database, 'zorgcoordinator', await anOrganisation(database, 'zorgorganisatie')),
    );
    const page = await elsewhere.page(LOAD);
    expect(page.querySelector('main')?.textContent).not.toContain(leaver.personName);
    expect((await (await app.visitor(await anActor(database, 'opvang', care))).get(LOAD)).statusCode).toBe(403);
  });
});
