import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readingFaults } from '../fitness/readability.ts';
import { documentOf, type TestApp, testApp, type Visitor } from '../support/app.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

const SOURCES = ['CoMensha', 'Nationaal Rapporteur', 'WODC', 'EMM'];
const YEAR = /\b(19|20)\d\d\b/;
/** The smallest piece of a page that must stand on its own when somebody copies it. */
const PIECE = 'tr, li, p, blockquote, h2, dd';

/** Numbers that a reader could copy without a year or without a source; and numbers that machines cannot read. */
function looseNumbers(document: Document): string[] {
  const main = document.querySelector('main')!;
  const pieces = [...main.querySelectorAll('data')].flatMap((number) => {
    const piece = number.closest(PIECE);
    const text = piece?.textContent ?? '';
    return [
      ...(YEAR.test(text) ? [] : [`${number.textContent} has no year: ${text}`]),
      ...(SOURCES.some((source) => text.includes(source)) ? [] : [`${number.textContent} has no source: ${text}`]),
    ];
  });
  const bare: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const numbers = (node.textContent ?? '').match(/\d[\d.,]*/g) ?? [];
      bare.push(...numbers.filter((each) => !/^(19|20)\d\d[.,]?$/.test(each)).map((each) => `${each} is no data`));
    } else if (!['DATA', 'TIME', 'CODE', 'CITE', 'SVG', 'BLOCKQUOTE', 'A'].includes(node.nodeName.toUpperCase()))
      for (const child of node.childNodes) walk(child);
  };
  walk(main);
  return [...pieces, ...bare];
}

/** Sentences that a reader in a hurry would copy, and that hold a number without its year or without its source. */
function looseSentences(document: Document): string[] {
  return [...document.querySelectorAll('main h2, main p, main li')]
    .filter((piece) => piece.querySelector('data'))
    .flatMap((piece) => piece.textContent!.split(/(?<=[.?!])\s+(?=[\p{Lu}“])/u))
    .filter((sentence) => /\d/.test(sentence.replaceAll(new RegExp(YEAR, 'g'), '')))
    .filter((sentence) => !YEAR.test(sentence) || !SOURCES.some((source) => sentence.includes(source)));
}

