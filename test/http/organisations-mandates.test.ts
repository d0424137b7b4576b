import { beforeAll, describe, expect, it } from 'vitest';
import { recordOnBehalf } from '../../src/features/approach/use-cases/record-on-behalf.ts';
import { giveMandate, withdrawMandate } from '../../src/features/organisations/use-cases/mandates.ts';
import { moveClock } from '../../src/platform/clock/domain-clock.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, day, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, sharedDatabase, type TestDatabase } from '../support/database.ts';

const MANDATES = '/beheer/mandaten';
const filled = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1 maart 2028',
};
const facts = {
  focalPoint: 'Noor Fictief',
  substitute: 'Tom Fictief',
  hoursPerWeek: 8,
  evidenceTitle: 'Voorbeeldbesluit',
  evidenceLink: undefined,
  evidenceFileId: undefined,
  decidedOn: day('2026-11-01'),
  validUntil: day('2028-03-01'),
};

/** A municipality and its neighbour, with the people who give a mandate and who work on it. */
async function neighbours(database: TestDatabase) {
  const [giver, holder] = [await anOrganisation(database), await anOrganisation(database)];
  await database.admin
    .insertInto('organisations.neighbour')
    .values([{ organisation_id: giver.id, neighbour_id: holder.id }])
    .execute();
  return {
    giver,
    holder,
    administrator: await anActor(database, 'beheerder', giver),
    deputy: await anActor(database, 'beleidsmedewerker', holder),
  };
}

const traces = (database: TestDatabase, table: 'audit.event' | 'audit.decision', tenantId: string) =>
  database.admin.selectFrom(table).selectAll().where('tenant_id', '=', tenantId).orderBy('id').execute();

