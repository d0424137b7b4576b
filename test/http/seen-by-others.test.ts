import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, addMonths, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/aanpak/wat-anderen-zien';
const PUBLISH = '/aanpak/publiceren';
/** What must never be seen outside: each is filled in somewhere in this story. */
const SECRET = {
  name: 'Noor Geheimzinnig',
  substitute: 'Tom Verborgen',
  hours: '7,25',
  remark: 'Intern beraad dat binnen blijft',
  reason: 'Onze keuze bij verschil',
  evidence: 'Besluit met nummer 778899',
};

describe('what others see of a municipality', () => {
  let database: TestDatabase;
  let app: TestApp;
  let zwolle: TestOrganisation;
  let officer: Visitor;
  let today: PlainDate;
  let region: TestOrganisation;
  let vng: TestOrganisation;

  const placeOf = (code: string) =>
    database.admin
      .selectFrom('organisations.organisation')
      .select(['id', 'code', 'name'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    vng = await anOrganisation(database, 'vng');
    zwolle = await placeOf('GM0193');
    officer = await app.visitor(await anActor(database, 'beleidsmedewerker', zwolle));
    today = dutchDay(await readClock(database.kysely));
    region = await database.admin
      .selectFrom('organisations.region_membership as rm')
      .innerJoin('organisations.organisation as r', 'r.id', 'rm.region_id')
      .select(['r.id', 'r.code', 'r.name'])
      .where('rm.organisation_id', '=', zwolle.id)
      .where('rm.region_kind', '=', 'safety-region')
      .executeTakeFirstOrThrow();
    await tellTheStory();
  });
  afterAll(() => database.close());

  async function post(path: string, fields: Readonly<Record<string, string>>, as: Visitor = officer, page = path) {
    const form = await as.form(page, path);
    const answer = await as.send({ ...form, fields: { ...form.fields, ...fields } });
    expect([path, answer.statusCode]).toEqual([path, 303]);
  }

  /** A focal point, an answer with a remark, a statement, a public source, a mandate. */
  async function tellTheStory() {
    await post('/aanpak/K2.1', {
      aandachtsfunctionaris: SECRET.name,
      vervanger: SECRET.substitute,
      urenPerWeek: SECRET.hours,
      besluit: SECRET.evidence,
      besluitdatum: writeDutchDate(addDays(today, -20)),
      geldigTot: writeDutchDate(addDays(today, 40)),
    });
    await post('/aanpak/borging/verklaring', {
      onderdeel: 'K5.1',
      stand: 'regio',
      verklaring: 'De regio regelt dit',
      orgaan: '',
      datum: writeDutchDate(addDays(today, -30)),
      geldigTot: writeDutchDate(addMonths(today, 20)),
      bewijs: SECRET.evidence,
    });
    await post('/aanpak/scan', {});
    await post('/aanpak/scan/onderdeel/K1.2', { stand: 'gestart', opmerking: SECRET.remark });
    const adviser = await app.visitor(await anActor(database, 'vng-adviseur', vng));
    const LIST = '/monitor/openbare-bronnen';
    const source = {
      gemeente: 'GM0193',
      bron: 'anders',
      cvdr: '',
      vindplaats: 'https://voorbeeld.invalid/stuk',
      orgaan: '',
      datum: writeDutchDate(addDays(today, -60)),
      geldigTot: '',
      bekekenOp: writeDutchDate(today),
    };
    await post(LIST, { ...source, onderdeel: 'K5.3', titel: 'Regiovisie opvang' }, adviser, `${LIST}/nieuw`);
    await post(LIST, { ...source, onderdeel: 'K5.5', titel: 'Nota nazorg' }, adviser, `${LIST}/nieuw`);
    const facts = await database.admin
      .selectFrom('approach.public_fact')
      .select(['id', 'element'])
      .where('municipality_id', '=', zwolle.id)
      .execute();
    const nazorg = `/aanpak/openbare-bronnen/${facts.find(({ element }) => element === 'K5.5')!.id}`;
    await post(`${nazorg}/klopt-niet`, { reden: 'niet-vastgesteld' }, officer, nazorg);
    const keeper = await app.visitor(await anActor(database, 'beheerder', zwolle));
    await post(
      '/beheer/mandaten',
      {
        houder: region.code,
        bevoegdheid: 'aanpak',
        grondslag: 'Mandaatbesluit',
        vanaf: writeDutchDate(today),
        geldigTot: writeDutchDate(addMonths(today, 6)),
      },
      keeper,
    );
  }

  const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
  /** The two pieces on the own page: for partners, and for everybody. */
  async function ownView() {
    const page = await officer.page(PATH);
    const piece = (id: string) => page.querySelector(`[aria-labelledby=${id}] .ib-seen`);
    return { page, partners: piece('partners'), everybody: piece('iedereen') };
  }
  async function visitorOf(role: Role): Promise<Visitor> {
    const at =
      role === 'ketenregisseur'
        ? region
        : role === 'vng-adviseur' || role === 'analist'
          ? vng
          : role === 'comensha-adviseur'
            ? await anOrganisation(database, 'comensha')
            : await placeOf('GM0150');
    return app.visitor(await anActor(database, role, at));
  }
  const PARTNERS: readonly Role[] = [
    'vng-adviseur',
    'comensha-adviseur',
    'ketenregisseur',
    'analist',
    'aandachtsfunctionaris',
    'beleidsmedewerker',
    'bestuurder',
  ];

  it.each(
    PARTNERS,
  )('is on the own page word for word what the %s reads on the page of the municipality', async (role) => {
    const { partners } = await ownView();
    const theirs = (await (await visitorOf(role)).page('/gemeenten/GM0193')).querySelector('.ib-seen');
    expect(text(theirs)).toBe(text(partners));
    expect(text(theirs)).toContain('Loopt binnen 90 dagen af');
    expect(text(theirs)).toContain('Openbare bron, niet bevestigd door de gemeente');
    expect(text(theirs)).not.toContain('Nota nazorg');
  });

  it('is what the monitor shows of it, element by element', async () => {
    const { partners } = await ownView();
    const adviser = await visitorOf('vng-adviseur');
    for (const heading of partners!.querySelectorAll('h3')) {
      const [element] = heading.textContent!.split(' ');
      const { standen } = (await adviser.get(`/monitor/data.json?onderdeel=${element}&naam=Zwolle`)).json<{
        standen: Record<string, string | null>[];
      }>();
      const row = standen.find(({ gemeentecode }) => gemeentecode === 'GM0193')!;
      const own = text(heading.parentElement)!;
      const words = {
        geregeld: 'Geregeld',
        regionaal: 'Geregeld door de regio',
        'loopt-af': 'Loopt binnen 90 dagen af',
        vervallen: 'Vervallen',
        'openbare-bron': 'Openbare bron, niet bevestigd',
        'niet-bekend': element === 'K7.1' ? 'Geen borging bekend' : 'Niets opgegeven',
      }[row.stand!]!;
      expect([element, own.includes(words)]).toEqual([element, true]);
      for (const day of [row.besluitdatum, row.stand === 'openbare-bron' ? null : row.vervaldatum])
        if (day) expect(own).toContain(writeDutchDate(day as PlainDate));
    }
  });

  it('is what the region reads in its overview, with the number of mandates', async () => {
    const { page } = await ownView();
    const row = [...(await (await visitorOf('ketenregisseur')).page('/regio')).querySelectorAll('tbody tr')].find(
      (each) => each.textContent?.includes('Zwolle'),
    )!;
    expect(text(row)).toContain('Loopt binnen 90 dagen af');
    expect(text(row.querySelector('[data-label="Lopende mandaten"]'))).toBe('1');
    const also = text(page.querySelector('[aria-labelledby=ook]'))!;
    expect(also).toContain('hoeveel mandaten u hebt lopen: 1');
    expect(also).toContain(`mandaat voor de aanpak aan ${region.name}`);
    expect(also).toContain('K5.5 Nota nazorg: klopt niet (dit is nooit vastgesteld)');
  });

  it('holds nothing that nobody may see, on any page of anybody outside', async () => {
    const pages = [
      '/gemeenten/GM0193',
      '/gemeenten/GM0193.json',
      '/en/municipalities/GM0193',
      '/monitor/data.json?naam=Zwolle',
      '/monitor/data.csv?naam=Zwolle',
    ];
    const secrets = Object.values(SECRET);
    const own = (await officer.get('/aanpak/K2.1')).body;
    expect(own).toContain(SECRET.name);
    for (const visitor of [await app.visitor(), ...(await Promise.all(PARTNERS.map(visitorOf)))])
      for (const path of [...pages, ...(visitor.cookie ? ['/monitor', '/monitor?naam=Zwolle'] : [])]) {
        const { body } = await visitor.get(path);
        expect([path, secrets.filter((secret) => body.includes(secret))]).toEqual([path, []]);
      }
    for (const [role, paths] of [
      ['ketenregisseur', ['/regio']],
      ['vng-adviseur', ['/monitor/openbare-bronnen']],
    ] as const)
      for (const path of paths) {
        const { body } = await (await visitorOf(role)).get(path);
        expect(body).toContain('Zwolle');
        expect(secrets.filter((secret) => body.includes(secret))).toEqual([]);
      }
    const ownPage = text((await ownView()).page.querySelector('main'))!;
    expect(secrets.filter((secret) => ownPage.includes(secret))).toEqual([]);
  });
  it('is for everybody nothing, until the municipality publishes; and nothing again at once when it takes that back', async () => {
    const anybody = await app.visitor();
    const open = async () => {
      const { standen } = (await anybody.get('/monitor/data.json?naam=Zwolle')).json<{
        standen: Record<string, string>[];
      }>();
      return [...new Set(standen.filter(({ gemeentecode }) => gemeentecode === 'GM0193').map(({ stand }) => stand))];
    };
    const seen = async (visitor: Visitor = anybody) =>
      text((await visitor.page('/gemeenten/GM0193')).querySelector('.ib-seen'));
    const same = async () => expect(await seen()).toBe(text((await ownView()).everybody));
    const expectNothing = async () => {
      expect(await seen()).toContain('Niet gepubliceerd');
      expect(await open()).toEqual(['niet-gepubliceerd']);
      await same();
    };
    await expectNothing();
    await post(PUBLISH, {}, officer, PATH);
    expect(await seen()).toContain('K1.1 Vastgesteld beleid');
    expect(await seen()).toContain('K7.1');
    expect(await seen()).not.toContain('K2.1');
    expect(await open()).not.toContain('niet-gepubliceerd');
    await same();
    // a colleague who works elsewhere in a municipality is anybody
    const colleague = await visitorOf('medewerker');
    expect(await seen(colleague)).toBe(await seen());
    expect(text((await anybody.page('/en/municipalities/GM0193')).querySelector('.ib-seen'))).toContain(
      'Anchoring not known',
    );
    const mayor = await app.visitor(await anActor(database, 'bestuurder', zwolle));
    await post(PUBLISH, {}, mayor, PATH);
    await expectNothing();
    expect(text((await anybody.page('/gemeenten/GM0193')).querySelector('[aria-labelledby=aanpak]'))).toContain(
      'Bent u raadslid?',
    );
  });

  it('lets only who may choose, choose, over the choice that was seen', async () => {
    for (const role of ['aandachtsfunctionaris', 'teamleider'] as const) {
      const reader = await app.visitor(await anActor(database, role, zwolle));
      expect((await reader.page(PATH)).querySelector(`form[action="${PUBLISH}"]`)).toBeNull();
      const { fields } = await reader.form('/voorkeuren');
      expect((await reader.post(PUBLISH, { ...fields, keuze: 'publiceren', versie: '0' })).statusCode).toBe(403);
    }
    const before = await officer.form(PATH, PUBLISH);
    expect((await officer.send({ ...before, fields: { ...before.fields, keuze: 'x' } })).statusCode).toBe(400);
    await post(PUBLISH, {}, officer, PATH);
    const stale = await officer.form(PATH, PUBLISH);
    const mayor = await app.visitor(await anActor(database, 'bestuurder', zwolle));
    await post(PUBLISH, {}, mayor, PATH);
    await post(PUBLISH, {}, mayor, PATH);
    const answer = await officer.send(stale);
    expect([answer.statusCode, text(documentOf(answer).querySelector('.utrecht-alert'))]).toEqual([
      409,
      expect.stringContaining('een collega koos net anders'),
    ]);
  });

  it('is chosen once by two who choose the same at the same moment', async () => {
    const place = await placeOf('GM0307');
    const [one, other] = await Promise.all(
      (['bestuurder', 'beleidsmedewerker'] as const).map(async (role) =>
        app.visitor(await anActor(database, role, place)),
      ),
    );
    const forms = [await one!.form(PATH, PUBLISH), await other!.form(PATH, PUBLISH)];
    const answers = await Promise.all([one!.send(forms[0]!), other!.send(forms[1]!)]);
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 303 && status !== 409)).toEqual(
      [],
    );
    expect(
      await database.admin
        .selectFrom('approach.publication')
        .select(['is_public', 'version'])
        .where('tenant_id', '=', place.id)
        .execute(),
    ).toEqual([{ is_public: true, version: 1 }]);
  });
});
