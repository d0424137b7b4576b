import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocumentFacts } from '../../src/features/approach/use-cases/document-facts.ts';
import { DOCUMENTS } from '../../src/features/approach/use-cases/documents.ts';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { look } from '../../src/platform/db/transact.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

/** Only where a word processor is installed. */
const OFFICE = spawnSync('which', ['soffice']).status === 0;
const NASTY = `<w:p>&"' #panic() $x$`;

describe('the documents of the approach', () => {
  let database: TestDatabase;
  let app: TestApp;
  let actor: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function arrive() {
    actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
    visitor = await app.visitor(actor);
  }
  async function post(page: string, action: string, fields: Readonly<Record<string, string>>) {
    const form = await visitor.form(page, action);
    const answer = await visitor.send({ ...form, fields: { ...form.fields, ...fields } });
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location).split('?')[0]!;
  }

  /** A municipality that recorded everything, with markup in every field, and remarks and notes that stay inside. */
  async function recorded() {
    await arrive();
    await post('/aanpak/K2.1', '/aanpak/K2.1', {
      aandachtsfunctionaris: `Noor ${NASTY}`,
      vervanger: 'Tom Fictief',
      urenPerWeek: '8',
      besluit: `Besluit ${NASTY}`,
      besluitdatum: '1-11-2026',
      geldigTot: '1-3-2028',
    });
    await post('/aanpak/plan', '/aanpak/plan', {
      titel: `Plan ${NASTY}`,
      regioId: 'elders',
      beleid: `Regionaal ${NASTY}`,
      begint: '1-1-2026',
      eindigt: '1-12-2028',
    });
    const action = await post('/aanpak/plan/acties/nieuw', '/aanpak/plan/acties', {
      titel: `Oefen ${NASTY}`,
      spoor: 'signaleren',
      onderdeel: 'K2.2',
      eigenaarId: actor.membershipId,
      termijn: '1-3-2028',
      bedrag: '12.500',
      uren: '40',
    });
    await post(action, `${action}/stand`, { stand: 'busy', aantekening: 'GEHEIM aantekening' });
    await post('/aanpak/vaststelling', '/aanpak/vaststelling', {
      orgaan: 'b-en-w',
      besluitdatum: '10-11-2026',
      geldigTot: '10-11-2028',
      document: `Stuk ${NASTY}`,
      documentdatum: '1-11-2026',
    });
    const scan = newId();
    await database.admin
      .insertInto('approach.scan')
      .values({
        tenant_id: actor.organisationId,
        id: scan,
        framework: 'kader-2021-1',
        owner_membership_id: actor.membershipId,
        owner_name: actor.personName,
        opened_at: new Date(Date.UTC(2026, 10, 1)),
        version: 1,
      })
      .execute();
    await database.admin
      .insertInto('approach.scan_answer')
      .values({
        tenant_id: actor.organisationId,
        scan_id: scan,
        element: 'K1.2',
        respondent_id: actor.membershipId,
        respondent_name: actor.personName,
        state: 'started',
        remark: 'GEHEIM opmerking',
        version: 1,
        answered_at: new Date(Date.UTC(2026, 10, 1)),
      })
      .execute();
  }
  /** What the rest of the documents need: a substitute with every action, and each element they name. */
  async function complete() {
    const place = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const substitute = await anActor(database, 'teamleider', place);
    const plan = await visitor.page('/aanpak/plan');
    const action = plan.querySelector('tbody a')!.getAttribute('href')!;
    await post(action, action, { vervangerId: substitute.membershipId });
    const line = (situation: string) => [
      [`${situation}Wie`, 'De aandachtsfunctionaris'],
      [`${situation}Hoe`, 'Aan de balie'],
      [`${situation}Wanneer`, 'today'],
    ];
    const route = ['acuut', 'persoon', 'plek', 'jongere', 'werk', 'nacht'].flatMap(line);
    await post('/meldroute/wijzigen', '/meldroute/wijzigen', Object.fromEntries(route));
    const elements = new Set(
      DOCUMENTS.flatMap(({ needs }) => needs.map(({ mend }) => /onderdeel=(.*)/.exec(mend.href)?.[1] ?? [])).flat(),
    );
    for (const element of elements)
      await post('/aanpak/borging/verklaring', '/aanpak/borging/verklaring', {
        onderdeel: element,
        stand: 'regio',
        verklaring: 'De regio regelt dit.',
        datum: '1-10-2026',
        geldigTot: '1-3-2028',
        bewijs: 'Convenant',
      });
  }
  const get = (path: 'word' | 'pdf', slug: string) => visitor.get(`/aanpak/documenten/${path}/${slug}`);
  async function textOf(slug: string) {
    const { parts, paragraphs } = readDocx((await get('word', slug)).rawPayload);
    return { parts, text: paragraphs.map(({ text }) => text).join('\n') };
  }

  it.each(
    DOCUMENTS.map(({ slug }) => slug),
  )('%s can be read as a page, with the same headings, tables and words as the Word document', async (slug) => {
    await recorded();
    const page = await visitor.page(`/aanpak/documenten/${slug}`);
    const sheet = page.querySelector('article')!;
    const { paragraphs, tables } = readDocx((await get('word', slug)).rawPayload);
    const headings = (level: number) =>
      paragraphs.filter(({ style }) => style === `Heading${level}`).map(({ text }) => text);
    const onPage = (selector: string) => [...sheet.querySelectorAll(selector)].map((each) => each.textContent);
    expect(onPage('h2')).toEqual(headings(1));
    expect(onPage('h3')).toEqual(headings(2));
    expect(onPage('h4')).toEqual(headings(3));
    const rows = [...sheet.querySelectorAll('table.ib-table')].map((table) =>
      [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    // a figure stands in Word as rows without a header
    expect(rows).toEqual(tables.filter(({ hasHeaderRow }) => hasHeaderRow).map((table) => table.rows));
    expect(onPage('li')).toEqual(paragraphs.filter(({ style }) => style === 'ListParagraph').map(({ text }) => text));
    expect(sheet.textContent).toContain('Voorbeeldgegevens, niet echt');
    expect(page.querySelector('main')!.textContent).not.toContain('GEHEIM');
    const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining([`/aanpak/documenten/word/${slug}`, `/aanpak/documenten/pdf/${slug}`]),
    );
  });

  it('say what they are made of and what is missing, with a way to mend it for who may', async () => {
    await arrive();
    for (const { slug, needs } of DOCUMENTS) {
      const page = await visitor.page(`/aanpak/documenten/${slug}`);
      const links = [...page.querySelectorAll('main ul.utrecht-unordered-list a')].map(
        (link) => link.getAttribute('href')!,
      );
      expect([slug, links]).toEqual([slug, needs.map(({ mend }) => mend.href)]);
      for (const link of new Set(links)) expect([200, 303]).toContain((await visitor.get(link)).statusCode);
    }
    const place = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const reader = await app.visitor(await anActor(database, 'bestuurder', place));
    const read = await reader.page('/aanpak/documenten/raadsbrief');
    expect(read.querySelectorAll('main ul.utrecht-unordered-list a')).toHaveLength(0);
    expect(read.querySelector('main')!.textContent).toContain('Het beleid is nog niet vastgesteld');
  });

  it('leave nothing to fill in but what is asked nowhere, once everything is recorded', async () => {
    await recorded();
    await complete();
    for (const { slug, byHand } of DOCUMENTS) {
      const page = await visitor.page(`/aanpak/documenten/${slug}`);
      expect([slug, page.querySelector('main')!.textContent!.includes('Alles wat dit document nodig heeft')]).toEqual([
        slug,
        true,
      ]);
      const { text } = await textOf(slug);
      expect([slug, text.split('nog in te vullen').length - 1]).toEqual([slug, byHand.length]);
      for (const each of byHand) expect(page.querySelector('main')!.textContent).toContain(each);
    }
  });

  it('are all listed, each with a page to read', async () => {
    await arrive();
    const page = await visitor.page('/aanpak/documenten');
    const cards = [...page.querySelectorAll('main .ib-card a')].map((link) => link.getAttribute('href'));
    expect(cards).toEqual(DOCUMENTS.map(({ slug }) => `/aanpak/documenten/${slug}`));
    expect(DOCUMENTS).toHaveLength(8);
    expect(page.querySelector('main')?.textContent).toContain('uitwerking van In Beeld');
  });

  it.each(
    DOCUMENTS.map(({ slug }) => slug),
  )('%s is a Word document and a PDF with headings in order, also of a municipality that recorded nothing', async (slug) => {
    await arrive();
    const word = await get('word', slug);
    expect(word.headers['content-type']).toContain('wordprocessingml');
    expect(word.headers['content-disposition']).toMatch(new RegExp(`filename="${slug}-\\d{4}-\\d\\d-\\d\\d\\.docx"`));
    const { paragraphs } = readDocx(word.rawPayload);
    expect(paragraphs.filter(({ style }) => style === 'Heading1')).toHaveLength(1);
    expect(paragraphs.filter(({ style }) => style === 'Heading2').length).toBeGreaterThan(2);
    const text = paragraphs.map((each) => each.text).join('\n');
    expect(text).toContain('Voorbeeldgegevens, niet echt');
    expect(text).toContain('hema’s volgens het Kader (2021); elementen en niveaus: uitwerking van In Beeld');
    const pdf = await get('pdf', slug);
    expect(pdf.headers['content-type']).toContain('application/pdf');
    const read = readPdf(pdf.rawPayload);
    expect(read.faults).toEqual([]);
    expect(read.pagesWithHeader).toBe(read.pages);
  });

  it('take markup in every field as text, and never a remark of a respondent or a note with an action', async () => {
    await recorded();
    for (const { slug } of DOCUMENTS) {
      const { parts, text } = await textOf(slug);
      for (const xml of parts.values()) expect(xml).not.toMatch(/GEHEIM|<w:p>&"/);
      expect([slug, text.includes('GEHEIM')]).toEqual([slug, false]);
      expect(readPdf((await get('pdf', slug)).rawPayload).faults).toEqual([]);
    }
    expect((await textOf('uitvoeringsplan')).text).toContain(`Oefen ${NASTY}`);
    expect((await textOf('collegevoorstel')).text).toContain(`Regionaal ${NASTY}`);
  });

  it('name colleagues only where the page says so', async () => {
    await recorded();
    for (const { slug, namesColleagues } of DOCUMENTS) {
      const { text } = await textOf(slug);
      const names = [actor.personName, 'Tom Fictief'].some((name) => text.includes(name));
      expect([slug, names]).toEqual([slug, namesColleagues]);
    }
    const page = await visitor.page('/aanpak/documenten');
    const cards = [...page.querySelectorAll('main .ib-card')];
    for (const [index, { namesColleagues }] of DOCUMENTS.entries())
      expect(cards[index]!.textContent.includes('namen van collega’s')).toBe(namesColleagues);
  });

  it('say what is known, and leave open what is not', async () => {
    await recorded();
    const letter = (await textOf('raadsbrief')).text;
    expect(letter).toContain('Het beleid is op 10 november 2026 vastgesteld door het college');
    expect(letter).toMatch(/In het plan staan €\s12\.500 en 40 uur/);
    expect(letter).toContain('Van een jaar geleden is nog niets vastgelegd');
    const route = (await textOf('meldroute')).text;
    expect(route).toContain(`Noor ${NASTY}`);
    expect(route).toContain('Telefoon: nog in te vullen');
    const profile = (await textOf('functieprofiel')).text;
    expect(profile).toContain('nog in te vullen');
  });

  it('say that policy is adopted when a statement with the own decision shows it', async () => {
    await arrive();
    await post('/aanpak/borging/verklaring', '/aanpak/borging/verklaring', {
      onderdeel: 'K1.1',
      stand: 'regio',
      verklaring: 'De regio heeft beleid.',
      orgaan: 'raad',
      datum: '1-10-2026',
      geldigTot: '1-3-2028',
      bewijs: 'Raadsbesluit',
    });
    for (const slug of ['raadsbrief', 'burgemeester', 'nieuw-college'])
      expect((await textOf(slug)).text).toContain(
        'Het beleid is op 1 oktober 2026 vastgesteld door de gemeenteraad (Raadsbesluit), en geldt tot 1 maart 2028',
      );
    expect((await textOf('burgemeester')).text).toContain('Beslis vóór 1 maart 2028 over een nieuw besluit');
  });

  it('say in every document that whoever carries the approach leaves or left, and send nobody to her', async () => {
    await recorded();
    const leave = (on: PlainDate) =>
      database.admin
        .updateTable('accounts.membership')
        .set({ valid_until: on })
        .where('organisation_id', '=', actor.organisationId)
        .where('person_name', '=', leaver.personName)
        .execute();
    const place = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    const leaver = await anActor(database, 'aandachtsfunctionaris', place);
    await post('/aanpak/K2.1', '/aanpak/K2.1', { aandachtsfunctionaris: leaver.personName, zelfdePersonen: 'ja' });
    const now = dutchDay(await readClock(database.kysely));
    const ahead = addDays(now, 40);
    await leave(ahead);
    for (const { slug } of DOCUMENTS.filter(({ slug }) => slug !== 'meldroute'))
      expect([slug, (await textOf(slug)).text.includes(writeDutchDate(ahead))]).toEqual([slug, true]);
    expect((await textOf('burgemeester')).text).toContain(`Wijs vóór ${writeDutchDate(ahead)} een opvolger aan`);
    expect((await textOf('meldroute')).text).toContain(leaver.personName);
    await leave(now);
    expect((await textOf('raadsbrief')).text).toContain('De aandachtsfunctionaris werkt hier sinds');
    expect((await textOf('functieprofiel')).text).toContain('onvervuld');
    expect((await textOf('meldroute')).text).not.toContain(leaver.personName);
  });

  it('compare with last year, as it was known then', async () => {
    await recorded();
    const fact = (state: 'present' | 'started', at: Date) => ({
      tenant_id: actor.organisationId,
      id: newId(),
      element: 'K6.1',
      source: 'statement',
      state,
      as_of: '2025-06-01' as never,
      lapses_on: '2028-01-01' as never,
      statement: 'Lijst van instrumenten.',
      evidence_title: 'Lijst',
      reported_by: 'Voorbeeld',
      reported_at: at,
    });
    await database.admin
      .insertInto('approach.fact')
      .values([fact('started', new Date(Date.UTC(2025, 5, 1))), fact('present', new Date(Date.UTC(2026, 9, 1)))])
      .execute();
    const { tables, paragraphs } = readDocx((await get('word', 'raadsbrief')).rawPayload);
    // what was there a year ago, was not done since
    expect(paragraphs.map(({ text }) => text)).toContain('Bestuurlijke instrumenten (K6.1): Lijst');
    const levels = tables.find(({ rows }) => rows[0]?.[0] === 'Thema')!;
    expect(levels.rows[0]).toEqual(['Thema', 'Nu', expect.stringMatching(/2025$/), 'Verschil', 'Waarom']);
    expect(levels.rows.find(([theme]) => theme === 'Bestuurlijke instrumenten')?.slice(1, 4)).toEqual([
      '2 van 4: basis',
      '1',
      '1 hoger',
    ]);
  });

  it('keep the route and the page for the mayor on one page', async () => {
    await recorded();
    for (const slug of ['meldroute', 'burgemeester'])
      expect([slug, readPdf((await get('pdf', slug)).rawPayload).pages]).toEqual([slug, 1]);
  });

  it.skipIf(!OFFICE)(
    'keep to that one page in a word processor, and have their headings there',
    { timeout: 120_000 },
    async () => {
      await recorded();
      await complete();
      const folder = mkdtempSync(join(tmpdir(), 'in-beeld-documents-'));
      for (const { slug } of DOCUMENTS)
        writeFileSync(join(folder, `${slug}.docx`), (await get('word', slug)).rawPayload);
      const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
      const files = DOCUMENTS.map(({ slug }) => join(folder, `${slug}.docx`));
      execFileSync('soffice', [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        filter,
        '--outdir',
        folder,
        ...files,
      ]);
      for (const { slug } of DOCUMENTS) {
        const pdf = readFileSync(join(folder, `${slug}.pdf`), 'latin1');
        const headings = [1, 2].map((level) => pdf.match(new RegExp(`/S\\s*/H${level}\\b`, 'g'))?.length ?? 0);
        expect([slug, headings[0], headings[1]! > 2]).toEqual([slug, 1, true]);
        const pages = pdf.match(/\/Type\s*\/Page\b/g)!.length;
        if (['meldroute', 'burgemeester'].includes(slug)) expect([slug, pages]).toEqual([slug, 1]);
      }
      rmSync(folder, { recursive: true });
    },
  );

  it('keep up with a plan of 500 actions', async () => {
    await recorded();
    const facts = await look(
      database.kysely,
      { door: 'own', tenantId: actor.organisationId, personId: actor.personId },
      (tx, time) => readDocumentFacts(tx, actor, undefined, time),
    );
    const [action] = facts.actions;
    const many = { ...facts, actions: Array.from({ length: 500 }, (_, index) => ({ ...action!, id: String(index) })) };
    const plan = DOCUMENTS.find(({ slug }) => slug === 'uitvoeringsplan')!.write(many);
    const table = plan.blocks.find((block) => block.kind === 'table' && block.rows.length === 500);
    expect(table).toBeDefined();
    await database.admin
      .insertInto('approach.plan_action')
      .values(
        Array.from({ length: 500 }, (_, index) => ({
          tenant_id: actor.organisationId,
          id: newId(),
          plan_id: facts.plan!.id,
          title: `Actie nummer ${index + 1}`,
          track: 'preventie',
          budget_euro: 100,
          status: 'open',
          version: 1,
          changed_by: actor.personName,
          changed_at: new Date(Date.UTC(2026, 10, 1)),
        })),
      )
      .execute();
    const page = await visitor.page('/aanpak/documenten/uitvoeringsplan');
    const tables = [...page.querySelectorAll('article table')];
    expect(Math.max(...tables.map((each) => each.querySelectorAll('tbody tr').length))).toBe(50);
    expect(page.querySelector('article')!.textContent).toContain('En nog 450 rijen');
    expect(readDocx((await get('word', 'uitvoeringsplan')).rawPayload).tables.map(({ rows }) => rows.length)).toContain(
      501,
    );
  });

  it('are not there for who may not see the approach, and an unknown one is not there for anybody', async () => {
    await arrive();
    expect((await get('pdf', 'bestaat-niet')).statusCode).toBe(404);
    const organisation = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    visitor = await app.visitor(await anActor(database, 'medewerker', organisation));
    expect((await get('pdf', 'raadsbrief')).statusCode).toBe(403);
  });
});
