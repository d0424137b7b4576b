import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { newRandomId } from '../../src/platform/ids/uuid.ts';
import { addDays, day, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { agreeToConsult, CONSULTATION_KINDS } from '../support/a-consultation.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const STORY = { timeout: 240_000 };
const NAME = 'Rozemarijn';
const BACKGROUND = 'Zij slaapt nu in een auto';
const ELSEWHERE = 'breng dit in bij het Zorg- en Veiligheidshuis of het RIEC';
const soon = writeDutchDate(addDays(dutchDay(new Date()), 5));
type Fields = Readonly<Record<string, string | readonly string[]>>;

describe('a table of care parties', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;
  let town: TestOrganisation;
  let partner: TestOrganisation;
  let police: TestOrganisation;
  let actor: Actor;
  let chair: Visitor;
  let officer: Visitor;
  let guest: Visitor;
  let agent: Visitor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
    town = await anOrganisation(database);
    partner = await anOrganisation(database, 'ketenpartner');
    police = await anOrganisation(database, 'politie');
    await openGate(database, care.id, 'case-consultation');
    for (const other of [town, partner]) await agreeToConsult(database, care.id, other.id);
    await agreeToConsult(database, care.id, police.id, [CONSULTATION_KINDS[0]!]);
    actor = await anActor(database, 'zorgcoordinator', care);
    chair = await app.visitor(actor);
    [officer, guest, agent] = (await Promise.all(
      (
        [
          ['aandachtsfunctionaris', town],
          ['ketenpartner', partner],
          ['politie', police],
        ] as readonly (readonly [Role, TestOrganisation])[]
      ).map(async ([role, organisation]) => app.visitor(await anActor(database, role, organisation))),
    )) as [Visitor, Visitor, Visitor];
  });

  /** Sends the form at an address, ticked boxes too. */
  async function fill(visitor: Visitor, at: string, fields: Fields = {}, action = at) {
    const form = await visitor.form(at, action);
    const body = new URLSearchParams(form.fields);
    for (const [name, value] of Object.entries(fields)) {
      body.delete(name);
      for (const each of [value].flat()) body.append(name, each);
    }
    return visitor.request({
      method: 'POST',
      url: form.action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body.toString(),
    });
  }
  const done = async (visitor: Visitor, at: string, fields: Fields = {}, action = at) => {
    const answer = await fill(visitor, at, fields, action);
    expect([action, answer.statusCode, textIn(answer)]).toEqual([action, 303, '']);
    return String(answer.headers.location);
  };
  const textIn = (answer: Parameters<typeof documentOf>[0]) =>
    answer.statusCode === 303 ? '' : (documentOf(answer).querySelector('main')?.textContent ?? '');
  const read = async (visitor: Visitor, at: string) =>
    (await visitor.page(at)).querySelector('main')?.textContent ?? '';
  const due = () => runEverythingDue(database.kysely, 'demo', { wait: true });

  async function covenant(parties: readonly TestOrganisation[], until = '1-1-2028'): Promise<string> {
    await done(
      chair,
      '/samenwerken/convenanten/nieuw',
      {
        soort: 'convenant',
        naam: 'Voorbeeldconvenant zorgtafel',
        doel: 'Hulp op elkaar afstemmen',
        grondslag: 'Wmo 2015',
        partijen: [],
        anderen: parties.map(({ name }) => name).join('\n'),
        vanaf: '1-1-2026',
        geldigTot: until,
        bespreken: '1-12-2027',
      },
      '/samenwerken/convenanten',
    );
    const { id } = await database.admin
      .selectFrom('consultation.covenant')
      .select('id')
      .where('tenant_id', '=', care.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return id;
  }
  const plan = async (convenant: string) =>
    done(
      chair,
      '/overleg/nieuw',
      {
        soort: 'zorgtafel',
        titel: 'Zorgtafel Voorbeeldstad',
        doel: 'Hulp afstemmen',
        dag: '1-12-2027',
        tijd: '9.30',
        plaats: 'Zaal 1',
        convenant,
      },
      '/overleg',
    );
  const seat = (path: string, organisation: TestOrganisation, ziet = 'alles') =>
    done(chair, `${path}/deelnemers`, { hoe: 'organisatie', organisatie: organisation.code, ziet });
  const participant = async (path: string, organisation: TestOrganisation) =>
    (
      await database.admin
        .selectFrom('consultation.participant')
        .select('id')
        .where('meeting_id', '=', path.split('/')[2]!)
        .where('organisation_id', '=', organisation.id)
        .where('removed_at', 'is', null)
        .executeTakeFirstOrThrow()
    ).id;
  const PERSON = {
    aanduiding: NAME,
    vraag: 'Waar kan zij vannacht terecht?',
    achtergrond: BACKGROUND,
    doel: 'Een veilige plek',
    grondslag: 'zorgwet',
    wet: 'wmo',
  };
  const CONSENT = {
    ...PERSON,
    grondslag: 'toestemming',
    leeftijd: '23-30',
    gegevenDoor: 'person',
    hoe: 'spoken',
    taal: 'nl',
    gegevenOp: '1-11-2026',
  };
  const takeIn = (visitor: Visitor) => done(visitor, '/overleg/ontvangen');
  const received = async (organisation: TestOrganisation) =>
    database.admin
      .selectFrom('consultation.received')
      .select(['id', 'what'])
      .where('tenant_id', '=', organisation.id)
      .execute();

  /** A table with a town that sees all, a partner that sees the question, and one person for the town alone. */
  async function aTable(): Promise<string> {
    const path = await plan(await covenant([town, partner]));
    await seat(path, town);
    await seat(path, partner, 'vraag');
    await done(chair, `${path}/persoon`, { ...CONSENT, voor: [await participant(path, town)] });
    await done(chair, `${path}/punt`, {
      onderwerp: 'Bereikbaarheid in december',
      doel: 'Afspraken',
      voor: [await participant(path, town), await participant(path, partner)],
    });
    await done(chair, path, {}, `${path}/versturen`);
    return path;
  }

  it('gives everybody only the own part, and that is a fact about rows', STORY, async () => {
    const path = await aTable();
    await due();
    // mail and notice say that something waits, and nothing of what
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['tenant_id', 'kind', 'path'])
      .where('kind', '=', 'consultation.arrived')
      .execute();
    expect(new Set(told.map((each) => each.path))).toEqual(new Set(['/overleg/ontvangen']));
    expect(told.map((each) => each.tenant_id)).toEqual(expect.arrayContaining([town.id, partner.id]));
    expect(await read(officer, '/overleg/ontvangen')).not.toContain('Zorgtafel Voorbeeldstad');

    await takeIn(officer);
    await takeIn(guest);
    expect((await received(town)).map(({ what }) => what).toSorted()).toEqual(['invitation', 'item', 'item']);
    expect((await received(partner)).map(({ what }) => what).toSorted()).toEqual(['invitation', 'item']);
    const id = path.split('/')[2]!;
    const seen = await read(officer, `/overleg/ontvangen/${id}`);
    for (const said of [NAME, BACKGROUND, 'Bereikbaarheid in december', 'toestemming']) expect(seen).toContain(said);
    const other = await read(guest, `/overleg/ontvangen/${id}`);
    expect(other).toContain('Bereikbaarheid in december');
    for (const said of [NAME, BACKGROUND]) expect(other).not.toContain(said);
    // in the tenant of the partner there is no message about a person at all
    const kinds = await database.admin
      .selectFrom('exchange.message')
      .select('kind')
      .where('tenant_id', '=', partner.id)
      .execute();
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['overleg']));
    // whoever sits at no table finds nothing
    expect((await agent.get(`/overleg/ontvangen/${id}`)).statusCode).toBe(404);
    expect((await officer.get(path)).statusCode).toBe(404);
    const log = await database.admin
      .selectFrom('audit.processing')
      .select('subject_kind')
      .where('tenant_id', '=', town.id)
      .execute();
    expect(log.map((each) => each.subject_kind)).toContain('consultation.person');
  });

  it('shows the question without the background to whoever may see no more', STORY, async () => {
    const path = await plan(await covenant([town, partner]));
    await seat(path, partner, 'vraag');
    await done(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, partner)] });
    await done(chair, path, {}, `${path}/versturen`);
    await takeIn(guest);
    const seen = await read(guest, `/overleg/ontvangen/${path.split('/')[2]}`);
    expect(seen).toContain('Waar kan zij vannacht terecht?');
    expect(seen).not.toContain(BACKGROUND);
  });

  it('takes an action to the list of who does it, with its source, and hears back how it went', STORY, async () => {
    const path = await aTable();
    const id = path.split('/')[2]!;
    await done(chair, path, {}, `${path}/openen`);
    const { id: item } = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('meeting_id', '=', id)
      .where('about_person', '=', true)
      .executeTakeFirstOrThrow();
    const action = { agendapunt: item, wat: 'actie', tekst: 'Belt de opvang vandaag', klaarOp: soon };
    const wrong = await fill(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, partner) });
    expect([wrong.statusCode, textIn(wrong)]).toEqual([409, expect.stringContaining('kreeg')]);
    await done(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, town) });
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Eén plan, bij de gemeente' });
    await takeIn(officer);
    expect(await read(officer, '/overzicht')).toContain(`Actie uit een overleg van ${care.name}`);
    const at = `/overleg/ontvangen/${id}`;
    expect(await read(officer, at)).toContain('Eén plan, bij de gemeente');
    const form = await officer.form(at, `${at}/gedaan`);
    const report = { ...form, fields: { ...form.fields, hoeGing: 'gedaan' } };
    expect((await officer.send(report)).statusCode).toBe(303);
    // sent twice is done once
    expect((await officer.send(report)).statusCode).toBe(303);
    expect(await read(officer, at)).toContain('Gedaan');
    await due();
    expect(await read(officer, '/overzicht')).not.toContain('Actie uit een overleg');
    await takeIn(chair);
    expect(await read(chair, path)).toContain('Gedaan');

    const minutes = await chair.get(`${path}/verslag.docx`);
    expect([minutes.statusCode, minutes.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await done(chair, path, {}, `${path}/sluiten`);
    expect(await read(chair, path)).toContain('Bewaard tot');
    await takeIn(officer);
    expect(await read(officer, at)).toContain('Dit overleg is gesloten');
    const facts = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'state', 'source'])
      .where('tenant_id', '=', town.id)
      .execute();
    expect(facts).toEqual([{ element: 'K4.6', state: 'working', source: 'collaboration' }]);
    const closed = await fill(chair, `${path}/vastleggen`, { ...action, actieVan: '' });
    expect(closed.statusCode).toBe(409);
  });

  it('puts remarks on an action at both ends, until the participant is taken from the table', STORY, async () => {
    const path = await aTable();
    const id = path.split('/')[2]!;
    await done(chair, path, {}, `${path}/openen`);
    const { id: item } = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('meeting_id', '=', id)
      .where('about_person', '=', true)
      .executeTakeFirstOrThrow();
    const action = { agendapunt: item, wat: 'actie', tekst: 'Belt de opvang vandaag', klaarOp: soon };
    await done(chair, `${path}/vastleggen`, { ...action, actieVan: await participant(path, town) });
    await takeIn(officer);
    const at = `/overleg/ontvangen/${id}`;
    const remarks = (await officer.page(at)).querySelector('a[href$="/opmerking"]')!.getAttribute('href')!;
    await done(officer, remarks, { opmerking: 'De opvang belt morgen terug' });
    await due();
    const told = async (organisation: TestOrganisation) =>
      database.admin
        .selectFrom('deadlines.notification')
        .select('path')
        .where('tenant_id', '=', organisation.id)
        .where('kind', '=', 'consultation.remark')
        .execute();
    expect(await told(care)).toEqual([{ path }]);
    expect(await read(chair, path)).toContain('De opvang belt morgen terug');
    await done(chair, remarks, { opmerking: 'Bel dan ook de gemeente' });
    await due();
    expect(await told(town)).toEqual([{ path: at }]);
    expect(await read(officer, at)).toContain('Bel dan ook de gemeente');
    // who did not get the item has no remark either, and what was said is no new inbox
    await takeIn(guest);
    expect((await guest.get(remarks)).statusCode).toBe(404);
    expect(await read(chair, '/samenwerken/berichten')).not.toContain('Opmerking');
    const form = await chair.form(path, `${path}/deelnemers/weg`);
    await chair.send({ ...form, fields: { ...form.fields, deelnemerWeg: await participant(path, town) } });
    expect(await read(officer, remarks)).not.toContain('Bel dan ook de gemeente');
    expect(await read(chair, remarks)).toContain('Dit staat niet meer open');
    const open = await database.admin
      .selectFrom('vault.message_key')
      .select('message_id')
      .where('tenant_id', '=', town.id)
      .where('box', '=', 'in')
      .execute();
    expect(open).toEqual([]);
  });

  it(
    'passes the chair to a colleague, who opens it from then on, and tells the participants without content',
    STORY,
    async () => {
      const path = await aTable();
      await takeIn(officer);
      const next = await anActor(database, 'zorgcoordinator', care);
      const successor = await app.visitor(next);
      expect((await successor.get(path)).statusCode).toBe(404);
      const pass = `${path}/overdragen`;
      const wrong = await fill(chair, pass, { nieuweVoorzitter: newRandomId() });
      expect([wrong.statusCode, textIn(wrong)]).toEqual([
        409,
        expect.stringContaining('kan dit overleg niet voorzitten'),
      ]);
      expect(await done(chair, pass, { nieuweVoorzitter: next.membershipId })).toBe('/overleg');
      expect((await chair.get(path)).statusCode).toBe(404);
      expect(await read(successor, path)).toContain(NAME);
      expect(await read(successor, '/overzicht')).toContain('U zit nu een overleg voor');
      await due();
      await takeIn(officer);
      expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain(next.personName);
    },
  );

  it(
    'is called off: nobody reads what was said, the participants hear it, and it is no table that was held',
    STORY,
    async () => {
      const path = await aTable();
      await takeIn(officer);
      const at = `/overleg/ontvangen/${path.split('/')[2]}`;
      expect(await read(officer, at)).toContain(NAME);
      const form = await chair.form(`${path}/overdragen`, `${path}/afzeggen`);
      expect([(await chair.send(form)).statusCode, (await chair.send(form)).statusCode]).toEqual([303, 303]);
      expect(await read(chair, path)).toContain('Afgezegd');
      await due();
      await takeIn(officer);
      const seen = await read(officer, at);
      expect(seen).toContain('dit overleg gaat niet door');
      expect(seen).not.toContain(NAME);
      const facts = await database.admin
        .selectFrom('approach.fact')
        .select('element')
        .where('tenant_id', '=', town.id)
        .execute();
      expect(facts).toEqual([]);
      const kept = await database.admin
        .selectFrom('retention.record')
        .select('rule')
        .where('tenant_id', '=', care.id)
        .where('subject_kind', '=', 'consultation.meeting')
        .execute();
      expect(kept).toEqual([{ rule: 'consultation' }]);
    },
  );

  it(
    'puts an action about nobody in the plan of a municipality with its source, and never one about a person',
    STORY,
    async () => {
      const path = await aTable();
      const id = path.split('/')[2]!;
      await done(chair, path, {}, `${path}/openen`);
      const items = await database.admin
        .selectFrom('consultation.item')
        .select(['id', 'about_person'])
        .where('meeting_id', '=', id)
        .execute();
      for (const item of items)
        await done(chair, `${path}/vastleggen`, {
          agendapunt: item.id,
          wat: 'actie',
          tekst: item.about_person ? 'Belt de opvang vandaag' : 'Maakt een rooster voor december',
          klaarOp: soon,
          actieVan: await participant(path, town),
        });
      await takeIn(officer);
      const at = `/overleg/ontvangen/${id}`;
      const offered = (await officer.page(at)).querySelectorAll(`form[action="${at}/plan"]`);
      expect([...offered].map((form) => form.getAttribute('aria-label'))).toEqual([
        'Zet in uw plan: Maakt een rooster voor december',
      ]);
      const without = await officer.send(await officer.form(at, `${at}/plan`));
      expect([without.statusCode, textIn(without)]).toEqual([409, expect.stringContaining('nog geen plan')]);
      const person = await database.admin
        .selectFrom('consultation.received')
        .select('id')
        .where('tenant_id', '=', town.id)
        .where('what', '=', 'action')
        .where('person_id', 'is not', null)
        .executeTakeFirstOrThrow();
      const form = await officer.form(at, `${at}/plan`);
      const sneaky = { ...form, fields: { ...form.fields, actieVoorPlan: person.id } };
      expect((await officer.send(sneaky)).statusCode).toBe(404);
      const plan = { tenant_id: town.id, id: newRandomId(), title: 'Voorbeeldplan', edition: 1, version: 1 };
      const period = { starts_on: day('2026-01-01'), ends_on: day('2099-01-01') };
      await database.admin
        .insertInto('approach.plan')
        .values({ ...plan, ...period, changed_by: 'Test', changed_at: new Date(0) })
        .execute();
      expect((await officer.send(await officer.form(at, `${at}/plan`))).headers.location).toBe('/aanpak/plan');
      expect((await officer.send(await officer.form(at, `${at}/plan`))).statusCode).toBe(409);
      const planned = await database.admin
        .selectFrom('approach.plan_action')
        .select(['title', 'source_kind', 'source_title'])
        .where('tenant_id', '=', town.id)
        .execute();
      const source = { source_kind: 'consultation', source_title: `Zorgtafel van ${care.name}` };
      expect(planned).toEqual([{ title: 'Maakt een rooster voor december', ...source }]);
    },
  );

  it('makes everything unreadable for whoever is taken from the table, also in the middle', STORY, async () => {
    const path = await aTable();
    const id = path.split('/')[2]!;
    await takeIn(officer);
    await done(chair, path, {}, `${path}/openen`);
    const at = `/overleg/ontvangen/${id}`;
    expect(await read(officer, at)).toContain(NAME);
    const form = await chair.form(path, `${path}/deelnemers/weg`);
    const away = { ...form, fields: { ...form.fields, deelnemerWeg: await participant(path, town) } };
    expect((await chair.send(away)).statusCode).toBe(303);
    const seen = await read(officer, at);
    expect(seen).toContain('u doet niet meer mee aan dit overleg');
    for (const said of [NAME, BACKGROUND, 'Bereikbaarheid', 'Zaal 1']) expect(seen).not.toContain(said);
    const left = await database.admin
      .selectFrom('exchange.message as m')
      .leftJoin('vault.message_key as k', (join) =>
        join.onRef('k.tenant_id', '=', 'm.tenant_id').onRef('k.message_id', '=', 'm.id'),
      )
      .select(['m.content', 'k.wrapped'])
      .where('m.tenant_id', '=', town.id)
      .execute();
    expect(left.length).toBe(3);
    for (const row of left) expect(row).toEqual({ content: null, wrapped: null });
    // what is decided after it does not reach her any more
    const { id: item } = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('meeting_id', '=', id)
      .where('about_person', '=', true)
      .executeTakeFirstOrThrow();
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Later' });
    const waiting = await database.admin
      .selectFrom('exchange.message')
      .select('id')
      .where('tenant_id', '=', town.id)
      .where('state', '=', 'sent')
      .execute();
    expect(waiting).toEqual([]);
  });

  it('stops sharing at once when a consent is withdrawn', STORY, async () => {
    const path = await aTable();
    await takeIn(officer);
    const form = await chair.form(path, `${path}/intrekken`);
    const withdrawn = { ...form, fields: { ...form.fields, waarom: 'toestemming' } };
    expect((await chair.send(withdrawn)).statusCode).toBe(303);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).not.toContain(NAME);
    const consents = await database.admin
      .selectFrom('exchange.consent')
      .select('withdrawn_at')
      .where('tenant_id', '=', care.id)
      .execute();
    expect(consents.map(({ withdrawn_at }) => withdrawn_at !== null)).toEqual([true]);
    expect(await read(chair, path)).toContain('De toestemming is ingetrokken');
  });

  it('lets a covenant that lapsed block a new person, and nothing that was shared or agreed', STORY, async () => {
    const path = await aTable();
    await takeIn(officer);
    await done(chair, path, {}, `${path}/openen`);
    const list = '/samenwerken/convenanten';
    await done(chair, list, {}, `${list}/beeindigen`);
    const blocked = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
    expect([blocked.statusCode, textIn(blocked)]).toEqual([409, expect.stringContaining('hulp die loopt gaat door')]);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain(NAME);
    expect(await read(chair, path)).toContain('het convenant geldt niet meer');
    const { id: item } = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('meeting_id', '=', path.split('/')[2]!)
      .where('about_person', '=', true)
      .executeTakeFirstOrThrow();
    await done(chair, `${path}/vastleggen`, {
      agendapunt: item,
      wat: 'actie',
      tekst: 'De hulp gaat door',
      klaarOp: soon,
      actieVan: await participant(path, town),
    });
    await takeIn(officer);
    expect(await read(officer, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain('De hulp gaat door');
  });

  it('refuses a new person when the agreement to exchange lapsed, and says so beside who gets it', STORY, async () => {
    const path = await aTable();
    await database.admin
      .updateTable('exchange.agreement')
      .set({ valid_until: day('2021-01-01') })
      .where('tenant_id', '=', town.id)
      .execute();
    const blocked = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
    expect([blocked.statusCode, textIn(blocked)]).toEqual([409, expect.stringContaining('geldt geen afspraak')]);
    // the meeting goes on: what cannot be sent is said, and goes on paper
    await done(chair, path, {}, `${path}/openen`);
    const { id: item } = await database.admin
      .selectFrom('consultation.item')
      .select('id')
      .where('meeting_id', '=', path.split('/')[2]!)
      .where('about_person', '=', true)
      .executeTakeFirstOrThrow();
    await done(chair, `${path}/vastleggen`, { agendapunt: item, wat: 'besluit', tekst: 'Bellen' });
    expect(await read(chair, path)).toContain('niet alles kon worden verstuurd');
    const paper = await chair.get(`${path}/agenda.docx?deelnemer=${await participant(path, town)}`);
    expect([paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    await done(chair, path, {}, `${path}/sluiten`);
  });

  describe('with the police at the table', () => {
    const turned = (path: string) =>
      database.admin
        .selectFrom('consultation.turned_away')
        .selectAll()
        .where('meeting_id', '=', path.split('/')[2]!)
        .execute();

    it('refuses a person in one sentence, and keeps only that it was refused', STORY, async () => {
      const path = await plan(await covenant([town]));
      await seat(path, town);
      await seat(path, police);
      const refused = await fill(chair, `${path}/persoon`, { ...PERSON, voor: [await participant(path, town)] });
      expect([refused.statusCode, textIn(refused)]).toEqual([409, expect.stringContaining(ELSEWHERE)]);
      expect(await turned(path)).toMatchObject([{ what: 'person', types: ['police'], by_name: actor.personName }]);
      const items = await database.admin
        .selectFrom('consultation.item')
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect(items).toEqual([]);
      const dossiers = await database.admin
        .selectFrom('privacy.dossier')
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect(dossiers).toEqual([]);
      expect(await read(chair, path)).toContain('meer is niet bewaard');
      // without a person the police take part as anybody
      await done(chair, `${path}/punt`, {
        onderwerp: 'Sluiproutes',
        doel: 'Weten',
        voor: [await participant(path, police)],
      });
      await done(chair, path, {}, `${path}/versturen`);
      await takeIn(agent);
      expect(await read(agent, `/overleg/ontvangen/${path.split('/')[2]}`)).toContain('Sluiproutes');
    });

    it('refuses the police where a person is on the agenda, on paper too', STORY, async () => {
      const path = await aTable();
      const at = `${path}/deelnemers`;
      for (const fields of [
        { hoe: 'organisatie', organisatie: police.code, ziet: 'zonder-persoon' },
        { hoe: 'papier', naam: 'Belastingdienst', type: 'tax', ziet: 'zonder-persoon' },
      ]) {
        const refused = await fill(chair, at, fields);
        expect([refused.statusCode, textIn(refused)]).toEqual([409, expect.stringContaining(ELSEWHERE)]);
      }
      const disguised = await fill(chair, at, { hoe: 'papier', naam: 'Wijkagent', type: 'ngo', ziet: 'alles' });
      expect([disguised.statusCode, textIn(disguised)]).toEqual([409, expect.stringContaining('opsporingsdienst')]);
      expect((await turned(path)).map(({ what, types }) => [what, types])).toEqual([
        ['participant', ['police']],
        ['participant', ['tax']],
      ]);
    });

    it('lets only one of the two through when both come at once', STORY, async () => {
      for (let turn = 0; turn < 4; turn += 1) {
        const path = await plan(await covenant([town]));
        await seat(path, town);
        const voor = [await participant(path, town)];
        const [person, seated] = await Promise.all([
          fill(chair, `${path}/persoon`, { ...PERSON, voor }),
          fill(chair, `${path}/deelnemers`, { hoe: 'organisatie', organisatie: police.code, ziet: 'alles' }),
        ]);
        expect([person.statusCode, seated.statusCode].toSorted()).toEqual([303, 409]);
      }
    });

    it('is refused by the database itself, whatever the code does', STORY, async () => {
      const path = await aTable();
      const [id] = [path.split('/')[2]!];
      const row = {
        tenant_id: care.id,
        id: newRandomId(),
        meeting_id: id,
        meeting_kind: 'care',
        way: 'paper',
        name: 'Politie',
        sees: 'topics',
        added_at: new Date(),
      };
      const { admin } = database;
      for (const type of ['police', 'border-police', 'prosecution', 'riec', 'tax', 'labour-inspectorate'])
        await expect(
          admin
            .insertInto('consultation.participant')
            .values({ ...row, type })
            .execute(),
        ).rejects.toThrow(/foreign key/);
      await expect(
        admin.updateTable('consultation.meeting').set({ admits: 'enforcement' }).where('id', '=', id).execute(),
      ).rejects.toThrow(/foreign key/);
      await admin
        .insertInto('consultation.participant')
        .values({ ...row, type: 'ngo' })
        .execute();
    });
  });

  it('is held by parties of its covenant, with a ground for each person', STORY, async () => {
    const path = await plan(await covenant([town]));
    await seat(path, town);
    await seat(path, partner);
    const at = `${path}/persoon`;
    const voor = [await participant(path, town)];
    const refused = async (fields: Fields, says: string) => {
      const answer = await fill(chair, at, { ...PERSON, voor, ...fields });
      expect([answer.statusCode, textIn(answer)]).toEqual([409, expect.stringContaining(says)]);
    };
    await refused({ voor: [await participant(path, partner)] }, 'geen partij bij het convenant');
    await refused({ grondslag: '' }, 'Kies toestemming of een zorgwet');
    await refused({ wet: '' }, 'Kies op welke zorgwet');
    // the same law, ages and questions as for every consent to be helped
    const missing = await fill(chair, at, { ...PERSON, voor, ...CONSENT, gegevenDoor: '', leeftijd: '' });
    expect([missing.statusCode, textIn(missing)]).toEqual([400, expect.stringContaining('Kies wie toestemming gaf')]);
    expect(textIn(missing)).toContain('Kies hoe oud de persoon is');
    const fieldOf = async (fields: Fields) => {
      const answer = await fill(chair, at, { ...PERSON, voor, ...CONSENT, ...fields });
      const errors = [...documentOf(answer).querySelectorAll('[id^="veld-"][id$="-fout"]')].map(({ id }) => id);
      return [answer.statusCode, ...errors];
    };
    expect(await fieldOf({ leeftijd: '0-11' })).toEqual([409, 'veld-gegevenDoor-fout']);
    expect(await fieldOf({ leeftijd: '12-15' })).toEqual([409, 'veld-wens-fout']);
    expect(await fieldOf({ leeftijd: '12-15', wens: 'objects' })).toEqual([409, 'veld-wens-fout']);
    const guardian = { leeftijd: '0-11', gegevenDoor: 'guardian' };
    expect(await fieldOf(guardian)).toEqual([409, 'veld-betrokken-fout']);
    expect(await fieldOf({ ...guardian, betrokken: 'contested' })).toEqual([409, 'veld-betrokken-fout']);
    expect(await fieldOf({ gegevenDoor: 'guardian', betrokken: 'trusted' })).toEqual([409, 'veld-gegevenDoor-fout']);
    await refused({ ...CONSENT, gegevenOp: '1-11-2025' }, 'ouder dan een jaar');
    await refused({ voor: [newRandomId()] }, 'Kies deelnemers die aan tafel zitten');
    const holds = await fill(chair, at, { ...PERSON, voor, vraag: 'Bel 06 12345678' });
    expect([holds.statusCode, textIn(holds)]).toEqual([400, expect.stringContaining('telefoonnummer')]);
    const twice = await fill(chair, `${path}/deelnemers`, {
      hoe: 'organisatie',
      organisatie: town.code,
      ziet: 'alles',
    });
    expect([twice.statusCode, textIn(twice)]).toEqual([409, expect.stringContaining('zit al aan tafel')]);
  });

  it('sends once what is sent twice, and lets one of two who open it at once through', STORY, async () => {
    const path = await aTable();
    const sent = () =>
      database.admin.selectFrom('exchange.message').select('id').where('tenant_id', '=', care.id).execute();
    const before = (await sent()).length;
    const form = await chair.form(path, `${path}/openen`);
    const again = await chair.form(path, `${path}/openen`);
    const opened = await Promise.all([chair.send(form), chair.send(again)]);
    expect(opened.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(await sent()).toHaveLength(before);
  });

  it('is erased with everything that hangs on it, and a person by herself', STORY, async () => {
    const path = await aTable();
    const id = path.split('/')[2]!;
    await database.admin
      .insertInto('retention.term')
      .values({
        tenant_id: care.id,
        id: newRandomId(),
        rule: 'consultation',
        period: 'P1Y',
        category: '9.9 (voorbeeld)',
        asked_by_name: 'Noor Fictief',
        agreed_by_name: 'Tom Fictief',
        settled_at: new Date(Date.UTC(2026, 0, 1)),
      })
      .execute();
    /** The term of records of this kind is over. */
    const isOver = (kind: string) =>
      database.admin
        .updateTable('retention.record')
        .set({ starts_on: day('2025-01-01'), ends_on: day('2026-01-01'), erase_at: new Date(Date.UTC(2026, 0, 1)) })
        .where('tenant_id', '=', care.id)
        .where('subject_kind', '=', kind)
        .execute();
    await isOver('consultation.item');
    await due();
    const items = await database.admin
      .selectFrom('consultation.item')
      .select('about_person')
      .where('meeting_id', '=', id)
      .execute();
    expect(items).toEqual([{ about_person: false }]);
    expect(await read(chair, path)).not.toContain(NAME);
    // what the town never took in went with it
    await takeIn(officer);
    expect(await read(officer, `/overleg/ontvangen/${id}`)).not.toContain(NAME);
    await isOver('consultation.meeting');
    await due();
    expect((await chair.get(path)).statusCode).toBe(404);
    for (const table of ['item', 'part', 'participant', 'outcome', 'meeting'] as const) {
      const left = await database.admin
        .selectFrom(`consultation.${table}`)
        .select('id')
        .where('tenant_id', '=', care.id)
        .execute();
      expect([table, left]).toEqual([table, []]);
    }
  });
});

describe('a consultation of one municipality', () => {
  it('stays within it: own officials only, each the own part', STORY, async () => {
    const database = await createDatabase();
    const app = await testApp(database);
    const town = await anOrganisation(database);
    await openGate(database, town.id, 'case-consultation');
    const chair = await app.visitor(await anActor(database, 'aandachtsfunctionaris', town));
    const nurse = await anActor(database, 'zorgcoordinator', town);
    const other = await app.visitor(await anActor(database, 'zorgcoordinator', town));
    const send = async (at: string, fields: Readonly<Record<string, string>>, action = at) => {
      const form = await chair.form(at, action);
      return chair.send({ ...form, fields: { ...form.fields, ...fields } });
    };
    const planned = await send(
      '/overleg/nieuw',
      {
        soort: 'signalenoverleg',
        titel: 'Signalenoverleg december',
        doel: 'Signalen wegen',
        dag: '1-12-2027',
        tijd: '10:00',
        plaats: 'Kamer 4',
      },
      '/overleg',
    );
    const path = String(planned.headers.location);
    const page = await chair.page(`${path}/deelnemers`);
    expect(page.querySelector('[name=organisatie]')).toBeNull();
    await send(`${path}/deelnemers`, { hoe: 'collega', deelnemer: nurse.membershipId, ziet: 'alles' });
    await send(`${path}/deelnemers`, { hoe: 'papier', naam: 'Leerplichtambtenaar', ziet: 'vraag' });
    const { id: seat } = await database.admin
      .selectFrom('consultation.participant')
      .select('id')
      .where('membership_id', '=', nurse.membershipId)
      .executeTakeFirstOrThrow();
    const person = { aanduiding: NAME, vraag: 'Is dit een signaal?', achtergrond: '', doel: 'Wegen', voor: seat };
    expect((await send(`${path}/persoon`, person)).statusCode).toBe(303);
    expect((await send(`${path}/persoon`, { ...person, aanduiding: 'Tijm', voor: '' })).statusCode).toBe(303);
    await send(path, {}, `${path}/versturen`);
    const colleague = await app.visitor(nurse);
    const seen = (await colleague.page(path)).querySelector('main')?.textContent ?? '';
    expect(seen).toContain(NAME);
    expect(seen).not.toContain('Tijm');
    expect((await colleague.page(path)).querySelector('main form')).toBeNull();
    expect((await other.get(path)).statusCode).toBe(404);
    await database.close();
  });
});
