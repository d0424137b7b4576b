import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/platform/documents/testing/read-pdf.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const OWN = '/signalen/eigen';
const NEW = `${OWN}/nieuw`;
const GOOD = {
  signaal: 'In de haven slapen mensen op een schip dat niet vaart',
  ookMogelijk: 'Een bemanning die op een onderdeel wacht',
  werk: 'TH KCC',
  vorm: 'labour-exploitation',
  soort: 'housing',
  sterkte: 'weak',
};

describe('signals that a municipality adds', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
  });

  const as = async (role: Role, at: TestOrganisation) => app.visitor(await anActor(database, role, at));
  async function add(visitor: Visitor, change: Readonly<Record<string, string>> = {}) {
    const form = await visitor.form(NEW, NEW);
    return visitor.send({ ...form, fields: { ...form.fields, ...GOOD, ...change } });
  }
  const stored = (at: TestOrganisation) =>
    database.admin
      .selectFrom('signals.own_signal')
      .select(['what', 'roles', 'withdrawn_on'])
      .where('tenant_id', '=', at.id)
      .execute();
  const shown = async (visitor: Visitor) => (await visitor.page(OWN)).querySelector('main')?.textContent ?? '';

  it('are read by every colleague, with what else it can be, and stand on the card of their work', async () => {
    const here = await anOrganisation(database);
    const officer = await as('aandachtsfunctionaris', here);
    const clerk = await as('medewerker', here);
    expect(await shown(clerk)).toContain('voegde nog geen signaal toe');
    expect((await add(officer)).headers.location).toBe(`${OWN}?bewaard`);
    expect(await stored(here)).toEqual([{ what: GOOD.signaal, roles: ['TH', 'KCC'], withdrawn_on: null }]);
    const page = await shown(clerk);
    for (const text of [GOOD.signaal, GOOD.ookMogelijk, here.name, 'Nog niet getoetst door het veld'])
      expect(page).toContain(text);
    expect((await clerk.page(OWN)).querySelectorAll('main form')).toHaveLength(0);
    const pointsOn = async (address: string) => {
      const card = await clerk.get(address);
      expect(card.statusCode).toBe(200);
      const { elements, faults } = readPdf(card.rawPayload);
      expect(faults).toEqual([]);
      return elements.filter(({ role }) => role === 'LI').length;
    };
    const added = async (work: string) =>
      (await pointsOn(`${OWN}/kaarten.pdf?rol=${work}&vouw=a4`)) -
      (await pointsOn(`/signalen/kaarten.pdf?rol=${work}&vouw=a4`));
    expect([await added('TH'), await added('BZ')]).toEqual([1, 0]);
    expect((await clerk.get(`${OWN}/kaarten.pdf?rol=XX`)).statusCode).toBe(404);
  });

  it('are of one municipality: another neither reads nor withdraws them, and the country does not see them', async () => {
    const here = await anOrganisation(database);
    const officer = await as('beleidsmedewerker', here);
    await add(officer, { signaal: 'KANARIE in de polder' });
    const stranger = await as('aandachtsfunctionaris', await anOrganisation(database));
    expect(await shown(stranger)).not.toContain('KANARIE');
    const { fields, action } = await officer.form(OWN, `${OWN}/weghalen`);
    const elsewhere = await stranger.form(NEW, NEW);
    const tried = await stranger.post(action, { ...elsewhere.fields, eigenSignaal: fields.eigenSignaal! });
    expect(tried.statusCode).toBe(404);
    expect((await app.server.inject('/signalen?q=KANARIE')).body).not.toContain('KANARIE in');
    expect(await stored(here)).toHaveLength(1);
  });

  it.each([
    [
      'a word that is never a signal',
      { signaal: 'Poolse mannen in een busje' },
      'signaal',
      '«Poolse» is nooit een signaal',
    ],
    ['a telephone number', { ookMogelijk: 'Vraag het op 0612345678' }, 'ookMogelijk', 'nooit over één persoon'],
    [
      'what independent sex workers do too, called strong',
      { sekswerk: 'ja', sterkte: 'strong' },
      'sterkte',
      'Kies zwak',
    ],
    ['no work', { werk: '' }, 'werk', 'in welk werk'],
    ['no strength', { sterkte: '' }, 'sterkte', 'Kies hoe sterk'],
    ['too long a text', { signaal: 'x'.repeat(201) }, 'signaal', 'hoogstens 200'],
  ] as const)('refuse %s beside the field, and keep what was typed', async (_what, change, field, words) => {
    const here = await anOrganisation(database);
    const answer = await add(await as('aandachtsfunctionaris', here), change);
    expect([400, 409]).toContain(answer.statusCode);
    const page = documentOf(answer);
    expect(page.getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
    const typed: Readonly<Record<string, unknown>> = { ...GOOD, ...change };
    expect(page.getElementById('veld-signaal')?.getAttribute('value')).toBe(typed.signaal);
    expect(await stored(here)).toEqual([]);
  });

  it('stand there once: sent twice, told by two at once, or in other capitals', async () => {
    const here = await anOrganisation(database);
    const [one, other] = [await as('aandachtsfunctionaris', here), await as('beleidsmedewerker', here)];
    const form = await one.form(NEW, NEW);
    const twice = { ...form, fields: { ...form.fields, ...GOOD } };
    await Promise.all([one.send(twice), one.send(twice)]);
    expect(await stored(here)).toHaveLength(1);
    const answers = await Promise.all([one, other].map((who) => add(who, { signaal: 'Een tweede signaal' })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect((await add(other, { signaal: 'EEN TWEEDE  SIGNAAL' })).statusCode).toBe(409);
    expect(await stored(here)).toHaveLength(2);
  });

  it('go when they are withdrawn, and can then be added anew', async () => {
    const here = await anOrganisation(database);
    const officer = await as('aandachtsfunctionaris', here);
    await add(officer);
    const form = await officer.form(OWN, `${OWN}/weghalen`);
    expect((await officer.send(form)).headers.location).toBe(`${OWN}?weggehaald`);
    expect(await shown(officer)).not.toContain(GOOD.signaal);
    expect((await add(officer)).statusCode).toBe(303);
    expect(await stored(here)).toHaveLength(2);
  });

  it('are added by who leads the approach, and read by nobody outside a municipality', async () => {
    const here = await anOrganisation(database);
    expect((await (await as('medewerker', here)).get(NEW)).statusCode).toBe(403);
    const vng = await as('vng-adviseur', await anOrganisation(database, 'vng'));
    expect((await vng.get(OWN)).statusCode).toBe(403);
    // and the catalogue leads there only who may go there
    const leads = async (visitor: Visitor) => (await visitor.page('/signalen')).querySelector(`main a[href="${OWN}"]`);
    expect(await leads(vng)).toBeNull();
    expect(await leads(await app.visitor())).toBeNull();
    expect(await leads(await as('medewerker', here))).not.toBeNull();
  });
});
