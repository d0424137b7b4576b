import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';
import { openGate } from '../support/open-gate.ts';

const NEW = '/meldingen/nieuw';
const SEEN = 'Er liggen matrassen in de schuur. KANARIE-GEZIEN';
const PLACE = 'Voorbeeldweg 1, Verzonnen Dorp KANARIE-PLEK';

describe('passing a signal on', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let colleague: Actor;
  let visitor: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    colleague = await anActor(database, 'medewerker', here);
    visitor = await app.visitor(colleague);
  });

  const visitorAs = async (role: Role, at = here) => app.visitor(await anActor(database, role, at));
  const text = (page: Document) => page.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
  const step = async (query: string) => (await visitor.get(`${NEW}?${query}`)).headers.location;
  const reports = () =>
    database.admin.selectFrom('signals.signal_report').selectAll().where('tenant_id', '=', here.id).execute();

  async function passPlace(change: Record<string, string> = {}, by = visitor, query = 'functie=supervision') {
    const form = await by.form(`${NEW}/plek?${query}`);
    return by.send({ ...form, fields: { ...form.fields, plek: PLACE, gezien: SEEN, ...change } });
  }

  it('asks three questions, of which each can be answered with «ik weet het niet», and leads to what is needed', async () => {
    const page = await visitor.page(NEW);
    for (const name of ['gevaar', 'nodig', 'functie'])
      expect(
        page.querySelector(`[name="${name}"][value="weet-niet"], [name="${name}"] [value="unknown"]`),
      ).not.toBeNull();
    expect(await step('gevaar=nee&nodig=telling&functie=permits')).toContain(`${NEW}/telling?`);
    expect(await step('gevaar=weet-niet&nodig=plek&functie=unknown')).toContain(`${NEW}/plek?gevaar=weet-niet`);
    expect(await step('gevaar=nee&nodig=weet-niet&functie=unknown')).toContain(`${NEW}/overleg?`);
    // a browser sends nothing for a question without a choice
    const [form] = [...(await visitor.page(NEW)).querySelectorAll('main form')];
    const sent = [...form!.querySelectorAll('input[type=hidden], select')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value') ?? '',
    ]);
    const nothing = await visitor.get(`${NEW}?${new URLSearchParams(sent)}`);
    expect(nothing.statusCode).toBe(200);
    for (const name of ['gevaar', 'nodig', 'functie'])
      expect([name, documentOf(nothing).getElementById(`veld-${name}-fout`) !== null]).toEqual([name, true]);
    const unanswered = await visitor.get(`${NEW}?gevaar=nee&nodig=&functie=`);
    expect([unanswered.statusCode, documentOf(unanswered).title]).toEqual([
      200,
      '(2 invoerfouten) Geef een signaal door – In Beeld',
    ]);
  });

  it('counts a weak signal, and keeps neither who saw it nor on which day', async () => {
    for (const _ of [1, 2]) {
      const form = await visitor.form(`${NEW}/telling?functie=civil-affairs`);
      const answer = await visitor.send({ ...form, fields: { ...form.fields, vorm: 'labour-exploitation' } });
      expect(answer.headers.location).toBe('/meldingen/bedankt?soort=telling');
    }
    const rows = await database.admin
      .selectFrom('signals.tally')
      .selectAll()
      .where('tenant_id', '=', here.id)
      .execute();
    expect(rows).toEqual([
      {
        tenant_id: here.id,
        month: expect.stringMatching(/^\d{4}-\d\d-01$/),
        reporter_function: 'civil-affairs',
        form: 'labour-exploitation',
        count: 2,
      },
    ]);
    expect(await reports()).toEqual([]);
  });

  it('keeps a signal about a place before the gate is open, sealed, with a code that says nothing', async () => {
    const answer = await passPlace();
    expect(answer.statusCode).toBe(303);
    const [report] = await reports();
    expect(answer.headers.location).toContain(`kenmerk=${report!.code}`);
    const receipt = await visitor.page(answer.headers.location!);
    expect(text(receipt)).toContain(report!.code);
    expect(text(receipt)).toContain('Uw signaal telt mee');
    expect(report).toMatchObject({ kind: 'location', source: 'employee', reporter_person_id: colleague.personId });
    for (const sealed of [report!.observation, report!.place!])
      expect(Buffer.from(sealed).toString('latin1')).not.toContain('KANARIE');
    const kept = await database.admin
      .selectFrom('retention.record')
      .select(['rule', 'dossier_id'])
      .where('subject_id', '=', report!.id)
      .execute();
    expect(kept).toEqual([{ rule: 'signal-location', dossier_id: report!.id }]);
  });

  it('does not know signals about a person until the gate is open, and says whom to call instead', async () => {
    expect((await visitor.get(`${NEW}/persoon?functie=other`)).statusCode).toBe(409);
    await anActor(database, 'aandachtsfunctionaris', here);
    const on = await step('gevaar=nee&nodig=persoon&functie=other');
    expect(on).toContain(`${NEW}/overleg?`);
    expect(text(await visitor.page(on!))).toMatch(
      /Bel de aandachtsfunctionaris.*bewaart nog geen signalen over personen/,
    );
    await openGate(database, here.id, 'signals');
    expect(await step('gevaar=nee&nodig=persoon&functie=other')).toContain(`${NEW}/persoon?`);
    const form = await visitor.form(`${NEW}/persoon?functie=other`);
    const said = { gezien: SEEN, zei: 'Ik mag niet weg.', minderjarig: 'unknown' };
    expect((await visitor.send({ ...form, fields: { ...form.fields, ...said } })).statusCode).toBe(303);
    expect((await reports()).map(({ kind, is_minor }) => [kind, is_minor])).toEqual([['person', 'unknown']]);
  });

  it('shows 112 first in danger, and keeps nothing before somebody called', async () => {
    const shown = await visitor.page(`${NEW}?gevaar=ja&nodig=plek&functie=other`);
    expect(shown.querySelector('h1')?.textContent).toBe('Bel eerst 112');
    expect(shown.querySelector('a[href="tel:112"]')).not.toBeNull();
    expect(await step('gevaar=ja&nodig=telling&functie=other&gebeld=14.30')).toContain(`${NEW}/plek?gevaar=ja`);
    const skipped = await visitor.get(`${NEW}/plek?gevaar=ja&functie=other`);
    expect(skipped.headers.location).toContain(`${NEW}?gevaar=ja`);
    const refused = await passPlace({ gevaar: 'ja', gebeld: '' });
    expect([refused.statusCode, await reports()]).toEqual([409, []]);
    const done = await passPlace({ gevaar: 'ja', gebeld: '14.30' });
    expect(done.statusCode).toBe(303);
    expect((await reports())[0]).toMatchObject({ is_danger_now: true, called_112_at: '14:30:00' });
  });

  it('keeps nothing of what was seen in an investigation, only that it went the other way today', async () => {
    const asked = await visitor.page(`${NEW}?gevaar=nee&nodig=plek&functie=enforcement-officer`);
    expect(asked.querySelectorAll('[name="gezienAls"]')).toHaveLength(3);
    expect(await step('gevaar=nee&nodig=plek&functie=enforcement-officer&gezienAls=opsporing')).toBe(`${NEW}/wpg`);
    expect(await step('gevaar=nee&nodig=plek&functie=enforcement-officer&gezienAls=toezicht')).toContain(`${NEW}/plek`);
    const answer = await visitor.send(await visitor.form(`${NEW}/wpg`));
    expect(answer.headers.location).toBe('/meldingen/bedankt?soort=wpg');
    const notes = await database.admin
      .selectFrom('signals.investigation_note')
      .selectAll()
      .where('tenant_id', '=', here.id)
      .execute();
    expect(Object.keys(notes[0]!)).toEqual(['tenant_id', 'id', 'passed_on']);
    expect(await reports()).toEqual([]);
  });

  it('says beside the field what may be shared, with its article, and that nobody checked it', async () => {
    const page = await visitor.page(`${NEW}/plek?functie=permits`);
    expect(text(page)).toMatch(/Wat mag ik delen\?.*Wet Bibob, artikel 28.*nog te verifiëren/);
    expect(text(await visitor.page(`${NEW}/plek?functie=unknown`))).toContain('AVG, artikel 5');
  });

  it('refuses numbers beside the field with every answer kept, and asks once about what may be a name', async () => {
    const number = documentOf(await passPlace({ gezien: 'bel 0612345678' }));
    expect(number.getElementById('veld-gezien-fout')?.textContent).toContain('een telefoonnummer');
    expect(number.querySelector('[name="plek"]')?.getAttribute('value')).toBe(PLACE);
    const named = { gezien: 'ik zag Jan Voorbeeld lopen' };
    const first = await passPlace(named);
    expect([first.statusCode, documentOf(first).querySelector('[name="nagekeken"]') !== null]).toEqual([409, true]);
    expect((await passPlace({ ...named, nagekeken: 'ja' })).statusCode).toBe(303);
    const long = await passPlace({ gezien: 'a'.repeat(50_000) });
    expect([long.statusCode, documentOf(long).getElementById('veld-gezien-fout')?.textContent]).toEqual([
      400,
      'Fout: Gebruik hoogstens 5.000 tekens.',
    ]);
  });

  it('keeps one signal when the form is sent twice', async () => {
    const form = await visitor.form(`${NEW}/plek?functie=supervision`);
    const filled = { ...form, fields: { ...form.fields, plek: PLACE, gezien: SEEN } };
    const answers = await Promise.all([visitor.send(filled), visitor.send(filled)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(answers[0]!.headers.location).toBe(answers[1]!.headers.location);
    expect(await reports()).toHaveLength(1);
  });

  it('tells the focal point at once that a signal came, and not what it is', async () => {
    const officer = await anActor(database, 'aandachtsfunctionaris', here);
    await passPlace();
    const [report] = await reports();
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['membership_id', 'kind', 'path'])
      .where('tenant_id', '=', here.id)
      .execute();
    expect(told).toEqual([
      { membership_id: officer.membershipId, kind: 'signals.report-arrived', path: `/meldingen/wacht/${report!.id}` },
    ]);
    expect((await (await app.visitor(officer)).get(told[0]!.path)).headers.location).toBe(`/meldingen/${report!.code}`);
  });

  it('never exists for a focal point whom the reporter keeps away, and is refused when nobody else would read it', async () => {
    const officer = await anActor(database, 'aandachtsfunctionaris', here);
    const alone = await passPlace({ nietVoor: officer.personId });
    expect(documentOf(alone).getElementById('veld-nietVoor-fout')?.textContent).toContain('vertrouwenspersoon');
    const other = await anActor(database, 'aandachtsfunctionaris', here);
    expect((await passPlace({ nietVoor: officer.personId })).statusCode).toBe(303);
    const [report] = await reports();
    expect((await (await app.visitor(officer)).get(`/meldingen/${report!.code}`)).statusCode).toBe(404);
    expect((await (await app.visitor(other)).get(`/meldingen/${report!.code}`)).statusCode).toBe(200);
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select('membership_id')
      .where('tenant_id', '=', here.id)
      .execute();
    expect(told).toEqual([{ membership_id: other.membershipId }]);
    expect((await passPlace({ nietVoor: colleague.personId })).statusCode).toBe(409);
  });

  it('shows whoever passed it on a neutral status for thirty days, and nobody else anything', async () => {
    await passPlace();
    const [report] = await reports();
    expect(text(await visitor.page('/meldingen/mijn'))).toMatch(new RegExp(`${report!.code}.*Ontvangen`));
    const other = await visitorAs('medewerker');
    expect(text(await other.page('/meldingen/mijn'))).not.toContain(report!.code);
    expect((await other.get(`/meldingen/${report!.code}`)).statusCode).toBe(403);
    await database.admin
      .updateTable('signals.signal_report')
      .set({ received_on: '2026-01-01' as never })
      .where('tenant_id', '=', here.id)
      .execute();
    expect(text(await visitor.page('/meldingen/mijn'))).not.toContain(report!.code);
  });
});
