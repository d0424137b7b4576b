import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aCase } from '../support/a-case.ts';
import { aHandedOverMessage } from '../support/a-handed-over-message.ts';
import { aDraft } from '../support/a-registration.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const CASES = '/zorgcoordinatie/dossiers';
const CALL = {
  aanleiding: 'Een buurvrouw belt over iemand die niet naar buiten mag.',
  doorWie: 'Buurvrouw Voorbeeld',
  belWie: '000 0000000',
  naam: 'Fatima Fictief',
  geboortedatum: '12-3-2001',
  leeftijd: '23-30',
  verwijzing: 'EIGEN-1',
};
const CONSENT = { gegevenDoor: 'person', hoe: 'spoken', gegevenOp: '1-11-2026', taal: 'nl' };

describe('a case of a care coordinator', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;
  let coordinator: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
    await openGate(database, care.id, 'care');
    coordinator = await visitorAs('zorgcoordinator');
  });

  const visitorAs = async (role: Role, organisation = care) => app.visitor(await anActor(database, role, organisation));
  const textOf = async (visitor: Visitor, path: string) =>
    (await visitor.page(path)).querySelector('main')?.textContent ?? '';
  async function fill(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, action = path) {
    const form = await visitor.form(path, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  async function begin(visitor = coordinator, fields: Readonly<Record<string, string>> = CALL): Promise<string> {
    const answer = await fill(visitor, `${CASES}/nieuw`, fields);
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location);
  }
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';

  it('begins with one sentence of a telephone call, and is there for nobody else', async () => {
    const path = await begin(coordinator, { aanleiding: CALL.aanleiding });
    expect(path).toMatch(/^\/zorgcoordinatie\/dossiers\/[2-9A-HJ-NP-Z]{4}-/);
    expect(await textOf(coordinator, path)).toContain(CALL.aanleiding);
    expect(await textOf(coordinator, CASES)).toContain(path.slice(-9));
    const colleague = await visitorAs('zorgcoordinator');
    const elsewhere = await visitorAs('zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
    for (const other of [colleague, elsewhere]) {
      expect((await other.get(path)).statusCode).toBe(404);
      expect((await other.get(CASES)).body).not.toContain(path.slice(-9));
    }
    expect((await (await visitorAs('beheerder')).get(path)).statusCode).toBe(403);
  });

  it('keeps what is said and who it is sealed, and notes who looked', async () => {
    const path = await begin();
    const row = await database.admin
      .selectFrom('care.case_file')
      .select(['id', 'content', 'identity'])
      .where('code', '=', path.slice(-9))
      .executeTakeFirstOrThrow();
    for (const cell of [row.content, row.identity])
      expect(Buffer.from(cell!).toString('latin1')).not.toContain('Fictief');
    await coordinator.get(path);
    const { looked } = await database.admin
      .selectFrom('audit.processing')
      .select(({ fn }) => fn.countAll<number>().as('looked'))
      .where('tenant_id', '=', care.id)
      .where('activity', '=', 'VA-03')
      .executeTakeFirstOrThrow();
    expect(Number(looked)).toBeGreaterThan(0);
    const kept = await database.admin
      .selectFrom('retention.record')
      .select('rule')
      .where('subject_id', '=', row.id)
      .executeTakeFirstOrThrow();
    expect(kept.rule).toBe('care-dossier');
  });

  it('begins from a registration of her own without typing it twice, and once', async () => {
    const person = await anActor(database, 'zorgcoordinator', care);
    const visitor = await app.visitor(person);
    const code = await aDraft(database, person, 'Fatima Fictief');
    const from = `${CASES}/nieuw/registratie/${code}`;
    const onward = async () =>
      [...(await visitor.page(`/registraties/${code}`)).querySelectorAll('main a')].map((link) =>
        link.textContent?.trim(),
      );
    expect(await onward()).toContain('Begin hieruit een dossier');
    const form = await visitor.form(from);
    expect(form.fields.naam).toBe('Fatima Fictief');
    const begun = await visitor.send({ ...form, fields: { ...form.fields, aanleiding: 'Zoekt hulp' } });
    expect(await textOf(visitor, String(begun.headers.location))).toContain('een eigen aanmelding bij CoMensha');
    expect(await textOf(visitor, from)).toContain('al een dossier begonnen');
    const begunAs = String(begun.headers.location).slice(-9);
    expect(await onward()).toContain(`Open dossier ${begunAs}`);
    expect(await onward()).not.toContain('Begin hieruit een dossier');
    // another took the case over: that there is one, and not under which code
    const { membershipId: colleague } = await anActor(database, 'zorgcoordinator', care);
    const given = (to: string) =>
      database.admin.updateTable('care.case_file').set({ coordinator_id: to }).where('code', '=', begunAs).execute();
    await given(colleague);
    const shown = await textOf(visitor, `/registraties/${code}`);
    expect(shown).toContain('Een collega werkt al aan een dossier');
    expect(shown).not.toContain(begunAs);
    await given(person.membershipId);
    // a page that stood open since
    const late = { ...form.fields, aanleiding: 'Nog eens', _sleutel: `${form.fields._sleutel}2` };
    const again = await visitor.send({ ...form, fields: late });
    expect(again.statusCode).toBe(409);
    // another's registration is not there
    expect((await coordinator.get(from)).statusCode).toBe(404);
  });

  it('shows the number of the own system in the list, sealed, and finds a case by exactly that number', async () => {
    const path = await begin();
    await begin(coordinator, { ...CALL, naam: 'Bas Fictief', verwijzing: '' });
    expect(await textOf(coordinator, CASES)).toContain('EIGEN-1');
    const row = await database.admin
      .selectFrom('care.case_file')
      .select(['reference', 'reference_index'])
      .where('code', '=', path.slice(-9))
      .executeTakeFirstOrThrow();
    for (const cell of [row.reference, row.reference_index])
      expect(Buffer.from(cell!).toString('latin1')).not.toMatch(/eigen/i);
    const find = (eigenKenmerk: string, who = coordinator) => fill(who, CASES, { eigenKenmerk }, `${CASES}/zoeken`);
    // typed with other capitals and spaces, and never in an address
    const found = await find(' eigen- 1');
    expect([found.statusCode, found.headers.location]).toEqual([303, path]);
    const none = await find('EIGEN');
    expect([none.statusCode, errorAt(none, 'eigenKenmerk')]).toEqual([
      409,
      expect.stringContaining('precies dit nummer'),
    ]);
    expect(errorAt(await find(''), 'eigenKenmerk')).toContain('Vul het nummer in');
    const colleague = await visitorAs('zorgcoordinator');
    expect((await colleague.page(CASES)).body.textContent).not.toContain('EIGEN-1');
    expect(errorAt(await find('EIGEN-1', colleague), 'eigenKenmerk')).toContain('geen dossier');
    // changed, it is found by the new number only
    await fill(coordinator, `${path}/wijzigen`, { verwijzing: 'EIGEN-2' });
    expect((await find('EIGEN-2')).headers.location).toBe(path);
    expect((await find('EIGEN-1')).statusCode).toBe(409);
  });

  it('begins from a signal that was handed over, with its words filled in', async () => {
    const id = await aHandedOverMessage(database, care.id, 'Voorbeeldsignaal');
    const from = `${CASES}/nieuw/bericht/${id}`;
    const form = await coordinator.form(from);
    expect(form.fields.aanleiding).toContain('Voorbeeldsignaal gezien');
    const begun = await coordinator.send(form);
    const path = String(begun.headers.location);
    expect(await textOf(coordinator, path)).toContain('een overgedragen signaal');
    // a colleague hears that it was begun, and not under which code
    const before = (await (await visitorAs('zorgcoordinator', care)).page(from)).querySelector('main')?.textContent;
    expect(before).toContain('al een dossier begonnen');
    expect(before).not.toContain(path.slice(-9));
    expect(await textOf(coordinator, from)).toContain(path.slice(-9));
    const elsewhere = await visitorAs('zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
    expect((await elsewhere.get(from)).statusCode).not.toBe(200);
  });

  it('says what asks more care only where that was marked, with its source, and keeps it sealed', async () => {
    const plain = await begin();
    expect(await textOf(coordinator, plain)).not.toContain('non-punishment');
    const path = await begin(coordinator, { ...CALL, letOp: 'alleged-offender' });
    const shown = await textOf(coordinator, path);
    for (const words of [
      'ook verdachte',
      'non-punishment',
      'Eerste Kamer, 36 547, B, 16 juli 2025',
      'nog te verifiëren',
    ])
      expect(shown).toContain(words);
    for (const other of ['Nidos', 'bedenktijd']) expect(shown).not.toContain(other);
    // a change keeps it, and takes it away when it is not ticked any more
    const form = await coordinator.form(`${path}/wijzigen`);
    expect(form.fields.letOp).toBe('alleged-offender');
    const { letOp: _letOp, ...fields } = form.fields;
    await coordinator.send({ ...form, fields });
    expect(await textOf(coordinator, path)).not.toContain('non-punishment');
    await fill(coordinator, `${path}/wijzigen`, { letOp: 'unaccompanied-minor' });
    expect(await textOf(coordinator, path)).toContain('Bel Nidos');
    await fill(coordinator, `${path}/wijzigen`, { letOp: 'no-residence' });
    expect(await textOf(coordinator, path)).toContain('Geef de verblijfspositie aan niemand door');
    const { row } = await database.admin
      .selectFrom('care.case_file as c')
      .select(sql<string>`c::text`.as('row'))
      .where('code', '=', path.slice(-9))
      .executeTakeFirstOrThrow();
    expect(row).not.toContain('no-residence');
  });

  it('starts when the person agreed, by who may agree', async () => {
    const path = await begin();
    const young = await begin(coordinator, { ...CALL, geboortedatum: '', leeftijd: '0-11' });
    expect(errorAt(await fill(coordinator, `${young}/starten`, CONSENT), 'gegevenDoor')).toContain('ouder of voogd');
    const started = await fill(coordinator, `${path}/starten`, CONSENT);
    expect([started.statusCode, started.headers.location]).toEqual([303, path]);
    expect(await textOf(coordinator, path)).toContain('loopt');
    expect((await fill(coordinator, `${path}/starten`, CONSENT)).statusCode).toBe(409);
  });

  it('starts in an emergency with a reason, and asks for consent until it is there', async () => {
    const path = await begin();
    const at = `${path}/starten/noodgeval`;
    expect(errorAt(await fill(coordinator, at, { reden: 'kort' }), 'reden')).toContain('twintig');
    await fill(coordinator, at, { reden: 'Er is dreigend geweld en bellen kan nu niet.' });
    expect(await textOf(coordinator, path)).toContain('de hulp begon in een noodgeval');
    await runEverythingDue(database.kysely, 'demo', { wait: true });
    expect(await textOf(coordinator, '/overzicht')).toContain('Vraag alsnog of u mag helpen');
    expect((await fill(coordinator, `${path}/toestemming`, CONSENT)).statusCode).toBe(303);
    expect(await textOf(coordinator, '/overzicht')).not.toContain('Vraag alsnog of u mag helpen');
  });

  it('refuses a change over one that somebody else made meanwhile', async () => {
    const path = await begin();
    const one = await coordinator.form(`${path}/wijzigen`);
    const other = await coordinator.form(`${path}/wijzigen`);
    await coordinator.send({ ...one, fields: { ...one.fields, verwijzing: 'EIGEN-2' } });
    const late = await coordinator.send({ ...other, fields: { ...other.fields, verwijzing: 'EIGEN-3' } });
    expect(late.statusCode).toBe(409);
    expect(documentOf(late).querySelector('main')?.textContent).toContain('intussen gewijzigd');
    expect(await textOf(coordinator, path)).toContain('EIGEN-2');
  });

  it('closes with how it ended, and opens again', async () => {
    const path = await begin();
    await fill(coordinator, `${path}/starten`, CONSENT);
    expect((await fill(coordinator, `${path}/afsluiten`, {})).statusCode).toBe(400);
    await fill(coordinator, `${path}/afsluiten`, { uitkomst: 'goals-met', nazorg: 'ja', toelichting: 'Belt in maart' });
    const closed = await textOf(coordinator, path);
    for (const words of ['nazorg', 'Wat nodig was, is geregeld', 'Belt in maart']) expect(closed).toContain(words);
    expect((await coordinator.get(CASES)).body).not.toContain(path.slice(-9));
    expect((await coordinator.get(`${CASES}?toon=afgesloten`)).body).toContain(path.slice(-9));
    await fill(coordinator, path, {}, `${path}/heropenen`);
    expect(await textOf(coordinator, path)).toContain('loopt');
  });

  it('lets a substitute see it, and only a coordinator of this organisation', async () => {
    const path = await begin();
    const second = await anActor(database, 'zorgcoordinator', care);
    const stranger = await anActor(database, 'zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
    const name = (tweede: string) => fill(coordinator, path, { tweede }, `${path}/vervanger`);
    expect(errorAt(await name(stranger.membershipId), 'tweede')).toContain('kan niet vervangen');
    expect((await name(second.membershipId)).statusCode).toBe(303);
    const visitor = await app.visitor(second);
    expect((await visitor.get(path)).statusCode).toBe(200);
    expect(await textOf(visitor, CASES)).toContain('u vervangt');
  });

  it('leaves as one Word document for the own system', async () => {
    const path = await begin();
    const answer = await coordinator.get(`${path}/dossier.docx`);
    expect(answer.headers['content-disposition']).toContain(`dossier-${path.slice(-9)}.docx`);
    const { paragraphs } = readDocx(answer.rawPayload);
    const text = paragraphs.map((paragraph) => paragraph.text).join(' ');
    for (const words of ['Fatima Fictief', 'EIGEN-1', CALL.aanleiding]) expect(text).toContain(words);
  });

  it('keeps no cases where the organisation chose the signpost, and asks an agreement for a full file', async () => {
    const at = `${CASES}/instelling`;
    expect(errorAt(await fill(coordinator, at, { diepte: 'full' }), 'afspraak')).toContain('Vul in waar die staat');
    expect((await fill(coordinator, at, { diepte: 'signpost' })).statusCode).toBe(303);
    expect((await fill(coordinator, `${CASES}/nieuw`, CALL)).statusCode).toBe(409);
    expect(await textOf(coordinator, CASES)).toContain('koos voor de wegwijzer');
  });

  it('begins nothing while the gate is closed, and goes on with what runs', async () => {
    const person = await anActor(database, 'zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
    const path = `${CASES}/${await aCase(database, person, 'Fatima Fictief')}`;
    const visitor = await app.visitor(person);
    expect((await visitor.get(`${CASES}/nieuw`)).statusCode).toBe(409);
    expect((await fill(visitor, `${path}/starten`, CONSENT)).statusCode).toBe(303);
  });
});
