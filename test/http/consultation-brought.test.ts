import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import {
  BACKGROUND,
  CONSENT,
  careTable,
  done,
  ELSEWHERE,
  type Fields,
  fill,
  NAME,
  PERSON,
  read,
  STORY,
  takeIn,
  textIn,
} from '../support/care-table.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const TOPIC = { onderwerp: 'Taxi in de nacht', doel: 'Wie betaalt' };

describe('something a participant brings in', () => {
  let database: TestDatabase;
  let app: TestApp;
  let table: Awaited<ReturnType<typeof careTable>>;
  /** The table, as who chairs it and as who takes part finds it. */
  let path: string;
  let at: string;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    table = await careTable(database, app);
    const { town, partner, officer, guest, plan, covenant, seat, chair } = table;
    await openGate(database, town.id, 'case-consultation');
    path = await plan(await covenant([town, partner]));
    at = `/overleg/ontvangen/${path.split('/')[2]}`;
    await seat(path, town);
    await seat(path, partner, 'vraag');
    await done(chair, path, {}, `${path}/versturen`);
    for (const visitor of [officer, guest]) await takeIn(visitor);
  });

  const bring = async (visitor: Visitor, what: 'punt' | 'persoon', fields: Fields) => {
    expect(await done(visitor, `${at}/${what}`, fields)).toBe(at);
    await table.due();
  };
  /** The addresses of what waits, as the page of the consultation gives them. */
  const waiting = async () =>
    [...(await table.chair.page(path)).querySelectorAll('a[href^="/overleg/ingebracht/"]')].map(
      (link) => link.getAttribute('href')!,
    );
  const messages = (tenantId: string) =>
    database.admin
      .selectFrom('exchange.message as m')
      .leftJoin('vault.message_key as k', (join) =>
        join.onRef('k.tenant_id', '=', 'm.tenant_id').onRef('k.message_id', '=', 'm.id').onRef('k.box', '=', 'm.box'),
      )
      .select(['m.kind', 'm.state', 'm.reason', 'm.content', 'k.wrapped'])
      .where('m.tenant_id', '=', tenantId)
      .where('m.about_id', '=', path.split('/')[2]!)
      .execute();
  const told = async (tenantId: string, kind: string) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('path')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('withdrawn_at', 'is', null)
        .execute()
    ).map((each) => each.path);
  /** An hour later, when it is looked whether the chair answered. */
  async function later() {
    await database.admin
      .updateTable('consultation.brought')
      .set({ look_at: new Date() })
      .where('look_at', 'is not', null)
      .execute();
    await table.due();
  }

  it('comes on the agenda when the chair says so, and goes on as every item', STORY, async () => {
    const { care, town, partner, chair, officer, guest, participant } = table;
    await bring(officer, 'persoon', CONSENT);
    const [brought] = (await waiting()) as [string];
    // told that it is there, and nothing of what; nobody else at the table has it
    expect(await told(care.id, 'consultation.brought')).toEqual([brought]);
    expect(await read(chair, path)).not.toContain(NAME);
    expect(await messages(partner.id)).toEqual([]);
    expect((await guest.get(brought)).statusCode).toBe(403);
    const seen = await read(chair, brought);
    for (const said of [NAME, BACKGROUND, 'Grondslag: toestemming', town.name]) expect(seen).toContain(said);
    expect(await read(officer, at)).toContain('Wacht op antwoord van de voorzitter');
    const voor = [await participant(path, town), await participant(path, partner)];
    expect(await done(chair, brought, { voor })).toBe(path);
    expect(await read(chair, path)).toContain(`Ingebracht door ${town.name}`);
    expect(await waiting()).toEqual([]);
    expect(await told(care.id, 'consultation.brought')).toEqual([]);
    const item = await database.admin
      .selectFrom('consultation.item')
      .select(['ground', 'consent_by', 'consent_how', 'about_person'])
      .where('tenant_id', '=', care.id)
      .execute();
    expect(item).toEqual([{ ground: 'consent', consent_by: 'person', consent_how: 'spoken', about_person: true }]);
    await takeIn(guest);
    const other = await read(guest, at);
    expect(other).toContain('Waar kan zij vannacht terecht?');
    expect(other).not.toContain(BACKGROUND);
    expect(await read(officer, at)).toContain('De voorzitter zette dit op de agenda');
    await later();
    expect(await told(town.id, 'consultation.brought-answered')).toEqual([at]);
    // sent again it is answered already, and it is one item
    const again = await chair.get(brought);
    expect(textIn(again)).toContain('Dit punt is beantwoord of ingetrokken');
  });

  it(
    'is kept from the agenda with a reason that who brought it reads, and is unreadable for the chair',
    STORY,
    async () => {
      const { care, town, chair, officer } = table;
      await bring(officer, 'persoon', PERSON);
      const [brought] = (await waiting()) as [string];
      const without = await fill(chair, brought, {}, `${brought}/niet`);
      expect([without.statusCode, textIn(without)]).toEqual([400, expect.stringContaining('Kies waarom')]);
      await done(chair, brought, { waaromNiet: 'no-time' }, `${brought}/niet`);
      expect(await read(officer, at)).toContain('Niet op de agenda: Er is geen tijd meer voor op deze agenda.');
      await later();
      expect(await told(town.id, 'consultation.brought-answered')).toEqual([at]);
      expect(await read(chair, brought)).not.toContain(NAME);
      const [kept] = await messages(care.id);
      expect(kept).toMatchObject({ state: 'refused', reason: 'no-time', content: null, wrapped: null });
    },
  );

  it('asks of a person the same ground as the chair is asked, and again of the chair', STORY, async () => {
    const { town, chair, officer, participant } = table;
    const page = `${at}/persoon`;
    const refused = async (fields: Fields, status: number, says: string) => {
      const answer = await fill(officer, page, fields);
      expect([answer.statusCode, textIn(answer)]).toEqual([status, expect.stringContaining(says)]);
    };
    await refused({ ...PERSON, grondslag: '' }, 409, 'Kies toestemming of een zorgwet');
    await refused({ ...PERSON, wet: '' }, 409, 'Kies op welke zorgwet');
    await refused({ ...CONSENT, gegevenDoor: '' }, 400, 'Kies wie toestemming gaf');
    await refused({ ...CONSENT, leeftijd: '0-11' }, 409, 'kind');
    await refused({ ...CONSENT, gegevenOp: '1-11-2025' }, 409, 'ouder dan een jaar');
    await refused({ ...PERSON, vraag: 'Bel 06 12345678' }, 400, 'telefoonnummer');
    // the covenant lapses before the chair looks
    await bring(officer, 'persoon', CONSENT);
    const [brought] = (await waiting()) as [string];
    const list = '/samenwerken/convenanten';
    await done(chair, list, {}, `${list}/beeindigen`);
    const lapsed = await fill(chair, brought, { voor: [await participant(path, town)] });
    expect([lapsed.statusCode, textIn(lapsed)]).toEqual([409, expect.stringContaining('hulp die loopt gaat door')]);
    expect(await waiting()).toEqual([brought]);
    const items = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('tenant_id', '=', table.care.id)
      .execute();
    expect(items).toEqual([]);
  });

  it(
    'does not come on the agenda on a consent that was withdrawn, and goes from it with the consent',
    STORY,
    async () => {
      const { care, town, partner, chair, officer, guest, participant } = table;
      await bring(officer, 'persoon', CONSENT);
      const [brought] = (await waiting()) as [string];
      const consents = () =>
        database.admin
          .selectFrom('exchange.consent')
          .select(['tenant_id', 'withdrawn_at'])
          .where('tenant_id', 'in', [town.id, care.id])
          .execute();
      await database.admin
        .updateTable('exchange.consent')
        .set({ withdrawn_at: new Date() })
        .where('tenant_id', '=', town.id)
        .execute();
      const late = await fill(chair, brought, { voor: [await participant(path, town)] });
      expect([late.statusCode, textIn(late)]).toEqual([409, expect.stringContaining('geldt niet meer')]);
      await database.admin
        .updateTable('exchange.consent')
        .set({ withdrawn_at: null })
        .where('tenant_id', '=', town.id)
        .execute();
      await done(chair, brought, { voor: [await participant(path, town), await participant(path, partner)] });
      await takeIn(guest);
      expect(await read(guest, at)).toContain(NAME);
      const form = await officer.form(at, `${at}/inbreng-intrekken`);
      const withdrawn = { ...form, fields: { ...form.fields, waarom: 'toestemming' } };
      expect([(await officer.send(withdrawn)).statusCode, (await officer.send(withdrawn)).statusCode]).toEqual([
        303, 303,
      ]);
      await table.due();
      expect(await read(chair, path)).toContain('De toestemming is ingetrokken');
      for (const [visitor, where] of [
        [chair, path],
        [guest, at],
        [officer, at],
      ] as const)
        expect(await read(visitor, where)).not.toContain(NAME);
      expect((await consents()).every((each) => each.withdrawn_at !== null)).toBe(true);
      expect(await told(care.id, 'consultation.brought-back')).toEqual([path]);
      expect(await messages(care.id)).toEqual([]);
    },
  );

  describe('with the police at the table', () => {
    it('sends a person back unopened with the one sentence, and keeps only that', STORY, async () => {
      const { care, town, police, officer, agent, seat } = table;
      await seat(path, police, 'zonder-persoon');
      await bring(officer, 'persoon', PERSON);
      expect(await waiting()).toEqual([]);
      expect(await read(officer, at)).toContain(ELSEWHERE);
      expect((await messages(care.id)).map(({ state, content, wrapped }) => [state, content, wrapped])).toEqual([
        ['refused', null, null],
      ]);
      const turned = await database.admin
        .selectFrom('consultation.turned_away')
        .select(['what', 'types', 'by_name'])
        .where('tenant_id', '=', care.id)
        .execute();
      expect(turned).toEqual([{ what: 'person', types: ['police'], by_name: town.name }]);
      expect(await told(care.id, 'consultation.brought')).toEqual([]);
      // a topic may come of them too, a person not, and that is said before anything is sent
      await takeIn(agent);
      await openGate(database, police.id, 'case-consultation');
      const refused = await fill(agent, `${at}/persoon`, PERSON);
      expect([refused.statusCode, textIn(refused)]).toEqual([409, expect.stringContaining(ELSEWHERE)]);
      await bring(agent, 'punt', TOPIC);
      expect(await waiting()).toHaveLength(1);
      expect(await messages(police.id)).toHaveLength(1);
    });

    it('sends back a person that waits when they come to the table, and leaves a topic', STORY, async () => {
      const { police, officer, seat } = table;
      await bring(officer, 'persoon', PERSON);
      await bring(officer, 'punt', TOPIC);
      await seat(path, police, 'zonder-persoon');
      expect(await waiting()).toHaveLength(1);
      expect(await read(officer, at)).toContain(ELSEWHERE);
    });
  });

  it('comes only from who takes part, to a table that is open, and no longer than she does', STORY, async () => {
    const { town, partner, chair, officer, guest, unseat, agent } = table;
    expect((await agent.get(`${at}/punt`)).statusCode).toBe(404);
    await bring(officer, 'punt', TOPIC);
    await bring(guest, 'punt', TOPIC);
    expect(await waiting()).toHaveLength(2);
    await unseat(path, town);
    expect(await waiting()).toHaveLength(1);
    expect((await messages(town.id)).map(({ reason }) => reason)).toEqual(['not-at-table']);
    expect((await officer.page(`${at}/punt`)).querySelector('main form')).toBeNull();
    await done(chair, path, {}, `${path}/openen`);
    await done(chair, path, {}, `${path}/sluiten`);
    expect((await messages(partner.id)).map(({ reason }) => reason)).toEqual(['meeting-closed']);
    await takeIn(guest);
    expect(await read(guest, at)).toContain('Niet op de agenda: Het overleg is gesloten of afgezegd.');
    expect((await guest.page(`${at}/punt`)).querySelector('main form')).toBeNull();
  });

  it('needs an agreement of both sides, an open gate for a person, and is sent once', STORY, async () => {
    const { care, town, officer, guest } = table;
    const closed = await guest.page(`${at}/persoon`);
    expect(closed.querySelector('main')?.textContent).toContain('startpoort');
    const form = await officer.form(`${at}/punt`, `${at}/punt`);
    const filled = { ...form, fields: { ...form.fields, ...TOPIC } };
    const twice = await Promise.all([officer.send(filled), officer.send(filled)]);
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await messages(town.id)).toHaveLength(1);
    await database.admin
      .updateTable('exchange.agreement')
      .set({ valid_until: day('2021-01-01') })
      .where('tenant_id', '=', care.id)
      .where('kind', '=', 'overleg-inbreng')
      .execute();
    const alone = await fill(officer, `${at}/punt`, TOPIC);
    expect([alone.statusCode, textIn(alone)]).toEqual([409, expect.stringContaining('bel de voorzitter')]);
    expect(await messages(town.id)).toHaveLength(1);
  });

  it('is erased on both sides when its term is over', STORY, async () => {
    const { care, town, partner, chair, officer, due, participant } = table;
    await bring(officer, 'persoon', PERSON);
    const [brought] = (await waiting()) as [string];
    await done(chair, brought, { voor: [await participant(path, partner)] });
    const term = { rule: 'consultation', period: 'P1Y', category: '9.9 (voorbeeld)', settled_at: new Date(0) };
    await database.admin
      .insertInto('retention.term')
      .values(
        [care, town].map(({ id }) => ({
          ...term,
          tenant_id: id,
          id: newId(),
          asked_by_name: 'Noor Fictief',
          agreed_by_name: 'Tom Fictief',
        })),
      )
      .execute();
    await database.admin
      .updateTable('retention.record')
      .set({ starts_on: day('2025-01-01'), ends_on: day('2026-01-01'), erase_at: new Date(Date.UTC(2026, 0, 1)) })
      .where('tenant_id', 'in', [care.id, town.id])
      .where('subject_kind', 'in', ['consultation.item', 'consultation.brought', 'exchange.message'])
      .execute();
    await due();
    for (const tenant of [care, town]) expect(await messages(tenant.id)).toEqual([]);
    const rows = await database.admin
      .selectFrom('consultation.brought')
      .select('id')
      .where('tenant_id', '=', town.id)
      .execute();
    expect(rows).toEqual([]);
    expect(await read(chair, path)).not.toContain(NAME);
  });
});
