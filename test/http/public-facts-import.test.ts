import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../src/platform/clock/domain-clock.ts';
import { addDays, dutchDay, type PlainDate, writeDutchDate } from '../../src/shared-kernel/plain-date.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/monitor/openbare-bronnen/veel';
const HEADINGS = 'gemeente\tonderdeel\tcvdr\ttitel\tvastgesteld op';

describe('entering many public sources at once', () => {
  let database: TestDatabase;
  let app: TestApp;
  let adviser: Visitor;
  let names: readonly string[];
  let today: PlainDate;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    today = dutchDay(await readClock(database.kysely));
    const rows = await database.admin
      .selectFrom('organisations.organisation as o')
      .innerJoin('organisations.municipality as m', 'm.organisation_id', 'o.id')
      .select('o.name')
      .where('o.valid_until', 'is', null)
      .orderBy('o.code')
      .execute();
    names = rows.map(({ name }) => name);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    adviser = await app.visitor(await anActor(database, 'vng-adviseur', await anOrganisation(database, 'vng')));
  });

  const line = (name: string, title = `Beleid ${name}`) =>
    `${name}\tK1.1\tCVDR123456\t${title}\t${writeDutchDate(addDays(today, -30))}`;
  async function look(fields: {
    readonly tabel?: string;
    readonly bestand?: { name: string; bytes: Buffer | string };
  }) {
    const form = await adviser.form(PATH, PATH);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, tabel: fields.tabel ?? '' })) body.append(name, value);
    if (fields.bestand) body.append('bestand', new Blob([Buffer.from(fields.bestand.bytes)]), fields.bestand.name);
    const sent = new Response(body);
    return adviser.request({
      method: 'POST',
      url: PATH,
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  }
  const enterForm = (answer: Awaited<ReturnType<typeof look>>) => {
    const form = documentOf(answer).querySelector(`form[action="${PATH}/invoeren"]`);
    return (
      form && {
        action: `${PATH}/invoeren`,
        fields: Object.fromEntries(
          [...form.querySelectorAll('input')].map((input) => [
            input.getAttribute('name')!,
            input.getAttribute('value')!,
          ]),
        ),
      }
    );
  };
  const count = async () =>
    Number(
      (
        await database.admin
          .selectFrom('approach.public_fact')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('title', 'like', 'Beleid %')
          .executeTakeFirstOrThrow()
      ).n,
    );

  it('reads the whole country, shows it, keeps nothing yet, and enters it with one button, once', async () => {
    const answer = await look({ tabel: [HEADINGS, ...names.map((name) => line(name))].join('\n') });
    expect(answer.statusCode).toBe(200);
    const page = documentOf(answer);
    expect(page.querySelector('main')?.textContent).toContain(`${names.length} rijen gelezen, allemaal goed`);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(names.length);
    const before = await count();
    const form = enterForm(answer)!;
    const answers = [...(await Promise.all([adviser.send(form), adviser.send(form)])), await adviser.send(form)];
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, '/monitor/openbare-bronnen?ingevoerd'],
      [303, '/monitor/openbare-bronnen?ingevoerd'],
      [303, '/monitor/openbare-bronnen?ingevoerd'],
    ]);
    expect((await count()) - before).toBe(names.length);
    expect((await adviser.page('/monitor/openbare-bronnen')).querySelector('main')?.textContent).toContain(
      `Niet bevestigd: ${names.length}`,
    );
    expect((await adviser.page('/monitor/openbare-bronnen?pagina=4')).querySelectorAll('tbody tr')).toHaveLength(
      names.length - 300,
    );
  });

  it('tells per row what is wrong, enters none of them, and lets the table be mended on the spot', async () => {
    const before = await count();
    const bad = `Nergenshuizen\tK9.9\t\t\t31-2-2026`;
    const answer = await look({ tabel: [HEADINGS, line(names[0]!), bad, line(names[0]!)].join('\n') });
    expect([answer.statusCode, enterForm(answer)]).toEqual([400, null]);
    const page = documentOf(answer);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows).toHaveLength(2);
    for (const words of [
      '3',
      'Gemeente: Deze gemeente kennen wij niet',
      'Onderdeel: ',
      'Titel: ',
      'Vindplaats: ',
      'Vastgesteld op: ',
    ])
      expect(rows[0]).toContain(words);
    expect(rows[1]).toContain('staat al eerder in de tabel');
    const kept = page.querySelector('textarea')?.textContent ?? '';
    expect(kept).toContain('Nergenshuizen');
    const mended = await look({ tabel: kept.split('\n').slice(0, 2).join('\n') });
    expect(mended.statusCode).toBe(200);
    expect(await count()).toBe(before);
  });

  it('reads a file of Excel as well, and the file goes before what was pasted', async () => {
    const csv = `\uFEFFGemeente;Onderdeel;CVDR-nummer;Titel;Vastgesteld op\r\nGroningen;K1.1;CVDR1234;"Beleid; met een puntkomma";1-2-2026\r\n`;
    const answer = await look({ tabel: 'x', bestand: { name: 'beleid.csv', bytes: csv } });
    expect(answer.statusCode).toBe(200);
    expect(documentOf(answer).querySelector('tbody')?.textContent).toContain('Beleid; met een puntkomma');
  });

  it.each([
    ['nothing', {}, 'tabel', 'Plak de tabel'],
    ['an empty file', { bestand: { name: 'leeg.csv', bytes: '' } }, 'bestand', 'leeg'],
    ['a picture', { bestand: { name: 'foto.png', bytes: Buffer.from([0x89, 0x50, 0, 1]) } }, 'bestand', 'geen tabel'],
    ['a table without headings', { tabel: 'Groningen\tK1.1\tBeleid' }, 'tabel', 'ontbreekt: Gemeente, Onderdeel'],
    ['headings without rows', { tabel: HEADINGS }, 'tabel', 'nog geen rij'],
    [
      'too many rows',
      { tabel: [HEADINGS, ...Array.from({ length: 2501 }, () => 'a\tb')].join('\n') },
      'tabel',
      '2.500',
    ],
    ['too much to paste', { tabel: 'x'.repeat(99_001) }, 'tabel', 'te veel om te plakken'],
  ])('refuses %s, with words beside the field', async (_, fields, field, words) => {
    const answer = await look(fields);
    expect(answer.statusCode).toBe(400);
    expect(documentOf(answer).getElementById(`veld-${field}-fout`)?.textContent).toContain(words);
  });

  it('enters nothing at all when a colleague entered one of them in between', async () => {
    const [one, other] = [names[5]!, names[6]!];
    const answer = await look({ tabel: [HEADINGS, line(one, 'Beleid een'), line(other, 'Beleid twee')].join('\n') });
    const first = enterForm(answer)!;
    await adviser.send(enterForm(await look({ tabel: [HEADINGS, line(other, 'Beleid van een collega')].join('\n') }))!);
    const before = await count();
    const refused = await adviser.send(first);
    expect([refused.statusCode, await count()]).toEqual([409, before]);
    const page = documentOf(refused);
    expect(page.querySelector('.utrecht-alert')?.textContent).toContain('Er veranderde iets nadat u de tabel bekeek');
    expect(page.querySelector('tbody')?.textContent).toContain(other);
    expect(page.querySelector('tbody')?.textContent).not.toContain(one);
    // and at the very same moment: one of the two is entered whole, the other not at all
    const tables = [names[7]!, names[8]!].map((name) =>
      [HEADINGS, line(name, 'Beleid a'), line(names[9]!, 'Beleid b')].join('\n'),
    );
    const forms = await Promise.all(tables.map(async (tabel) => enterForm(await look({ tabel }))!));
    const both = await Promise.all(forms.map((form) => adviser.send(form)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect(await count()).toBe(before + 2);
  });

  it('refuses a table that was tampered with on its way', async () => {
    const form = enterForm(await look({ tabel: [HEADINGS, line(names[10]!)].join('\n') }))!;
    const before = await count();
    for (const tabel of ['', 'x', `${HEADINGS}\n${line('Nergenshuizen')}`])
      expect((await adviser.send({ ...form, fields: { ...form.fields, tabel } })).statusCode).toBeGreaterThanOrEqual(
        400,
      );
    expect(await count()).toBe(before);
  });
});
