import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase } from '../support/a-case.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { CareRegions, fill, mainText } from '../support/care-regions.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('a coordinator who leaves her cases behind', () => {
  let database: TestDatabase;
  let app: TestApp;
  let regions: CareRegions;
  let care: TestOrganisation;
  let leaver: Actor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
    care = regions.north;
    leaver = regions.actor;
  });

  const today = async () => dutchDay(await readClock(database.kysely));
  const coordinator = () => anActor(database, 'zorgcoordinator', care);
  /** As when a role was given with an end, or ends by another way than a deed here. */
  const endsOn = (actor: Actor, on: PlainDate | null) =>
    database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: on })
      .where('id', '=', actor.membershipId)
      .execute();
  const ringing = () =>
    database.admin
      .selectFrom('deadlines.deadline')
      .select(['kind', 'assignee_id as for', 'also_id as also', 'parameters', 'due_on as dueOn'])
      .where('tenant_id', '=', care.id)
      .where('subject_kind', '=', 'care.departure')
      .where('state', '=', 'open')
      .orderBy('kind')
      .execute();
  const told = async (who: Actor) => {
    const rows = await database.admin
      .selectFrom('deadlines.notification')
      .select('id')
      .where('tenant_id', '=', care.id)
      .where('membership_id', '=', who.membershipId)
      .where('kind', '=', 'care.coordinator-leaves')
      .execute();
    return rows.length;
  };

  it('is told by itself to who stays, when nothing here happened since an end was given', async () => {
    const [staying, other] = [await coordinator(), await coordinator()];
    await aCase(database, leaver, 'Persoon Een Fictief');
    await regions.due();
    const leaves = addDays(await today(), 50);
    await endsOn(leaver, leaves);
    expect(await ringing()).toEqual([]);
    // within a month it is looked at
    await regions.forward('P30D');
    expect(await ringing()).toMatchObject([
      { kind: 'care.coordinator-leaves', parameters: { aantal: '1' }, dueOn: leaves },
    ]);
    const [first, second] = [staying, other].toSorted((a, b) => (a.personName < b.personName ? -1 : 1)) as [
      Actor,
      Actor,
    ];
    expect((await ringing())[0]).toMatchObject({ for: first.membershipId, also: second.membershipId });
    // who was to hear it leaves earlier than she does: the other hears it, without a deed here
    await endsOn(first, await today());
    await regions.forward('P1D');
    expect((await ringing())[0]).toMatchObject({ for: second.membershipId, also: null });
    const before = await told(second);
    await regions.forward('P1D');
    expect(await told(second)).toBe(before);
    // she stays after all
    await endsOn(leaver, null);
    await regions.forward('P1D');
    expect(await ringing()).toEqual([]);
  });

  it('counts every case for the administrator, also one that she is kept away from, and tells nothing else of it', async () => {
    const person = await anActor(database, 'beheerder', care);
    const administrator = await app.visitor(person);
    const code = await aCase(database, leaver, 'Zuster Fictief');
    await aCase(database, leaver, 'Persoon Twee Fictief');
    await keepAway(person, code);
    const role = `/beheer/mensen/${leaver.membershipId}`;
    const leaves = addDays(await today(), 10);
    expect((await fill(administrator, role, { vanaf: writeDutchDate(leaves) })).statusCode).toBe(303);
    expect(await ringing()).toMatchObject([{ kind: 'care.cases-left', parameters: { aantal: '2' } }]);
    const home = await mainText(administrator, '/overzicht');
    expect(home).toContain('2 dossiers te verdelen');
    expect(home).not.toContain(code);
  });

  it('rings even when every case of hers is hidden from who ends her role', async () => {
    const person = await anActor(database, 'beheerder', care);
    const code = await aCase(database, leaver, 'Zuster Fictief');
    await keepAway(person, code);
    const role = `/beheer/mensen/${leaver.membershipId}`;
    await fill(await app.visitor(person), role, { vanaf: writeDutchDate(addDays(await today(), 10)) });
    expect(await ringing()).toMatchObject([{ parameters: { aantal: '1' } }]);
  });

  async function keepAway(person: Actor, code: string): Promise<void> {
    const { dossier_id } = await database.admin
      .selectFrom('care.case_file')
      .select('dossier_id')
      .where('tenant_id', '=', care.id)
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    await database.admin
      .insertInto('privacy.dossier_access')
      .values({
        ...{ tenant_id: care.id, id: newId(), dossier_id, person_id: person.personId, person_name: person.personName },
        ...{ kind: 'excluded', from_at: new Date(0), until_at: null, reason: 'is familie (voorbeeld)' },
        ...{ given_by: leaver.personId, given_by_name: leaver.personName },
      })
      .execute();
  }
});