describe('a mandate, from giving to working on it', () => {
  let database: TestDatabase;
  let app: TestApp;
  let giver: TestOrganisation;
  let holder: TestOrganisation;
  let administrator: Actor;
  let deputy: Actor;
  let office: Visitor;
  let desk: Visitor;
  let path: string;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  const start = async () => {
    ({ giver, holder, administrator, deputy } = await neighbours(database));
    office = await app.visitor(administrator);
    desk = await app.visitor(deputy);
    path = `/aanpak/namens/${giver.code}`;
  };
  const give = async (change: Readonly<Record<string, string>> = {}) => {
    const form = await office.form(MANDATES, MANDATES);
    return office.send({
      ...form,
      fields: {
        ...form.fields,
        houder: holder.code,
        bevoegdheid: 'aanpak',
        grondslag: 'Voorbeeld mandaatbesluit',
        geldigTot: '1-3-2027',
        ...change,
      },
    });
  };

  it('is given on a page, listed on both sides, and taken back there', async () => {
    await start();
    expect((await desk.get(path)).statusCode).toBe(404);
    const answer = await give();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${MANDATES}?gegeven`]);
    const list = await office.page(`${MANDATES}?gegeven`);
    expect(list.querySelector('tbody')?.textContent).toContain(holder.name);
    expect(list.querySelector('tbody')?.textContent).toContain('Loopt');
    const otherOffice = await app.visitor(await anActor(database, 'beheerder', holder));
    expect((await otherOffice.page(MANDATES)).querySelector('main')?.textContent).toContain('Namens wie u mag werken');
    expect((await desk.page('/aanpak')).querySelector(`a[href="${path}"]`)?.textContent).toBe(
      `Werk namens ${giver.name}`,
    );

    const taken = await office.send(await office.form(MANDATES, `${MANDATES}/intrekken`));
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `${MANDATES}?ingetrokken`]);
    expect((await desk.get(path)).statusCode).toBe(404);
    expect((await traces(database, 'audit.event', giver.id)).map(({ action }) => action)).toEqual([
      'organisations.give-mandate',
      'organisations.withdraw-mandate',
    ]);
  });

  it('lets the holder record in the other municipality, seen and audited on both sides under one trace', async () => {
    await start();
    await give();
    const form = await desk.form(path);
    const page = await desk.page(path);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain(`u werkt namens ${giver.name}`);
    const answer = await desk.send({ ...form, fields: { ...form.fields, ...filled } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?opgeslagen`]);

    const records = await database.admin
      .selectFrom('approach.element')
      .select(['tenant_id', 'focal_point', 'changed_by'])
      .where('tenant_id', 'in', [giver.id, holder.id])
      .execute();
    expect(records).toEqual([
      { tenant_id: giver.id, focal_point: 'Noor Fictief', changed_by: `${deputy.personName} (${holder.name})` },
    ]);
    const [theirs] = await traces(database, 'audit.event', holder.id);
    const ours = (await traces(database, 'audit.event', giver.id)).at(-1)!;
    expect([ours, theirs].map((event) => [event!.action, event!.person_id, event!.subject_id])).toEqual(
      Array(2).fill(['approach.record-focal-point-on-behalf', deputy.personId, 'K2.1']),
    );
    expect(ours.trace_id).toBe(theirs!.trace_id);
    const deadlines = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['tenant_id', 'due_on', 'state'])
      .where('tenant_id', 'in', [giver.id, holder.id])
      .execute();
    expect(deadlines).toEqual([{ tenant_id: giver.id, due_on: '2028-03-01', state: 'open' }]);
  });

  it('keeps answers and says every wrong field, also on behalf of another', async () => {
    await start();
    await give();
    const form = await desk.form(path);
    const invalid = await desk.send({
      ...form,
      fields: { ...form.fields, ...filled, vervanger: '', urenPerWeek: 'x' },
    });
    expect([invalid.statusCode, documentOf(invalid).title]).toEqual([400, expect.stringContaining('(2 invoerfouten)')]);
    const refused = await desk.send({ ...form, fields: { ...form.fields, ...filled, vervanger: 'Noor Fictief' } });
    expect(refused.statusCode).toBe(409);
    expect(documentOf(refused).getElementById('veld-vervanger-fout')?.textContent).toContain('iemand anders');
    for (const tenant of [giver.id, holder.id])
      expect((await traces(database, 'audit.decision', tenant)).at(-1)).toMatchObject({
        outcome: 'refused',
        code: 'substitute-is-same-person',
      });
  });

  it('shows a stale tab what the municipality itself changed', async () => {
    await start();
    await give();
    const form = await desk.form(path);
    const own = await app.visitor(await anActor(database, 'aandachtsfunctionaris', giver));
    const ownForm = await own.form('/aanpak/K2.1');
    await own.send({ ...ownForm, fields: { ...ownForm.fields, ...filled, aandachtsfunctionaris: 'Eigen Fictief' } });
    const answer = await desk.send({ ...form, fields: { ...form.fields, ...filled } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).querySelector('main')?.textContent).toContain('Eigen Fictief');
  });

  it.each([
    ['houder', { houder: 'GM0014' }, 'houder', 409],
    ['no holder', { houder: '' }, 'houder', 400],
    ['another capability', { bevoegdheid: 'alles' }, 'bevoegdheid', 400],
    ['no basis', { grondslag: ' ' }, 'grondslag', 400],
    ['a day that does not exist', { geldigTot: '31-2-2027' }, 'geldigTot', 400],
    ['a start in the past', { vanaf: '1-1-2026' }, 'vanaf', 409],
    ['an end before the start', { vanaf: '2-3-2027' }, 'geldigTot', 409],
    ['more than four years', { geldigTot: '1-3-2031' }, 'geldigTot', 409],
  ])('refuses %s beside the field', async (_name, change, field, status) => {
    await start();
    const answer = await give(change as Readonly<Record<string, string>>);
    expect(answer.statusCode).toBe(status);
    expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toMatch(/^Fout: /);
    expect(await traces(database, 'audit.event', giver.id)).toEqual([]);
  });

  it('refuses a second one for the same days, and gives one form once', async () => {
    await start();
    const form = await office.form(MANDATES, MANDATES);
    const fields = {
      ...form.fields,
      houder: holder.code,
      bevoegdheid: 'aanpak',
      grondslag: 'Voorbeeldbesluit',
      geldigTot: '1-3-2027',
    };
    const answers = await Promise.all([office.send({ ...form, fields }), office.send({ ...form, fields })]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect((await give()).statusCode).toBe(409);
    const rows = await database.admin
      .selectFrom('organisations.mandate')
      .select('id')
      .where('tenant_id', '=', giver.id)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('is not for another holder, another capability, a role without it, or who is not signed in', async () => {
    await start();
    await give();
    const stranger = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    const strangersDesk = await app.visitor(stranger);
    const seen = await strangersDesk.get(path);
    const unknown = await strangersDesk.get('/aanpak/namens/GM0000');
    expect([seen.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect((await strangersDesk.post(path, {})).statusCode).toBe(403); // no token of a form: nothing is asked any more
    const outcome = await onBehalf(stranger, giver.id);
    expect(outcome).toEqual({ ok: false, error: { code: 'not-found' } });
    await database.admin
      .updateTable('organisations.mandate')
      .set({ capability: 'iets-anders' })
      .where('tenant_id', '=', giver.id)
      .execute();
    expect((await desk.get(path)).statusCode).toBe(404);
    const clerk = await app.visitor(await anActor(database, 'medewerker', holder));
    expect((await clerk.get(path)).statusCode).toBe(403);
    expect((await (await app.visitor()).get(path)).headers.location).toMatch(/^\/inloggen/);
  });

  it('cannot be withdrawn by another organisation, nor twice', async () => {
    await start();
    await give();
    const form = await office.form(MANDATES, `${MANDATES}/intrekken`);
    const other = await neighbours(database);
    const withdraw = (actor: Actor) =>
      transact(database.kysely, deed(actor, 'organisations.withdraw-mandate'), (tx, time) =>
        withdrawMandate(tx, actor, { id: form.fields.mandaat! }, time),
      );
    expect(await withdraw(other.administrator)).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await withdraw(administrator)).toMatchObject({ ok: true });
    expect(await withdraw(administrator)).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  const deed = (actor: Actor, action: string) => ({ actor, action, activity: 'VA-14', traceId: newId() });
  const onBehalf = (actor: Actor, giverId: string, before: () => Promise<void> = async () => {}, at?: Date) =>
    transact(
      database.kysely,
      {
        ...deed(actor, 'approach.record-focal-point-on-behalf'),
        entry: { door: 'mandate', tenantId: giverId, actingForId: actor.organisationId, ...(at && { at }) },
      },
      async (tx, time) => {
        const result = await recordOnBehalf(tx, actor, giverId, { facts, seenVersion: 0 }, time);
        await before();
        return result;
      },
    );

  it('withdrawn while somebody writes: the writer ends first, and nobody begins after', async () => {
    await start();
    await give();
    const { mandaat } = (await office.form(MANDATES, `${MANDATES}/intrekken`)).fields;
    const order: string[] = [];
    const race: { withdrawal?: Promise<unknown> } = {};
    const written = await onBehalf(deputy, giver.id, async () => {
      race.withdrawal = transact(database.kysely, deed(administrator, 'organisations.withdraw-mandate'), (tx, time) =>
        withdrawMandate(tx, administrator, { id: mandaat! }, time),
      ).then(() => order.push('withdrawn'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('written');
    });
    await race.withdrawal;
    expect(written).toMatchObject({ ok: true });
    expect(order).toEqual(['written', 'withdrawn']);
    expect(await onBehalf(deputy, giver.id)).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('lapses by the clock between two statements of the day', async () => {
    await start();
    await give();
    const on = (moment: string) => onBehalf(deputy, giver.id, async () => {}, new Date(moment));
    expect(await on('2027-02-28T23:30:00Z')).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await on('2027-02-28T22:30:00Z')).toMatchObject({ ok: true });
  });
});

describe('a mandate and the clock', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
    return () => database.close();
  });

  it('is there until its last day, and then the page is gone', async () => {
    const app = await testApp(database);
    const { giver, administrator, deputy, holder } = await neighbours(database);
    const until: PlainDate = addDays(day('2027-01-01'), 0);
    const given = await transact(
      database.kysely,
      { actor: administrator, activity: 'VA-14', action: 'organisations.give-mandate', traceId: newId() },
      (tx, time) =>
        giveMandate(
          tx,
          administrator,
          {
            holderCode: holder.code,
            capability: 'aanpak',
            basis: 'Voorbeeld',
            validFrom: time.today,
            validUntil: until,
          },
          time,
        ),
    );
    expect(given).toMatchObject({ ok: true });
    const desk = await app.visitor(deputy);
    const page = () => desk.get(`/aanpak/namens/${giver.code}`);
    await moveClock(database.kysely, { to: '2026-12-31T23:50', forward: '' }, async () => {});
    expect((await page()).statusCode).toBe(200);
    await moveClock(database.kysely, { to: '2027-01-01T00:01', forward: '' }, async () => {});
    expect((await page()).statusCode).toBe(404);
  });
});
