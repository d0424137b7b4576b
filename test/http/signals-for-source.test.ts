import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const NAMENS = '/meldingen/namens';

describe('the focal point records for somebody else', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let desk: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    desk = await app.visitor(await anActor(database, 'aandachtsfunctionaris', here));
  });

  const text = (page: Document) => page.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const reports = () =>
    database.admin.selectFrom('signals.signal_report').selectAll().where('tenant_id', '=', here.id).execute();
  async function record(step: 'plek' | 'persoon', change: Record<string, string> = {}) {
    const form = await desk.form(`${NAMENS}/${step}`);
    const fields = {
      bron: 'telephone',
      gevaar: 'nee',
      magHoren: 'nothing',
      gezien: 'Een buurvrouw hoort elke nacht auto’s.',
      ...(step === 'plek' ? { plek: 'Voorbeeldweg 3' } : { minderjarig: 'unknown' }),
      ...change,
    };
    return desk.send({ ...form, fields: { ...form.fields, ...fields } });
  }
  const fieldError = async (answer: Awaited<ReturnType<typeof record>>, field: string) =>
    documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent;

  it('a place from every source, before the gate is open, and nothing of who told it', async () => {
    const start = await desk.page(NAMENS);
    expect(start.querySelector(`a[href="${NAMENS}/persoon"]`)).toBeNull();
    expect((await desk.get(`${NAMENS}/persoon`)).statusCode).toBe(409);
    const page = await desk.page(`${NAMENS}/plek`);
    expect(page.querySelector('[name="bereiken"]')).toBeNull();
    const sources = [...page.querySelectorAll('[name="bron"] option')].map((option) => option.getAttribute('value'));
    expect(sources).toEqual(expect.arrayContaining(['school', 'housing-corporation', 'general-practitioner', 'riec']));
    expect(sources).not.toContain('employee');
    const answer = await record('plek', { bron: 'housing-corporation', magHoren: 'received' });
    expect(answer.headers.location).toMatch(/^\/meldingen\/[2-9A-Z]{4}-[2-9A-Z]{4}\?vastgelegd$/);
    expect(text(await desk.page(answer.headers.location!))).toMatch(/Woningcorporatie.*Dat het is ontvangen/);
    expect((await record('plek', { bereiken: '06 12345678' })).statusCode).toBe(409);
    expect(await reports()).toMatchObject([
      { source: 'housing-corporation', reporter_person_id: null, source_reach: null },
    ]);
  });

  it('a girl of seventeen without her name: nothing that identifies her is kept', async () => {
    await openGate(database, here.id, 'signals');
    const told = {
      bron: 'school',
      minderjarig: 'yes',
      gezien: 'Een meisje van zeventien heeft steeds nieuwe spullen en is bang voor een jongen in een auto.',
    };
    const named = await record('persoon', { ...told, gezien: `${told.gezien} zij heet Sanne Voorbeeld` });
    expect([named.statusCode, await fieldError(named, 'gezien')]).toEqual([409, expect.stringContaining('naam')]);
    const answer = await record('persoon', told);
    expect(answer.statusCode).toBe(303);
    const [report] = await reports();
    expect(report).toMatchObject({
      kind: 'person',
      is_minor: 'yes',
      place: null,
      place_index: null,
      source_reach: null,
    });
    const known = await database.admin
      .selectFrom('signals.identity')
      .select('id')
      .where('tenant_id', '=', here.id)
      .execute();
    expect(known).toEqual([]);
  });

  it('how the source is reached stands apart, and opens with a reason only', async () => {
    await openGate(database, here.id, 'signals');
    const asks = await record('persoon', { magHoren: 'outcome' });
    expect(await fieldError(asks, 'bereiken')).toContain('te bereiken');
    const answer = await record('persoon', { magHoren: 'outcome', bereiken: 'KANARIE-BRON 06 12345678' });
    const address = answer.headers.location!.replace('?vastgelegd', '');
    for (const path of [address, `${address}/personen`])
      expect(text(await desk.page(path))).not.toContain('KANARIE-BRON');
    const form = await desk.form(`${address}/personen`, `${address}/personen/openen`);
    const reason = { reden: 'Ik bel de bron vandaag terug.' };
    const opened = await desk.send({ ...form, fields: { ...form.fields, ...reason } });
    expect(text(documentOf(opened))).toContain('KANARIE-BRON');
    const [row] = await reports();
    expect(Buffer.from(row!.source_reach!).toString('latin1')).not.toContain('KANARIE');
  });

  it('a report of the police to the mayor, with its own day and a decision', async () => {
    const missing = await record('plek', { bron: 'administrative-report' });
    expect(await fieldError(missing, 'beslisVoor')).toContain('Vul in voor welke dag');
    const by = addDays(dutchDay(new Date()), 1);
    const answer = await record('plek', { bron: 'administrative-report', beslisVoor: writeDutchDate(by) });
    const address = answer.headers.location!.replace('?vastgelegd', '');
    expect((await reports())[0]).toMatchObject({ act_by: by, decide_by: by });
    const form = await desk.form(address, `${address}/rapportage`);
    const decided = { ...form, fields: { ...form.fields, besluit: 'talk-first' } };
    expect((await desk.send(decided)).headers.location).toBe(`${address}?besloten`);
    expect(text(await desk.page(address))).toContain('Eerst overleggen of aanvullen');
    const again = await desk.post(decided.action, { ...decided.fields, _sleutel: 'een-andere-sleutel' });
    expect(again.statusCode).toBe(409);
  });

  it('danger now: 112 comes first here too', async () => {
    const refused = await record('plek', { gevaar: 'ja' });
    expect(await fieldError(refused, 'gebeld')).toContain('Bel eerst 112');
    expect((await record('plek', { gevaar: 'ja', gebeld: '9.15' })).statusCode).toBe(303);
  });
});
