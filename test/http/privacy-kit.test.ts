import { beforeAll, describe, expect, it } from 'vitest';
import { PROCESSING_REGISTER } from '../../src/app/processing-activities.ts';
import { TICK_KINDS } from '../../src/features/privacy/domain/start-gate.ts';
import { TICK_WORDS } from '../../src/features/privacy/domain/tick-words.ts';
import { KIT } from '../../src/features/privacy/use-cases/kit.ts';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

describe('the kit of the start gate, filled from the register', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  async function docx(slug: string, kind = 'gemeente'): Promise<{ text: string; place: TestOrganisation }> {
    const place = await anOrganisation(database, kind);
    const fg = await app.visitor(await anActor(database, 'fg', place));
    const answer = await fg.get(`/privacyloket/documenten/${slug}.docx`);
    expect(answer.statusCode).toBe(200);
    return { text: JSON.stringify(readDocx(answer.rawPayload)), place };
  }

  it('has one document for each of the six ticks', () => {
    expect(TICK_KINDS.map((kind) => TICK_WORDS[kind].kit)).toEqual(KIT.map(({ slug }) => slug));
  });

  it('describes in the DPIA annex every activity the organisation will use, who may what, and what nobody confirmed', async () => {
    const { text, place } = await docx('dpia-bijlage');
    expect(text).toContain(place.name);
    for (const id of ['VA-01', 'VA-02', 'VA-03', 'VA-07', 'VA-08', 'VA-13', 'VA-18']) {
      const activity = PROCESSING_REGISTER.activities.find((each) => each.id === id)!;
      expect(text, id).toContain(`${id} ${activity.name}`);
    }
    expect(text).not.toContain('VA-05 Opvang en begeleiding');
    expect(text).toContain('nog te verifiëren');
    expect(text).toContain('Zorgcoördinator');
    // who manages the application learns, and sees nothing of anybody
    expect(text.match(/"Functioneel beheerder","[^"]*"/g)).toEqual(['"Functioneel beheerder","D12: lezen, schrijven"']);
    // from the tables themselves, not from what somebody wrote of them
    expect(text).toMatch(
      /Signaal over een mogelijk slachtoffer \(D3\)","\d+, verzegeld \d+","[^"]*signals\.signal_report: [^"]*observation\*/,
    );
    // the weighing is people's work
    expect(text).toContain('nog in te vullen');
  });

  it('follows the kind of organisation: a shelter reads about shelter', async () => {
    const { text } = await docx('dpia-bijlage', 'opvangorganisatie');
    expect(text).toContain('VA-05 Opvang en begeleiding');
    expect(text).not.toContain('VA-01 Signaal ontvangen');
  });

  it('fills the processing agreement with activities, terms and measures, and leaves the parties open', async () => {
    const { text, place } = await docx('verwerkersovereenkomst');
    expect(text).toContain(`${place.name}, verwerkingsverantwoordelijke`);
    for (const part of [
      'binnen 24 uur',
      'Bijlage 1',
      'Bijlage 2',
      'VA-15 Audit en beveiliging',
      'SEC-13',
      '15 jaar vanaf laatste wijziging',
    ])
      expect(text, part).toContain(part);
  });

  it('leaves the category of the archive to the archivist, and asks the works council only what is tracked', async () => {
    expect((await docx('bewaartermijnen')).text).toContain('nog vast te stellen door archivaris en FG');
    expect((await docx('verzoek-ondernemingsraad')).text).toContain('Wij vragen uw instemming met: Leren.');
    expect((await docx('verzoek-ondernemingsraad', 'opvangorganisatie')).text).toContain('ter informatie');
  });

  it('says on every page of a demo that it is one, and has real headings in the PDF', async () => {
    const fg = await app.visitor(await anActor(database, 'fg', await anOrganisation(database)));
    for (const { slug } of KIT) {
      const pdf = readPdf((await fg.get(`/privacyloket/documenten/${slug}.pdf`)).rawPayload);
      expect([slug, pdf.isUa1, pdf.pagesWithHeader === pdf.pages, pdf.faults]).toEqual([slug, true, true, []]);
    }
  });
});
