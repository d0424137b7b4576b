import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followDepartures, reportFact } from '../../src/features/approach/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('anchoring that lapses', () => {
  let database: TestDatabase;
  let app: TestApp;
  let nobody: Visitor;
  let officer: Actor;
  let focal: Actor;
  let visitor: Visitor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
    nobody = await app.visitor();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const place = await anOrganisation(database);
    officer = await anActor(database, 'beleidsmedewerker', place);
    focal = await anActor(database, 'aandachtsfunctionaris', place);
    visitor = await app.visitor(officer);
    today = dutchDay(await readClock(database.kysely));
  });

  const write = (on: PlainDate) => writeDutchDate(on);
  async function post(path: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(path, path);
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(answer.statusCode).toBe(303);
  }
  const state = (element: string, until: PlainDate) =>
    post('/aanpak/borging/verklaring', {
      onderdeel: element,
      stand: 'regio',
      verklaring: 'De regio regelt dit',
      orgaan: element === 'K1.1' ? 'b-en-w' : '',
      datum: write(addDays(today, -1)),
      geldigTot: write(until),
      bewijs: 'Convenant',
    });
  const people = (substitute: string = officer.personName) =>
    post('/aanpak/K2.1', {
      aandachtsfunctionaris: focal.personName,
      vervanger: substitute,
      urenPerWeek: '8',
      besluit: 'Collegebesluit',
      besluitdatum: write(addDays(today, -1)),
      geldigTot: write(addMonths(today, 36)),
    });
  const drill = (heldOn: PlainDate) =>
    post('/aanpak/borging/oefening', { gehoudenOp: write(heldOn), scenario: 'Een melding', bewijs: 'Verslag' });
  /** Anchors until the policy ends. */
  async function anchor(until: PlainDate) {
    await people();
    for (const element of ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2', 'K1.8', 'K1.9'])
      await state(element, addMonths(today, 36));
    await drill(addDays(today, -1));
    await state('K1.1', until);
  }
  const standing = () =>
    database.admin
      .selectFrom('approach.standing')
      .selectAll()
      .where('tenant_id', '=', officer.organisationId)
      .where('element', '=', 'K7.1')
      .executeTakeFirst();
  const alarms = () =>
    database.admin
      .selectFrom('deadlines.alarm as a')
      .innerJoin('deadlines.deadline as d', 'd.id', 'a.deadline_id')
      .select(['d.kind', 'd.state', 'd.due_on', 'a.days_ahead', 'a.fired_at'])
      .where('d.tenant_id', '=', officer.organisationId)
      .where('d.kind', 'in', ['approach.anchoring-lapses', 'approach.carrier-leaves'])
      .orderBy('a.due_at')
      .execute();
  const told = async (who: Actor, kind: string) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('id')
        .where('membership_id', '=', who.membershipId)
        .where('kind', '=', kind)
        .execute()
    ).length;
  const forward = (by: string) => nobody.post('/demo/klok', { vooruit: by });

  it('is published with its day and no person, and only while it holds', async () => {
    await people();
    expect(await standing()).toBeUndefined();
    await anchor(addDays(today, 200));
    expect(await standing()).toMatchObject({ decided_on: today, lapses_on: addDays(today, 200), source: 'gemeente' });
    expect(JSON.stringify(await standing())).not.toContain(officer.personName);
    await state('K1.1', addDays(today, 210));
    expect(await standing()).toMatchObject({ lapses_on: addDays(today, 210) });
    expect((await alarms()).filter((alarm) => alarm.state === 'open').map((alarm) => alarm.due_on)).toEqual(
      Array.from({ length: 3 }, () => addDays(today, 210)),
    );
  });

  it('is taken back when a fact is taken back, with its alarms', async () => {
    await anchor(addDays(today, 200));
    await enter(database.kysely, { door: 'own', tenantId: officer.organisationId }, async (tx, time) => {
      await reportFact(
        tx,
        officer.organisationId,
        {
          element: 'K1.5',
          source: 'statement',
          state: 'absent',
          asOf: today,
          lapsesOn: undefined,
          statement: 'Het geld is vervallen.',
          reportedBy: 'test',
        },
        time,
      );
    });
    expect(await standing()).toBeUndefined();
    expect((await alarms()).every((alarm) => alarm.state === 'withdrawn')).toBe(true);
  });

  it('rings 90, 30 and 0 days ahead, each once, also when the clock jumps over all three', async () => {
    await anchor(addDays(today, 120));
    expect((await alarms()).map((alarm) => [alarm.days_ahead, alarm.fired_at])).toEqual([
      [90, null],
      [30, null],
      [0, null],
    ]);
    await forward('P130D');
    expect((await alarms()).every((alarm) => alarm.fired_at !== null)).toBe(true);
    expect(await told(focal, 'approach.anchoring-lapses')).toBe(3);
    await forward('P1D');
    expect(await told(focal, 'approach.anchoring-lapses')).toBe(3);
    expect((await visitor.get('/aanpak/borging')).body).toContain('nog niet geborgd');
    // what lapsed by itself stays visible, as lapsed
    expect(await standing()).toMatchObject({ lapses_on: addDays(today, 120) });
  });

  it('does not ring again for another fact that changes nothing', async () => {
    await anchor(addDays(today, 60));
    await forward('P31D');
    const rung = await told(focal, 'approach.anchoring-lapses');
    expect(rung).toBeGreaterThan(0);
    await state('K1.7', addMonths(today, 40));
    expect((await alarms()).filter((alarm) => alarm.state === 'withdrawn')).toEqual([]);
    expect(await told(focal, 'approach.anchoring-lapses')).toBe(rung);
  });

  it('tells whoever stays, once and on the day, that somebody who carries it leaves; and lapses that day', async () => {
    await anchor(addDays(today, 300));
    const leavesOn = addDays(today, 50);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: leavesOn })
      .where('id', '=', focal.membershipId)
      .execute();
    await enter(database.kysely, { door: 'own', tenantId: officer.organisationId }, (tx, time) =>
      followDepartures(tx, officer.organisationId, time),
    );
    expect(await standing()).toMatchObject({ lapses_on: leavesOn });
    await forward('P40D');
    expect(await told(officer, 'approach.carrier-leaves')).toBe(0);
    await forward('P11D');
    expect([await told(officer, 'approach.carrier-leaves'), await told(focal, 'approach.carrier-leaves')]).toEqual([
      1, 0,
    ]);
    expect((await visitor.get('/aanpak/borging')).body).toContain('werkt hier niet meer');
    await forward('P1D');
    expect(await told(officer, 'approach.carrier-leaves')).toBe(1);
  });
});
