import { beforeAll, describe, expect, it } from 'vitest';
import { readDocumentFacts } from '../../src/features/approach/use-cases/document-facts.ts';
import { DOCUMENTS } from '../../src/features/approach/use-cases/documents.ts';
import { look } from '../../src/platform/db/transact.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

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
  const get = (path: 'word' | 'pdf', slug: string) => visitor.get(`/aanpak/documenten/${path}/${slug}`);
  async function textOf(slug: string) {
    const { parts, paragraphs } = readDocx((await get('word', slug)).rawPayload);
    return { parts, text: paragraphs.map(({ text }) => text).join('\n') };
  }

  it('are all listed, each as Word and as PDF', async () => {
    await arrive();
    const page = await visitor.page('/aanpak/documenten');
    const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    for (const { slug } of DOCUMENTS)
      expect(links).toEqual(
        expect.arrayContaining([`/aanpak/documenten/word/${slug}`, `/aanpak/documenten/pdf/${slug}`]),
      );
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
    for (const { slug, namesColleagues } of DOCUMENTS)
      expect(page.getElementById(slug)?.parentElement?.textContent?.includes('namen van collega’s')).toBe(
        namesColleagues,
      );
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
    const { tables } = readDocx((await get('word', 'raadsbrief')).rawPayload);
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
  });

  it('are not there for who may not see the approach, and an unknown one is not there for anybody', async () => {
    await arrive();
    expect((await get('pdf', 'bestaat-niet')).statusCode).toBe(404);
    const organisation = { id: actor.organisationId, code: actor.organisationCode, name: actor.organisationName };
    visitor = await app.visitor(await anActor(database, 'medewerker', organisation));
    expect((await get('pdf', 'raadsbrief')).statusCode).toBe(403);
  });
});
