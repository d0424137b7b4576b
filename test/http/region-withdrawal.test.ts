import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewFact, reportFact } from '../../src/features/approach/index.ts';
import { publishedStanding } from '../../src/features/approach/persistence/standing-query.ts';
import { publishElement } from '../../src/features/approach/persistence/standing-store.ts';
import { currentFacts } from '../../src/features/approach/use-cases/facts.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { enter } from '../../src/platform/db/transact.ts';
import {
  addDays,
  addMonths,
  day,
  dutchDay,
  type PlainDate,
  writeDutchDate,
} from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

describe('a region that withdraws what a municipality relies on', () => {
  let database: TestDatabase;
  let app: TestApp;
  let place: TestOrganisation;
  let region: TestOrganisation;
  let director: Visitor;
  let officer: Actor;
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    place = await anOrganisation(database);
    officer = await anActor(database, 'beleidsmedewerker', place);
    region = await anOrganisation(database, 'veiligheidsregio');
    director = await app.visitor(await anActor(database, 'ketenregisseur', region));
    today = dutchDay(await readClock(database.kysely));
  });

  const far = () => addMonths(today, 30);
  async function offer(element: string, as: Visitor = director) {
    const form = await as.form('/regio/regelt', '/regio/regelt');
    const fields = {
      onderdeel: element,
      besluit: 'Regionaal convenant',
      vastgesteldDoor: 'Algemeen bestuur',
      vastgesteldOp: writeDutchDate(addDays(today, -10)),
      geldigTot: writeDutchDate(far()),
    };
    expect((await as.send({ ...form, fields: { ...form.fields, ...fields } })).statusCode).toBe(303);
  }
  async function withdraw(element: string, as: Visitor = director) {
    expect((await as.send(await as.form(`/regio/regelt/intrekken?onderdeel=${element}`))).statusCode).toBe(303);
  }
  const inPlace = <T>(run: Parameters<typeof enter<T>>[2]) =>
    enter(database.kysely, { door: 'own', tenantId: place.id }, run);
  const report = (fact: Partial<NewFact> & Pick<NewFact, 'element'>) =>
    inPlace((tx, time) =>
      reportFact(
        tx,
        place.id,
        {
          source: 'scan',
          state: 'present',
          asOf: addDays(today, -5),
          lapsesOn: far(),
          statement: 'Is er.',
          evidenceTitle: 'Besluit',
          reportedBy: 'test',
          ...fact,
        },
        time,
      ),
    );
  const byRegion = (element: string, regionId = region.id) => report({ element, state: 'regional', regionId });
  /** Everything that anchoring asks, but for what `except` names. */
  async function anchor(except: readonly string[]) {
    const focal = await anActor(database, 'aandachtsfunctionaris', place);
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
        geldigTot: writeDutchDate(addMonths(today, 40)),
      },
    });
    for (const element of ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2', 'K1.8', 'K1.9'])
      if (!except.includes(element)) await report({ element });
    await report({ element: 'K1.1', adoptingBody: 'het college' });
    if (!except.includes('drill')) await report({ element: 'K2.2', source: 'drill', state: 'working' });
  }
  const standing = (element = 'K7.1') =>
    enter(database.kysely, { door: 'published' }, (tx) => publishedStanding(tx, place.id, element));

  it('ends the element that the region arranged for it, on that day', async () => {
    await offer('K5.1');
    const element = { element: 'K5.1', state: 'regional', evidenceKind: 'regio', regionId: region.id } as const;
    await inPlace((tx, { now }) =>
      publishElement(tx, place.id, { ...element, decidedOn: addDays(today, -5), lapsesOn: far(), publishedAt: now }),
    );
    expect(await standing('K5.1')).toMatchObject({ lapsesOn: far() });
    await withdraw('K5.1');
    expect(await standing('K5.1')).toMatchObject({ lapsesOn: today });
    // the region changes its mind: it holds again
    await offer('K5.1');
    expect(await standing('K5.1')).toMatchObject({ lapsesOn: far() });
  });

  it('ends anchoring that rests on it, at once and without a deed of the municipality', async () => {
    await offer('K4.1');
    await offer('K1.7');
    await byRegion('K4.1');
    await anchor(['K4.1']);
    const held = await standing();
    expect(held!.lapsesOn > today).toBe(true);
    await withdraw('K1.7');
    expect(await standing()).toEqual(held);
    await withdraw('K4.1');
    expect(await standing()).toEqual({ ...held, lapsesOn: today });
    const page = await (await app.visitor(officer)).page('/aanpak/borging');
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('nog niet geborgd: 9 van de 10');
  });

  it('lets anchoring go on as long as something of its own holds', async () => {
    await offer('K4.1');
    await byRegion('K4.1');
    const own = addMonths(today, 3);
    await report({ element: 'K4.1', source: 'statement', lapsesOn: own });
    await anchor(['K4.1']);
    const held = await standing();
    expect(held!.lapsesOn > own).toBe(true);
    await withdraw('K4.1');
    expect(await standing()).toEqual({ ...held, lapsesOn: own });
  });

  it('does not go on when two regions that stood in for each other both withdraw', async () => {
    const other = await anOrganisation(database, 'veiligheidsregio');
    const second = await app.visitor(await anActor(database, 'ketenregisseur', other));
    await offer('K4.1');
    await offer('K4.1', second);
    await byRegion('K4.1');
    await report({
      element: 'K4.1',
      source: 'statement',
      state: 'regional',
      regionId: other.id,
      lapsesOn: addMonths(today, 9),
    });
    await anchor(['K4.1']);
    const held = await standing();
    await withdraw('K4.1');
    expect(await standing()).toEqual({ ...held, lapsesOn: addMonths(today, 9) });
    await withdraw('K4.1', second);
    expect(await standing()).toEqual({ ...held, lapsesOn: today });
  });

  it('leaves alone what the municipality published after it', async () => {
    await offer('K5.1');
    await withdraw('K5.1');
    const element = { element: 'K5.1', state: 'regional', evidenceKind: 'regio', regionId: region.id } as const;
    await inPlace((tx, { now }) =>
      publishElement(tx, place.id, {
        ...element,
        decidedOn: today,
        lapsesOn: far(),
        publishedAt: new Date(now.getTime() + 86_400_000),
      }),
    );
    expect(await standing('K5.1')).toMatchObject({ lapsesOn: far() });
  });

  describe('and the people of its municipalities', () => {
    let focal: Actor;
    let leader: Actor;
    beforeEach(async () => {
      focal = await anActor(database, 'aandachtsfunctionaris', place);
      leader = await anActor(database, 'teamleider', place);
      await database.admin
        .insertInto('organisations.region_membership')
        .values({
          organisation_id: place.id,
          region_kind: 'safety-region',
          region_id: region.id,
          valid_from: day('2020-01-01'),
          source: 'test',
        })
        .execute();
    });
    const forward = async (by: string) => (await app.visitor()).post('/demo/klok', { vooruit: by });
    const mails = async (who: Actor) => {
      const rows = await database.admin
        .selectFrom('mail.outbox')
        .selectAll()
        .where('tenant_id', '=', place.id)
        .where('person_id', '=', who.personId)
        .execute();
      expect(JSON.stringify(rows)).not.toMatch(/K4\.1|regelt/i);
      return rows.length;
    };
    const home = async (who: Actor) =>
      [...(await (await app.visitor(who)).page('/overzicht')).querySelectorAll('main .ib-task')]
        .map((task) => task.textContent!)
        .filter((text) => /regio regelt|vervallen/i.test(text));

    it('who relied on it hear so at once, by mail without content, each in her role; and later who leads them', async () => {
      await offer('K4.1');
      await byRegion('K4.1');
      await withdraw('K4.1');
      await forward('PT1M');
      for (const who of [focal, officer]) {
        expect(await home(who)).toEqual([expect.stringContaining('De regio regelt K4.1 niet meer')]);
        expect(await mails(who)).toBe(1);
      }
      expect(await home(leader)).toEqual([]);
      await forward('P8D');
      expect((await home(leader)).length).toBeGreaterThan(0);
    });

    it('hear of a whole document once, and not again as something that lapsed', async () => {
      await offer('K5.1 K5.3 K4.1');
      for (const element of ['K5.1', 'K5.3']) {
        await byRegion(element);
        const published = { element, state: 'regional', evidenceKind: 'regio', regionId: region.id } as const;
        await inPlace((tx, { now }) =>
          publishElement(tx, place.id, { ...published, decidedOn: today, lapsesOn: far(), publishedAt: now }),
        );
      }
      const page = '/regio/regelt/intrekken?onderdeel=K4.1+K5.1+K5.3';
      const main = (await director.page(page)).querySelector('main')!;
      expect(main.textContent).toContain('1 gemeente publiceert dat de regio dit regelt');
      expect([...main.querySelectorAll('input[checked]')].map((box) => box.getAttribute('value'))).toEqual([
        'K4.1',
        'K5.1',
        'K5.3',
      ]);
      const { fields } = await director.form(page);
      const sent = await director.post('/regio/regelt/intrekken', { ...fields, onderdeel: 'K4.1 K5.1 K5.3' });
      expect(sent.headers.location).toBe('/regio/regelt?ingetrokken');
      await forward('PT1M');
      expect(await home(officer)).toEqual([expect.stringContaining('De regio regelt 2 onderdelen niet meer')]);
      expect((await home(officer))[0]).toMatch(/K5\.1, K5\.3.*Vervallen/s);
      expect(await mails(officer)).toBe(1);
      await report({ element: 'K5.1', source: 'statement' });
      expect((await home(officer)).filter((text) => text.includes('De regio regelt'))).toHaveLength(1);
      await report({ element: 'K5.3', source: 'statement' });
      expect((await home(officer)).filter((text) => text.includes('De regio regelt'))).toEqual([]);
    });

    it('lose what they stated with that region by name, and hear so; not what names no region', async () => {
      const visitor = await app.visitor(officer);
      const PAGE = '/aanpak/borging/verklaring';
      const state = async (onderdeel: string, regio: string) => {
        const form = await visitor.form(PAGE, PAGE);
        const fields = {
          onderdeel,
          regio,
          stand: 'regio',
          verklaring: 'De regio regelt dit.',
          datum: writeDutchDate(addDays(today, -5)),
          geldigTot: writeDutchDate(addMonths(today, 20)),
          bewijs: 'Convenant',
        };
        return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
      };
      await offer('K4.1');
      await offer('K4.2');
      const stranger = await anOrganisation(database, 'veiligheidsregio');
      const refused = await state('K4.1', stranger.id);
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('hoort vandaag niet bij deze regio');
      expect((await state('K4.1', region.id)).statusCode).toBe(303);
      expect((await state('K4.2', 'onbekend')).statusCode).toBe(303);
      await withdraw('K4.1');
      await withdraw('K4.2');
      await forward('PT1M');
      const facts = await inPlace((tx) => currentFacts(tx, place.id));
      const lapses = (element: string) => facts.find((fact) => fact.element === element)!.lapsesOn;
      expect([lapses('K4.1'), lapses('K4.2')]).toEqual([today, addMonths(today, 20)]);
      expect(await home(officer)).toEqual([expect.stringContaining('De regio regelt K4.1 niet meer')]);
    });

    it('hear nothing when they did not rely on it, or something of their own holds', async () => {
      await offer('K4.1');
      await offer('K4.2');
      await byRegion('K4.2');
      await report({ element: 'K4.2', source: 'statement' });
      await withdraw('K4.1');
      await withdraw('K4.2');
      await forward('PT1M');
      expect([await home(focal), await home(officer)]).toEqual([[], []]);
    });

    it.each([
      'the municipality arranges it',
      'the region arranges it again',
    ])('are left in peace when %s', async (who) => {
      await offer('K4.1');
      await byRegion('K4.1');
      await withdraw('K4.1');
      await forward('PT1M');
      expect(await home(officer)).toHaveLength(1);
      if (who === 'the region arranges it again') await offer('K4.1');
      else await report({ element: 'K4.1', source: 'statement' });
      expect([await home(focal), await home(officer)]).toEqual([[], []]);
    });
  });
});
