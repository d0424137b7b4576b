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
      // nobody else informs the council of this municipality
      stand: element === 'K1.8' ? 'gemeente' : 'regio',
      verklaring: 'Voorbeeld van wat is geregeld',
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
    expect(await standing()).toMatchObject({ decided_on: today, lapses_on: addDays(today, 200) });
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

  it('says it once when the decision itself ends that day: the alarm of the decision, to who carries it and who leads the work', async () => {
    await people();
    for (const element of ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2', 'K1.8', 'K1.9'])
      await state(element, addMonths(today, 36));
    await drill(addDays(today, -1));
    const form = await visitor.form('/aanpak/plan', '/aanpak/plan');
    const begins = { titel: 'Plan', regioId: '', begint: write(today), eindigt: write(addMonths(today, 24)) };
    await visitor.send({ ...form, fields: { ...form.fields, ...begins } });
    const action = await visitor.form('/aanpak/plan/acties/nieuw', '/aanpak/plan/acties');
    await visitor.send({ ...action, fields: { ...action.fields, titel: 'Oefenen', spoor: 'preventie' } });
    const until = addDays(today, 60);
    await post('/aanpak/vaststelling', {
      orgaan: 'b-en-w',
      besluitdatum: write(today),
      documentdatum: write(today),
      document: 'Besluit',
      geldigTot: write(until),
    });
    expect(await standing()).toMatchObject({ lapses_on: until });
    expect((await alarms()).filter((alarm) => alarm.state === 'open')).toEqual([]);
    const adoption = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['due_on', 'assignee_id', 'substitute_id', 'also_id'])
      .where('tenant_id', '=', officer.organisationId)
      .where('kind', '=', 'approach.adoption-lapses')
      .where('state', '=', 'open')
      .executeTakeFirst();
    expect(adoption).toEqual({
      due_on: until,
      assignee_id: focal.membershipId,
      substitute_id: officer.membershipId,
      also_id: officer.membershipId,
    });
    // another cause before that day is another message
    await state('K1.5', addDays(today, 50));
    expect((await alarms()).filter((alarm) => alarm.state === 'open').map(({ due_on }) => due_on)).toEqual([
      addDays(today, 50),
      addDays(today, 50),
    ]);
    await state('K1.5', addMonths(today, 36));
    expect((await alarms()).filter((alarm) => alarm.state === 'open')).toEqual([]);
    await forward('P61D');
    expect([
      await told(officer, 'approach.adoption-lapses'),
      await told(focal, 'approach.adoption-lapses'),
      await told(officer, 'approach.anchoring-lapses'),
      await told(focal, 'approach.anchoring-lapses'),
    ]).toEqual([2, 2, 0, 0]);
  });

  it('is heard first by the focal point of this place and the policy officer, then by the substitute, whatever names were typed', async () => {
    const leader = await anActor(database, 'teamleider', {
      id: officer.organisationId,
      code: officer.organisationCode,
      name: officer.organisationName,
    });
    await post('/aanpak/K2.1', {
      aandachtsfunctionaris: 'Iemand van Elders Fictief',
      vervanger: leader.personName,
      urenPerWeek: '8',
      besluit: 'Collegebesluit',
      besluitdatum: write(addDays(today, -1)),
      geldigTot: write(addDays(today, 40)),
    });
    const heard = async () => Promise.all([focal, officer, leader].map((who) => told(who, 'approach.element-lapses')));
    await forward('P11D');
    expect(await heard()).toEqual([1, 1, 0]);
    await forward('P7D');
    expect(await heard()).toEqual([1, 1, 1]);
    await forward('P24D');
    expect(await heard()).toEqual([2, 2, 1]);
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
    // on the day itself one message: that of the departure
    const rung = (await alarms()).filter(({ fired_at }) => fired_at !== null);
    expect(rung.map(({ kind, days_ahead }) => `${kind} ${days_ahead}`).sort()).toEqual([
      'approach.anchoring-lapses 30',
      'approach.carrier-leaves 0',
    ]);
    expect([await told(officer, 'approach.carrier-leaves'), await told(focal, 'approach.carrier-leaves')]).toEqual([
      1, 0,
    ]);
    expect((await visitor.get('/aanpak/borging')).body).toContain('werkt hier niet meer');
    await forward('P1D');
    expect(await told(officer, 'approach.carrier-leaves')).toBe(1);
  });

  /** Ends a role as the functional administrator does, and lets what follows follow. */
  async function endsOn(who: Actor, on: PlainDate) {
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: on })
      .where('id', '=', who.membershipId)
      .execute();
    await enter(database.kysely, { door: 'own', tenantId: officer.organisationId }, (tx, time) =>
      followDepartures(tx, officer.organisationId, time),
    );
  }
  const lapses = async () => {
    const rows = await database.admin
      .selectFrom('approach.standing')
      .select(['element', 'lapses_on'])
      .where('tenant_id', '=', officer.organisationId)
      .where('element', 'in', ['K2.1', 'K7.1'])
      .orderBy('element')
      .execute();
    return rows.map(({ element, lapses_on }) => [element, lapses_on]);
  };

  it.each([
    ['the day itself', 0],
    ['the day before', 1],
  ])('lapses with its day, everywhere at once, when a carrier leaves: seen on %s', async (_, ahead) => {
    await anchor(addDays(today, 300));
    const leavesOn = addDays(today, ahead);
    await endsOn(focal, leavesOn);
    const both = [
      ['K2.1', leavesOn],
      ['K7.1', leavesOn],
    ];
    expect(await lapses()).toEqual(both);
    const words = async (path: string) => (await visitor.page(path)).querySelector('main')!.textContent!;
    const said = async () => [
      (await words('/aanpak/wat-anderen-zien')).split(`ervallen op ${write(leavesOn)}`).length - 1,
      (await words('/aanpak')).includes('werkt hier niet meer'),
      (await words('/aanpak/K2.1')).includes('werkt hier niet meer'),
    ];
    if (ahead > 0) {
      expect(await said()).toEqual([0, false, false]);
      expect(await words('/aanpak')).toContain(`De aandachtsfunctionaris werkt hier tot ${write(leavesOn)}`);
      await forward(`P${ahead}D`);
    }
    expect((await said())[0]).toBeGreaterThanOrEqual(2);
    expect((await said()).slice(1)).toEqual([true, true]);
    await forward('P1D');
    expect(await lapses()).toEqual(both);
    // what is recorded after it does not make it unknown
    await state('K1.7', addMonths(today, 40));
    expect(await lapses()).toEqual(both);
  });

  it('lapses on the day a fact is taken back, when it held a day before', async () => {
    await anchor(addDays(today, 200));
    await forward('P1D');
    await enter(database.kysely, { door: 'own', tenantId: officer.organisationId }, (tx, time) =>
      reportFact(
        tx,
        officer.organisationId,
        {
          element: 'K1.5',
          source: 'statement',
          state: 'absent',
          asOf: time.today,
          lapsesOn: undefined,
          statement: 'Het geld is vervallen.',
          reportedBy: 'test',
        },
        time,
      ),
    );
    expect(await standing()).toMatchObject({ decided_on: today, lapses_on: addDays(today, 1) });
  });

  it('holds K2.1 again, until its own end, when a successor is named', async () => {
    await anchor(addDays(today, 300));
    await endsOn(focal, today);
    const { organisationId: id, organisationCode: code, organisationName: name } = officer;
    const successor = await anActor(database, 'teamleider', { id, code, name });
    await post('/aanpak/K2.1', {
      aandachtsfunctionaris: successor.personName,
      vervanger: officer.personName,
      urenPerWeek: '8',
      besluit: 'Collegebesluit',
      besluitdatum: write(addDays(today, -1)),
      geldigTot: write(addMonths(today, 36)),
    });
    expect(await lapses()).toEqual([
      ['K2.1', addMonths(today, 36)],
      ['K7.1', today],
    ]);
    expect((await visitor.page('/aanpak')).querySelector('main')!.textContent).not.toContain('werkt hier niet meer');
  });
});