describe('the figure of who is in view', () => {
  let app: TestApp;
  let visitor: Visitor;
  let page: Document;
  beforeAll(async () => {
    app = await testApp(await sharedDatabase());
    visitor = await app.visitor();
    page = await visitor.page('/cijfers');
  });

  it('gives no number without its year and source, to people or to machines', () => {
    expect(page.querySelectorAll('main data').length).toBeGreaterThan(60);
    // “1 op de 6” is a name people know; it stands in quotation marks, with its date
    const quoted = /^(1|6|0) is no data$|^1\.0 is no data$/;
    expect(looseNumbers(page).filter((fault) => !quoted.test(fault))).toEqual([]);
  });

  it.each([
    '/cijfers',
    '/en/figures',
  ])('%s holds no sentence with a number that lacks its year or source', async (path) => {
    const read = await visitor.page(path);
    expect(looseSentences(read)).toEqual([]);
    const paragraph = read.createElement('p');
    paragraph.innerHTML = 'Dit telde CoMensha in 2019. Het waren er <data value="1372">1.372</data>.';
    read.querySelector('main')!.append(paragraph);
    expect(looseSentences(read)).toEqual(['Het waren er 1.372.']);
  });

  it('canary: a number without year, without source or without a value is found', async () => {
    const spoilt = await visitor.page('/cijfers');
    const paragraph = spoilt.createElement('p');
    paragraph.innerHTML = 'Er zijn <data value="5000">5.000</data> slachtoffers, 12% is bekend.';
    spoilt.querySelector('main')!.append(paragraph);
    expect(looseNumbers(spoilt).join('\n')).toMatch(/5\.000 has no year.*5\.000 has no source.*12 is no data/s);
  });

  it('shows both series where they differ, and says which years have no estimate', () => {
    const rowOf = (year: number) =>
      [...page.querySelectorAll('#tabel-in-beeld tbody tr')].find(
        (row) => row.querySelector('th')?.textContent === String(year),
      )?.textContent;
    expect(rowOf(2019)).toMatch(/1\.372.*1\.334.*ongeveer 5\.000 \(4\.000 tot 7\.000\).*20% tot 34%, midden 27%/);
    expect(rowOf(2022)).toMatch(/814.*onbekend.*geen schatting gepubliceerd.*niet te geven/);
    expect(rowOf(2015)).toContain('nog te verifiëren');
    expect(rowOf(2024)).toContain('afgeleid');
    expect(rowOf(2012)).toMatch(/meer dan 8\.000.*hoogstens 21%/);
  });

  it('claims in the title of the chart what holds for every year with an estimate', async () => {
    const { jaren } = JSON.parse((await visitor.get('/cijfers.json')).body) as InView;
    const both = jaren.filter(({ schatting, geregistreerd }) => schatting && geregistreerd.length > 0);
    expect(both.length).toBeGreaterThan(3);
    for (const { schatting, geregistreerd } of both)
      for (const { waarde } of geregistreerd)
        expect((schatting!.laag ?? schatting!.midden) / waarde).toBeGreaterThan(2.5);
  });

  it('quotes “1 op de 6” with its date and calls every quotient of ours derived', () => {
    const quotation = [...page.querySelectorAll('figure.ib-quote')].map((each) => each.textContent);
    expect(quotation[0]).toMatch(/1 op de 6.*VNG, persbericht, 15 januari 2019/);
    const quotients = [...page.querySelectorAll('main p, main li')].filter(
      (each) => /gedeeld door .* is /.test(each.textContent ?? '') && each.querySelector('data'),
    );
    expect(quotients.length).toBe(3);
    for (const each of quotients) expect(each.textContent).toContain('afgeleid');
  });

  it('offers three sentences with year and source, and two to avoid', () => {
    const quotes = [...page.querySelectorAll('main q')].map((each) => each.textContent ?? '');
    expect(quotes).toHaveLength(5);
    for (const sentence of quotes.slice(0, 3)) {
      expect(sentence).toMatch(YEAR);
      expect(SOURCES.some((source) => sentence.includes(source))).toBe(true);
    }
  });

  it('can be cited, also later, by the number of its edition', async () => {
    const number = page.querySelector('.ib-facts code')!.textContent!;
    expect(number).toMatch(/^in-view-2026-11(-[a-z]+)?\.\d+$/);
    expect((await visitor.get(`/cijfers?uitgave=${number}`)).statusCode).toBe(200);
    for (const wrong of ['in-view-1999-01.1', '../x', '']) {
      expect((await visitor.get(`/cijfers?uitgave=${encodeURIComponent(wrong)}`)).statusCode).toBe(404);
    }
  });

  it.each(['/cijfers', '/open-data'])('%s is written plainly', async (path) => {
    const texts = [...(await visitor.page(path)).querySelectorAll('main :is(h1, h2, h3, p, li:not(:has(svg)))')]
      .filter((each) => !each.querySelector('cite') && !each.closest('.ib-source'))
      .map((each) => each.textContent ?? '');
    const words = /^\| ([^|]+?) \| /gm;
    const guide = /## Woorden die wij niet gebruiken\n([\s\S]*?)\n## /.exec(
      readFileSync('docs/schrijfwijzer.md', 'utf8'),
    );
    const forbidden = [...guide![1]!.matchAll(words)]
      .map(([, word = '']) => word)
      .filter((word) => !/^(-|liever)/.test(word));
    expect(readingFaults(texts, forbidden)).toEqual([]);
  });
});

interface InView {
  readonly id: string;
  readonly merk?: string;
  readonly jaren: readonly {
    readonly jaar: number;
    readonly geregistreerd: readonly { readonly reeks: string; readonly waarde: number }[];
    readonly schatting: { readonly laag: number | null; readonly midden: number; readonly hoog: number | null } | null;
  }[];
}

