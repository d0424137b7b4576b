import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDocx } from '../../src/platform/documents/testing/read-docx.ts';
import { addDays, dutchDay, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const FIELDS = {
  naam: 'Zorgcoördinatie (fictief)',
  gemeenten: 'Groningen, gm0106',
  vormen: 'seksuele-uitbuiting arbeidsuitbuiting',
  leeftijden: '18-22 23-plus',
  geslachten: 'man vrouw',
  telefoon: '(050) 123.45.67',
  bereikbaar: 'werkdagen',
  vanaf: '9',
  tot: '17.00',
};

describe('who helps where', () => {
  let database: TestDatabase;
  let app: TestApp;
  let care: TestOrganisation;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return () => database.close();
  });
  beforeEach(async () => {
    care = await anOrganisation(database, 'zorgorganisatie');
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const municipality = async (code: string): Promise<TestOrganisation> => {
    const row = await database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return row as TestOrganisation;
  };
  const coordinator = () => visitorAs('zorgcoordinator', care);

  async function offer(changes: Readonly<Record<string, string>> = {}) {
    const visitor = await coordinator();
    const form = await visitor.form('/netwerk/aanbod/nieuw', '/netwerk/aanbod');
    const fields = { ...form.fields, ...FIELDS, ...changes };
    return { visitor, answer: await visitor.send({ ...form, fields }) };
  }
  async function stand(code: string, query = ''): Promise<Record<string, unknown>> {
    const reader = await visitorAs('aandachtsfunctionaris', await municipality('GM0014'));
    const { gemeenten } = JSON.parse((await reader.get(`/netwerk/dekking.json?${query}`)).body) as {
      gemeenten: readonly Record<string, unknown>[];
    };
    return gemeenten.find((each) => each.code === code)!;
  }
  const idOf = async () =>
    (
      await database.admin
        .selectFrom('care.offer')
        .select('id')
        .where('tenant_id', '=', care.id)
        .executeTakeFirstOrThrow()
    ).id;
  const forget = async () => {
    for (const table of ['care.offer_confirmation', 'care.offer_version', 'care.offer'] as const)
      await database.admin.deleteFrom(table).where('tenant_id', '=', care.id).execute();
  };

  it('shows an offer on the map for who it serves, and leaves the rest unknown', async () => {
    const { answer } = await offer();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/netwerk/aanbod?bewaard']);
    const asked = 'vorm=arbeidsuitbuiting&leeftijd=23-plus&geslacht=man';
    expect(await stand('GM0106', `${asked}&moment=dag`)).toMatchObject({ stand: 'gedekt', gedekt: 1 });
    expect(await stand('GM0106', `${asked}&moment=nacht`)).toMatchObject({
      stand: 'onbekend',
      aanZet: expect.any(String),
    });
    expect(await stand('GM0106')).toMatchObject({ stand: 'deels-onbekend', gedekt: 8, nietGedekt: 0, onbekend: 127 });
    expect(await stand('GM0363')).toMatchObject({ stand: 'onbekend', gedekt: 0 });
    await forget();
  });

  it('keeps what was filled in and says beside each field what is wrong', async () => {
    const { answer } = await offer({
      gemeenten: 'Groningen, Verzonnenstad',
      telefoon: 'bel mij',
      vormen: '',
      vanaf: '25:00',
      contractTot: '31-2-2027',
    });
    expect(answer.statusCode).toBe(400);
    const page = documentOf(answer);
    const errorAt = (name: string) => page.getElementById(`veld-${name}-fout`)?.textContent ?? '';
    for (const name of ['telefoon', 'vormen', 'vanaf', 'contractTot']) expect(errorAt(name), name).not.toBe('');
    expect(page.querySelector<HTMLInputElement>('#veld-naam')?.value).toBe(FIELDS.naam);
    const unknown = await offer({ gemeenten: 'Groningen, Verzonnenstad' });
    expect(unknown.answer.statusCode).toBe(400);
    expect(documentOf(unknown.answer).getElementById('veld-gemeenten-fout')?.textContent).toContain('Verzonnenstad');
    const nowhere = await offer({ gemeenten: '' });
    expect([
      nowhere.answer.statusCode,
      documentOf(nowhere.answer).getElementById('veld-gemeenten-fout') !== null,
    ]).toEqual([409, true]);
    const backwards = await offer({ vanaf: '17:00', tot: '09:00' });
    expect(documentOf(backwards.answer).getElementById('veld-tot-fout')?.textContent).toContain('begintijd');
  });

  it('takes all municipalities of a region at once', async () => {
    await offer({ gemeenten: '', regio: 'PV20' });
    expect((await stand('GM0014')).gedekt).toBe(8);
    await forget();
  });

  it('confirms with one press, and refuses a second writer who saw an older version', async () => {
    await offer();
    const id = await idOf();
    const visitor = await coordinator();
    const confirm = await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}/bevestigen`);
    expect((await visitor.send(confirm)).headers.location).toBe(`/netwerk/aanbod/${id}?bevestigd`);
    const [first, second] = [
      await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}`),
      await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}`),
    ];
    const changed = await visitor.send({ ...first, fields: { ...first.fields, naam: 'Nieuwe naam (fictief)' } });
    expect(changed.statusCode).toBe(303);
    const late = await visitor.send({ ...second, fields: { ...second.fields, naam: 'Te laat (fictief)' } });
    expect(late.statusCode).toBe(409);
    expect(documentOf(late).querySelector<HTMLInputElement>('#veld-naam')?.value).toBe('Te laat (fictief)');
    await forget();
  });

  it('shows the gap that appears when an organisation ends its offer, from that day', async () => {
    await offer();
    const id = await idOf();
    const visitor = await coordinator();
    const ending = await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}/beeindigen`);
    const past = await visitor.send({ ...ending, fields: { ...ending.fields, stoptOp: '1-1-2020' } });
    expect([past.statusCode, documentOf(past).getElementById('veld-stoptOp-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('voorbij'),
    ]);
    const before = await stand('GM0014', 'moment=dag&geslacht=man&vorm=arbeidsuitbuiting&leeftijd=23-plus');
    const today = dutchDay(new Date());
    const again = await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}/beeindigen`);
    const done = await visitor.send({
      ...again,
      fields: { ...again.fields, stoptOp: today.split('-').reverse().join('-') },
    });
    expect(done.headers.location).toBe('/netwerk/aanbod?beeindigd');
    const after = await stand('GM0014', 'moment=dag&geslacht=man&vorm=arbeidsuitbuiting&leeftijd=23-plus');
    expect([before.stand, after.stand]).toEqual(['gedekt', 'niet-gedekt']);
    const ended = await visitor.page(`/netwerk/aanbod/${id}`);
    expect(ended.querySelector('main a[href="/netwerk/aanbod/nieuw"]')).not.toBeNull();
    await forget();
  });

  it('says what stops when an organisation falls out', async () => {
    await offer();
    expect(await stand('GM0014', `zonder=${care.code}`)).toMatchObject({ stoptHier: 8, gedekt: 0, nietGedekt: 8 });
    await forget();
  });

  it('lets the municipality confirm its list, so that a gap is a gap, and tells its approach', async () => {
    await offer();
    const here = await municipality('GM0106');
    const focalPoint = await visitorAs('aandachtsfunctionaris', here);
    const form = await focalPoint.form('/netwerk/dekking/GM0106', '/netwerk/bevestigen');
    expect((await focalPoint.send(form)).headers.location).toBe('/netwerk/dekking/GM0106?bevestigd');
    expect((await focalPoint.page('/netwerk/dekking/GM0106')).body.textContent).toContain('Dit is al bevestigd.');
    expect(await stand('GM0106')).toMatchObject({ stand: 'deels', gedekt: 8, nietGedekt: 127, onbekend: 0 });
    const facts = await database.admin
      .selectFrom('approach.fact')
      .select(['element', 'source', 'state'])
      .where('tenant_id', '=', here.id)
      .where('source', '=', 'care')
      .execute();
    expect(facts).toEqual([{ element: 'K5.1', source: 'care', state: 'started' }]);
    await forget();
  });

  it('tells who looks after it on the first page that there is a gap, and who stopped', async () => {
    await offer({ gemeenten: 'GM0109' });
    const here = await municipality('GM0109');
    const officer = await visitorAs('beleidsmedewerker', here);
    const line = async () =>
      (await officer.page('/overzicht')).querySelector('a[href="/netwerk/dekking/GM0109"]')?.textContent ??
      'geen regel';
    expect(await line()).toBe('geen regel');
    await database.admin
      .updateTable('care.offer_version')
      .set({ contract_until: addDays(dutchDay(new Date()), -1), valid_from: addDays(dutchDay(new Date()), -200) })
      .where('tenant_id', '=', care.id)
      .execute();
    expect(await line()).toContain(`${care.name} is gestopt`);
    expect((await (await visitorAs('medewerker', here)).page('/overzicht')).body.textContent).not.toContain('gestopt');
    await forget();
  });

  it('tells a municipality beforehand that an offer stops, and gives its organisation a letter about it', async () => {
    const { visitor: coordinator } = await offer({ gemeenten: 'GM0109' });
    const path = `/netwerk/aanbod/${await idOf()}`;
    const officer = await visitorAs('beleidsmedewerker', await municipality('GM0109'));
    const form = await coordinator.form(path, `${path}/beeindigen`);
    expect((await coordinator.page(path)).querySelector(`a[href="${path}/brief.docx"]`)).toBeNull();
    expect((await coordinator.get(`${path}/brief.docx`)).headers.location).toBe(path);
    const stops = addDays(dutchDay(new Date()), 30);
    const fields = { ...form.fields, stoptOp: stops.split('-').reverse().join('-') };
    expect((await coordinator.send({ ...form, fields })).statusCode).toBe(303);
    // told at once, with a letter that says nothing of it
    const told = await database.admin
      .selectFrom('deadlines.notification as n')
      .innerJoin('mail.outbox as o', (join) =>
        join.onRef('o.tenant_id', '=', 'n.tenant_id').onRef('o.reference', '=', 'n.id'),
      )
      .select(['n.id', 'n.path', 'o.path as mailed'])
      .where('n.tenant_id', '=', (await municipality('GM0109')).id)
      .where('n.kind', '=', 'care.offer-ends')
      .execute();
    expect(told.length).toBeGreaterThan(0);
    for (const { id, path: at, mailed } of told)
      expect([at, mailed]).toEqual(['/netwerk/dekking/GM0109', `/berichten/${id}`]);
    const line = (await officer.page('/overzicht')).querySelector('a[href="/netwerk/dekking/GM0109"]')?.textContent;
    expect(line).toContain(`${care.name} stopt na ${writeDutchDate(addDays(stops, -1))}`);
    expect((await coordinator.page(path)).querySelector(`a[href="${path}/brief.docx"]`)).not.toBeNull();
    const { paragraphs } = readDocx((await coordinator.get(`${path}/brief.docx`)).rawPayload);
    const text = paragraphs.map((each) => each.text).join(' ');
    for (const words of [care.name, 'Coevorden', `Vanaf ${writeDutchDate(stops)}`, 'bereikt u ons op'])
      expect(text).toContain(words);
    const elsewhere = await visitorAs('zorgcoordinator', await anOrganisation(database, 'zorgorganisatie'));
    expect((await elsewhere.get(`${path}/brief.docx`)).statusCode).toBe(404);
    await forget();
  });

  it('no longer counts a municipality that a later version leaves out, and calls that a gap', async () => {
    await offer({ gemeenten: 'GM0109, GM0114' });
    const id = await idOf();
    await database.admin
      .updateTable('care.offer_version')
      .set({ valid_from: addDays(dutchDay(new Date()), -1) })
      .where('tenant_id', '=', care.id)
      .execute();
    const visitor = await coordinator();
    const form = await visitor.form(`/netwerk/aanbod/${id}`, `/netwerk/aanbod/${id}`);
    await visitor.send({ ...form, fields: { ...form.fields, ...FIELDS, gemeenten: 'GM0114' } });
    const asked = 'moment=dag&geslacht=man&vorm=arbeidsuitbuiting&leeftijd=23-plus';
    expect([(await stand('GM0109', asked)).stand, (await stand('GM0114', asked)).stand]).toEqual([
      'niet-gedekt',
      'gedekt',
    ]);
    const yesterday = addDays(dutchDay(new Date()), -1).split('-').reverse().join('-');
    expect((await stand('GM0109', `${asked}&op=${yesterday}`)).stand).toBe('onbekend');
    const officer = await visitorAs('beleidsmedewerker', await municipality('GM0109'));
    expect((await officer.page('/overzicht')).body.textContent).toContain('Zorgcoördinatie heeft een gat');
    await forget();
  });

  it('shows residents one number when the organisation says so, and never the one for outside the hours', async () => {
    await offer({ gemeenten: 'GM0114', nachtnummer: '050 765 43 21' });
    const page = async (path: string) => (await (await app.visitor()).page(path)).body.textContent ?? '';
    expect(await page('/gemeenten/GM0114')).not.toContain('050-123 45 67');
    await forget();
    await offer({ gemeenten: 'GM0114', nachtnummer: '050 765 43 21', openbaar: 'ja' });
    for (const path of ['/gemeenten/GM0114', '/en/municipalities/GM0114']) {
      const text = (await page(path)).replaceAll('\u00a0', ' ');
      expect(text, path).toContain('050-123 45 67');
      expect(text, path).not.toContain('050-765 43 21');
    }
    await forget();
  });

  it('makes an offer unknown when the municipality objects, and certain again when it takes that back', async () => {
    await offer();
    const focalPoint = await visitorAs('beleidsmedewerker', await municipality('GM0014'));
    const form = await focalPoint.form('/netwerk/dekking/GM0014', '/netwerk/bezwaren');
    const named = await focalPoint.send({
      ...form,
      fields: { ...form.fields, reden: 'Zij belt mevrouw Jansen op 06-12345678' },
    });
    expect([named.statusCode, documentOf(named).getElementById('veld-reden-fout') !== null]).toEqual([400, true]);
    const told = await focalPoint.send({
      ...form,
      fields: { ...form.fields, reden: 'Het nummer wordt nooit opgenomen.' },
    });
    expect(told.headers.location).toBe('/netwerk/dekking/GM0014?bezwaar');
    const asked = 'moment=dag&geslacht=man&vorm=arbeidsuitbuiting&leeftijd=23-plus';
    expect((await stand('GM0014', asked)).stand).toBe('onbekend');
    expect((await stand('GM0106', asked)).stand).toBe('gedekt');
    const own = await (await coordinator()).page(`/netwerk/aanbod/${await idOf()}`);
    expect(own.body.textContent).toContain('Het nummer wordt nooit opgenomen.');
    const back = await focalPoint.form('/netwerk/dekking/GM0014', '/netwerk/bezwaren/intrekken');
    await focalPoint.send(back);
    expect((await stand('GM0014', asked)).stand).toBe('gedekt');
    await forget();
  });

  it('shows the form to confirm to nobody of another municipality', async () => {
    const stranger = await visitorAs('aandachtsfunctionaris', await municipality('GM0363'));
    const page = await stranger.page('/netwerk/dekking/GM0014');
    expect(page.querySelector('main form')).toBeNull();
  });

  it('gives a number that is answered on a Saturday at two in the night where there is no coordinator', async () => {
    const clerk = await visitorAs('medewerker', await municipality('GM0363'));
    const question = 'gemeente=GM0363&vorm=criminele-uitbuiting&leeftijd=23-plus&geslacht=man&dag=5-12-2026&tijd=02:00';
    const answer = JSON.parse((await clerk.get(`/netwerk/wie-helpt.json?${question}`)).body) as {
      zorgcoordinatie: unknown[];
      landelijk: { nummer: string }[];
    };
    expect(answer.zorgcoordinatie).toEqual([]);
    expect(answer.landelijk.map(({ nummer }) => nummer)).toContain('112');
    const page = await clerk.page(`/netwerk/wie-helpt?${question}`);
    expect(page.querySelector('a[href="tel:112"]')).not.toBeNull();
    expect(page.body.textContent).toContain('noodbed');
  });

  it('names the coordination that answers at that hour by its number for outside the hours', async () => {
    await offer({ nachtnummer: '0031 50 765 43 21' });
    const clerk = await visitorAs('medewerker', await municipality('GM0014'));
    const ask = async (when: string) =>
      JSON.parse(
        (await clerk.get(`/netwerk/wie-helpt.json?gemeente=GM0014&geslacht=man&leeftijd=23-plus&${when}`)).body,
      ).zorgcoordinatie as readonly { nummer: string | null }[];
    expect((await ask('dag=5-12-2026&tijd=02:00')).map(({ nummer }) => nummer)).toEqual(['050-765 43 21']);
    expect((await ask('dag=4-12-2026&tijd=9')).map(({ nummer }) => nummer)).toEqual(['050-123 45 67']);
    const card = await clerk.page('/netwerk/routekaart/GM0014');
    expect(card.body.textContent).toContain(FIELDS.naam);
    await forget();
  });

  it('gives the table of coverage as a file of comma-separated values, of the same question', async () => {
    const officer = await visitorAs('aandachtsfunctionaris', await municipality('GM0014'));
    const page = await officer.page('/netwerk/dekking?naam=groningen');
    const href = page.querySelector('main a[href^="/netwerk/dekking.csv"]')!.getAttribute('href')!;
    const file = await officer.get(href);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body.split('\r\n').filter((line) => line.includes('GM0014'))).toHaveLength(1);
    expect(file.body).not.toContain('GM0363');
    expect((await officer.get('/netwerk/dekking.csv?vorm=iets')).statusCode).toBe(400);
  });

  it('asks whether somebody stands in as a question of its own: yes, no, or not known', async () => {
    const asked = 'vorm=arbeidsuitbuiting&leeftijd=23-plus&geslacht=man&moment=dag';
    const says = async () => {
      const reader = await visitorAs('aandachtsfunctionaris', await municipality('GM0014'));
      const page = (await reader.page('/netwerk/dekking/GM0106')).querySelector('main')?.textContent ?? '';
      const { stand: state, aanZet } = await stand('GM0106', `${asked}&vervanging=geregeld`);
      return [(await stand('GM0106', asked)).stand, state, aanZet, page] as const;
    };
    await offer();
    const unsaid = await says();
    expect(unsaid.slice(0, 3)).toEqual(['gedekt', 'onbekend', 'De organisatie bevestigt haar aanbod.']);
    expect(unsaid[3]).toContain('Hiervan weten we niet of er vervanging is');
    await forget();
    await offer({ vervanging: 'nee' });
    const none = await says();
    expect(none.slice(0, 2)).toEqual(['gedekt', 'niet-gedekt']);
    expect(none[3]).toContain('Hiervoor is geen vervanging');
    await forget();
    const { visitor } = await offer({ vervanging: 'ja' });
    const arranged = await says();
    expect(arranged.slice(0, 2)).toEqual(['gedekt', 'gedekt']);
    expect(arranged[3]).toContain('is vervanging geregeld');
    const kept = await visitor.form(`/netwerk/aanbod/${await idOf()}`, `/netwerk/aanbod/${await idOf()}`);
    expect(kept.fields.vervanging).toBe('ja');
    await forget();
  });

  it('gives the list of gaps as a file, with who must act for each and no formula that runs', async () => {
    await offer({ nachtnummer: '', vervanging: 'ja' });
    const officer = await visitorAs('beleidsmedewerker', await municipality('GM0106'));
    const confirm = await officer.form('/netwerk/dekking/GM0106', '/netwerk/bevestigen');
    expect((await officer.send(confirm)).statusCode).toBe(303);
    const page = await officer.page('/netwerk/dekking?naam=assen');
    const href = page.querySelector('main a[href^="/netwerk/dekking/gaten.csv"]')!.getAttribute('href')!;
    const file = await officer.get(href);
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.body.split('\r\n').filter((line) => line.startsWith('GM'));
    expect(lines.some((line) => line.startsWith('GM0014'))).toBe(false);
    expect(
      lines.some(
        (line) => line.startsWith('GM0106') && line.includes('niet gedekt') && line.includes('De gemeente regelt dit'),
      ),
    ).toBe(true);
    expect(file.body.split('\r\n').filter((line) => /^[=+@-]/.test(line))).toEqual([]);
    expect((await officer.get('/netwerk/dekking/gaten.csv?vorm=iets')).statusCode).toBe(400);
    await database.admin
      .deleteFrom('care.arrangement')
      .where('tenant_id', '=', (await municipality('GM0106')).id)
      .execute();
    await forget();
  });

  it('asks a colleague too whether an offer still holds, so that it rings on when its writer leaves', async () => {
    await anActor(database, 'zorgcoordinator', care);
    await offer();
    const { assignee_id, substitute_id, also_id } = await database.admin
      .selectFrom('deadlines.deadline')
      .select(['assignee_id', 'substitute_id', 'also_id'])
      .where('subject_id', '=', await idOf())
      .where('kind', '=', 'care.offer-unconfirmed')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    expect(substitute_id).not.toBeNull();
    expect([also_id, assignee_id === substitute_id]).toEqual([substitute_id, false]);
    await forget();
  });

  it('answers for another day by who is there on that day', async () => {
    await offer({ contractTot: '15-12-2026' });
    const clerk = await visitorAs('medewerker', await municipality('GM0014'));
    const ask = async (day: string) =>
      JSON.parse((await clerk.get(`/netwerk/wie-helpt.json?gemeente=GM0014&dag=${day}&tijd=10`)).body)
        .zorgcoordinatie as readonly { neemtOp: boolean }[];
    expect((await ask('14-12-2026')).filter(({ neemtOp }) => neemtOp)).toHaveLength(1);
    expect((await ask('16-12-2026')).filter(({ neemtOp }) => neemtOp)).toEqual([]);
    await forget();
  });

  it('prints a card that is true at every hour: hours and night numbers, nothing of now, and not how thin it is', async () => {
    await offer({ uren: '36', betaaldDoor: 'Voorbeeldregio (fictief)' });
    const clerk = await visitorAs('medewerker', await municipality('GM0014'));
    const card = (await clerk.page('/netwerk/routekaart/GM0014')).querySelector('main')!;
    const said = card.textContent!.replaceAll('\u00a0', ' ');
    for (const part of ['112', '0900-8844', 'Dag en nacht open.', 'Open op werkdagen van 09:00 tot 17:00 uur'])
      expect(said).toContain(part);
    expect(said).toContain('Daarbuiten: bel een nummer onderaan dit blad.');
    for (const part of ['Nu open', 'Nu te bellen', 'neemt niemand op', 'uur per week', 'Betaald door', 'vervanging'])
      expect(said).not.toContain(part);
    await forget();
  });

  it('keeps a province and a safety region of one name apart', async () => {
    const page = await (await coordinator()).page('/netwerk/aanbod/nieuw');
    const names = [...page.querySelectorAll('select[name=regio] option')].map((option) => option.textContent);
    expect(names).toContain('Groningen (provincie)');
    expect(names).toContain('Groningen (veiligheidsregio)');
    expect(new Set(names).size).toBe(names.length);
  });

  it('leads from a municipality that is no more to who came after it, and refuses one that never was', async () => {
    const clerk = await visitorAs('medewerker', await municipality('GM0014'));
    const merged = await clerk.page('/netwerk/wie-helpt?gemeente=GM0009');
    expect(merged.querySelector('a[href="/netwerk/wie-helpt?gemeente=GM0014"]')).not.toBeNull();
    const unknown = await clerk.get('/netwerk/wie-helpt?gemeente=GM9999&tijd=kwart');
    expect(unknown.statusCode).toBe(400);
    expect(documentOf(unknown).getElementById('veld-gemeente-fout')).not.toBeNull();
    const asked = ['wie-helpt.json?gemeente=GM0014&geslacht=mann', 'wie-helpt.json', 'dekking.json?vorm=iets'];
    for (const [address, field] of asked.map(
      (each, index) => [each, ['geslacht', 'gemeente', 'vorm'][index]!] as const,
    )) {
      const officer = await visitorAs('aandachtsfunctionaris', await municipality('GM0014'));
      const answer = await officer.get(`/netwerk/${address}`);
      expect([answer.statusCode, Object.keys(JSON.parse(answer.body).fouten)], address).toEqual([400, [field]]);
    }
  });
});
