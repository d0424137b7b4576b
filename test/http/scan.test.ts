import { beforeAll, describe, expect, it } from 'vitest';
import { currentFacts, currentFramework, recordFocalPointFacts } from '../../src/features/approach/index.ts';
import { openScan } from '../../src/features/approach/use-cases/scan.ts';
import { look, transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { bearerFor } from '../support/token.ts';

const REMARK = 'Deze opmerking is intern beraad';
const basis = currentFramework().elements.filter(({ plateau }) => plateau === 'basis');
const themes = currentFramework().themes.map(({ id }) => id);

describe('the scan', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  /** A municipality in a region, with an owner of a scan that is open. */
  async function aScan() {
    const organisation = await anOrganisation(database);
    const region = await anOrganisation(database, 'veiligheidsregio');
    await database.admin
      .insertInto('organisations.region_membership')
      .values({
        organisation_id: organisation.id,
        region_kind: 'safety-region',
        region_id: region.id,
        valid_from: day('2020-01-01'),
        source: 'test',
      })
      .execute();
    const owner = await anActor(database, 'beleidsmedewerker', organisation);
    const visitor = await app.visitor(owner);
    expect((await visitor.send(await visitor.form('/aanpak/scan'))).statusCode).toBe(303);
    return { organisation, region, owner, visitor };
  }
  const colleague = async (organisation: TestOrganisation, role: Actor['role'] = 'medewerker') => {
    const actor = await anActor(database, role, organisation);
    return { actor, visitor: await app.visitor(actor) };
  };
  async function invite(visitor: Visitor, actor: Actor) {
    const form = await visitor.form('/aanpak/scan', '/aanpak/scan/uitnodigen');
    return visitor.send({ ...form, fields: { ...form.fields, collega: actor.membershipId } });
  }
  async function answer(visitor: Visitor, element: string, fields: Record<string, string>) {
    const path = `/aanpak/scan/onderdeel/${element}`;
    const form = await visitor.form(path, path);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function settle(visitor: Visitor) {
    return visitor.send(await visitor.form('/aanpak/scan', '/aanpak/scan/vaststellen'));
  }
  const factsOf = (actor: Actor) =>
    look(database.kysely, { door: 'own', tenantId: actor.organisationId }, (tx) =>
      currentFacts(tx, actor.organisationId),
    );
  const standingsOf = ({ id }: TestOrganisation) =>
    database.admin.selectFrom('approach.standing').selectAll().where('tenant_id', '=', id).execute();
  const errorAt = (page: Document, field: string) => page.getElementById(`veld-${field}-fout`)?.textContent;

  it('asks at most 31 questions and 100 inputs for the whole basis', async () => {
    const { visitor } = await aScan();
    // with documents to choose from, a page asks most
    const existing = await visitor.form('/aanpak/scan/wat-is-er-al', '/aanpak/scan/wat-is-er-al');
    const extra = { soort: 'document', bewijs: 'Voorbeeldbeleid', onderdelen: 'K1.9' };
    expect((await visitor.send({ ...existing, fields: { ...existing.fields, ...extra } })).statusCode).toBe(303);
    let inputs = 0;
    let questions = 0;
    for (const path of ['/aanpak/scan/wat-is-er-al', ...themes.map((id) => `/aanpak/scan/thema/${id}`)]) {
      const form = [...(await visitor.page(path)).querySelectorAll('main form')].at(-1)!;
      const names = new Set(
        [...form.querySelectorAll('input[name]:not([type=hidden]), select[name], textarea[name]')].map((field) =>
          field.getAttribute('name'),
        ),
      );
      inputs += names.size;
      questions += [...names].filter((name) => name?.startsWith('stand-')).length;
    }
    expect(questions).toBe(basis.length);
    expect(questions).toBeLessThanOrEqual(31);
    expect(inputs).toBeGreaterThan(60);
    expect(inputs).toBeLessThanOrEqual(100);
  });

  it('saves a page, shows it again on another device, and says what is still missing', async () => {
    const { visitor, owner } = await aScan();
    const form = await visitor.form('/aanpak/scan/thema/4');
    const fields = { ...form.fields, 'stand-K4.1': 'aanwezig', 'stand-K4.2': 'weet-ik-niet', 'stand-K4.3': 'afwezig' };
    const sent = await visitor.send({ ...form, fields });
    expect(sent.headers.location).toBe('/aanpak/scan/thema/4?bewaard');
    const elsewhere = await app.visitor(owner);
    const page = await elsewhere.page(sent.headers.location as string);
    expect(page.querySelector('[name="stand-K4.1"][checked]')?.getAttribute('value')).toBe('aanwezig');
    const alert = page.querySelector('.utrecht-alert')!;
    expect(alert.textContent).toContain('K4.1 Afspraken met de politie: voeg bewijs toe');
    expect(alert.textContent).toContain('K4.2 Afspraken met zorgcoördinator en CoMensha: vraag het aan een collega');
    expect(alert.textContent).not.toContain('K4.3');
    expect((await elsewhere.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U hebt 3 van de 30');
    expect((await elsewhere.page('/aanpak/scan')).querySelector('main')?.textContent).toContain(
      'Bij 27 van de 30 onderdelen van de basis vulde niemand iets in',
    );
  });

  it('lets two respondents answer at once, each their own', async () => {
    const { visitor, organisation, owner } = await aScan();
    const other = await colleague(organisation);
    await invite(visitor, other.actor);
    const send = async (one: Visitor, state: string) => {
      const form = await one.form('/aanpak/scan/thema/1');
      return one.send({ ...form, fields: { ...form.fields, 'stand-K1.1': state, 'stand-K1.2': 'aanwezig' } });
    };
    const sent = await Promise.all([send(visitor, 'aanwezig'), send(other.visitor, 'gestart')]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const rows = await database.admin
      .selectFrom('approach.scan_answer')
      .select(['respondent_id', 'state'])
      .where('tenant_id', '=', organisation.id)
      .where('element', '=', 'K1.1')
      .execute();
    expect(new Map(rows.map((row) => [row.respondent_id, row.state]))).toEqual(
      new Map([
        [owner.membershipId, 'present'],
        [other.actor.membershipId, 'started'],
      ]),
    );
  });

  it('shows an edit conflict per answer, and stores nothing of that page', async () => {
    const { visitor, organisation } = await aScan();
    const stale = await visitor.form('/aanpak/scan/thema/4');
    await answer(visitor, 'K4.1', { stand: 'gestart' });
    const fields = { ...stale.fields, 'stand-K4.1': 'aanwezig', 'stand-K4.2': 'aanwezig' };
    const refused = await visitor.send({ ...stale, fields });
    expect(refused.statusCode).toBe(409);
    const page = documentOf(refused);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('K4.1');
    expect(page.querySelector('[name="stand-K4.2"][checked]')?.getAttribute('value')).toBe('aanwezig');
    const rows = await database.admin
      .selectFrom('approach.scan_answer')
      .select('element')
      .where('tenant_id', '=', organisation.id)
      .execute();
    expect(rows).toEqual([{ element: 'K4.1' }]);
    const again = await visitor.send({
      action: stale.action,
      fields: { ...fields, 'versie-K4.1': '1', _sleutel: 'tweede-keer' },
    });
    expect(again.statusCode).toBe(303);
  });

  it.each([
    ['an adoption in the future', { vastgesteldOp: '1-1-2099' }, 'vastgesteldOp', 'ligt in de toekomst'],
    ['a document of the future', { documentdatum: '1-1-2099' }, 'documentdatum', 'ligt in de toekomst'],
    [
      'an adoption before the document',
      { documentdatum: '2-3-2026', vastgesteldOp: '1-3-2026' },
      'vastgesteldOp',
      'vóór de datum van het document',
    ],
    ['an end before the decision', { vastgesteldOp: '1-3-2026', geldigTot: '1-3-2026' }, 'geldigTot', 'na de datum'],
  ])('refuses %s, beside the field', async (_, dates, field, words) => {
    const { visitor, organisation } = await aScan();
    const refused = await answer(visitor, 'K1.1', { stand: 'aanwezig', bewijs: 'Voorbeeldbeleid', ...dates });
    expect(refused.statusCode).toBe(409);
    expect(errorAt(documentOf(refused), field)).toContain(words);
    const rows = database.admin.selectFrom('approach.scan_answer').selectAll().where('tenant_id', '=', organisation.id);
    expect(await rows.execute()).toEqual([]);
  });

  it('asks why something does not apply, and which region arranges it', async () => {
    const { visitor } = await aScan();
    const without = documentOf(await answer(visitor, 'K5.4', { stand: 'niet-van-toepassing' }));
    expect(errorAt(without, 'reden')).toContain('waarom dit in uw gemeente niet van toepassing is');
    const region = documentOf(await answer(visitor, 'K5.4', { stand: 'regionaal' }));
    expect(errorAt(region, 'regio')).toContain('kies onbekend');
    expect((await answer(visitor, 'K5.4', { stand: 'regionaal', regio: 'onbekend' })).statusCode).toBe(303);
    expect((await answer(visitor, 'K5.4', { stand: 'regionaal', regio: newId() })).statusCode).toBe(409);
  });

  it('makes an invitation a deadline and a message for that person, and closes it when she is ready', async () => {
    const { visitor, organisation } = await aScan();
    const { actor, visitor: invited } = await colleague(organisation);
    expect((await invited.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U bent niet gevraagd');
    expect((await invite(visitor, actor)).headers.location).toBe('/aanpak/scan?gevraagd');
    expect((await invite(visitor, actor)).statusCode).toBe(409);
    const deadlines = () =>
      database.admin
        .selectFrom('deadlines.deadline')
        .select(['kind', 'state'])
        .where('assignee_id', '=', actor.membershipId)
        .execute();
    expect(await deadlines()).toEqual([{ kind: 'approach.scan-asked', state: 'open' }]);
    expect((await invited.page('/overzicht')).querySelector('main')?.textContent).toContain(
      'U bent gevraagd voor de scan van de aanpak',
    );
    expect((await invited.send(await invited.form('/aanpak/scan', '/aanpak/scan/klaar'))).statusCode).toBe(303);
    expect(await deadlines()).toEqual([{ kind: 'approach.scan-asked', state: 'done' }]);
  });

  it('brings "weet ik niet" to a colleague, and the answer back', async () => {
    const { visitor, organisation, owner } = await aScan();
    const { actor, visitor: asked } = await colleague(organisation);
    const sent = await answer(visitor, 'K1.5', { stand: 'weet-ik-niet', collega: actor.membershipId });
    expect(sent.statusCode).toBe(303);
    const todo = (await asked.page('/overzicht')).querySelector('main')!.textContent;
    expect(todo).toContain('Een collega vraagt u iets: K1.5 Geld en uren');
    // she was asked one thing, so that is what she answers
    expect((await asked.page('/aanpak/scan/thema/1')).querySelector('main')?.textContent).toContain('niet gevraagd');
    expect((await answer(asked, 'K1.5', { stand: 'aanwezig', bewijs: 'Voorbeeldbegroting' })).statusCode).toBe(303);
    expect((await asked.page('/overzicht')).querySelector('main')?.textContent).not.toContain('K1.5');
    const told = (await visitor.page('/overzicht')).querySelector('main')!.textContent;
    expect(told).toContain('Uw vraag in de scan is beantwoord');
    const back = (await visitor.page('/aanpak/scan/onderdeel/K1.5')).querySelector('main')!.textContent;
    expect(back).toContain(`${actor.personName} antwoordde: is er, met bewijs: Voorbeeldbegroting`);
    expect((await settle(visitor)).statusCode).toBe(303);
    expect(await factsOf(owner)).toMatchObject([
      { element: 'K1.5', state: 'present', evidenceTitle: 'Voorbeeldbegroting' },
    ]);
  });

  it('asks nobody what a document or the region answers', async () => {
    const { visitor, organisation, region } = await aScan();
    const { actor, visitor: other } = await colleague(organisation);
    await invite(visitor, actor);
    const form = await visitor.form('/aanpak/scan/wat-is-er-al', '/aanpak/scan/wat-is-er-al');
    const policy = {
      soort: 'regio',
      regio: region.id,
      bewijs: 'Voorbeeldkader van de regio',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    const payload = new URLSearchParams([
      ...Object.entries({ ...form.fields, ...policy }),
      ['onderdelen', 'K1.1'],
      ['onderdelen', 'K1.4'],
    ]).toString();
    const sent = await visitor.request({
      method: 'POST',
      url: form.action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
    expect(sent.statusCode).toBe(303);
    for (const each of [visitor, other]) {
      const page = await each.page('/aanpak/scan/thema/1');
      expect(page.querySelector('[name="stand-K1.1"]')).toBeNull();
      expect(page.querySelector('[name="stand-K1.4"]')).toBeNull();
      expect(page.querySelector('[name="stand-K1.2"]')).not.toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('Voorbeeldkader van de regio');
    }
    expect((await other.page('/aanpak/scan')).querySelector('main')?.textContent).toContain('U hebt 2 van de 30');
  });

  it('does not ask K2.1 when it is recorded, and settles without it', async () => {
    const { visitor, owner } = await aScan();
    const record = {
      focalPoint: 'Noor Fictief',
      substitute: 'Tom Fictief',
      hoursPerWeek: 8,
      evidenceTitle: 'Voorbeeldbesluit',
      evidenceLink: undefined,
      evidenceFileId: undefined,
      decidedOn: day('2026-06-01'),
      validUntil: day('2028-06-01'),
    };
    await transact(
      database.kysely,
      { actor: owner, activity: 'VA-11', action: 'test.record', traceId: newId() },
      (tx, time) => recordFocalPointFacts(tx, owner, { facts: record, seenVersion: 0 }, time),
    );
    const page = await visitor.page('/aanpak/scan/thema/2');
    expect(page.querySelector('[name="stand-K2.1"]')).toBeNull();
    expect(page.querySelector('[name="stand-K2.2"]')).not.toBeNull();
    expect(await factsOf(owner)).toMatchObject([{ element: 'K2.1', source: 'focal-point', state: 'present' }]);
    expect((await settle(visitor)).statusCode).toBe(303);
    expect(await factsOf(owner)).toHaveLength(1);
    const result = (await visitor.page('/aanpak/resultaat')).querySelector('#thema-2')!.parentElement!.textContent;
    expect(result).toContain('1 van de 6 onderdelen van de basis');
  });

  it('shows differences beside each other; the owner settles them with a reason', async () => {
    const { visitor, organisation, owner } = await aScan();
    const { actor, visitor: other } = await colleague(organisation, 'teamleider');
    await invite(visitor, actor);
    await answer(visitor, 'K1.1', { stand: 'afwezig', opmerking: REMARK });
    await answer(other, 'K1.1', {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'het college van B&W',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    });
    expect((await visitor.page('/aanpak/scan')).querySelector('form[action="/aanpak/scan/vaststellen"]')).toBeNull();
    const page = await visitor.page('/aanpak/scan/verschillen');
    const table = page.querySelector('table')!.textContent;
    for (const shown of [owner.personName, actor.personName, 'Is er niet', 'Voorbeeldbeleid'])
      expect(table).toContain(shown);
    const form = await visitor.form('/aanpak/scan/verschillen');
    const choices = [...page.querySelectorAll('main form label')].map((label) => label.textContent);
    const keuze = String(choices.findIndex((label) => label?.includes(actor.personName)) + 1);
    expect((await visitor.send({ ...form, fields: { ...form.fields, keuze } })).statusCode).toBe(400);
    const good = { ...form, fields: { ...form.fields, keuze, reden: 'Het besluit staat in het archief.' } };
    // an answer that changes in between opens the difference again
    await answer(other, 'K1.1', { stand: 'gestart', bewijs: 'Voorbeeldconcept' });
    expect((await visitor.send(good)).statusCode).toBe(409);
    await answer(other, 'K1.1', {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'het college van B&W',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    });
    const fresh = await visitor.form('/aanpak/scan/verschillen');
    expect(
      (await visitor.send({ ...fresh, fields: { ...fresh.fields, keuze, reden: 'Het besluit is er.' } })).statusCode,
    ).toBe(303);
    expect((await settle(visitor)).headers.location).toBe('/aanpak/resultaat?vastgesteld');
    expect(await factsOf(owner)).toMatchObject([
      { element: 'K1.1', source: 'scan', state: 'present', asOf: '2026-03-01', lapsesOn: '2030-03-01' },
    ]);
    expect(await standingsOf(organisation)).toMatchObject([
      { element: 'K1.1', state: 'present', decided_on: '2026-03-01', lapses_on: '2030-03-01' },
    ]);
  });

  it('publishes only the elements of IBP 5.11, and takes back what is no longer there', async () => {
    const { visitor, organisation } = await aScan();
    const shown = {
      stand: 'aanwezig',
      bewijs: 'Voorbeeldbeleid',
      vastgesteldDoor: 'de gemeenteraad',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    await answer(visitor, 'K1.1', shown);
    await answer(visitor, 'K1.2', shown);
    await answer(visitor, 'K2.1', { ...shown, stand: 'regionaal', regio: 'onbekend' });
    await settle(visitor);
    expect((await standingsOf(organisation)).map(({ element }) => element).sort()).toEqual(['K1.1', 'K2.1']);
    await visitor.send(await visitor.form('/aanpak/scan'));
    await answer(visitor, 'K1.1', { stand: 'afwezig' });
    await answer(visitor, 'K2.1', { stand: 'aanwezig' });
    await settle(visitor);
    expect(await standingsOf(organisation)).toEqual([]);
  });

  it('publishes no day that nobody gave, and says so before it is settled', async () => {
    const { visitor, organisation, owner } = await aScan();
    await answer(visitor, 'K1.1', { stand: 'aanwezig' });
    await answer(visitor, 'K5.1', { stand: 'aanwezig', bewijs: 'Voorbeeldafspraak' });
    await answer(visitor, 'K4.1', { stand: 'afwezig' });
    const warning = [...(await visitor.page('/aanpak/scan')).querySelectorAll('main .utrecht-alert')].find((each) =>
      each.textContent?.includes('niet alles is te laten zien'),
    )!;
    const listed = [...warning.querySelectorAll('details')].map((each) =>
      [...each.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    );
    expect(listed).toEqual([['/aanpak/scan/onderdeel/K1.1'], ['/aanpak/scan/onderdeel/K5.1']]);
    await settle(visitor);
    expect(await standingsOf(organisation)).toEqual([]);
    const policy = (await factsOf(owner)).find(({ element }) => element === 'K1.1')!;
    expect([policy.state, policy.lapsesOn]).toEqual(['present', undefined]);
    expect((await visitor.page('/aanpak/borging')).querySelector('main')!.textContent).toContain(
      'maar zonder bewijs; dat telt hier niet',
    );
  });

  it('makes a document that comes later the evidence of an answer, and says which it left alone', async () => {
    const { visitor, owner } = await aScan();
    await answer(visitor, 'K2.2', { stand: 'aanwezig', opmerking: REMARK });
    await answer(visitor, 'K2.5', { stand: 'afwezig' });
    await answer(visitor, 'K4.1', { stand: 'aanwezig', bewijs: 'Eigen convenant' });
    const path = '/aanpak/scan/wat-is-er-al';
    const form = await visitor.form(path, path);
    const fields = { soort: 'document', bewijs: 'Voorbeeldprotocol', vastgesteldOp: '1-3-2026', geldigTot: '1-3-2030' };
    const payload = new URLSearchParams([
      ...Object.entries({ ...form.fields, ...fields }),
      ...['K2.2', 'K2.3', 'K2.5', 'K4.1'].map((element) => ['onderdelen', element]),
    ]).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await visitor.request({ method: 'POST', url: form.action, headers, payload });
    expect(sent.statusCode).toBe(303);
    const status = (await visitor.page(sent.headers.location as string)).querySelector('main .utrecht-alert')!;
    const named = [...status.querySelectorAll('li')].map((each) => each.textContent!.slice(0, 4));
    expect(named).toEqual(['K2.5', 'K4.1']);
    await settle(visitor);
    const titles = new Map((await factsOf(owner)).map(({ element, evidenceTitle }) => [element, evidenceTitle]));
    expect(['K2.2', 'K2.3', 'K2.5', 'K4.1'].map((element) => titles.get(element))).toEqual([
      'Voorbeeldprotocol',
      'Voorbeeldprotocol',
      undefined,
      'Eigen convenant',
    ]);
  });

  it('is settled once, by its owner; a writer too late is told', async () => {
    const { visitor, organisation } = await aScan();
    const { visitor: other } = await colleague(organisation, 'aandachtsfunctionaris');
    await answer(visitor, 'K1.1', { stand: 'gestart' });
    const late = await other.form('/aanpak/scan/thema/1');
    expect((await other.page('/aanpak/scan')).querySelector('form[action="/aanpak/scan/vaststellen"]')).toBeNull();
    const form = await visitor.form('/aanpak/scan', '/aanpak/scan/vaststellen');
    expect((await other.post(form.action, { ...late.fields, versie: '1' })).statusCode).toBe(409);
    const twice = { ...form.fields, _sleutel: 'een-andere-sleutel' };
    const both = await Promise.all([visitor.send(form), visitor.post(form.action, twice)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const tooLate = await other.send({ ...late, fields: { ...late.fields, 'stand-K1.2': 'aanwezig' } });
    expect(tooLate.statusCode).toBe(409);
    expect(documentOf(tooLate).title).toContain('Er loopt geen scan meer');
  });

  it('keeps the edition it began with, when a newer one comes', async () => {
    const organisation = await anOrganisation(database);
    const actor = await anActor(database, 'beleidsmedewerker', organisation);
    const newer = { ...currentFramework(), id: 'kader-2030-1' };
    const open = (framework: typeof newer) =>
      transact(database.kysely, { actor, activity: 'VA-11', action: 'test.open', traceId: newId() }, (tx, time) =>
        openScan(tx, actor, { framework }, time),
      );
    await open(currentFramework());
    expect(await open(newer)).toEqual({ ok: false, error: { code: 'scan-already-open' } });
    const visitor = await app.visitor(actor);
    await answer(visitor, 'K1.1', { stand: 'gestart' });
    await settle(visitor);
    const scans = await database.admin
      .selectFrom('approach.scan')
      .select(['framework'])
      .where('tenant_id', '=', organisation.id)
      .execute();
    expect(scans).toEqual([{ framework: currentFramework().id }]);
    expect(await open(newer)).toMatchObject({ ok: true });
  });

  it('takes over what the region arranges, and lets it lapse the day the region withdraws', async () => {
    const { visitor, owner, region } = await aScan();
    const director = await app.visitor(await anActor(database, 'ketenregisseur', region));
    const offer = await director.form('/regio/regelt', '/regio/regelt');
    const facts = {
      onderdeel: 'K5.1',
      besluit: 'Voorbeeldafspraak zorgcoördinatie',
      vastgesteldDoor: 'Regionaal overleg',
      vastgesteldOp: '1-3-2026',
      geldigTot: '1-3-2030',
    };
    expect((await director.send({ ...offer, fields: { ...offer.fields, ...facts } })).statusCode).toBe(303);
    const path = '/aanpak/scan/wat-is-er-al';
    expect((await visitor.page(path)).querySelector('main')?.textContent).toContain(
      'Voorbeeldafspraak zorgcoördinatie',
    );
    const takeOver = await visitor.form(path, '/aanpak/scan/regio-overnemen');
    expect(takeOver.fields.overnemen).toBe('K5.1');
    const { overnemen: _, ...nothing } = takeOver.fields;
    const refused = await visitor.send({ ...takeOver, fields: nothing });
    expect([refused.statusCode, refused.body.includes('Kies ten minste één onderdeel om over te nemen')]).toEqual([
      400,
      true,
    ]);
    expect((await visitor.send(takeOver)).statusCode).toBe(303);
    await settle(visitor);
    const [fact] = await factsOf(owner);
    expect(fact).toMatchObject({ element: 'K5.1', state: 'regional', regionId: region.id, lapsesOn: '2030-03-01' });
    const withdrawal = await director.form('/regio/regelt/intrekken?onderdeel=K5.1');
    expect((await director.send(withdrawal)).statusCode).toBe(303);
    const [after] = await factsOf(owner);
    expect(after?.lapsesOn).toBe(after?.regionWithdrewOn);
    const result = (await visitor.page('/aanpak/resultaat')).querySelector('main')!.textContent;
    expect(result).toMatch(/K5\.1 Zorgcoördinatie: de regio trok dit in op/);
  });

  it('keeps a document as evidence, and takes none of another municipality', async () => {
    const { visitor, owner } = await aScan();
    const path = '/aanpak/scan/onderdeel/K2.2';
    const form = await visitor.form(path, path);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, stand: 'aanwezig', bewijs: 'Voorbeeldprotocol' }))
      body.append(name, value);
    body.append('bewijsstuk', new File(['%PDF-1.7 voorbeeld'], 'protocol.pdf', { type: 'application/pdf' }));
    const request = new Response(body);
    const sent = await visitor.request({
      method: 'POST',
      url: path,
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(sent.headers.location).toBe(`${path}?bewaard`);
    const link = (await visitor.page(path)).querySelector('main a[href^="/bestanden/"]')!;
    expect(link.textContent).toBe('protocol.pdf');
    const { visitor: stranger } = await aScan();
    const bewijsstukId = link.getAttribute('href')!.split('/').at(-1)!;
    const stolen = await answer(stranger, 'K2.2', { stand: 'aanwezig', bewijs: 'Voorbeeldprotocol', bewijsstukId });
    expect(stolen.statusCode).toBe(409);
    await settle(visitor);
    expect(await factsOf(owner)).toMatchObject([{ element: 'K2.2', evidenceFileId: bewijsstukId }]);
  });

  it('lets no remark out: not in facts, result, figures, interface or what the country sees', async () => {
    const { visitor, owner, organisation } = await aScan();
    for (const { id } of basis)
      await answer(visitor, id, { stand: 'aanwezig', bewijs: 'Voorbeeldstuk', opmerking: REMARK });
    expect((await visitor.page('/aanpak/scan/onderdeel/K1.1')).querySelector('main')?.textContent).toContain(REMARK);
    await settle(visitor);
    const token = await bearerFor(database, owner);
    const headers = { authorization: `Bearer ${token}` };
    const outlets = [
      await visitor.get('/aanpak'),
      await visitor.get('/aanpak/resultaat'),
      await visitor.get('/aanpak/resultaat.json'),
      await visitor.request({ method: 'GET', url: '/api/v1/aanpak/scan', headers }),
    ];
    for (const outlet of outlets) {
      expect(outlet.statusCode).toBe(200);
      expect(outlet.body).not.toContain(REMARK);
    }
    expect(JSON.stringify(await factsOf(owner))).not.toContain(REMARK);
    expect(JSON.stringify(await standingsOf(organisation))).not.toContain(REMARK);
  });

  it('gives the own scan and the framework through the interface, as described', async () => {
    const { visitor, owner } = await aScan();
    await answer(visitor, 'K1.1', { stand: 'aanwezig', bewijs: 'Voorbeeldbeleid', geldigTot: '1-3-2030' });
    await settle(visitor);
    const headers = { authorization: `Bearer ${await bearerFor(database, owner)}`, 'x-forwarded-proto': 'https' };
    const call = async (url: string) => (await app.server.inject({ method: 'GET', url, headers })).json();
    const scan = await call('/api/v1/aanpak/scan');
    expect(scan).toMatchObject({ kader: 'kader-2021-1', isOpen: false });
    expect(scan.themas[0]).toMatchObject({ thema: '1', niveau: 1 });
    expect(scan.themas[0].onderdelen[0]).toMatchObject({ id: 'K1.1', stand: 'aanwezig', vervaldatum: '2030-03-01' });
    const framework = await call('/api/v1/aanpak/kader');
    expect(framework.onderdelen).toHaveLength(41);
    expect(framework.toelichting).toBe(
      'thema’s volgens het Kader (2021); elementen en niveaus: uitwerking van In Beeld',
    );
  });
});
