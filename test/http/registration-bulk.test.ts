import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEverythingDue } from '../../src/app/due-work.ts';
import { readXlsx } from '../../src/platform/spreadsheets/read-xlsx.ts';
import { writeXlsx } from '../../src/platform/spreadsheets/write-xlsx.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { aRegister, aReporter } from '../support/a-registration.ts';
import { documentOf, TEST_KEYS, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/registraties/inlezen';
const HEADINGS =
  'Eigen nummer;Manier;Aanmelder;Naam;Geboortedatum;Leeftijd;Nationaliteit;Vorm;Herkend op;Toestemming van;Toestemming hoe;Toestemming op;Toestemming taal';
/** Many pages after each other, on a machine that may be busy. */
const STORY = { timeout: 60_000 };

const nameless = (number: string, more = ';;;;;;;;;') => `${number};zonder naam;Jeugdhulp of jeugdbescherming${more}`;
const named = (number: string, name: string) =>
  `${number};met naam;JEUGD;${name};1-1-2001;25;RO, Nigeria;Arbeidsuitbuiting;2026;De persoon zelf;Mondeling;1-11-2026;Nederlands`;

describe('registering many at once', () => {
  let database: TestDatabase;
  let app: TestApp;
  let register: TestOrganisation;
  let here: TestOrganisation;
  let reporter: Visitor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database);
    register = await aRegister(database);
    here = await aReporter(database, register);
    reporter = await visitorAs('aanmelder', here);
  });

  const visitorAs = async (role: Role, organisation: TestOrganisation) =>
    app.visitor(await anActor(database, role, organisation));
  const vault = () => createVault(database.kysely, TEST_KEYS);
  const work = () => runEverythingDue(database.kysely, 'demo', { wait: true, vault: vault() });

  async function bring(bytes: Uint8Array | string, by = reporter, name = 'lijst.csv') {
    const form = await by.form(PATH, PATH);
    const body = new FormData();
    for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
    body.append('bestand', new Blob([Buffer.from(bytes as Uint8Array)]), name);
    const sent = new Response(body);
    return by.request({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  }
  const csv = (...rows: readonly string[]) => [HEADINGS, ...rows].join('\r\n');
  /** Brings a file that is read. @returns where it stands */
  async function read(text: Uint8Array | string, by = reporter) {
    const answer = await bring(text, by);
    expect([answer.statusCode, documentOf(answer).getElementById('veld-bestand-fout')?.textContent]).toEqual([
      303,
      undefined,
    ]);
    return String(answer.headers.location);
  }
  const refusal = async (bytes: Uint8Array | string, name?: string) => {
    const answer = await bring(bytes, reporter, name);
    return [answer.statusCode, documentOf(answer).getElementById('veld-bestand-fout')?.textContent ?? ''] as const;
  };
  async function send(path: string, hoe: 'all' | 'good', by = reporter) {
    const form = await by.form(path, `${path}/versturen`);
    return by.send({ ...form, fields: { ...form.fields, hoe } });
  }
  const facts = async (path: string, by = reporter) => {
    const page = await by.page(path);
    const terms = [...page.querySelectorAll('dt')].map((each) => each.textContent?.trim() ?? '');
    const values = [...page.querySelectorAll('dd')].map((each) => each.textContent?.trim() ?? '');
    return Object.fromEntries(terms.map((term, index) => [term, values[index]]));
  };
  const textOf = async (path: string, by = reporter) => (await by.page(path)).querySelector('main')?.textContent ?? '';
  const count = async (organisation = here) => {
    const { total } = await database.admin
      .selectFrom('registration.registration')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('tenant_id', '=', organisation.id)
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  const sentTo = async (organisation: TestOrganisation) => {
    const { total } = await database.admin
      .selectFrom('exchange.message')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('tenant_id', '=', organisation.id)
      .where('box', '=', 'out')
      .executeTakeFirstOrThrow();
    return Number(total);
  };

  it('reads a file, shows what it read, and registers each row as one that is typed by hand', STORY, async () => {
    const own = await aReporter(database, register);
    const by = await visitorAs('aanmelder', own);
    const path = await read(csv(nameless('2026-001'), named('2026-002', 'Mercy'), nameless('2026-003')), by);
    expect(await facts(path, by)).toMatchObject({ Rijen: '3', Goed: '3', 'Met een fout': '0', Verstuurd: '0' });
    expect(await count(own)).toBe(0);
    expect((await send(path, 'all', by)).headers.location).toBe(path);
    expect(await textOf(path, by)).toContain('0 van 3 rijen verstuurd');
    await work();
    expect(await facts(path, by)).toMatchObject({ Verstuurd: '3' });
    expect(await textOf(path, by)).toContain('3 rijen verstuurd');
    const list = await by.page('/registraties');
    expect(list.querySelectorAll('tbody tr')).toHaveLength(3);
    expect([...list.querySelectorAll('tbody tr')].every((row) => row.textContent?.includes('verstuurd'))).toBe(true);
    // the name opens where it is hers, and consent stands beside it
    const links = [...list.querySelectorAll('tbody a')].map((link) => link.getAttribute('href')!);
    const pages = await Promise.all(links.map((link) => textOf(link, by)));
    expect(pages.filter((page) => page.includes('Mercy') && page.includes('Nigeria'))).toHaveLength(1);
    // what was read is gone, with its key
    const bulk = await database.admin
      .selectFrom('registration.bulk as b')
      .innerJoin('vault.dossier_key as k', 'k.dossier_id', 'b.dossier_id')
      .select(['b.rows', 'k.destroyed_at'])
      .where('b.tenant_id', '=', own.id)
      .executeTakeFirstOrThrow();
    expect([bulk.rows, bulk.destroyed_at === null]).toEqual([null, false]);
    // each of them has its lines in the logs, and the register hears of each
    const logged = await database.admin
      .selectFrom('audit.processing')
      .select(({ fn }) => fn.count<number>('dossier_id').distinct().as('dossiers'))
      .where('tenant_id', '=', own.id)
      .where('name', '=', 'registration.register-rows')
      .executeTakeFirstOrThrow();
    expect([Number(logged.dossiers), await sentTo(own)]).toEqual([4, 3]);
  });

  it('says of each cell what is wrong, and takes all or nothing', STORY, async () => {
    const before = await count();
    const rows = [
      nameless('a-1'),
      nameless('a-2', ';;;12-15;Atlantis;;31-2-2026;;;;'),
      'a-3;met naam;JEUGD;;;;;;;;;;',
      'a-4;zonder naam;POL;Jan;;;;;;;;;',
      ';dienst;JEUGD;;;;;;1-1-2199;;;;',
      nameless('a-1'),
      `a-7;met naam;JEUGD;Nguy?n;;25;;;;De persoon zelf;Mondeling;1-11-2026;Nederlands`,
      '123456782;zonder naam;JEUGD;;;;;;;;;;',
    ];
    const path = await read(csv(...rows));
    const page = await reporter.page(path);
    const shown = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim().replace(/\s+/g, ' ').slice(0, 200)),
    );
    expect(shown.map(([line]) => line)).toEqual(['3', '4', '5', '6', '7', '8', '9']);
    const [, two, three, four, five, six, seven, eight] = [undefined, ...shown.map(([, text]) => text)];
    expect(two).toContain('Nationaliteit: Dit woord kennen wij hier niet');
    expect(two).toContain('Herkend op: Deze datum bestaat niet');
    expect(three).toContain('Toestemming van: Met naam kan alleen met toestemming');
    expect(four).toContain('Naam: Zonder naam aanmelden');
    expect(five).toContain('Eigen nummer: Vul deze cel in');
    expect(five).not.toContain('Atlantis');
    expect(six).toContain('Eigen nummer: Dit nummer staat al op een eerdere regel');
    expect(seven).toContain('Naam: Er zijn letters verloren gegaan');
    expect(eight).toContain('Eigen nummer: Dit kan een BSN zijn');
    const refused = await send(path, 'all');
    expect([refused.statusCode, documentOf(refused).getElementById('veld-hoe-fout')?.textContent]).toEqual([
      409,
      expect.stringContaining('Er is een rij met een fout'),
    ]);
    await work();
    expect(await count()).toBe(before);
    // only the good ones, by choice; the others keep their lines
    expect((await send(path, 'good')).statusCode).toBe(303);
    await work();
    expect([await count(), (await facts(path)).Verstuurd]).toEqual([before + 1, '1']);
    expect(await textOf(path)).toContain('Verbeter de andere rijen');
  });

  it(
    'registers nobody twice: the same file, the mended file, another file, and another number for another person',
    STORY,
    async () => {
      const own = await aReporter(database, register);
      const by = await visitorAs('aanmelder', own);
      const wrong = nameless('b-3', ';;;;Atlantis;;;;;;');
      const first = await read(csv(nameless('b-1'), nameless('b-2'), wrong), by);
      // the same again before it went: the same page
      expect(await read(csv(nameless('b-1'), nameless('b-2'), wrong), by)).toBe(first);
      await send(first, 'good', by);
      // two who work at the same time do it once
      await Promise.all([work(), work()]);
      expect(await count(own)).toBe(2);
      const mended = await read(csv(nameless('b-1'), nameless('b-2'), nameless('b-3')), by);
      expect(await facts(mended, by)).toMatchObject({ Goed: '3', 'Al eerder aangemeld': '2' });
      await send(mended, 'all', by);
      await work();
      expect([await count(own), (await facts(mended, by)).Verstuurd]).toEqual([3, '1']);
      // as Excel, in another order, by a colleague: known by its numbers
      const sheet = [HEADINGS, nameless('b-3'), nameless('b-1')].map((line) => line.split(';'));
      const colleague = await visitorAs('aanmelder', own);
      const again = await bring(writeXlsx([{ name: 'Blad', rows: sheet, widths: [] }]), colleague, 'lijst.xlsx');
      const path = String(again.headers.location);
      expect(await textOf(path, colleague)).toContain('Alle rijen zijn al aangemeld');
      expect((await colleague.page(path)).querySelector(`form[action$="versturen"]`)).toBeNull();
      // a number that stands for somebody else is no new registration
      const other = await read(csv(named('b-1', 'Tweede')), by);
      expect(await textOf(other, by)).toContain('met andere gegevens');
      expect(await count(own)).toBe(3);
    },
  );

  it('lets two files with the same rows, sent at the same moment, register each row once', STORY, async () => {
    const own = await aReporter(database, register);
    const [one, two] = [await visitorAs('aanmelder', own), await visitorAs('aanmelder', own)];
    const rows = Array.from({ length: 30 }, (_, index) => nameless(`c-${index}`));
    const paths = [await read(csv(...rows), one), await read(csv(...rows.toReversed()), two)];
    await send(paths[0]!, 'all', one);
    await send(paths[1]!, 'good', two);
    await work();
    expect(await count(own)).toBe(30);
    const [first, second] = [await facts(paths[0]!, one), await facts(paths[1]!, two)];
    expect([Number(first.Verstuurd) + Number(second.Verstuurd), Number(second['Al eerder aangemeld'])]).toEqual([
      30, 30,
    ]);
  });

  it('leaves nothing of a piece that broke, and goes on with it', STORY, async () => {
    const own = await aReporter(database, register);
    const by = await visitorAs('aanmelder', own);
    const path = await read(csv(...Array.from({ length: 12 }, (_, index) => nameless(`d-${index}`))), by);
    await send(path, 'all', by);
    // somewhere on the way it breaks: here because the eighth message cannot be laid
    await sql`create or replace function registration.break_once() returns trigger language plpgsql as $$
      begin
        if new.tenant_id = ${sql.lit(own.id)}::uuid
          and (select count(*) from registration.registration r where r.tenant_id = new.tenant_id) >= 7
        then raise exception 'gebroken'; end if;
        return new;
      end $$`.execute(database.admin);
    await sql`create trigger break_once before insert on registration.registration for each row
      execute function registration.break_once()`.execute(database.admin);
    const errors: string[] = [];
    await runEverythingDue(database.kysely, 'demo', {
      wait: true,
      vault: vault(),
      onError: (error) => errors.push(String(error)),
    });
    await sql`drop trigger break_once on registration.registration`.execute(database.admin);
    await sql`drop function registration.break_once()`.execute(database.admin);
    expect([errors.length > 0, await count(own), await sentTo(own)]).toEqual([true, 0, 0]);
    expect(await textOf(path, by)).toContain('0 van 12 rijen verstuurd');
    await work();
    expect([await count(own), (await facts(path, by)).Verstuurd]).toEqual([12, '12']);
  });

  it('stops when registering is switched off or who started it left, and goes on afterwards', STORY, async () => {
    const own = await aReporter(database, register);
    const actor = await anActor(database, 'aanmelder', own);
    const by = await app.visitor(actor);
    const path = await read(csv(nameless('e-1')), by);
    await send(path, 'good', by);
    const membership = database.admin.updateTable('accounts.membership').where('id', '=', actor.membershipId);
    await membership.set({ role: 'medewerker' }).execute();
    await work();
    await membership.set({ role: 'aanmelder' }).execute();
    expect(await count(own)).toBe(0);
    expect(await textOf(path, by)).toContain('U werkt hier niet meer in de rol waarin u begon');
    await send(path, 'good', by);
    await work();
    expect(await count(own)).toBe(1);
  });

  it.each([
    ['nothing', '', 'Dit bestand is leeg'],
    ['an old Excel', Buffer.from('D0CF11E0A1B11AE1AAAA', 'hex'), 'oud of beveiligd Excel-bestand'],
    [
      'unknown letters',
      Buffer.concat([Buffer.from(`${HEADINGS}\r\nf-1;zonder naam;JEUGD;`), Buffer.from([0x81, 0xff])]),
      'Wij herkennen de letters',
    ],
    ['only headings', HEADINGS, 'nog geen rij'],
    ['no number of its own', 'Manier;Leeftijd\r\nzonder naam;25', 'ontbreekt: Eigen nummer'],
    ['a residence position', `${HEADINGS};Verblijfsstatus\r\n${nameless('f-2')};B8`, 'Verblijfsstatus'],
    ['a BSN', `${HEADINGS};BSN\r\n${nameless('f-3')};123456782`, 'hoort nooit in een bestand'],
  ])('refuses %s with words beside the file, and keeps nothing', async (_, bytes, text) => {
    const files = () =>
      database.admin.selectFrom('registration.bulk').select('id').where('tenant_id', '=', here.id).execute();
    const before = await files();
    expect(await refusal(bytes)).toEqual([400, expect.stringContaining(text)]);
    expect(await files()).toHaveLength(before.length);
  });

  it('gives templates that it reads again, where everything stays as it is typed', async () => {
    const excel = await reporter.request({ method: 'GET', url: `${PATH}/sjabloon-aanmeldingen.xlsx` });
    const [headings] = readXlsx(excel.rawPayload)!;
    const comma = await reporter.request({ method: 'GET', url: `${PATH}/sjabloon-aanmeldingen.csv` });
    expect(comma.body.replace('\uFEFF', '').trim().split(';')).toEqual(headings);
    expect(headings).not.toContain('Verblijfspositie');
    const rows = [
      headings!,
      headings!.map(
        (heading) => ({ 'Eigen nummer': 'g-1', Manier: 'Zonder naam', Aanmelder: 'ZORGCO' })[heading] ?? 'onbekend',
      ),
    ];
    const path = await read(writeXlsx([{ name: 'Blad', rows, widths: [] }]));
    // a care coordinator is not what this role reports as; everything unknown is no problem
    expect(await textOf(path)).toContain('Zo kan uw organisatie niet aanmelden');
    expect([...(await reporter.page(path)).querySelectorAll('tbody li')]).toHaveLength(1);
  });

  it('says so when the letters are those of an older Windows', async () => {
    const text = csv(`h-1;met naam;JEUGD;Zoë;;25;;;;De persoon zelf;Mondeling;1-11-2026;Nederlands`);
    const path = await read(Buffer.from(text, 'latin1'));
    expect(await textOf(path)).toContain('Windows-1252');
    expect(await facts(path)).toMatchObject({ Goed: '1' });
  });

  it('shows a file to nobody but who brought it, and lets her do away with it', async () => {
    const path = await read(csv(nameless('i-1')));
    const others = [
      await visitorAs('aanmelder', here),
      await visitorAs('aanmelder', await aReporter(database, register)),
    ];
    for (const other of others) {
      expect((await other.get(path)).statusCode).toBe(404);
      const own = await other.form(PATH, PATH);
      const answer = await other.send({
        action: `${path}/versturen`,
        fields: { _csrf: own.fields._csrf!, hoe: 'good' },
      });
      expect(answer.statusCode).toBe(404);
    }
    const form = await reporter.form(path, `${path}/wegdoen`);
    expect((await reporter.send(form)).headers.location).toBe(path);
    expect(await textOf(path)).toContain('Wat wij lazen is weg');
    expect((await reporter.page(path)).querySelector('main form')).toBeNull();
  });
});
