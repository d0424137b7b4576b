import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followDepartures } from '../../src/features/approach/index.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { addDays, dutchDay, type PlainDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PLAN = '/aanpak/plan';
const KIND = 'approach.action-carrier-leaves';

describe('an action whose owner or substitute leaves', () => {
  let database: TestDatabase;
  let app: TestApp;
  let officer: Actor;
  let focal: Actor;
  let owner: Actor;
  let visitor: Visitor;
  let today: PlainDate;
  let leavesOn: PlainDate;
  const actions: string[] = [];

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
    const place = await anOrganisation(database);
    officer = await anActor(database, 'beleidsmedewerker', place);
    focal = await anActor(database, 'aandachtsfunctionaris', place);
    owner = await anActor(database, 'teamleider', place);
    visitor = await app.visitor(officer);
    today = dutchDay(await readClock(database.kysely));
    leavesOn = addDays(today, 10);
    await send(PLAN, PLAN, { titel: 'Voorbeeldplan', begint: '1-1-2026', eindigt: '1 december 2028' });
    await act({ titel: 'Oefenen', eigenaarId: owner.membershipId, vervangerId: officer.membershipId });
    await act({ titel: 'Trainen', eigenaarId: officer.membershipId, vervangerId: owner.membershipId });
  });
  afterAll(() => database.close());

  async function send(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location).split('?')[0]!;
  }
  const act = async (fields: Readonly<Record<string, string>>) =>
    actions.push(
      await send(`${PLAN}/acties/nieuw`, `${PLAN}/acties`, { spoor: 'signaleren', termijn: '1-3-2028', ...fields }),
    );
  async function ends(who: Actor, on: PlainDate) {
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: on })
      .where('id', '=', who.membershipId)
      .execute();
    await enter(database.kysely, { door: 'own', tenantId: officer.organisationId }, (tx, time) =>
      followDepartures(tx, officer.organisationId, time),
    );
  }
  const told = async () => {
    const rows = await database.admin
      .selectFrom('deadlines.notification')
      .select('membership_id')
      .where('tenant_id', '=', officer.organisationId)
      .where('kind', '=', KIND)
      .execute();
    return rows.map(({ membership_id }) => membership_id).toSorted();
  };
  const forward = async (by: string) => (await app.visitor()).post('/demo/klok', { vooruit: by });
  const words = async (path: string) =>
    (await visitor.page(path)).querySelector('main')!.textContent!.replace(/\s+/g, ' ');
  const plan = async () =>
    database.admin
      .selectFrom('approach.fact')
      .select(['state', 'lapses_on'])
      .where('tenant_id', '=', officer.organisationId)
      .where('element', '=', 'K1.3')
      .orderBy('reported_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
  const DOSSIER = '/aanpak/documenten/overdrachtsdossier';

  it('says nothing before the day, except where the end is known', async () => {
    expect(await plan()).toMatchObject({ state: 'present', lapses_on: '2028-12-01' });
    await ends(owner, leavesOn);
    expect(await plan()).toMatchObject({ state: 'present', lapses_on: leavesOn });
    expect(await told()).toEqual([]);
    expect(await words(PLAN)).toContain('zonder eigenaar of termijn0');
    expect(await words(DOSSIER)).toContain(`${owner.personName}, tot `);
  });

  it('is heard on the day by the focal point and the policy officer, once each, however many actions it touches', async () => {
    await forward('P11D');
    expect(await told()).toEqual([focal.membershipId, officer.membershipId].toSorted());
    for (const who of [focal, officer]) {
      const home = await (await app.visitor(who)).page('/overzicht');
      expect(home.querySelector('main')!.textContent).toContain(
        'Acties uit het plan zijn zonder eigenaar of vervanger',
      );
    }
  });

  it('counts as without an owner, is marked in the list and stands in the transfer dossier', async () => {
    expect(await words(PLAN)).toContain('zonder eigenaar of termijn1');
    const list = await words(`${PLAN}?bezetting=onbezet`);
    expect(list).toContain(`${owner.personName} niet meer in deze rol`);
    expect(list).toContain(`Vervanger ${owner.personName} niet meer in deze rol`);
    const dossier = await words(DOSSIER);
    expect(dossier).toContain('niet meer in deze rol. Wijs iemand anders aan.');
    expect(dossier).not.toContain('Elke lopende actie heeft een eigenaar, een vervanger en een termijn.');
  });

  it('is done once somebody else carries them', async () => {
    const [first, second] = actions as [string, string];
    await send(first, first, { eigenaarId: focal.membershipId });
    const open = () =>
      database.admin
        .selectFrom('deadlines.deadline')
        .select('state')
        .where('tenant_id', '=', officer.organisationId)
        .where('kind', '=', KIND)
        .execute();
    expect(await open()).toEqual([{ state: 'open' }]);
    expect(await words(PLAN)).toContain('zonder eigenaar of termijn0');
    await send(second, second, { vervangerId: focal.membershipId });
    expect(await open()).toEqual([{ state: 'done' }]);
    expect(await plan()).toMatchObject({ state: 'present', lapses_on: '2028-12-01' });
    expect(await words(`${PLAN}?bezetting=onbezet`)).toContain('Geen acties met dit filter');
  });
});
