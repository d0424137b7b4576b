import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { moveClock, readClock } from '../../src/platform/clock/domain-clock.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import type { Scan } from '../../src/platform/files/clamd.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase } from '../support/a-case.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CASES = '/zorgcoordinatie/dossiers';
const CONSENT = { gegevenDoor: 'person', hoe: 'spoken', gegevenOp: '1-11-2026', taal: 'nl' };

describe('a full file', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;
  let actor: Actor;
  let coordinator: Visitor;
  let substitute: Visitor;
  let path: string;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
    actor = await anActor(database, 'zorgcoordinator', care);
    const second = await anActor(database, 'zorgcoordinator', care);
    coordinator = await app.visitor(actor);
    substitute = await app.visitor(second);
    path = `${CASES}/${await aCase(database, actor, 'Fatima Fictief')}`;
    await fill(coordinator, path, { tweede: second.membershipId }, `${path}/vervanger`);
    await choose('full');
  });

  const choose = (diepte: string) =>
    fill(coordinator, `${CASES}/instelling`, { diepte, afspraak: 'Overeenkomst van 1-1-2026 (fictief)', norm: '' });
  const textOf = async (visitor: Visitor, at: string) =>
    (await visitor.page(at)).querySelector('main')?.textContent ?? '';
  async function fill(visitor: Visitor, at: string, fields: Readonly<Record<string, string>>, action = at) {
    const form = await visitor.form(at, action);
    return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const errorAt = (answer: Parameters<typeof documentOf>[0], field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent ?? '';
  const kept = () =>
    database.admin.selectFrom('care.sheet').select('content').where('tenant_id', '=', care.id).execute();
  const today = async () => dutchDay(await readClock(database.kysely));
  const forward = (by: string) =>
    moveClock(database.kysely, { to: '', forward: by }, async () => {
      await runEverythingDue(database.kysely, 'demo', { wait: true });
    });

  /** Adds a document to the case, under the name it calls itself. */
  const addPaper = async (name: string, bytes: Buffer) => {
    const form = await coordinator.form(`${path}/documenten`);
    const body = new FormData();
    for (const [field, value] of Object.entries({
      ...form.fields,
      titel: 'Brief (fictief)',
      soortDocument: 'letter',
    }))
      body.append(field, value);
    body.append('bestand', new Blob([new Uint8Array(bytes)]), name);
    const encoded = new Response(body);
    return coordinator.request({
      method: 'POST',
      url: form.action,
      headers: { 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
  };
  const addPaperHere = async (says: string) =>
    expect((await addPaper(`${says}.pdf`, Buffer.from(`%PDF-1.4\n${says}\n%%EOF\n`))).statusCode).toBe(303);

  it('keeps the intake sealed, and shows it to who works on the case only', async () => {
    const saved = await fill(coordinator, `${path}/intake`, {
      wens: 'Ik wil weer naar school',
      housingStand: 'act',
      housingUitleg: 'Moet over een week weg',
    });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${path}/intake`]);
    const page = await substitute.page(`${path}/intake`);
    expect(page.querySelector('textarea[name="wens"]')?.textContent).toBe('Ik wil weer naar school');
    expect(page.querySelector('input[name="housingStand"][value="act"]')?.hasAttribute('checked')).toBe(true);
    const stranger = await app.visitor(await anActor(database, 'zorgcoordinator', care));
    for (const part of ['/intake', '/plan', '/taken', '/mensen', '/documenten'])
      expect((await stranger.get(path + part)).statusCode).toBe(404);
    const [row] = await kept();
    expect(Buffer.from(row!.content).toString('latin1')).not.toContain('school');
  });

  it('tells the second of two who write one plan, keeps her answers, and shows what the first wrote', async () => {
    const mine = await coordinator.form(`${path}/plan`, `${path}/plan`);
    await fill(substitute, `${path}/plan`, { housingDoel: 'Een eigen kamer' });
    const late = await coordinator.send({ ...mine, fields: { ...mine.fields, workDoel: 'Weer naar school' } });
    expect(late.statusCode).toBe(409);
    const page = documentOf(late);
    expect(page.querySelector('input[name="workDoel"]')?.getAttribute('value')).toBe('Weer naar school');
    expect(page.querySelector('main table')?.textContent).toContain('Een eigen kamer');
    // having seen it, she saves over it
    const again = await coordinator.send({
      ...mine,
      fields: {
        ...mine.fields,
        _sleutel: page.querySelector(`form[action="${path}/plan"] input[name="_sleutel"]`)!.getAttribute('value')!,
        versie: page.querySelector(`form[action="${path}/plan"] input[name="versie"]`)!.getAttribute('value')!,
        workDoel: 'Weer naar school',
        housingDoel: 'Een eigen kamer',
      },
    });
    expect(again.statusCode).toBe(303);
    expect(await kept()).toHaveLength(2);
  });

  it('is agreed as it stands, in a language, and asks that anew when it changes', async () => {
    await fill(coordinator, `${path}/plan`, { workDoel: 'Weer naar school', planTaal: 'ar', vertaling: 'نص تجريبي' });
    expect(await textOf(coordinator, `${path}/plan`)).toContain('nog niet besproken');
    const own = await coordinator.page(`${path}/plan/eigen-taal`);
    expect(own.querySelector('article[lang="ar"][dir="rtl"]')?.textContent).toContain('نص تجريبي');
    const agreed = { besprokenTaal: 'ar', besprokenHoe: 'with-interpreter' };
    const tomorrow = writeDutchDate(addDays(await today(), 1));
    const early = await fill(
      coordinator,
      `${path}/plan`,
      { ...agreed, besprokenOp: tomorrow },
      `${path}/plan/bespreken`,
    );
    expect([early.statusCode, errorAt(early, 'besprokenOp')]).toEqual([409, expect.stringContaining('toekomst')]);
    const stale = await coordinator.form(`${path}/plan`, `${path}/plan/bespreken`);
    await fill(substitute, `${path}/plan`, { housingDoel: 'Een eigen kamer' }, `${path}/plan`);
    expect((await coordinator.send({ ...stale, fields: { ...stale.fields, ...agreed } })).statusCode).toBe(409);
    expect((await fill(coordinator, `${path}/plan`, agreed, `${path}/plan/bespreken`)).statusCode).toBe(303);
    expect(await textOf(coordinator, `${path}/plan`)).toContain('besproken met de persoon');
    await fill(coordinator, `${path}/plan`, { housingDoel: 'Een kamer met een tuin' }, `${path}/plan`);
    expect(await textOf(coordinator, `${path}/plan`)).toContain('gewijzigd na het gesprek');
  });

  it('asks the goal with what is done for it, and the language with a translation', async () => {
    const wrong = await fill(coordinator, `${path}/plan`, { workStappen: 'Noor belt de school', vertaling: 'tekst' });
    expect(wrong.statusCode).toBe(400);
    expect(errorAt(wrong, 'workDoel')).toContain('eerst het doel');
    expect(errorAt(wrong, 'planTaal')).toContain('welke taal');
  });

  it('prints the plan without saying why somebody is helped', async () => {
    await fill(coordinator, `${path}/plan`, { workDoel: 'Weer naar school' });
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]) {
      const printed = await coordinator.get(`${path}/plan.${format}`);
      expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, type]);
    }
  });

  it('rings the day before an appointment, for the substitute too, until somebody says how it went', async () => {
    const on = addDays(await today(), 5);
    const asked = { wat: 'appointment', omschrijving: 'Gesprek bij de school', dag: writeDutchDate(on), uur: '9.30' };
    const past = { ...asked, dag: writeDutchDate(addDays(await today(), -1)) };
    expect(errorAt(await fill(coordinator, `${path}/taken`, past), 'dag')).toContain('al voorbij');
    expect((await fill(coordinator, `${path}/taken`, asked)).statusCode).toBe(303);
    expect(await textOf(coordinator, `${path}/taken`)).toContain('om 09:30 uur');
    expect(await textOf(coordinator, CASES)).toContain(writeDutchDate(on));
    expect(await textOf(coordinator, '/overzicht')).not.toContain('taak of afspraak');
    await forward('P4D');
    for (const each of [coordinator, substitute]) {
      const page = await textOf(each, '/overzicht');
      expect(page).toContain('taak of afspraak');
      expect(page).not.toContain('Gesprek bij de school');
    }
    const form = await substitute.form(`${path}/taken`, `${path}/taken/klaar`);
    const taak = (await substitute.page(`${path}/taken`)).querySelector('input[name="taak"]')!.getAttribute('value')!;
    await substitute.send({ ...form, fields: { ...form.fields, taak, hoeGing: 'done' } });
    expect(await textOf(coordinator, '/overzicht')).not.toContain('taak of afspraak');
    // a second time it was done already, whoever says so
    const other = await coordinator.form(`${path}/plan`, `${path}/plan`);
    const token = Object.fromEntries(Object.entries(other.fields).filter(([name]) => name.startsWith('_')));
    const late = await coordinator.send({
      ...other,
      action: `${path}/taken/klaar`,
      fields: { ...token, taak, hoeGing: 'done' },
    });
    expect(late.statusCode).toBe(409);
  });

  it('calls for a year after closing, in every depth, until the case runs again', async () => {
    await choose('lean');
    await fill(coordinator, `${path}/starten`, CONSENT);
    await fill(coordinator, `${path}/afsluiten`, { uitkomst: 'goals-met', nazorg: 'ja' });
    const page = await coordinator.page(`${path}/taken`);
    expect(page.querySelectorAll('input[name="taak"]')).toHaveLength(5);
    await forward('P1M');
    expect(await textOf(coordinator, '/overzicht')).toContain('nazorg');
    const first = (await coordinator.page(`${path}/taken`)).querySelector('input[name="taak"]')!.getAttribute('value')!;
    await fill(coordinator, `${path}/taken`, { taak: first, hoeGing: 'not-reached' }, `${path}/taken/klaar`);
    expect(await textOf(coordinator, '/overzicht')).not.toContain(': nazorg');
    await fill(coordinator, path, {}, `${path}/heropenen`);
    await forward('P3M');
    expect(await textOf(coordinator, '/overzicht')).not.toContain(': nazorg');
  });

  it('takes no consent of a parent or guardian while authority is contested, and says so where it counts', async () => {
    const mother = { naamVan: 'Moeder Fictief', isWat: 'guardian', contact: 'contested', bereik: '000 0000000' };
    await fill(coordinator, `${path}/mensen`, mother);
    const people = await textOf(coordinator, `${path}/mensen`);
    expect(people).toContain('vertel en vraag deze mensen niets');
    // her number is not there to be dialled
    expect(people).not.toContain('000 0000000');
    expect(await textOf(coordinator, path)).toContain('gezag of vertegenwoordiging is omstreden');
    const byGuardian = { ...CONSENT, gegevenDoor: 'guardian', betrokken: 'no' };
    const refused = await fill(coordinator, `${path}/starten`, byGuardian);
    expect([400, 409]).toContain(refused.statusCode);
    expect(await textOf(coordinator, path)).toContain('nog te starten');
    expect((await fill(coordinator, `${path}/starten`, CONSENT)).statusCode).toBe(303);
    const mens = (await coordinator.page(`${path}/mensen`)).querySelector('select[name="mens"] option[value*="-"]');
    const of = { mens: mens!.getAttribute('value')!, nu: 'gone' };
    await fill(coordinator, `${path}/mensen`, of, `${path}/mensen/wijzigen`);
    expect(await textOf(coordinator, path)).not.toContain('is omstreden');
  });

  it('takes the consent of a guardian who is safe beside a parent who is contested, and not while a guardian is', async () => {
    const child = { leeftijd: '0-11', geboortedatum: '1-6-2020', naam: 'Kind Fictief' };
    await fill(coordinator, `${path}/wijzigen`, child);
    const add = (isWat: string, contact: string) =>
      fill(coordinator, `${path}/mensen`, { naamVan: `Fictief ${isWat} ${contact}`, isWat, contact, bereik: '' });
    const by = (gegevenDoor: string) =>
      fill(coordinator, `${path}/starten`, { ...CONSENT, gegevenDoor, betrokken: 'trusted' });
    await add('parent', 'contested');
    expect(errorAt(await by('guardian'), 'betrokken')).toContain('Vraag en vertel deze ouder of voogd niets');
    await add('guardian', 'trusted');
    expect(errorAt(await by('parent'), 'betrokken')).toContain('Vraag en vertel deze ouder of voogd niets');
    await add('guardian', 'contested');
    expect(errorAt(await by('guardian'), 'betrokken')).toContain('Vraag en vertel deze ouder of voogd niets');
    const chosen = (await coordinator.page(`${path}/mensen`)).querySelectorAll('select[name="mens"] option');
    const contested = [...chosen].find(({ textContent }) => textContent?.startsWith('Fictief guardian contested'))!;
    const of = { mens: contested.getAttribute('value')!, nu: 'gone' };
    await fill(coordinator, `${path}/mensen`, of, `${path}/mensen/wijzigen`);
    expect((await by('guardian')).statusCode).toBe(303);
    expect(await textOf(coordinator, path)).toContain('is omstreden');
  });

  it('says that a chosen age and a day of birth do not go together, and follows the day of birth', async () => {
    const fields = { leeftijd: '23-30', geboortedatum: '1-6-2020', naam: 'Kind Fictief' };
    await fill(coordinator, `${path}/wijzigen`, fields);
    expect(await textOf(coordinator, path)).toContain('leeftijd en geboortedatum passen niet bij elkaar');
    expect(errorAt(await fill(coordinator, `${path}/starten`, CONSENT), 'gegevenDoor')).toContain('ouder of voogd');
    await fill(coordinator, `${path}/wijzigen`, { ...fields, leeftijd: '0-11' });
    expect(await textOf(coordinator, path)).not.toContain('passen niet bij elkaar');
  });

  it('reads what was written when the organisation chooses less, and writes nothing more', async () => {
    await fill(coordinator, `${path}/plan`, { workDoel: 'Weer naar school' });
    const mine = await coordinator.form(`${path}/plan`, `${path}/plan`);
    await choose('lean');
    const page = await coordinator.page(`${path}/plan`);
    expect(page.querySelector(`form[action="${path}/plan"]`)).toBeNull();
    expect(page.querySelector('main')?.textContent).toContain('Weer naar school');
    expect((await coordinator.send(mine)).statusCode).toBe(409);
  });

  it('keeps documents sealed in the vault of the case, by what they are and not by what they call themselves', async () => {
    const pdf = Buffer.from('%PDF-1.4\nBrief over Fatima Fictief\n%%EOF\n');
    const disguised = await addPaper('Fatima.docx', pdf);
    expect([disguised.statusCode, errorAt(disguised, 'bestand')]).toEqual([400, expect.stringContaining('past niet')]);
    expect((await addPaper('Fatima Fictief.pdf', pdf)).statusCode).toBe(303);
    const page = await substitute.page(`${path}/documenten`);
    const link = page.querySelector(`main a[href^="${path}/documenten/open"]`)!;
    expect(link.textContent).toBe('Brief (fictief)');
    const opened = await substitute.get(link.getAttribute('href')!);
    expect([opened.rawPayload.toString(), opened.headers['content-disposition']]).toEqual([
      pdf.toString(),
      'attachment; filename="document-1.pdf"',
    ]);
    const stranger = await app.visitor(await anActor(database, 'zorgcoordinator', care));
    expect((await stranger.get(link.getAttribute('href')!)).statusCode).toBe(404);
    const file = await database.admin
      .selectFrom('files.file')
      .select(['name', 'sealed'])
      .where('tenant_id', '=', care.id)
      .executeTakeFirstOrThrow();
    expect(file.name).toBe('document-1.pdf');
    expect(Buffer.from(file.sealed).toString('latin1')).not.toContain('Fatima');
  });

  it('looks documents through later that came while there was no scanner, and says so when one had to go', async () => {
    await addPaperHere('Eerste');
    await addPaperHere('Tweede');
    const rows = () =>
      database.admin
        .selectFrom('care.paper')
        .select(['scanned_at', 'scan_at', 'file_id'])
        .where('tenant_id', '=', care.id)
        .orderBy('scan_at')
        .orderBy('id')
        .execute();
    expect((await rows()).every(({ scanned_at, scan_at }) => scanned_at === null && scan_at !== null)).toBe(true);
    const doDue = (scan: Scan) => {
      const scanning = { scan, vault: createVault(database.kysely, TEST_KEYS) };
      return runEverythingDue(database.kysely, 'demo', { wait: true, scanning });
    };
    await doDue(async () => 'unreachable');
    expect((await rows()).map(({ scanned_at }) => scanned_at)).toEqual([null, null]);
    await database.admin
      .updateTable('care.paper')
      .set({ scan_at: new Date(Date.now() - 60_000) })
      .where('tenant_id', '=', care.id)
      .execute();
    await doDue(async (bytes) => (bytes.toString().includes('Tweede') ? 'found' : 'clean'));
    const left = await rows();
    expect(left.map(({ scanned_at, scan_at }) => [scanned_at === null, scan_at])).toEqual([[false, null]]);
    const { files } = await database.admin
      .selectFrom('files.file')
      .select(({ fn }) => fn.countAll<number>().as('files'))
      .where('tenant_id', '=', care.id)
      .executeTakeFirstOrThrow();
    expect(Number(files)).toBe(1);
    expect(await textOf(coordinator, '/overzicht')).toContain('Een document is verwijderd');
  });

  it('begins letters that say nothing of what happened', async () => {
    for (const letter of ['uitnodiging', 'verklaring', 'vraag', 'afscheid']) {
      const printed = await coordinator.get(`${path}/brief-${letter}.docx`);
      expect(printed.statusCode).toBe(200);
      const text = readDocx(printed.rawPayload)
        .paragraphs.map((paragraph) => paragraph.text)
        .join(' ');
      expect(text).toContain('groet');
      expect(text).not.toMatch(/mensenhandel|slachtoffer|uitbuiting|zoekt hulp/i);
    }
  });

  it('leaves as one document with everything that was written', async () => {
    await fill(coordinator, `${path}/intake`, { wens: 'Ik wil weer naar school' });
    await fill(coordinator, `${path}/plan`, { workDoel: 'Een opleiding vinden' });
    await fill(coordinator, `${path}/gebeurtenissen`, { soort: 'contact', tekst: 'Belde vanmiddag' });
    const printed = await coordinator.get(`${path}/dossier.docx`);
    const text = readDocx(printed.rawPayload).paragraphs.map((paragraph) => paragraph.text);
    for (const words of ['Ik wil weer naar school', 'Een opleiding vinden', 'Belde vanmiddag'])
      expect(text.join(' ')).toContain(words);
  });

  it('asks how it goes in every depth, and what the person saw is asked anew when it changes', async () => {
    await choose('lean');
    expect((await fill(coordinator, `${path}/hoe-gaat-het`, { housingGaat: 'better' })).statusCode).toBe(303);
    expect(await textOf(coordinator, `${path}/hoe-gaat-het`)).toContain('zag dit nog niet');
    const seen = { besprokenTaal: 'nl', besprokenHoe: 'spoken' };
    await fill(coordinator, `${path}/hoe-gaat-het`, seen, `${path}/hoe-gaat-het/gezien`);
    expect(await textOf(coordinator, `${path}/hoe-gaat-het`)).toContain('De persoon zag dit op');
    await fill(coordinator, `${path}/hoe-gaat-het`, { housingGaat: 'worse' });
    expect(await textOf(coordinator, `${path}/hoe-gaat-het`)).toContain('zag dit nog niet');
  });

  it('tells of a year only what stands for ten people or more', async () => {
    await fill(coordinator, `${path}/hoe-gaat-het`, { housingGaat: 'better' });
    const few = await textOf(coordinator, '/zorgcoordinatie/jaarverslag');
    expect(few).toContain('minder dan tien');
    expect(few).not.toContain('10 of meer');
    for (let each = 0; each < 10; each++) await aCase(database, actor, 'Nog iemand Fictief');
    expect(await textOf(coordinator, '/zorgcoordinatie/jaarverslag')).toContain('10 of meer');
    const printed = await coordinator.get('/zorgcoordinatie/jaarverslag.docx');
    const text = readDocx(printed.rawPayload).paragraphs.map((paragraph) => paragraph.text);
    expect(text.join(' ')).toContain('10 of meer');
    expect(text.join(' ')).not.toContain('Fictief zoekt');
  });

  it('tells a year of one region for its centre municipality, and says what it cannot know', async () => {
    for (let each = 0; each < 10; each++) await aCase(database, actor, 'Nog iemand Fictief');
    const region = async (name: string) =>
      database.admin
        .updateTable('care.case_file')
        .set({ region: name })
        .where('tenant_id', '=', actor.organisationId)
        .where('region', '=', 'unknown')
        .execute();
    expect(await textOf(coordinator, '/zorgcoordinatie/jaarverslag')).toContain(
      'Van wie de regio niet bekend is: 10 of meer',
    );
    await region('limburg');
    const here = await textOf(coordinator, '/zorgcoordinatie/jaarverslag?regio=limburg');
    for (const words of ['10 of meer', 'Uit welke gemeente iemand komt', 'telt in dit verslag niet mee'])
      expect(here).toContain(words);
    const elsewhere = await textOf(coordinator, '/zorgcoordinatie/jaarverslag?regio=amsterdam');
    // a second, small region: beside it the big one would follow from the whole, so its own report says nothing either
    await aCase(database, actor, 'Nog iemand Fictief');
    await region('amsterdam');
    for (const one of ['limburg', 'amsterdam'])
      expect(await textOf(coordinator, `/zorgcoordinatie/jaarverslag?regio=${one}`)).not.toContain('10 of meer');
    await database.admin
      .updateTable('care.case_file')
      .set({ region: 'limburg' })
      .where('tenant_id', '=', actor.organisationId)
      .execute();
    expect(elsewhere).not.toContain('10 of meer');
    const text = readDocx((await coordinator.get('/zorgcoordinatie/jaarverslag.docx?regio=limburg')).rawPayload)
      .paragraphs.map((paragraph) => paragraph.text)
      .join(' ');
    for (const words of ['Limburg', 'Wat wij niet weten']) expect(text).toContain(words);
  });

  it('links the files of a couple without sharing anything, for who works on both', async () => {
    const partner = await aCase(database, actor, 'Tomas Fictief');
    const linked = await fill(coordinator, `${path}/bij-elkaar`, {
      ander: ` ${partner.toLowerCase().replace('-', ' ')}`,
      samen: 'partner',
    });
    expect(linked.statusCode).toBe(303);
    const again = await fill(
      coordinator,
      `${CASES}/${partner}/bij-elkaar`,
      { ander: path.slice(-9), samen: 'family' },
      `${CASES}/${partner}/bij-elkaar`,
    );
    expect([again.statusCode, errorAt(again, 'ander')]).toEqual([409, expect.stringContaining('al gekoppeld')]);
    // the substitute works on one of the two only
    const seen = await textOf(substitute, `${path}/bij-elkaar`);
    expect(seen).toContain('dossier van een collega');
    expect(seen).not.toContain(partner);
    expect((await substitute.get(`${CASES}/${partner}`)).statusCode).toBe(404);
    const others = await aCase(database, await anActor(database, 'zorgcoordinator', care), 'Iemand Fictief');
    for (const ander of [others, 'ZZZZ-ZZZZ', path.slice(-9)])
      expect(
        errorAt(
          await fill(coordinator, `${path}/bij-elkaar`, { ander, samen: 'family' }, `${path}/bij-elkaar`),
          'ander',
        ),
      ).toContain('geen ander dossier');
    const link = (await coordinator.page(`${path}/bij-elkaar`)).querySelector(
      'select[name="koppelingMet"] option[value*="-"]',
    );
    const of = { koppelingMet: link!.getAttribute('value')! };
    await fill(coordinator, `${path}/bij-elkaar`, of, `${path}/bij-elkaar/los`);
    expect(await textOf(coordinator, `${CASES}/${partner}/bij-elkaar`)).toContain('staat op zichzelf');
  });

  it('keeps the file of who was a minor by the term of youth care, also after a birthday', async () => {
    const rule = async () =>
      (
        await database.admin
          .selectFrom('retention.record')
          .select('rule')
          .where('tenant_id', '=', care.id)
          .where('subject_kind', '=', 'care.case_file')
          .executeTakeFirstOrThrow()
      ).rule;
    expect(await rule()).toBe('care-dossier');
    await fill(coordinator, `${path}/wijzigen`, { leeftijd: '12-15', geboortedatum: '' });
    expect(await rule()).toBe('youth-dossier');
    await fill(coordinator, `${path}/wijzigen`, { leeftijd: '23-30', geboortedatum: '' });
    expect(await rule()).toBe('youth-dossier');
  });
});