describe('on which number a coordinator can be called herself', () => {
  let database: TestDatabase;
  let app: TestApp;
  let regions: CareRegions;
  let sender: Visitor;
  let receiver: Visitor;
  let there: Actor;
  let away: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    regions = await CareRegions.begin(database, app);
    ({ sender, receiver } = regions);
    there = await anActor(database, 'zorgcoordinator', regions.south);
    away = await app.visitor(there);
  });

  const AT = '/zorgcoordinatie/mobiel';
  const CODE = 'GM0109';
  const NAMES = `/netwerk/dekking/${CODE}/zorgcoordinatoren`;
  const NUMBER = '06-00000042';
  const OFFER = {
    ...{ naam: 'Zorgcoördinatie (fictief)', gemeenten: CODE, vormen: 'arbeidsuitbuiting', leeftijden: '23-plus' },
    ...{ geslachten: 'man', telefoon: '050-123 45 67', bereikbaar: 'altijd', vanaf: '', tot: '' },
  };

  it('is written in any notation, corrected beside the field, and taken away', async () => {
    const wrong = await fill(away, AT, { mobiel: 'bel mij' });
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('Vul een telefoonnummer in')]);
    expect(wrong.body).toContain('bel mij');
    for (const typed of ['0600000042', '+31 6 00 00 00 42', '0031(0)6-00000042', NUMBER]) {
      expect((await fill(away, AT, { mobiel: typed })).statusCode).toBe(303);
      expect((await away.form(AT)).fields.mobiel).toBe(NUMBER);
    }
    expect((await fill(away, AT, { mobiel: '+32 470 00 00 00' })).statusCode).toBe(303);
    expect((await away.form(AT)).fields.mobiel).toBe('+32 470 00 00 00');
    await fill(away, AT, { mobiel: '' });
    expect((await away.form(AT)).fields.mobiel).toBe('');
  });

  it('is seen by who handles a case with her, and by nobody else anywhere', { timeout: 180_000 }, async () => {
    await fill(away, AT, { mobiel: NUMBER });
    expect((await fill(receiver, '/netwerk/aanbod/nieuw', OFFER, '/netwerk/aanbod')).statusCode).toBe(303);
    const path = await regions.started();
    await regions.refer(path);
    for (const at of [NAMES, `${path}/verwijzen`]) expect(await mainText(sender, at)).not.toContain(NUMBER);
    const case_ = await regions.takenUp();
    expect(await mainText(sender, NAMES)).toContain(NUMBER);
    const referred = await mainText(sender, `${path}/verwijzen`);
    expect(referred).toContain(there.personName);
    expect(referred).toContain(NUMBER);

    const stranger = await app.visitor(await anActor(database, 'zorgcoordinator', regions.north));
    const leader = await app.visitor(await anActor(database, 'teamleider', regions.south));
    const elsewhere = await CareRegions.begin(database, app);
    const nobody = await app.visitor();
    // the network, its exports and card, the API, and the pages of the case there: for a colleague of hers and for anybody
    const pages = [
      '/',
      `/netwerk/dekking/${CODE}`,
      '/netwerk/dekking',
      '/netwerk/dekking.json',
      '/netwerk/dekking.csv',
      '/netwerk/dekking/gaten.csv',
      '/netwerk/wie-helpt',
      `/netwerk/wie-helpt.json?gemeente=${CODE}`,
      `/netwerk/routekaart/${CODE}`,
      '/netwerk/aanbod',
      NAMES,
      case_,
      '/zorgcoordinatie/werkdruk',
      AT,
      '/api/v1/openapi.json',
      '/beheer/mensen',
    ];
    const seen: string[] = [];
    let answered = 0;
    for (const [who, visitor] of Object.entries({ receiver, leader, nobody, elsewhere: elsewhere.sender }))
      for (const at of pages) {
        const answer = await visitor.get(at);
        if (answer.statusCode === 200) answered++;
        if (answer.body.includes(NUMBER.slice(3))) seen.push(`${who} ${at}`);
      }
    expect(seen).toEqual([]);
    expect(answered).toBeGreaterThan(pages.length);
    // who coordinates beside the sender handles cases with them too
    expect(await mainText(stranger, NAMES)).toContain(NUMBER);
    await fill(away, AT, { mobiel: '+32 470 00 00 00' });
    const links = [...(await sender.page(NAMES)).querySelectorAll('main a[href^="tel:"]')];
    expect(links.map((link) => link.getAttribute('href'))).toContain('tel:+32470000000');
    await fill(away, AT, { mobiel: NUMBER });
    await regions.withdraw(path);
    for (const at of [NAMES, `${path}/verwijzen`]) expect(await mainText(sender, at)).not.toContain(NUMBER);
  });

  it('is kept to herself by the database, and goes with her role', async () => {
    await fill(away, AT, { mobiel: NUMBER });
    const kept = () =>
      database.admin.selectFrom('care.mobile').select('number').where('tenant_id', '=', regions.south.id).execute();
    expect(await kept()).toHaveLength(1);
    const read = (personId: string) =>
      enter(database.kysely, { door: 'own', tenantId: regions.south.id, personId }, (tx) =>
        tx.selectFrom('care.mobile').select('number').execute(),
      );
    expect(await read(there.personId)).toEqual([{ number: NUMBER }]);
    expect(await read((await anActor(database, 'zorgcoordinator', regions.south)).personId)).toEqual([]);
    await regions.due();
    expect(await kept()).toHaveLength(1);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: dutchDay(await readClock(database.kysely)) })
      .where('id', '=', there.membershipId)
      .execute();
    await regions.forward('P31D');
    expect(await kept()).toEqual([]);
  });
});