describe('the same figures to take away', () => {
  let database: TestDatabase;
  let visitor: Visitor;
  let body: InView;
  beforeAll(async () => {
    database = await sharedDatabase();
    visitor = await (await testApp(database)).visitor();
    body = JSON.parse((await visitor.get('/cijfers.json')).body);
  });

  it('are the same through the API, from every website', async () => {
    const answer = await visitor.get('/api/v1/cijfers/in-beeld');
    expect(JSON.parse(answer.body)).toEqual(body);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['api-version']).toBeDefined();
  });

  it('stand in a CSV of which every column is described', async () => {
    const answer = await visitor.get('/open-data/in-beeld.csv');
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.headers.link).toContain('in-beeld.csv-metadata.json');
    const [header, ...rows] = answer.body.trimEnd().split('\r\n');
    const metadata = JSON.parse((await visitor.get('/open-data/in-beeld.csv-metadata.json')).body);
    expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header!.split(','));
    expect(rows.filter((row) => row.startsWith('2019,geregistreerd,comensha,,1372,,'))).toHaveLength(1);
    expect(rows.filter((row) => row.startsWith('2018,geschat,,4000,5000,7000,'))).toHaveLength(1);
    for (const row of rows) expect(row).toMatch(/Voorbeeldgegevens, niet echt"$/);
  });

  it('stand in a JSON-stat cube of the promised size, with null where nothing was published', async () => {
    const cube = JSON.parse((await visitor.get('/open-data/in-beeld.jsonstat.json')).body);
    expect(cube.value).toHaveLength(cube.size[0] * cube.size[1]);
    const at = cube.dimension.jaar.category.index.indexOf('2022') * cube.size[1];
    expect(cube.value.slice(at, at + 5)).toEqual([814, null, null, null, null]);
  });

  it('are listed in a catalogue of which every file exists', async () => {
    const catalogue = JSON.parse((await visitor.get('/open-data/catalogus.jsonld')).body);
    const [dataset] = catalogue['dcat:dataset'];
    for (const property of [
      'dct:identifier',
      'dct:accessRights',
      'dcat:contactPoint',
      'dct:creator',
      'dct:publisher',
      'dcat:theme',
    ])
      expect(dataset[property], property).toBeDefined();
    for (const distribution of dataset['dcat:distribution']) {
      expect(distribution['dct:license']).toBeDefined();
      expect((await visitor.get(distribution['dcat:downloadURL']['@id'])).statusCode).toBe(200);
    }
  });

  it('name the interface in the catalogue with all that the Dutch profile asks of a data service', async () => {
    const catalogue = JSON.parse((await visitor.get('/open-data/catalogus.jsonld')).body);
    const [service] = catalogue['dcat:service'];
    for (const property of [
      'dct:accessRights',
      'dcat:contactPoint',
      'dct:description',
      'dcat:endpointDescription',
      'dcat:endpointURL',
      'dct:identifier',
      'dct:license',
      'dct:publisher',
      'dcat:theme',
      'dct:title',
    ])
      expect(service[property], property).toBeDefined();
    expect((await visitor.get(service['dcat:endpointDescription']['@id'])).statusCode).toBe(200);
    const datasets = catalogue['dcat:dataset'].map((each: Record<string, string>) => each['@id']);
    expect(service['dcat:servesDataset'].map((each: Record<string, string>) => each['@id'])).toEqual(datasets);
  });

  it('carry the mark of a demo, and none in a real installation', async () => {
    expect(body.merk).toBe('Voorbeeldgegevens, niet echt');
    const real = await (await testApp(await sharedDatabase(), 'real')).visitor();
    expect((await real.get('/cijfers.json')).body).not.toContain('niet echt');
    expect((await real.get('/open-data/in-beeld.csv')).body).not.toContain('niet echt');
  });

  it('lists every edition that has started, with what holds now first, each to be read as it was', async () => {
    const page = documentOf(await visitor.get('/open-data'));
    const rows = [...page.querySelectorAll('#uitgaven + * tbody tr, #uitgaven ~ * tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
    );
    const laid = await database.admin
      .selectFrom('content.edition')
      .select(['id', 'version'])
      .where('kind', '=', 'figures')
      .execute();
    expect(rows.map(([number]) => number).toSorted()).toEqual(
      laid.map(({ id, version }) => `${id}.${version}`).toSorted(),
    );
    expect(rows.map(([, , state]) => state)).toEqual(['Geldt nu', ...rows.slice(1).map(() => 'Eerder')]);
    const last = rows.at(-1)![0]!;
    const then = documentOf(await visitor.get(`/cijfers?uitgave=${last}`));
    expect(then.querySelector('main')?.textContent).toContain(last);
    expect(then.querySelector('main a[href="/open-data#uitgaven"]')?.textContent).toBe('Alle uitgaven');
  });

  it('lead from every link on the page to something that is there', async () => {
    for (const path of ['/open-data', '/cijfers']) {
      const links = [...documentOf(await visitor.get(path)).querySelectorAll('main a[href^="/"]')];
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        const href = link.getAttribute('href')!;
        expect([href, (await visitor.get(href)).statusCode]).toEqual([href, 200]);
      }
    }
  });
});
